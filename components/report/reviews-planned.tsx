import { InlineCode } from "../ui/inline-code";
import type { ScheduledReview } from "./scheduled";
import { When } from "./when";

/** Which reviews an attempt brought back, when, and why. */
export function ReviewsPlanned({ scheduled, now }: { scheduled: readonly ScheduledReview[]; now: number }) {
  if (scheduled.length === 0) return <p className="text-ink-soft">Nothing comes back because of this attempt.</p>;
  return (
    <ul className="divide-y divide-line border-y border-line text-small">
      {scheduled.map(({ kind, ref, title, due, why, change }) => (
        <li key={`${kind} ${ref}`} className="grid gap-x-4 px-3 py-2 sm:grid-cols-[5rem_minmax(0,3fr)_minmax(0,2fr)]">
          <span className="font-medium">
            <When at={due} now={now} />
          </span>
          <span>
            {kind === "scenario" ? "The whole scenario: " : ""}
            <InlineCode text={title} />
          </span>
          <span className="text-ink-soft">
            <InlineCode text={change === "kept" ? `comes by then anyway; ${why}` : why} />
          </span>
        </li>
      ))}
    </ul>
  );
}
