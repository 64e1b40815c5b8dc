import { classNames } from "../ui/class-names";

interface CodeBlockProps {
  readonly children: string;
  /** Said of it where it scrolls; it is reached by keyboard then. */
  readonly label: string;
  /** Plans keep their lines; statements are wrapped. */
  readonly scrolls?: boolean;
}

/** A statement or a plan, as PostgreSQL has it. */
export function CodeBlock({ children, label, scrolls = false }: CodeBlockProps) {
  return (
    <section
      aria-label={label}
      {...(scrolls && { tabIndex: 0 })}
      className={classNames(
        "rounded-md border border-line bg-sunk px-3 py-2 font-mono text-small leading-5",
        scrolls && "overflow-x-auto",
      )}
    >
      <pre className={scrolls ? undefined : "whitespace-pre-wrap [overflow-wrap:anywhere]"}>{children}</pre>
    </section>
  );
}
