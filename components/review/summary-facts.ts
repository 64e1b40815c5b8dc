import { RATINGS, type RatedItem } from "./item";
import type { Session } from "./session-state";

export interface SummaryFacts {
  /** Ratings given, and how many of them were of something that was known. */
  readonly count: number;
  readonly known: number;
  readonly milliseconds: number;
  readonly byRating: readonly { readonly name: string; readonly count: number }[];
  /** What was answered with "again", each once, in that order. */
  readonly missed: readonly RatedItem[];
  /** How many were put away. */
  readonly away: number;
}

export function factsOf({ acts }: Session): SummaryFacts {
  const given = acts.filter((act) => act.kind === "rate");
  const missed = new Map(given.filter(({ rating }) => rating === 1).map(({ item }) => [item.id, item]));
  return {
    count: given.length,
    known: given.filter(({ rating }) => rating > 1).length,
    milliseconds: given.reduce((sum, { elapsed }) => sum + elapsed, 0),
    byRating: RATINGS.map(({ rating, name }) => ({
      name,
      count: given.filter((one) => one.rating === rating).length,
    })),
    missed: [...missed.values()],
    away: acts.length - given.length,
  };
}

/** When the next one comes, by what was rated here and by what the server knows; null where nothing does. */
export function nextTime({ acts, items, nextDue }: Session): number | null {
  const latest = new Map(acts.flatMap((act) => (act.kind === "rate" ? [[act.item.id, act.after.due]] : [])));
  for (const act of acts) if (act.kind !== "rate") latest.delete(act.item.id);
  const times = [...latest.values(), ...(nextDue === null ? [] : [nextDue]), ...items.map(({ memory }) => memory.due)];
  return times.length === 0 ? null : Math.min(...times);
}

const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** "ten", "25". */
export function numberWords(count: number): string {
  return NUMBERS[count - 1] ?? String(count);
}

/** "40 seconds", "6 minutes". */
export function spentWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 90) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  return `${Math.round(seconds / 60)} minutes`;
}
