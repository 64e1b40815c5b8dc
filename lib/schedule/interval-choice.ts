import { randomFrom } from "@/lib/chance";
import { moveInterval } from "./balance";
import { interviewLimit } from "./interview";
import type { Memory } from "./memory";
import type { Scheduling } from "./scheduling";

/** Where a review stands on the person's calendar. */
export interface Standing {
  /** Day number of the review. */
  readonly today: number;
  /** Days since the review before. */
  readonly elapsed: number;
}

/** The chance to remember after so many days, by stability. */
type Curve = (days: number, stability: number) => number;

/**
 * The days until an item comes back that FSRS would show after `scheduledDays`: sooner where an interview asks for it,
 * never beyond the longest interval, and moved to a day with room.
 */
export function chooseInterval(memory: Memory, standing: Standing, by: Scheduling, curve: Curve): number {
  const { settings } = by;
  const { today, elapsed } = standing;
  const limit = interviewLimit(settings, today, (days) => curve(days, memory.stability));
  const most = Math.min(settings.maximumInterval, limit);
  const interval = Math.min(memory.scheduledDays, most);
  if (!settings.balance) return interval;
  const draw = randomFrom(`${by.seed} ${memory.reps}`)();
  return moveInterval({ interval, most, elapsed, today }, draw, by);
}
