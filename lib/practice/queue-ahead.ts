import { isInSteps, type Memory } from "@/lib/schedule";
import { type Composed, composeQueue, type Waiting } from "./queue";

/** No day's limit holds back what somebody asks for. */
const NO_LIMITS = { newPerDay: Number.POSITIVE_INFINITY, newToday: 0, bury: false, budget: null };

export interface Ahead extends Composed {
  /** When the next item in its steps comes, epoch milliseconds; null where none does. */
  readonly nextDue: number | null;
}

/**
 * A sitting that somebody asks for, in the order of any sitting: what is new or learnt may come ahead of its day. What was rated since
 * `begin` and comes on another day is done; what is in its steps comes at its minute.
 *
 * @param begin when the person's day began, epoch milliseconds
 * @param parameters fitted to the person; null for the defaults
 */
export function composeAhead(
  there: readonly Waiting[],
  now: number,
  begin: number,
  parameters: readonly number[] | null,
): Ahead {
  const asked = there.map((item) => ({ ...item, ahead: mayComeAhead(item.memory, begin) }));
  const steps = there.flatMap(({ memory }) => (memory.due > now && isInSteps(memory) ? [memory.due] : []));
  return {
    ...composeQueue(asked, now, { ...NO_LIMITS, parameters }),
    nextDue: steps.length === 0 ? null : Math.min(...steps),
  };
}

function mayComeAhead({ phase, lastReview }: Memory, begin: number): boolean {
  return phase === "new" || (phase === "review" && lastReview !== null && lastReview < begin);
}
