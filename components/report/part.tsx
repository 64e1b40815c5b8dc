import { type ReactNode, useId } from "react";

interface PartProps {
  readonly title: string;
  readonly note?: ReactNode;
  /** Stands beside the remarks where they are longer than the text. */
  readonly below?: boolean;
  readonly children: ReactNode;
}

/** A named part of a page. */
export function Part({ title, note, below = false, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={below ? "flow-root pt-12" : undefined}>
      <h2 id={id} className="text-lead font-semibold">
        {title}
      </h2>
      {note && <p className="mt-1 max-w-prose text-ink-soft">{note}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
