import fc from "fast-check";
import { expect, test } from "vitest";
import {
  activityCalendar,
  type DayLog,
  forecastOf,
  paceOf,
  retentionByWeek,
  retentionFrom,
  retentionOf,
  timeByWeek,
} from "@/lib/practice";
import { dayOfDate } from "@/lib/schedule";

/** A Wednesday. */
const TODAY = dayOfDate("2026-11-25") ?? 0;
const MINUTE = 60_000;

function log(day: number, more: Partial<DayLog> = {}): DayLog {
  return {
    day,
    reviews: 0,
    milliseconds: 0,
    drills: 0,
    drillMilliseconds: 0,
    fresh: 0,
    youngSeen: 0,
    youngKept: 0,
    matureSeen: 0,
    matureKept: 0,
    attempts: 0,
    attemptMilliseconds: 0,
    ...more,
  };
}

test.each([
  [19, 19, null],
  [20, 20, 1],
  [20, 0, 0],
  [200, 180, 0.9],
])("of %d reviews %d remembered: %s", (seen, kept, share) => {
  const retention = retentionFrom(seen, kept);
  expect(retention.share).toBe(share);
  expect(retention.interval === null).toBe(share === null);
});

test("the interval holds the share, lies inside 0–1, and is narrower with ten times as many", () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }), (seen, part) => {
      const kept = Math.round(seen * part);
      const [one, ten] = [retentionFrom(seen, kept), retentionFrom(10 * seen, 10 * kept)];
      const { low, high } = one.interval ?? { low: -1, high: -1 };
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      // Where everything was kept, or nothing, the share is the end of the scale, and no interval reaches quite there.
      if (kept > 0 && kept < seen) {
        expect(kept / seen).toBeGreaterThan(low);
        expect(kept / seen).toBeLessThan(high);
      }
      expect((ten.interval?.high ?? 0) - (ten.interval?.low ?? 0)).toBeLessThan(high - low);
    }),
  );
});

test("young and mature count alike", () => {
  const days = [log(TODAY, { youngSeen: 10, youngKept: 9, matureSeen: 15, matureKept: 11 })];
  expect(retentionOf(days)).toMatchObject({ seen: 25, kept: 20, share: 0.8 });
});

test("a week goes from Monday to Sunday", () => {
  const days = [-3, -2, -1, 0].map((back) => log(TODAY + back, { matureSeen: 1, matureKept: 1 }));
  const weeks = retentionByWeek(days, TODAY, 2);
  expect(weeks.map(({ monday, seen }) => [monday - TODAY, seen])).toEqual([
    [-9, 1],
    [-2, 3],
  ]);
});

test("drills are part of the reviews' time, and shown apart", () => {
  const day = log(TODAY, {
    milliseconds: 10 * MINUTE,
    drillMilliseconds: 4 * MINUTE,
    attemptMilliseconds: 30 * MINUTE,
  });
  const [week] = timeByWeek([day], TODAY, 1);
  expect(week).toMatchObject({ cards: 6 * MINUTE, drills: 4 * MINUTE, scenarios: 30 * MINUTE });
});

test.each<[string, readonly DayLog[], number]>([
  ["nothing", [], 10_000],
  ["too little", [log(TODAY, { reviews: 19, milliseconds: 19_000 })], 10_000],
  ["enough", [log(TODAY, { reviews: 20, milliseconds: 100_000 })], 5000],
  ["too long ago", [log(TODAY - 28, { reviews: 20, milliseconds: 100_000 })], 10_000],
])("the pace of %s", (_, days, expected) => expect(paceOf(days, TODAY)).toBe(expected));

test("what is overdue comes today", () => {
  const loads = [
    { day: TODAY - 40, due: 3 },
    { day: TODAY, due: 2 },
    { day: TODAY + 2, due: 7 },
    { day: TODAY + 3, due: 100 },
  ];
  expect(forecastOf(loads, TODAY, 3).map(({ due }) => due)).toEqual([5, 0, 7]);
});

test("nothing is lost in a forecast, and nothing counted twice", () => {
  const anyLoad = fc.record({ day: fc.integer({ min: TODAY - 99, max: TODAY + 29 }), due: fc.nat(500) });
  fc.assert(
    fc.property(fc.array(anyLoad), (loads) => {
      const sum = (days: readonly { readonly due: number }[]) => days.reduce((total, { due }) => total + due, 0);
      expect(sum(forecastOf(loads, TODAY, 30))).toBe(sum(loads));
    }),
  );
});

test.each<[number, Partial<DayLog>]>([
  [0, {}],
  [1, { reviews: 1, milliseconds: 0 }],
  [1, { attempts: 1, attemptMilliseconds: 4.9 * MINUTE }],
  [2, { reviews: 30, milliseconds: 5 * MINUTE }],
  [3, { reviews: 30, milliseconds: 15 * MINUTE }],
  [4, { reviews: 30, milliseconds: 10 * MINUTE, attempts: 1, attemptMilliseconds: 20 * MINUTE }],
])("a day of level %d", (level, done) => {
  expect(
    activityCalendar([log(TODAY, done)], TODAY, 1)
      .at(-1)
      ?.days.at(-1)?.level,
  ).toBe(level);
});

test("a calendar holds each day once, whole weeks from Monday, and ends today", () => {
  const weeks = activityCalendar([log(TODAY - 370, { reviews: 1 }), log(TODAY - 8, { reviews: 2 })], TODAY, 53);
  const days = weeks.flatMap((week) => week.days);
  expect(weeks.map((week) => week.days.length)).toEqual([...Array.from({ length: 52 }, () => 7), 3]);
  expect(days.map(({ day }) => day)).toEqual(days.map((_, place) => TODAY - days.length + 1 + place));
  expect(days.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(2);
});
