import type { Finding } from "@/lib/rubric";
import { FindingFocus } from "../report/finding-focus";
import { FindingRemark } from "../report/finding-remark";
import type { NumberedFinding } from "../report/mark-lines";
import { MarkedSheet } from "../report/marked-sheet";
import { MetList } from "../report/strengths";
import { ToneBadge } from "../ui/badge";

export interface ExecutedExampleProps {
  readonly title: string;
  /** The problem that the sheet answers. */
  readonly scenario: string;
  readonly sheet: string;
  /** What the rule said when it was run on the sheet. */
  readonly findings: readonly Finding[];
  /** Before the ids of its lines, for a page shows several. */
  readonly scope: string;
}

const NOW = 0;

/** A sheet with its evidence highlighted, and what the rule says about it; said by the rule itself, not by an author. */
export function ExecutedExample({ title, scenario, sheet, findings, scope }: ExecutedExampleProps) {
  const numbered = findings.map((finding, i): NumberedFinding => ({ ...finding, number: i + 1 }));
  const flaws = numbered.filter(({ verdict }) => verdict !== "met");
  const met = numbered.filter(({ verdict }) => verdict === "met");
  return (
    <FindingFocus scope={scope}>
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-medium">
        {title}
        {flaws.length === 0 && <ToneBadge tone="met">Sound</ToneBadge>}
        <span className="text-small font-normal text-ink-faint">{scenario}</span>
      </h3>
      <div className="mt-3 grid items-start gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <MarkedSheet text={sheet} findings={numbered} scheduled={[]} now={NOW} remarks="elsewhere" />
        <div className="min-w-0 space-y-3">
          {flaws.map((finding) => (
            <FindingRemark key={finding.number} finding={finding} scheduled={[]} now={NOW} as="h4" linked={false} />
          ))}
          {flaws.length === 0 && met.length > 0 && <MetList findings={met} />}
          {numbered.length === 0 && <p className="text-small text-ink-soft">The rule has nothing to say here.</p>}
        </div>
      </div>
    </FindingFocus>
  );
}
