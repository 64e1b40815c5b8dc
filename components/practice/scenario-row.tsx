import type { Route } from "next";
import Link from "next/link";
import type { StoreType } from "@/lib/design";
import type { Signal } from "@/lib/rubric";
import { StoreBadge } from "../ui/badge";
import { SignalBadge } from "../ui/signal";

export interface ScenarioRowProps {
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  difficulty: "warm-up" | "core" | "hard";
  /** Store types that fit it best. Shown once it was tried: before, the choice is part of the exercise. */
  stores: readonly StoreType[];
  /** The newest attempt, and how many there were. */
  last: { readonly score: number; readonly signal: Signal; readonly number: number } | null;
}

const DIFFICULTIES: Record<ScenarioRowProps["difficulty"], string> = {
  "warm-up": "Warm-up",
  core: "Core",
  hard: "Hard",
};

/** One line of the list of scenarios; the whole line is the link. */
export function ScenarioRow({ slug, title, summary, minutes, difficulty, stores, last }: ScenarioRowProps) {
  return (
    <li className="relative grid gap-x-8 gap-y-2 px-4 py-5 transition-colors hover:bg-hover sm:grid-cols-[1fr_auto] sm:px-6">
      <div className="min-w-0">
        <h2 className="text-lead font-medium">
          <Link href={`/practice/${slug}` as Route} className="after:absolute after:inset-0">
            {title}
          </Link>
        </h2>
        <p className="mt-1 max-w-prose text-ink-soft">{summary}</p>
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-soft">
          <span>{DIFFICULTIES[difficulty]}</span>
          <span className="font-mono">{minutes} min</span>
          {last !== null && stores.map((store) => <StoreBadge key={store} type={store} />)}
        </p>
      </div>
      <div className="flex items-center gap-3 sm:flex-col sm:items-end sm:justify-center sm:gap-1">
        {last === null ? (
          <span className="text-small text-ink-faint">Not tried yet</span>
        ) : (
          <>
            <span className="font-mono text-title">
              {last.score}
              <span className="sr-only"> of 100 in your last answer</span>
            </span>
            <SignalBadge signal={last.signal} />
          </>
        )}
      </div>
    </li>
  );
}
