import type { PlanBackInput, PlannedDay } from "./interview-plan";

/** So many that went badly are tried again before an interview, every second day. */
const MOST_AGAIN = 3;
const EVERY = 2;

type Placed = NonNullable<PlannedDay["scenario"]>;

interface ScenarioDays {
  readonly byDay: ReadonlyMap<number, Placed>;
  /** Untried ones for which no day is left. */
  readonly left: readonly string[];
}

/**
 * One scenario a day at most. Those that went worst come again in the last days, the worst nearest to the day, where the
 * untried ones leave room for them; the untried are spread over the days before, in their order.
 * @param open days on which the person practises, rising, the day of the interview not among them.
 */
export function scenarioDays({ untried, tried }: PlanBackInput, open: readonly number[]): ScenarioDays {
  const worst = tried.toSorted((a, b) => a.score - b.score || (a.slug < b.slug ? -1 : 1));
  const spare = Math.max(0, open.length - untried.length);
  const again = worst.slice(0, Math.min(MOST_AGAIN, spare));
  const every = spare >= again.length * EVERY ? EVERY : 1;
  const byDay = new Map<number, Placed>();
  for (const [index, { slug }] of again.entries()) {
    const day = open.at(-1 - index * every);
    if (day !== undefined) byDay.set(day, { slug, again: true });
  }
  const left = spreadOut(untried, daysFor(untried.length, open, byDay), byDay);
  return { byDay, left };
}

/** The days before the first that is taken, where they are enough; else all that are free. */
function daysFor(count: number, open: readonly number[], byDay: ReadonlyMap<number, Placed>): readonly number[] {
  const first = Math.min(Number.POSITIVE_INFINITY, ...byDay.keys());
  const before = open.filter((day) => day < first);
  return before.length >= count ? before : open.filter((day) => !byDay.has(day));
}

/** Puts one on each of the days, evenly, and gives back those that found none. */
function spreadOut(slugs: readonly string[], days: readonly number[], byDay: Map<number, Placed>): readonly string[] {
  const count = Math.min(slugs.length, days.length);
  for (const [index, slug] of slugs.slice(0, count).entries()) {
    const day = days[Math.floor((index * days.length) / count)];
    if (day !== undefined) byDay.set(day, { slug, again: false });
  }
  return slugs.slice(count);
}
