import type { Route } from "next";
import Link from "next/link";
import type { Signal } from "@/lib/rubric";
import { LocalTime } from "../ui/local-time";
import { signalWords } from "../ui/signal";
import { ChartTable } from "./chart";
import { ScoreChart } from "./score-chart";

export interface ScoredAttempt {
  readonly id: string;
  readonly number: number;
  readonly score: number;
  readonly signal: Signal;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

export interface ScenarioScoresProps {
  slug: string;
  title: string;
  /** Oldest first; at least one. */
  attempts: readonly ScoredAttempt[];
}

/** What a row of scores says, in words. */
export function sayScores(scores: readonly number[]): string {
  const first = scores[0] ?? 0;
  const last = scores.at(-1) ?? first;
  if (scores.length === 1) return `One answer so far: ${first} of 100.`;
  const best = Math.max(...scores);
  const course =
    last > first
      ? `From ${first} up to ${last}`
      : last < first
        ? `From ${first} down to ${last}`
        : `${first} at first and ${last} now`;
  const peak = best > Math.max(first, last) ? `, ${best} at best` : "";
  return `${course} in ${scores.length} answers${peak}.`;
}

function AttemptTable({ title, attempts }: Pick<ScenarioScoresProps, "title" | "attempts">) {
  return (
    <ChartTable
      caption={`Answers to ${title}, newest first`}
      label="Answers as a table"
      head={["Answer", "Score", "When"]}
      rows={[...attempts].reverse().map(({ id, number, score, signal, createdAt }) => ({
        key: id,
        cells: [
          <Link
            key={id}
            href={`/reports/${id}` as Route}
            className="inline-flex min-h-6 items-center text-accent-text underline underline-offset-3"
          >
            No. {number}
          </Link>,
          `${score} ${signalWords(signal)}`,
          <LocalTime key={id} at={createdAt} />,
        ],
      }))}
    />
  );
}

/** When the first and the last were, under their points. */
function Dates({ attempts }: Pick<ScenarioScoresProps, "attempts">) {
  const [first, last] = [attempts[0], attempts.at(-1)];
  if (!first || !last) return null;
  return (
    <p className="-mt-5 flex justify-between gap-4 pr-2 pl-9 text-[11px] text-ink-faint">
      <LocalTime at={first.createdAt} />
      {first !== last && <LocalTime at={last.createdAt} />}
    </p>
  );
}

/** One of the small multiples: a scenario's scores, with the sentence that they show. */
export function ScenarioScores({ slug, title, attempts }: ScenarioScoresProps) {
  const sentence = sayScores(attempts.map(({ score }) => score));
  return (
    <section className="w-86 max-w-full">
      <h3 className="font-medium">
        <Link href={`/practice/${slug}` as Route} className="inline-flex min-h-6 items-center hover:underline">
          {title}
        </Link>
      </h3>
      <p className="text-small text-ink-soft">{sentence}</p>
      <div className="mt-2">
        <ScoreChart scores={attempts} sentence={`${title}. ${sentence}`} />
      </div>
      <Dates attempts={attempts} />
      <AttemptTable title={title} attempts={attempts} />
    </section>
  );
}
