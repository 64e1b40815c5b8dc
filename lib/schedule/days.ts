import { ScheduleError } from "./error";
import { stretchesOf } from "./zone";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 86_400_000;
/** Year 255,000: a `Date` ends a little later, so that a due time of up to a hundred years on still fits. */
const FURTHEST = 8_000_000_000_000_000;

/** By what a person's days are told apart: where they are, and the hour at which their new day begins. */
export interface Clock {
  /** IANA name of a time zone: "Europe/Berlin". */
  readonly zone: string;
  /** 0–23. With 4, what is done at two in the morning still counts for the evening before. */
  readonly rollover: number;
}

/** @throws ScheduleError `time` where `now` is no moment. */
export function checkTime(now: number): number {
  if (!Number.isFinite(now) || Math.abs(now) > FURTHEST) {
    throw new ScheduleError("time", `A time is a number of milliseconds since 1970, not ${now}.`);
  }
  return now;
}

/**
 * The number of the person's day at a moment: days from 1970-01-01 to their local date, after the roll-over hour was
 * taken off. It never falls as time goes on: clocks that are set back over the roll-over hour do not bring yesterday back.
 * @throws ScheduleError `time` for no moment, `zone` for no zone.
 */
export function dayOf(time: number, clock: Clock): number {
  const utcDay = Math.floor(checkTime(time) / DAY);
  let latest = Number.NEGATIVE_INFINITY;
  // No clock was ever set back by more than a day, so that what was reached before lies in today or yesterday.
  for (const day of [utcDay - 1, utcDay]) {
    for (const { from, to, offset } of stretchesOf(clock.zone, day)) {
      if (from <= time) latest = Math.max(latest, localDay(Math.min(time, to - 1) + offset, clock));
    }
  }
  return latest;
}

function localDay(local: number, { rollover }: Clock): number {
  return Math.floor((local - rollover * HOUR) / DAY);
}

/**
 * The first moment of a person's day. Where the roll-over hour is skipped that night, the moment at which the clocks are
 * changed; where it comes twice, the first. A day that a place left out (Samoa, 2011-12-30) has no length: it begins when
 * the next one does.
 * @throws ScheduleError `zone` for no zone, `time` for a day beyond all dates.
 */
export function startOfDay(day: number, clock: Clock): number {
  const local = checkTime(day * DAY) + clock.rollover * HOUR;
  // Offsets go from -16 to +16 hours in all of history.
  const first = Math.floor(local / DAY) - 1;
  for (let utcDay = first; utcDay <= first + 2; utcDay++) {
    for (const { from, to, offset } of stretchesOf(clock.zone, utcDay)) {
      const start = Math.max(from, local - offset);
      if (start < to) return start;
    }
  }
  throw new ScheduleError("zone", `Day ${day} never begins in ${clock.zone}.`);
}

/** Whole days of the person between two moments: how many times their day began anew. Never negative. */
export function elapsedDays(from: number, to: number, clock: Clock): number {
  return Math.max(0, dayOf(to, clock) - dayOf(from, clock));
}

/** "2026-12-12" for the number of a day. */
export function dateOfDay(day: number): string {
  return new Date(checkTime(day * DAY)).toISOString().slice(0, -14);
}

/** The number of the day of a date that is written "2026-12-12"; null for anything else, such as February 30. */
export function dayOfDate(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = Date.parse(`${text}T00:00:00Z`) / DAY;
  return Number.isNaN(day) || dateOfDay(day) !== text ? null : day;
}

/** 0 for Monday to 6 for Sunday. Day 0 was a Thursday. */
export function weekdayOf(day: number): number {
  return modulo(day + 3, 7);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
