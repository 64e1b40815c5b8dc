import { classNames } from "@/components/ui/class-names";
import type { Severity } from "@/lib/diagnostics";

interface LineGutterProps {
  readonly value: string;
  /** The worst that was said about a line, by its number. */
  readonly marks: ReadonlyMap<number, Severity>;
}

const MARKS: Record<Severity, string> = {
  error: "bg-missed-soft font-medium text-missed",
  warning: "bg-partly-soft font-medium text-partly",
  hint: "bg-info-soft text-info",
};

/**
 * Line numbers under the plain box, and its height: the same text, unseen, wraps as it does there, so that a number
 * stays at the first row of its line. Decoration: the list of remarks says each line in words.
 */
export function LineGutter({ value, marks }: LineGutterProps) {
  const lines = value.split("\n").map((text, i) => ({ number: i + 1, text }));
  return (
    <div aria-hidden="true" className="py-3 select-none">
      {lines.map(({ number, text }) => {
        const mark = marks.get(number);
        return (
          <div key={number} className="relative min-h-6 pr-3 pl-12 [overflow-wrap:anywhere] whitespace-pre-wrap">
            <span className={classNames(NUMBER, mark ? MARKS[mark] : "text-ink-faint")}>{number}</span>
            <span className="invisible">{text}</span>
          </div>
        );
      })}
    </div>
  );
}

const NUMBER = "absolute left-0 w-9 rounded-r-sm pr-1.5 text-right text-small leading-6";
