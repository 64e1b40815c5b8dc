import type { ScheduledReview } from "@/components/report/scheduled";
import { When } from "@/components/report/when";
import { LinkButton } from "@/components/ui/link-button";

interface NextStepsProps {
  /** Null where the scenario is not there any more. */
  readonly slug: string | null;
  readonly scheduled: readonly ScheduledReview[];
  readonly now: number;
}

/** What can be done after reading: the same scenario again, or the reviews it brought back. */
export function NextSteps({ slug, scheduled, now }: NextStepsProps) {
  const first = scheduled.reduce<number | null>(
    (soonest, { due }) => (soonest === null || due < soonest ? due : soonest),
    null,
  );
  return (
    <>
      {slug !== null && <LinkButton href={`/practice/${slug}`}>Try again</LinkButton>}
      {first !== null && (
        <LinkButton href="/review" variant="primary">
          <span>
            Review <When at={first} now={now} />
          </span>
        </LinkButton>
      )}
    </>
  );
}
