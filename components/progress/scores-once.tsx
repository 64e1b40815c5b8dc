import type { Route } from "next";
import Link from "next/link";
import { LocalTime } from "../ui/local-time";
import { signalWords } from "../ui/signal";
import type { ScenarioScoresProps } from "./scenario-scores";

/** Scenarios with one answer each: there is nothing to draw yet. */
export function ScoresOnce({ scenarios }: { scenarios: readonly ScenarioScoresProps[] }) {
  return (
    <section aria-labelledby="once" className="mt-8">
      <h3 id="once" className="font-medium">
        Tried once
      </h3>
      <ul className="mt-2 grid gap-x-9 text-small md:grid-cols-2 lg:grid-cols-3">
        {scenarios.flatMap(({ slug, title, attempts: [attempt] }) =>
          attempt
            ? [
                <li key={slug} className="flex items-baseline justify-between gap-3 border-t border-line py-2">
                  <Link
                    href={`/reports/${attempt.id}` as Route}
                    className="inline-flex min-h-6 items-center hover:underline"
                  >
                    {title}
                  </Link>
                  <span className="text-right text-ink-soft">
                    <span className="font-mono">{attempt.score}</span> {signalWords(attempt.signal)},{" "}
                    <LocalTime at={attempt.createdAt} />
                  </span>
                </li>,
              ]
            : [],
        )}
      </ul>
    </section>
  );
}
