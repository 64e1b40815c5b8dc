import type { Memory } from "./memory";
import type { Scheduling } from "./scheduling";

/** Where a review stands on the person's calendar. */
export interface Standing {
  /** Day number of the review. */
  readonly today: number;
  /** Days since the review before. */
  readonly elapsed: number;
}

/** The days until an item comes back that FSRS would show after `scheduledDays`. */
export function chooseInterval(memory: Memory, _: Standing, { settings }: Scheduling): number {
  return Math.min(memory.scheduledDays, settings.maximumInterval);
}
