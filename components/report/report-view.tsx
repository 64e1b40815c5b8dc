import type { ReactNode } from "react";
import type { NamesRead, ReportChange } from "@/lib/practice";
import { type Report, saidOnce } from "@/lib/rubric";
import { ProvePanel, type ProvePanelProps } from "../proof/prove-panel";
import { AdviceList } from "./advice-list";
import { AnswersBeside, type ModelAnswer, type StoreSound } from "./answers-beside";
import { BriefProvider } from "./brief-words";
import { FindingFocus } from "./finding-focus";
import { NamesUnderstood } from "./names-understood";
import { Part } from "./part";
import { PatternMatrix, type PatternWords } from "./pattern-matrix";
import { ReportDifference } from "./report-difference";
import { ReportFindings } from "./report-findings";
import { ReviewsPlanned } from "./reviews-planned";
import type { ScheduledReview } from "./scheduled";
import type { AskWhatIf } from "./what-if";

export interface ReportViewProps {
  readonly report: Report;
  /** The sheet as it was handed in. */
  readonly text: string;
  readonly scheduled: readonly ScheduledReview[];
  /** The brief, as it is to be read; null where the scenario is not there any more, and so for what is read from it. */
  readonly brief: ReactNode;
  readonly patterns: readonly PatternWords[];
  /** Null where there is nothing that a PostgreSQL could run. */
  readonly proof: ProvePanelProps | null;
  readonly names: NamesRead | null;
  readonly entities: readonly string[];
  readonly answers: readonly ModelAnswer[];
  readonly stores: readonly StoreSound[];
  /** From the attempt before this one. */
  readonly difference: { readonly change: ReportChange; readonly note: string } | null;
  readonly whatIf: AskWhatIf;
  readonly now: number;
}

/** All that was said about one answer, what was right first. */
export function ReportView(props: ReportViewProps) {
  const { report, text, scheduled, brief, patterns, proof, names, entities, answers, stores, difference, whatIf, now } =
    props;
  const { advice = [] } = report;
  return (
    <BriefProvider brief={brief}>
      <FindingFocus>
        <div className="space-y-12">
          <ReportFindings
            report={{ ...report, findings: saidOnce(report.findings) }}
            text={text}
            scheduled={scheduled}
            now={now}
            difference={
              difference && (
                <Part title="Since your last attempt" note={difference.note}>
                  <ReportDifference change={difference.change} />
                </Part>
              )
            }
          />
          {report.patterns.length > 0 && (
            <Part title="What is asked of the data">
              <PatternMatrix store={report.store?.type ?? "relational"} results={report.patterns} patterns={patterns} />
            </Part>
          )}
          {proof && (
            <Part
              title="Prove it"
              note="Your tables, made in a real PostgreSQL inside your browser. Bad rows are thrown at each rule of the brief, and each question runs on a small and on a large table. Nothing leaves this page; your saved report stays as it is."
            >
              <ProvePanel {...proof} />
            </Part>
          )}
          {names && (
            <Part
              title="How your names were understood"
              note="Was one taken for something else? Say so, and see what the report would be. What is saved stays as it is."
            >
              <NamesUnderstood names={names} lines={report.alignment} entities={entities} whatIf={whatIf} />
            </Part>
          )}
          {advice.length > 0 && (
            <Part title="What may be asked next" note="Advice. It costs nothing.">
              <AdviceList advice={advice} />
            </Part>
          )}
          <Part title="What comes back">
            <ReviewsPlanned scheduled={scheduled} now={now} />
          </Part>
          {answers.length > 0 && (
            <Part title="Beside a model answer">
              <AnswersBeside mine={text} answers={answers} stores={stores} own={report.store?.type ?? null} />
            </Part>
          )}
        </div>
      </FindingFocus>
    </BriefProvider>
  );
}
