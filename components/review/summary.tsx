import type { ReactNode } from "react";
import { RATINGS } from "./item";
import type { Given } from "./session";

export interface SummaryProps {
  given: readonly Given[];
  /** "in 10 min"; null where nothing comes back. */
  nextIn: string | null;
  actions: ReactNode;
}

/** The end of a sitting: what was done, and when it goes on. */
export function Summary({ given, nextIn, actions }: SummaryProps) {
  const counts = RATINGS.map(({ rating, name }) => ({
    name,
    count: given.filter((one) => one.rating === rating).length,
  }));
  const known = given.filter(({ rating }) => rating > 1).length;
  return (
    <div className="max-w-prose py-8">
      <h2 className="text-title font-semibold">Done for now</h2>
      <p className="mt-2 text-ink-soft">
        {given.length === 1 ? "One card" : `${given.length} cards`}, {known} of them known.{" "}
        {nextIn === null ? "Nothing else is planned." : `The next one comes ${nextIn}.`}
      </p>
      <dl className="mt-6 grid max-w-sm grid-cols-4 divide-x divide-line rounded-md border border-line">
        {counts.map(({ name, count }) => (
          <div key={name} className="flex flex-col-reverse px-3 py-2">
            <dt className="text-small text-ink-soft">{name}</dt>
            <dd className="font-mono text-lead">{count}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-6 flex flex-wrap gap-3">{actions}</div>
    </div>
  );
}
