import { ScheduleError } from "./error";

export const MINUTE = 60_000;
export const DAY = 86_400_000;
/** Year 255,000: a `Date` ends a little later, so that a due time of up to a hundred years on still fits. */
const FURTHEST = 8_000_000_000_000_000;

/** @throws ScheduleError `time` where `now` is no moment. */
export function checkTime(now: number): number {
  if (!Number.isFinite(now) || Math.abs(now) > FURTHEST) {
    throw new ScheduleError("time", `A time is a number of milliseconds since 1970, not ${now}.`);
  }
  return now;
}

/**
 * How far to move the clock so that the day begins with the last review.
 *
 * ts-fsrs counts the midnights of UTC between two reviews: 23:59 and 00:01 are a day apart for it, and so the short-term
 * formula would depend on where on Earth one studies. Moved by this much, its count is that of whole 24 hours.
 * To count a person's own calendar days instead, return their offset from UTC here; nothing else changes.
 */
export function dayShift(lastReview: number | null): number {
  return lastReview === null ? 0 : modulo(lastReview, DAY);
}

/** Days as FSRS counts them here: whole spans of 24 hours, never negative. */
export function elapsedDays(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / DAY));
}

/**
 * The first moment of tomorrow for a person.
 * @param offsetMinutes minutes to add to UTC for their clock: 120 for Berlin in summer, -300 for New York in winter
 *   (the negative of `Date.prototype.getTimezoneOffset`). A change of the clocks in that very night moves it by that hour.
 */
export function startOfTomorrow(now: number, offsetMinutes: number): number {
  const local = checkTime(now) + checkTime(offsetMinutes) * MINUTE;
  return local - modulo(local, DAY) + DAY - offsetMinutes * MINUTE;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
