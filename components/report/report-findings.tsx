"use client";

import { type ReactNode, useState } from "react";
import { flushSync } from "react-dom";
import type { Dimension, Report } from "@/lib/rubric";
import { Segmented } from "../ui/segmented";
import { DimensionBars } from "./dimension-bars";
import { FindingRemark } from "./finding-remark";
import { dimensionAnchor, FindingsByDimension } from "./findings-by-dimension";
import type { NumberedFinding } from "./mark-lines";
import { MarkedSheet } from "./marked-sheet";
import { Part } from "./part";
import type { ScheduledReview } from "./scheduled";
import { Strengths } from "./strengths";
import { UnreadableLines } from "./unreadable-lines";

const WAYS = [
  { value: "text", label: "Beside your text" },
  { value: "dimension", label: "By dimension" },
] as const;
type WayOfReading = (typeof WAYS)[number]["value"];

interface ReportFindingsProps {
  readonly report: Report;
  readonly text: string;
  readonly scheduled: readonly ScheduledReview[];
  readonly now: number;
  /** What stands between the bars and the findings. */
  readonly difference: ReactNode;
}

/** The score by dimension, and all findings: beside the text that they are about, or dimension by dimension. */
export function ReportFindings({ report, text, scheduled, now, difference }: ReportFindingsProps) {
  const [way, setWay] = useState<WayOfReading>("text");
  const findings = report.findings.map((finding, i): NumberedFinding => ({ ...finding, number: i + 1 }));
  const choose = (dimension: Dimension) => {
    flushSync(() => setWay("dimension"));
    const section = document.getElementById(dimensionAnchor(dimension));
    section?.scrollIntoView();
    section?.focus({ preventScroll: true });
  };
  const given = { text, findings, scheduled, now };
  return (
    <>
      <section aria-label="Score by dimension">
        <DimensionBars dimensions={report.dimensions} onChoose={choose} />
      </section>
      {difference}
      <div className="space-y-8">
        <Segmented
          legend="How to read the remarks"
          hideLegend
          name="way-of-reading"
          options={WAYS}
          value={way}
          onChange={setWay}
          className="w-full sm:w-fit"
        />
        {way === "text" ? (
          <BesideText {...given} diagnostics={report.diagnostics} />
        ) : (
          <Part title="By dimension">
            <div className="space-y-4">
              <UnreadableLines diagnostics={report.diagnostics} />
              <FindingsByDimension {...given} dimensions={report.dimensions} />
            </div>
          </Part>
        )}
      </div>
    </>
  );
}

interface BesideTextProps extends Pick<ReportFindingsProps, "text" | "scheduled" | "now"> {
  readonly findings: readonly NumberedFinding[];
  readonly diagnostics: Report["diagnostics"];
}

/** What was right first, then what is absent, then the text with its remarks. */
function BesideText({ text, findings, diagnostics, scheduled, now }: BesideTextProps) {
  const flaws = findings.filter(({ verdict }) => verdict !== "met");
  const absent = flaws.filter(({ at }) => at === null);
  return (
    <div className="space-y-12">
      <Part title="What is right">
        <Strengths findings={findings} />
      </Part>
      {absent.length > 0 && (
        <Part title="Not in your answer">
          <div className="grid items-start gap-x-8 gap-y-5 lg:grid-cols-2">
            {absent.map((finding) => (
              <FindingRemark key={finding.number} finding={finding} scheduled={scheduled} now={now} />
            ))}
          </div>
        </Part>
      )}
      <Part title="Your answer" note={flaws.length === 0 ? "Nothing to mend." : undefined}>
        <div className="space-y-4">
          <UnreadableLines diagnostics={diagnostics} />
          <MarkedSheet text={text} findings={findings} scheduled={scheduled} now={now} />
        </div>
      </Part>
    </div>
  );
}
