import { type Budget, type ItemKind, secondsOf, takeWhatFits } from "./budget";
import { checkTime } from "./days";
import { isInSteps, type Memory } from "./memory";
import { firstOfGroups, keepApart, mix } from "./mix";
import { retrievability } from "./review";

/** What the order needs to know of an item; a caller's own item carries more and gets it back. */
export interface Queued {
  readonly id: string;
  readonly memory: Memory;
  /** A card where it is not said. */
  readonly kind?: ItemKind;
  /** Its place in the decks, for new cards: a deck is learnt in the order that it is written in. */
  readonly place?: number;
  /** A report said that it comes. It goes before other new cards, and neither limit nor minutes hold it back. */
  readonly promised?: boolean;
  /** It may come before it is due: somebody asks for it. */
  readonly ahead?: boolean;
  /** The group that it is kept apart from the others of: its note, its rule. */
  readonly sibling?: string | null;
}

export interface QueueLimits {
  readonly newPerDay: number;
  /** New items already begun today. */
  readonly newToday: number;
  /** Whether only one of a group comes on a day. */
  readonly bury?: boolean;
  /** What the day still takes; null or left out: as long as it takes. */
  readonly budget?: Budget | null;
  /** Fitted to the person, by which what is nearly lost comes first; null or left out: the defaults. */
  readonly parameters?: readonly number[] | null;
}

export interface Queue<T> {
  readonly items: T[];
  /** So many of `items`, from the first on, fit in what the day still takes; the others wait. */
  readonly fits: number;
}

/**
 * What to do now, in order; what is neither due nor asked for is left out.
 * 1. Learning and relearning, by due time: their minutes matter, and nothing holds them back.
 * 2. Reviews, the least likely to be remembered first: of a queue left half done, the best part was done.
 * 3. Spread evenly among these, new items: promised ones, then as many others as the day still allows.
 *
 * Of siblings only the one that would come first is there (`bury`), or they are not next to each other. Where minutes are
 * short, what is promised goes first, then what is due, then other new items, which are left out where no time is left
 * for them; so `items` after the first `fits` are due ones that wait.
 * Ties fall by due time, place and id, so that the same items give the same order whatever order they came in.
 */
export function orderQueue<T extends Queued>(items: readonly T[], now: number, limits: QueueLimits): Queue<T> {
  checkTime(now);
  const due = items.filter(({ memory, ahead }) => memory.due <= now || ahead === true);
  const learning = due.filter(({ memory }) => isInSteps(memory)).sort(byDue);
  const fresh = due.filter(({ memory }) => memory.phase === "new").sort(byPlace);
  const rest = [
    ...byChance(due, now, limits),
    ...fresh.filter(({ promised }) => promised === true),
    ...fresh.filter(({ promised }) => promised !== true),
  ];
  const { today, later } = allot(learning, limits.bury ? firstOfGroups(rest, learning) : rest, limits);
  const first = keepApart(arrange(today), learning.at(-1));
  return {
    items: [...learning, ...first, ...keepApart(later, first.at(-1) ?? learning.at(-1))],
    fits: learning.length + first.length,
  };
}

/** Reviews and new items of today, and the reviews that wait. */
function allot<T extends Queued>(learning: readonly T[], rest: readonly T[], limits: QueueLimits) {
  const { newPerDay, newToday, budget } = limits;
  const reviews = rest.filter(({ memory }) => memory.phase === "review");
  const promised = rest.filter((item) => isNew(item) && item.promised === true);
  const others = rest
    .filter((item) => isNew(item) && item.promised !== true)
    .slice(0, Math.max(0, Math.floor(newPerDay - newToday - promised.length)));
  if (!budget) return { today: [...reviews, ...promised, ...others], later: [] };
  const spent = [...learning, ...promised].reduce((sum, item) => sum + secondsOf(item, budget), 0);
  const done = takeWhatFits(reviews, budget.secondsLeft - spent, budget);
  const begun = done.waiting.length > 0 ? [] : takeWhatFits(others, done.left, budget).taken;
  return { today: [...done.taken, ...promised, ...begun], later: done.waiting };
}

function arrange<T extends Queued>(today: readonly T[]): T[] {
  return mix(
    today.filter((item) => !isNew(item)),
    today.filter(isNew),
  );
}

function byChance<T extends Queued>(due: readonly T[], now: number, { parameters }: QueueLimits): T[] {
  return due
    .filter(({ memory }) => memory.phase === "review")
    .map((item) => ({ item, chance: retrievability(item.memory, now, parameters) }))
    .sort((a, b) => a.chance - b.chance || byDue(a.item, b.item))
    .map(({ item }) => item);
}

function isNew({ memory }: Queued): boolean {
  return memory.phase === "new";
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
