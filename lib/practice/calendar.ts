import { type DayLog, lastMondays } from "./day-log";

/** How much was done on a day, 0–4. */
export type ActivityLevel = 0 | 1 | 2 | 3 | 4;

/** Minutes from which a day has the levels 2, 3 and 4; the first is for anything at all. */
export const LEVEL_MINUTES = [5, 15, 30] as const;
const MINUTE = 60_000;

export interface CalendarDay {
  readonly day: number;
  readonly reviews: number;
  readonly attempts: number;
  readonly minutes: number;
  readonly level: ActivityLevel;
}

export interface CalendarWeek {
  /** The day number of its Monday. */
  readonly monday: number;
  /** Monday first; the present week ends with today. */
  readonly days: readonly CalendarDay[];
}

function levelOf(minutes: number, done: boolean): ActivityLevel {
  if (!done) return 0;
  const [second, third, fourth] = LEVEL_MINUTES;
  if (minutes < second) return 1;
  if (minutes < third) return 2;
  return minutes < fourth ? 3 : 4;
}

function dayOf(day: number, log: DayLog | undefined): CalendarDay {
  if (!log) return { day, reviews: 0, attempts: 0, minutes: 0, level: 0 };
  const { reviews, attempts } = log;
  const minutes = (log.milliseconds + log.attemptMilliseconds) / MINUTE;
  return { day, reviews, attempts, minutes, level: levelOf(minutes, reviews + attempts > 0) };
}

/** The last `weeks` weeks, the present one last, without the days to come. */
export function activityCalendar(days: readonly DayLog[], today: number, weeks: number): readonly CalendarWeek[] {
  const logs = new Map(days.map((log) => [log.day, log]));
  return lastMondays(today, weeks).map((monday) => {
    const length = Math.min(7, today - monday + 1);
    return { monday, days: Array.from({ length }, (_, place) => dayOf(monday + place, logs.get(monday + place))) };
  });
}
