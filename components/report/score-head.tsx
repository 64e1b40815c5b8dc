import type { ReactNode } from "react";
import type { Report } from "@/lib/rubric";
import { Badge, StoreBadge } from "../ui/badge";
import { LocalTime } from "../ui/local-time";
import { SignalBadge } from "../ui/signal";
import { reportInBrief } from "./report-words";

interface ScoreHeadProps {
  readonly title: string;
  readonly report: Report;
  readonly number: number;
  readonly createdAt: number;
  readonly seconds: number;
  readonly actions: ReactNode;
}

/** Which attempt this is, its score and signal, and one sentence. */
export function ScoreHead({ title, report, number, createdAt, seconds, actions }: ScoreHeadProps) {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 max-w-prose">
        <h1 className="text-title font-semibold">{title}</h1>
        <p className="mt-1 text-small text-ink-soft">
          Attempt {number}, <LocalTime at={createdAt} style="date-time" />,{" "}
          {minutes === 1 ? "1 minute" : `${minutes} minutes`}
        </p>
        <p className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2">
          <span className="font-mono text-display leading-none font-medium">
            {report.score}
            <span className="text-lead text-ink-faint"> / 100</span>
          </span>
          <SignalBadge signal={report.signal} />
          <Badge>{report.level} level</Badge>
          {report.store && <StoreBadge type={report.store.type}>{report.store.engine ?? report.store.type}</StoreBadge>}
        </p>
        <p className="mt-3">{reportInBrief(report)}</p>
      </div>
      <div className="flex flex-wrap gap-2">{actions}</div>
    </header>
  );
}
