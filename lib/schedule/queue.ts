import { checkTime } from "./days";
import type { Memory } from "./memory";
import { retrievability } from "./review";

/** What the order needs to know of an item; a caller's own item carries more and gets it back. */
export interface Queued {
  readonly id: string;
  readonly memory: Memory;
  /** Its place in the decks, for new cards: a deck is learnt in the order that it is written in. */
  readonly place?: number;
  /** A report said that it comes. It goes before other new cards, and the daily limit does not hold it back. */
  readonly promised?: boolean;
}

export interface QueueLimits {
  readonly newPerDay: number;
  /** New items already begun today. */
  readonly newToday: number;
}

/**
 * What to do now, in order; what is not due yet is left out.
 * 1. Learning and relearning, by due time: their minutes matter.
 * 2. Reviews, the least likely to be remembered first: of a queue left half done, the best part was done.
 * 3. New items: promised ones, then as many others as the day still allows.
 * Ties fall by due time, place and id, so that the same items give the same order whatever order they came in.
 */
export function orderQueue<T extends Queued>(items: readonly T[], now: number, limits: QueueLimits): T[] {
  checkTime(now);
  const due = items.filter((item) => item.memory.due <= now);
  const isLearning = (item: T) => item.memory.phase === "learning" || item.memory.phase === "relearning";
  const learning = due.filter(isLearning).sort(byDue);
  const reviews = due
    .filter((item) => item.memory.phase === "review")
    .map((item) => ({ item, chance: retrievability(item.memory, now) }))
    .sort((a, b) => a.chance - b.chance || byDue(a.item, b.item))
    .map(({ item }) => item);
  const fresh = due.filter((item) => item.memory.phase === "new");
  return [...learning, ...reviews, ...newItems(fresh, limits)];
}

function newItems<T extends Queued>(fresh: readonly T[], { newPerDay, newToday }: QueueLimits): T[] {
  const promised = fresh.filter((item) => item.promised === true).sort(byPlace);
  const others = fresh.filter((item) => item.promised !== true).sort(byPlace);
  const left = Math.max(0, Math.floor(newPerDay - newToday - promised.length));
  return [...promised, ...others.slice(0, left)];
}

function byDue(a: Queued, b: Queued): number {
  return a.memory.due - b.memory.due || byPlace(a, b);
}

function byPlace(a: Queued, b: Queued): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (a.place ?? last) - (b.place ?? last) || compare(a.id, b.id);
}

/** Code units, not the reader's locale: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
