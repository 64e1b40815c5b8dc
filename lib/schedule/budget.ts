import type { Memory } from "./memory";

/** What kinds of item there are. */
export const ITEM_KINDS = ["card", "drill", "own", "scenario"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Seconds that an item takes: one that was never seen, with all its first steps, and one that comes back. */
export interface Pace {
  readonly new: number;
  readonly review: number;
}

/** What a day still takes. */
export interface Budget {
  readonly secondsLeft: number;
  /** What each kind takes this person; scenarios are not counted, whatever stands here. */
  readonly paces: Readonly<Record<ItemKind, Pace>>;
}

/** While too little is known of a person: a card is read and answered in ten seconds, a drill's sheet in forty. */
export const USUAL_PACES: Budget["paces"] = {
  card: { new: 40, review: 10 },
  drill: { new: 80, review: 40 },
  own: { new: 40, review: 10 },
  scenario: { new: 1800, review: 1800 },
};

interface Costly {
  readonly kind?: ItemKind;
  readonly memory: Memory;
}

/** Seconds of the budget that an item takes; a scenario takes half an hour, which is no part of the daily minutes. */
export function secondsOf({ kind = "card", memory }: Costly, { paces }: Budget): number {
  if (kind === "scenario") return 0;
  return memory.phase === "new" ? paces[kind].new : paces[kind].review;
}

/**
 * As many of `items` as fit, from the first on, the others, and the seconds that are left then. One that does not fit
 * ends it, so that nobody gets the short ones only; what costs nothing is always taken.
 */
export function takeWhatFits<T extends Costly>(items: readonly T[], seconds: number, budget: Budget) {
  const taken: T[] = [];
  const waiting: T[] = [];
  let left = seconds;
  for (const item of items) {
    const cost = secondsOf(item, budget);
    if (cost > 0 && (cost > left || waiting.length > 0)) waiting.push(item);
    else {
      taken.push(item);
      left -= cost;
    }
  }
  return { taken, waiting, left };
}
