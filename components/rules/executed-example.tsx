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
  const absent = flaws.filter(({ at }) => at === null);
  return (
    <FindingFocus scope={scope}>
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-medium">
        {title}
        {flaws.length === 0 && <ToneBadge tone="met">Sound</ToneBadge>}
        <span className="text-small font-normal text-ink-faint">{scenario}</span>
      </h3>
      <div className="mt-3 space-y-3">
        {absent.map((finding) => (
          <FindingRemark key={finding.number} finding={finding} scheduled={[]} now={NOW} as="h4" />
        ))}
        <MarkedSheet text={sheet} findings={numbered} scheduled={[]} now={NOW} as="h4" />
        {flaws.length === 0 && (
          <div className="text-small text-ink-soft">
            {met.length === 0 ? "The rule has nothing to say here." : <MetList findings={met} />}
          </div>
        )}
      </div>
    </FindingFocus>
  );
}
