import { weekdayOf } from "@/lib/schedule";

/** What a person did on one of their days; a day is the number of days since 1970-01-01, by their clock. */
export interface DayLog {
  readonly day: number;
  /** Ratings of cards and drills, and their time in milliseconds; drills alone below. */
  readonly reviews: number;
  readonly milliseconds: number;
  readonly drills: number;
  readonly drillMilliseconds: number;
  /** Items met for the first time. */
  readonly fresh: number;
  /** Reviews of what was learnt, at intervals below three weeks and from there on, and how many were remembered. */
  readonly youngSeen: number;
  readonly youngKept: number;
  readonly matureSeen: number;
  readonly matureKept: number;
  /** Answers that were handed in, and the time at the desk. */
  readonly attempts: number;
  readonly attemptMilliseconds: number;
}

const WEEK = 7;

/** The Monday of its week. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day);
}

/** The Mondays of the last `count` weeks, the present one last. */
export function lastMondays(today: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => mondayOf(today) - (count - 1 - place) * WEEK);
}

/** The days of the week that begins on this Monday. */
export function daysOfWeek<T extends Pick<DayLog, "day">>(days: readonly T[], monday: number): readonly T[] {
  return days.filter(({ day }) => day >= monday && day < monday + WEEK);
}

/** Adds up one figure of some days. */
export function totalOf(days: readonly DayLog[], field: keyof DayLog): number {
  return days.reduce((total, day) => total + day[field], 0);
}
