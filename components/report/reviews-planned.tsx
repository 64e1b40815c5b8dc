import { Icon } from "../ui/icon";
import { InlineCode } from "../ui/inline-code";
import type { ScheduledReview } from "./scheduled";
import { When } from "./when";

interface ReviewsPlannedProps {
  readonly scheduled: readonly ScheduledReview[];
  readonly now: number;
}

const SHOWN = 6;

/** Which reviews an attempt brought back, when, and why. */
export function ReviewsPlanned({ scheduled, now }: ReviewsPlannedProps) {
  if (scheduled.length === 0) return <p className="text-ink-soft">Nothing comes back because of this attempt.</p>;
  const rest = scheduled.slice(SHOWN);
  return (
    <div className="border-y border-line text-small">
      <ReviewList reviews={scheduled.slice(0, SHOWN)} now={now} />
      {rest.length > 0 && (
        <details className="group border-t border-line">
          <summary className="flex min-h-11 list-none items-center gap-1.5 rounded-sm px-3 text-ink-soft hover:text-ink md:min-h-9 [&::-webkit-details-marker]:hidden">
            <Icon name="right" className="size-3.5 transition-transform group-open:rotate-90" />
            {rest.length === 1 ? "1 more review" : `${rest.length} more reviews`}
          </summary>
          <ReviewList reviews={rest} now={now} />
        </details>
      )}
    </div>
  );
}

function ReviewList({ reviews, now }: { reviews: readonly ScheduledReview[]; now: number }) {
  return (
    <ul className="divide-y divide-line">
      {reviews.map(({ kind, ref, title, due, why, change }) => (
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
