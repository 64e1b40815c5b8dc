import { dayOfDate } from "./days";
import type { Settings } from "./settings";

/** Days before an interview from which on more is asked of memory. */
export const RAMP_DAYS = 14;
/** The chance to remember that is aimed at on its eve. */
export const PEAK_RETENTION = 0.95;

type Wanted = Pick<Settings, "retention" | "interviewOn">;

/**
 * The chance to remember below which an item is due on a day. Usually the person's own; in the fourteen days before an
 * interview it rises evenly, to 95 % on the eve and the day itself; from the day after on it is as usual again.
 *
 * Why a ramp and not a step: by FSRS-6 an item falls to 95 % after 0.40 of the time in which it falls to 90 %
 * ((0.95^(-1/0.1542) − 1) / (0.9^(-1/0.1542) − 1)). So at a step all that has gone through more than 0.40 of its interval,
 * six items in ten, would be due on one morning. On the ramp each is due when its own falling chance meets the rising
 * line, which spreads them over the two weeks, the shakiest first.
 * What it costs: an item that is met on the ramp is above the line again for days or weeks, so most come once more than they
 * would have: for 100 known items 60 reviews in the two weeks, about four a day. `tests/schedule/interview.test.ts` counts
 * it for 200 items that were begun over 120 days: 207 reviews in the two weeks instead of 103 (seven or eight more a day),
 * 208 instead of 285 in the 60 days after, so that most of them only come sooner. On the day 97.5 % are remembered on
 * average instead of 95.2 %, and 5 items instead of 54 are below 93 %: those that were forgotten in the last days.
 */
export function retentionOn({ retention, interviewOn }: Wanted, day: number): number {
  const date = interviewOn === null ? null : dayOfDate(interviewOn);
  if (date === null || day > date || day < date - RAMP_DAYS) return retention;
  const share = Math.min(1, (day - (date - RAMP_DAYS) + 1) / RAMP_DAYS);
  return retention + (Math.max(retention, PEAK_RETENTION) - retention) * share;
}

/**
 * Days from `today` to the first one before the interview on which an item would be below what that day asks for;
 * `Infinity` where the interview asks for nothing more of it. So what would come on the day or just after comes before.
 * @param chance the chance to remember so many days after today, falling.
 */
export function interviewLimit(wanted: Wanted, today: number, chance: (days: number) => number): number {
  const date = wanted.interviewOn === null ? null : dayOfDate(wanted.interviewOn);
  if (date === null) return Number.POSITIVE_INFINITY;
  for (let day = Math.max(today + 1, date - RAMP_DAYS); day < date; day++) {
    const asked = retentionOn(wanted, day);
    if (asked > wanted.retention && chance(day - today) < asked) return day - today;
  }
  return Number.POSITIVE_INFINITY;
}
