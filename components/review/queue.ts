import type { Scheduling } from "@/lib/schedule";
import type { ReviewItem } from "./item";

/** What schedules all items of a person; the item itself says the rest. */
export type SchedulingOf = Pick<Scheduling, "settings" | "clock" | "parameters">;

/** The person's queue as the page shows it. Times are epoch milliseconds. */
export interface ShownQueue {
  readonly items: readonly ReviewItem[];
  readonly scheduling: SchedulingOf;
  /** When the next one comes that is not in `items`; null where nothing will. */
  readonly nextDue: number | null;
  /** Milliseconds of review that today takes (null: as long as it takes), and that it has had. */
  readonly budget: { readonly limit: number | null; readonly spent: number };
  /** When the server read it. */
  readonly readAt: number;
}

export function schedulingFor(itemId: string, by: SchedulingOf): Scheduling {
  return { ...by, policy: "card", seed: itemId, load: null };
}
