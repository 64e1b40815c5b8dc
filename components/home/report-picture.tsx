import type { Finding, Report } from "@/lib/rubric";
import { DimensionBars } from "../report/dimension-bars";
import { MarkedSheet } from "../report/marked-sheet";
import { Icon } from "../ui/icon";
import { InlineCode } from "../ui/inline-code";
import { SignalBadge } from "../ui/signal";

export interface ReportPictureProps {
  title: string;
  /** The sheet that was graded, whole. */
  text: string;
  report: Report;
}

/** The dimension that data most often goes wrong in: praise for it says most about the answer. */
const PRAISED = "relationships";
const NOW = 0;

function Praise({ finding }: { finding: Finding }) {
  return (
    <p className="flex max-w-prose gap-2 text-small">
      <Icon name="check" className="mt-0.5 size-4 text-met" />
      <span>
        <span className="sr-only">Met: </span>
        <InlineCode text={finding.message} />
      </span>
    </p>
  );
}

/** A report, small, made of the report page's own parts: score, a bar for each dimension, remarks beside the text. */
export function ReportPicture({ title, text, report }: ReportPictureProps) {
  const flaws = report.findings.filter(({ verdict }) => verdict !== "met");
  const praise = report.findings.find(({ verdict, dimension }) => verdict === "met" && dimension === PRAISED);
  return (
    <div className="space-y-6 rounded-lg border border-line p-4 sm:p-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-lead font-medium">{title}</h2>
        <p className="flex items-center gap-3 sm:ml-auto">
          <span className="font-mono text-title">
            {report.score}
            <span className="text-body text-ink-faint"> / 100</span>
          </span>
          <SignalBadge signal={report.signal} />
        </p>
      </div>
      <DimensionBars dimensions={report.dimensions} />
      {praise && <Praise finding={praise} />}
      <MarkedSheet
        text={text}
        findings={flaws.map((finding, index) => ({ ...finding, number: index + 1 }))}
        scheduled={[]}
        now={NOW}
      />
    </div>
  );
}
