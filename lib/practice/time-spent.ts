import { type DayLog, daysOfWeek, lastMondays, totalOf } from "./day-log";

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
const PACE_DAYS = 28;
/** Reviews below which it is not known, and what stands for it until then: ten seconds a card. */
const PACE_ENOUGH = 20;
const USUAL_PACE = 10_000;

/** Milliseconds that one review takes this person of late. */
export function paceOf(days: readonly DayLog[], today: number): number {
  const late = days.filter(({ day }) => day > today - PACE_DAYS && day <= today);
  const reviews = totalOf(late, "reviews");
  return reviews < PACE_ENOUGH ? USUAL_PACE : totalOf(late, "milliseconds") / reviews;
}
