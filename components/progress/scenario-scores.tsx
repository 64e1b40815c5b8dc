import type { Route } from "next";
import Link from "next/link";
import type { Signal } from "@/lib/rubric";
import { Icon } from "../ui/icon";
import { LocalTime } from "../ui/local-time";
import { signalWords } from "../ui/signal";
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
    <details className="group mt-1 text-small">
      <summary className="flex min-h-11 list-none items-center gap-1.5 text-ink-soft hover:text-ink md:min-h-8 [&::-webkit-details-marker]:hidden">
        <Icon name="right" className="size-3.5 transition-transform group-open:rotate-90" />
        Answers as a table
      </summary>
      <table className="w-full max-w-72">
        <caption className="sr-only">Answers to {title}, newest first</caption>
        <thead className="text-left text-ink-faint">
          <tr>
            <th scope="col" className="py-1 font-medium">
              Answer
            </th>
            <th scope="col" className="py-1 font-medium">
              Score
            </th>
            <th scope="col" className="py-1 font-medium">
              When
            </th>
          </tr>
        </thead>
        <tbody>
          {[...attempts].reverse().map((attempt) => (
            <tr key={attempt.id} className="border-t border-line">
              <td className="py-1">
                <Link
                  href={`/reports/${attempt.id}` as Route}
                  className="inline-flex min-h-6 items-center text-accent-text underline underline-offset-3"
                >
                  No. {attempt.number}
                </Link>
              </td>
              <td className="py-1">
                <span className="font-mono">{attempt.score}</span> {signalWords(attempt.signal)}
              </td>
              <td className="py-1 text-ink-soft">
                <LocalTime at={attempt.createdAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** When the first and the last were, under their points. */
function Dates({ attempts }: Pick<ScenarioScoresProps, "attempts">) {
  const [first, last] = [attempts[0], attempts.at(-1)];
  if (!first || !last) return null;
  return (
    <p className="flex justify-between gap-4 px-7 text-small text-ink-faint">
      <LocalTime at={first.createdAt} />
      {first !== last && <LocalTime at={last.createdAt} />}
    </p>
  );
}

/** One of the small multiples: a scenario's scores, with the sentence that they show. */
export function ScenarioScores({ slug, title, attempts }: ScenarioScoresProps) {
  const sentence = sayScores(attempts.map(({ score }) => score));
  return (
    <section className="w-72 max-w-full">
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
