import type { Clock } from "./days";
import type { Settings } from "./settings";

/**
 * `card`: minutes matter at first, so a new card returns after 1 and 10 minutes, a forgotten one after 10.
 * `scenario`: a design takes half an hour; it returns after whole days only, at the earliest the next day.
 */
export const POLICIES = ["card", "scenario"] as const;
export type Policy = (typeof POLICIES)[number];

/** All that decides when an item comes back, besides its memory, the rating and the time. */
export interface Scheduling {
  readonly policy: Policy;
  readonly settings: Settings;
  readonly clock: Clock;
  /** The 21 parameters of FSRS-6 that were fitted to the person; null: the defaults. */
  readonly parameters: readonly number[] | null;
  /** The item's id: items that were learnt together are moved apart by it, each always the same way. */
  readonly seed: string;
  /** How many items are due on a day already, by day number; null: not known, all days count as equally full. */
  readonly load: ((day: number) => number) | null;
}
