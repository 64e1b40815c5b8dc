import type { ReportDiagnostic } from "@/lib/rubric";
import { Callout } from "../ui/callout";
import { InlineCode } from "../ui/inline-code";

/** What the grader could not read, so that a lost line is not taken for a lost idea. */
export function UnreadableLines({ diagnostics }: { diagnostics: readonly ReportDiagnostic[] }) {
  const told = diagnostics.filter(({ severity }) => severity !== "hint");
  if (told.length === 0) return null;
  return (
    <Callout
      kind="warn"
      title={told.length === 1 ? "One place was hard to read" : `${told.length} places were hard to read`}
    >
      <ul className="space-y-1">
        {told.map(({ line, column, message }) => (
          <li key={`${line}:${column} ${message}`}>
            <a href={`#line-${line}`} className="font-mono underline underline-offset-3">
              line {line}
            </a>{" "}
            <InlineCode text={message} />
          </li>
        ))}
      </ul>
    </Callout>
  );
}
