import {
  type Budget,
  type ItemKind,
  isInSteps,
  type Memory,
  newMemory,
  orderQueue,
  type Pace,
  type QueueLimits,
  USUAL_PACES,
} from "@/lib/schedule";
import type { DayLog } from "./day-log";
import { itemId } from "./item-id";

/** Something that may be shown, as the queue needs to know it. */
export interface Waiting {
  /** `card:keys/what-is-a-key`, `scenario:auction`: one person's own name for it. */
  readonly id: string;
  readonly kind: ItemKind;
  readonly ref: string;
  readonly memory: Memory;
  /** Why a report brought it forward; null where it comes by its own schedule. */
  readonly why: string | null;
  /** Its place among new items. */
  readonly place?: number;
  /** Items of one group do not come on the same day. */
  readonly sibling?: string | null;
  /** It is asked for, whether or not it is due. */
  readonly ahead?: boolean;
}

export interface QueueCounts {
  /** Items that were learnt and whose time has come. */
  readonly due: number;
  /** Items never seen that today still takes. */
  readonly new: number;
  /** Items in their first minutes, or forgotten and on their way back. */
  readonly learning: number;
}

/** What is shown first fits into the day's minutes; the rest waits. */
export interface Composed {
  readonly items: readonly Waiting[];
  readonly counts: QueueCounts;
  /** How many of `items` fit into what the day still takes; scenarios, which take half an hour each, do not count. */
  readonly fits: number;
}

/**
 * What to review now: items in learning, due ones with new ones among them (as many as the person wants a day; what a report
 * promised always comes), and last the scenarios.
 */
export function composeQueue(waiting: readonly Waiting[], now: number, limits: QueueLimits): Composed {
  const ready = waiting.map((item) => ({ ...item, promised: item.why !== null }));
  const ordered = (scenario: boolean) =>
    orderQueue(
      ready.filter((item) => (item.kind === "scenario") === scenario),
      now,
      limits,
    );
  const short = ordered(false);
  const items = [...short.items, ...ordered(true).items].map(({ promised: _, ...item }) => item);
  const learning = items.filter(({ memory }) => isInSteps(memory)).length;
  const fresh = items.filter(({ memory }) => memory.phase === "new").length;
  const fits = short.fits === short.items.length ? items.length : short.fits;
  return { items, counts: { due: items.length - learning - fresh, new: fresh, learning }, fits };
}

/** Too few reviews say nothing of a person's pace. */
const ENOUGH_REVIEWS = 50;
const ENOUGH_DRILLS = 20;
/** A new item takes as long as this many reviews: it comes back within its first minutes. */
const NEW_TIMES = 4;
const NEW_TIMES_DRILL = 2;

/** What a person did in the last weeks, summed. */
export type TimeSpent = Pick<DayLog, "reviews" | "milliseconds" | "drills" | "drillMilliseconds">;

/** How long each kind of item takes a person, in seconds; as usual while too little is known. */
export function pacesOf({ reviews, milliseconds, drills, drillMilliseconds }: TimeSpent): Budget["paces"] {
  const cards = reviews - drills;
  const card =
    cards < ENOUGH_REVIEWS ? USUAL_PACES.card : paceFrom((milliseconds - drillMilliseconds) / cards, NEW_TIMES);
  const drill = drills < ENOUGH_DRILLS ? USUAL_PACES.drill : paceFrom(drillMilliseconds / drills, NEW_TIMES_DRILL);
  return { ...USUAL_PACES, card, own: card, drill };
}

function paceFrom(milliseconds: number, times: number): Pace {
  const review = Math.max(1, milliseconds / 1000);
  return { review, new: review * times };
}

/** An item that the person never met. */
export function unseenItem(kind: "card" | "drill", ref: string, place: number, now: number): Waiting {
  return { id: itemId(kind, ref), kind, ref, memory: newMemory(now), why: null, place };
}
