import type { Clock } from "./days";
import type { Policy } from "./policy";
import type { Settings } from "./settings";

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
