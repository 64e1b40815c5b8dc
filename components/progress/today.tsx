import type { Streak } from "@/lib/practice";
import { LinkButton } from "../ui/link-button";
import { Figures } from "./figures";
import { counted, sayStreak, sayTime } from "./words";

export interface TodayProps {
  /** Cards and drills that wait, and scenarios that come back; a scenario takes its half hour. */
  due: { readonly reviews: number; readonly fresh: number; readonly scenarios: number };
  /** Milliseconds that what waits will take; scenarios are not in it. */
  time: number;
  /** Milliseconds of review already done today. */
  spent: number;
  streak: Streak;
}

function sayDue({ reviews, fresh, scenarios }: TodayProps["due"]): string {
  const parts = [
    reviews > 0 ? counted(reviews, "review") : "",
    fresh > 0 ? counted(fresh, "new card") : "",
    scenarios > 0 ? `${counted(scenarios, "scenario")} to do again` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "Nothing waits now." : `${parts.join(", ")}.`;
}

/** What waits, how long it takes, and the run of days. */
export function Today({ due, time, spent, streak }: TodayProps) {
  const waiting = due.reviews + due.fresh + due.scenarios;
  return (
    <>
      <div className="mt-4 flex flex-wrap items-end justify-between gap-6">
        <Figures
          figures={[
            { label: "due now", value: waiting },
            { label: "minutes", value: time > 0 ? `≈ ${Math.max(1, Math.round(time / 60_000))}` : 0 },
            { label: streak.days === 1 ? "day running" : "days running", value: streak.days },
          ]}
        />
        {waiting > 0 && (
          <LinkButton href="/review" variant="primary">
            Review now
          </LinkButton>
        )}
      </div>
      <div className="mt-4 max-w-prose space-y-2 text-ink-soft">
        <p>
          {sayDue(due)} {spent > 0 && `You reviewed for ${sayTime(spent)} today.`}
        </p>
        <p>{sayStreak(streak)}</p>
      </div>
    </>
  );
}
