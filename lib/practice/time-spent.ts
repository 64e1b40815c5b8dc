import { type DayLog, daysOfWeek, lastMondays, totalOf } from "./day-log";
import type { TimeSpent } from "./queue";

/** Where the time of a week went, in milliseconds. */
export interface TimeWeek {
  /** The day number of its Monday. */
  readonly monday: number;
  readonly cards: number;
  readonly drills: number;
  readonly scenarios: number;
}

/** The last `weeks` weeks, the present one last. */
export function timeByWeek(days: readonly DayLog[], today: number, weeks: number): readonly TimeWeek[] {
  return lastMondays(today, weeks).map((monday) => {
    const week = daysOfWeek(days, monday);
    const drills = totalOf(week, "drillMilliseconds");
    return {
      monday,
      cards: totalOf(week, "milliseconds") - drills,
      drills,
      scenarios: totalOf(week, "attemptMilliseconds"),
    };
  });
}

/** Days from which a person's pace is taken. */
export const PACE_DAYS = 28;
/** Reviews below which it is not known, and what stands for it until then: ten seconds a card. */
const PACE_ENOUGH = 20;
const USUAL_PACE = 10_000;

/** The reviews of the last four weeks and their time. */
export function spentLately(days: readonly DayLog[], today: number): TimeSpent {
  const late = days.filter(({ day }) => day > today - PACE_DAYS && day <= today);
  return {
    reviews: totalOf(late, "reviews"),
    milliseconds: totalOf(late, "milliseconds"),
    drills: totalOf(late, "drills"),
    drillMilliseconds: totalOf(late, "drillMilliseconds"),
  };
}

/** Milliseconds that one review takes this person of late, cards and drills in the mix that they came in. */
export function paceOf(days: readonly DayLog[], today: number): number {
  const { reviews, milliseconds } = spentLately(days, today);
  return reviews < PACE_ENOUGH ? USUAL_PACE : milliseconds / reviews;
}
