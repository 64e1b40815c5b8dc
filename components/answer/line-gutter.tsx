import type { Severity } from "@/lib/diagnostics";

interface LineGutterProps {
  readonly lines: number;
  /** The worst that was said about a line, by its number. */
  readonly marks: ReadonlyMap<number, Severity>;
}

const MARKS: Record<Severity, string> = {
  error: "font-medium text-missed",
  warning: "font-medium text-partly",
  hint: "text-info",
};

/** Line numbers beside the design box. Decoration: the list of remarks says each line in words. */
export function LineGutter({ lines, marks }: LineGutterProps) {
  return (
    <div
      aria-hidden="true"
      className="shrink-0 border-r border-line py-3 pr-2 pl-3 text-right text-ink-faint select-none"
    >
      {Array.from({ length: lines }, (_, i) => i + 1).map((line) => {
        const mark = marks.get(line);
        return (
          <div key={line} className={mark && MARKS[mark]}>
            {line}
          </div>
        );
      })}
    </div>
  );
}
