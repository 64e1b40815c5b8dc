import { type Clock, DAY, dayOf, elapsedDays, elapsedSpans, startOfDay } from "./days";

/** How the days of one person are counted. */
export interface Calendar {
  /** The number of the day at a moment. */
  readonly dayOf: (time: number) => number;
  readonly elapsed: (from: number, to: number) => number;
  /** When what is planned for so many days after `at` comes. */
  readonly after: (at: number, days: number) => number;
}

export function calendarOf(clock: Clock): Calendar {
  return {
    dayOf: (time) => dayOf(time, clock),
    elapsed: (from, to) => elapsedDays(from, to, clock),
    after: (at, days) => startOfDay(dayOf(at, clock) + days, clock),
  };
}

/** Days of 24 hours from the review on, for callers that have no `Clock` of the person yet. */
export const SPANS: Calendar = {
  dayOf: (time) => Math.floor(time / DAY),
  elapsed: elapsedSpans,
  after: (at, days) => at + days * DAY,
};
