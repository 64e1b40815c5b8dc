import { type ReactNode, useId } from "react";
import type { Report } from "@/lib/rubric";
import { AnswersBeside, type ModelAnswer } from "./answers-beside";
import { DimensionBars } from "./dimension-bars";
import { FindingFocus } from "./finding-focus";
import { FindingRemark } from "./finding-remark";
import type { NumberedFinding } from "./mark-lines";
import { MarkedSheet } from "./marked-sheet";
import { NamesUnderstood } from "./names-understood";
import { PatternMatrix, type PatternWords } from "./pattern-matrix";
import { ReviewsPlanned } from "./reviews-planned";
import type { ScheduledReview } from "./scheduled";
import { Strengths } from "./strengths";
import { UnreadableLines } from "./unreadable-lines";

export interface ReportViewProps {
  readonly report: Report;
  /** The sheet as it was handed in. */
  readonly text: string;
  readonly scheduled: readonly ScheduledReview[];
  readonly patterns: readonly PatternWords[];
  readonly answers: readonly ModelAnswer[];
  readonly now: number;
}

/** All that was said about one answer, what was right first. */
export function ReportView({ report, text, scheduled, patterns, answers, now }: ReportViewProps) {
  const findings: readonly NumberedFinding[] = report.findings.map((finding, i) => ({ ...finding, number: i + 1 }));
  const absent = findings.filter(({ verdict, at }) => verdict !== "met" && at === null);
  const flaws = findings.filter(({ verdict }) => verdict !== "met").length;
  return (
    <FindingFocus>
      <div className="space-y-12">
        <section aria-label="Score by dimension">
          <DimensionBars dimensions={report.dimensions} />
        </section>
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
        <Part title="Your answer" note={flaws === 0 ? "Nothing to mend." : undefined}>
          <div className="space-y-4">
            <UnreadableLines diagnostics={report.diagnostics} />
            <MarkedSheet text={text} findings={findings} scheduled={scheduled} now={now}>
              {report.alignment.length > 0 && (
                <Part title="How your names were understood" below>
                  <NamesUnderstood lines={report.alignment} />
                </Part>
              )}
              <Part title="What comes back" below>
                <ReviewsPlanned scheduled={scheduled} now={now} />
              </Part>
            </MarkedSheet>
          </div>
        </Part>
        {report.patterns.length > 0 && (
          <Part title="What is asked of the data">
            <PatternMatrix results={report.patterns} patterns={patterns} />
          </Part>
        )}
        {answers.length > 0 && (
          <Part title="Beside a model answer">
            <AnswersBeside mine={text} answers={answers} />
          </Part>
        )}
      </div>
    </FindingFocus>
  );
}

interface PartProps {
  readonly title: string;
  readonly note?: string | undefined;
  /** Stands beside the remarks where they are longer than the text. */
  readonly below?: boolean;
  readonly children: ReactNode;
}

function Part({ title, note, below = false, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={below ? "flow-root pt-12" : undefined}>
      <h2 id={id} className="text-lead font-semibold">
        {title}
      </h2>
      {note && <p className="mt-1 text-ink-soft">{note}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
