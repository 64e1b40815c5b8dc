import type { Finding, Report } from "@/lib/rubric";
import { VerdictBadge } from "../ui/badge";
import { Meter } from "../ui/meter";
import { SignalBadge } from "../ui/signal";

export interface ReportPictureProps {
  title: string;
  /** The sheet that was graded, whole. */
  text: string;
  report: Report;
}

/** The first line of the design, counted from 1: the picture leaves the front matter out. */
function firstBodyLine(lines: readonly string[]): number {
  const end = lines.indexOf("---", 1);
  return lines[0] === "---" && end > 0 ? end + 2 : 1;
}

function Remark({ finding }: { finding: Finding }) {
  return (
    <div className="my-2 max-w-prose rounded-md border border-line bg-surface p-3 font-sans whitespace-normal">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <VerdictBadge verdict={finding.verdict} />
        <span className="font-mono text-ink-faint">{finding.rule}</span>
      </p>
      <p className="mt-1.5">{finding.message}</p>
      {finding.fix !== "" && <p className="mt-1 text-ink-soft">{finding.fix}</p>}
    </div>
  );
}

function Sheet({ text, remarks }: { text: string; remarks: readonly Finding[] }) {
  const lines = text.trimEnd().split("\n");
  const first = firstBodyLine(lines);
  return (
    <ol className="overflow-hidden rounded-md bg-sunk py-3 font-mono text-small" start={first}>
      {lines.slice(first - 1).map((line, index) => {
        const number = first + index;
        const here = remarks.filter(({ at }) => at?.line === number);
        return (
          <li key={number} className="grid grid-cols-[2.5rem_1fr] gap-3 pr-4">
            <span className="text-right text-ink-faint" aria-hidden="true">
              {number}
            </span>
            <div className="min-w-0">
              <span className={here.length > 0 ? MARKED : "break-words whitespace-pre-wrap"}>{line || " "}</span>
              {here.map((finding) => (
                <Remark key={`${finding.rule} ${finding.subject}`} finding={finding} />
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

const MARKED =
  "break-words whitespace-pre-wrap underline decoration-missed decoration-wavy decoration-1 underline-offset-4 [text-decoration-skip-ink:none]";

/** A report, small: the score, a bar for each dimension, and the remarks in the answer's own text. */
export function ReportPicture({ title, text, report }: ReportPictureProps) {
  const remarks = report.findings.filter(({ verdict }) => verdict !== "met");
  const praise = report.findings.find(({ verdict, at }) => verdict === "met" && at !== null);
  return (
    <div className="space-y-6 rounded-lg border border-line p-4 sm:p-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="font-medium">{title}</p>
        <p className="ml-auto flex items-center gap-3">
          <span className="font-mono text-title">{report.score}</span>
          <SignalBadge signal={report.signal} />
        </p>
      </div>
      <div className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
        {Object.entries(report.dimensions).map(([dimension, { earned, possible }]) => (
          <Meter
            key={dimension}
            label={dimension}
            value={earned}
            max={possible}
            text={`${share(earned, possible)} %`}
          />
        ))}
      </div>
      <Sheet text={text} remarks={praise ? [praise, ...remarks] : remarks} />
    </div>
  );
}

function share(earned: number, possible: number): number {
  return possible > 0 ? Math.round((100 * earned) / possible) : 100;
}
