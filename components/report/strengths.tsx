import type { Dimension } from "@/lib/rubric";
import { DIMENSIONS } from "@/lib/rubric";
import { Icon } from "../ui/icon";
import { InlineCode } from "../ui/inline-code";
import type { NumberedFinding } from "./mark-lines";
import { DIMENSION_WORDS } from "./report-words";

/** What was right, folded by dimension; each with its reason. */
export function Strengths({ findings }: { findings: readonly NumberedFinding[] }) {
  const met = findings.filter(({ verdict }) => verdict === "met");
  const groups = DIMENSIONS.map((dimension) => ({ dimension, own: met.filter((one) => one.dimension === dimension) }));
  if (met.length === 0)
    return <p className="text-ink-soft">Nothing was met yet. The model answer below shows one way.</p>;
  return (
    <div className="grid gap-x-8 lg:grid-cols-2">
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ dimension, own }) => (
          <Group key={dimension} dimension={dimension} findings={own} />
        ))}
    </div>
  );
}

function Group({ dimension, findings }: { dimension: Dimension; findings: readonly NumberedFinding[] }) {
  return (
    <details className="group border-b border-line">
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-sm hover:bg-hover [&::-webkit-details-marker]:hidden">
        <Icon name="right" className="size-3.5 text-ink-faint transition-transform group-open:rotate-90" />
        <span className="font-medium">{DIMENSION_WORDS[dimension]}</span>
        <span className="ml-auto inline-flex items-center gap-1 pr-1 font-mono text-small text-met">
          <Icon name="check" className="size-3.5" />
          {findings.length}
          <span className="sr-only"> met</span>
        </span>
      </summary>
      <ul className="space-y-2 pt-1 pb-3 pl-5.5 text-small">
        {findings.map((finding) => (
          <li key={finding.number} id={`finding-${finding.number}`} data-finding={finding.number}>
            <span className="font-mono font-medium">{finding.subject}</span>
            {finding.at && (
              <a
                href={`#line-${finding.at.line}`}
                className="ml-2 font-mono text-ink-faint underline underline-offset-3 hover:text-ink"
              >
                line {finding.at.line}
              </a>
            )}
            <span className="block text-ink-soft">
              <InlineCode text={finding.message} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
