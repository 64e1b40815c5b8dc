import { expect, test } from "vitest";
import { sayActivity } from "@/components/progress/calendar-days";
import { cornerOf, PITCH, TOP } from "@/components/progress/calendar-picture";
import { sayDay } from "@/components/progress/dates";
import { sayMastery } from "@/components/progress/mastery-by-dimension";
import { heightOf, PLOT, roundAbove } from "@/components/progress/plot";
import { sayForecast, sayRetention, sayStreak, sayTime, sayTimeSpent } from "@/components/progress/words";
import { retentionFrom } from "@/lib/practice";
import { dayOfDate } from "@/lib/schedule";

const TODAY = dayOfDate("2026-12-01") ?? 0;
const MINUTE = 60_000;

test.each([
  [0, "0 min"],
  [1, "less than a minute"],
  [25 * MINUTE, "25 min"],
  [60 * MINUTE, "1 h"],
  [65.4 * MINUTE, "1 h 5 min"],
])("%d ms: %s", (milliseconds, words) => expect(sayTime(milliseconds)).toBe(words));

test("a day is the same in words wherever one is", () => {
  expect(sayDay(TODAY, "named")).toBe("Tue 1 Dec");
  expect(sayDay(TODAY, "full")).toBe("Tuesday 1 December 2026");
});

test.each([
  [300, 270, "as good as the 90 %"],
  [300, 250, "less than the 90 % that you ask for, by more than chance"],
  [300, 290, "more than the 90 % that you ask for, by more than chance"],
  [30, 25, "the difference may be chance"],
  [19, 10, "Too few to say: of what was learnt before, 19 cards came back"],
  [1, 1, "1 card came back"],
])("of %d reviews %d remembered: %s", (seen, kept, words) => {
  expect(sayRetention(retentionFrom(seen, kept), 0.9)).toContain(words);
});

test("a streak says its rule, and never that anything was lost", () => {
  const streak = { days: 12, longest: 20, today: false, dayOff: true };
  expect(sayStreak(streak)).toBe(
    "Each week, Monday to Sunday, may miss one day; one day of this week may still be missed. Today is not over yet. The longest of the last year: 20.",
  );
  const none = sayStreak({ days: 0, longest: 20, today: false, dayOff: true });
  expect(none).toContain("begins with the next card");
  expect(none).not.toMatch(/lost|broke|fail|miss(ed)? \d/i);
});

test("what comes: the sum, a usual day and the fullest one", () => {
  const days = [4, 0, 26].map((due, ahead) => ({ day: TODAY + ahead, due }));
  expect(sayForecast(days, 12_000)).toBe("30 reviews in 3 days, about 10 a day (2 min); most on Thu 3 Dec, 26.");
  expect(
    sayForecast(
      days.map(({ day }) => ({ day, due: 0 })),
      1,
    ),
  ).toBe("Nothing is planned for the next 3 days.");
});

test("time is said of the four weeks that are over", () => {
  const week = (minutes: number) => ({ monday: 0, cards: minutes * MINUTE, drills: 0, scenarios: minutes * MINUTE });
  expect(sayTimeSpent([week(90), week(10), week(10), week(10), week(10), week(500)])).toBe(
    "About 20 min a week over the last four weeks: 10 min with cards, 0 min with drills, 10 min with scenarios.",
  );
  expect(sayTimeSpent([week(0), week(5)])).toBe("10 min in all.");
  expect(sayTimeSpent([week(0)])).toBe("No time was counted yet.");
});

test("a rule that is not known says so", () => {
  expect(sayMastery({ mastery: null, interval: { low: 0, high: 1 } })).toBe("not known yet");
  expect(sayMastery({ mastery: 0.625, interval: { low: 0.4, high: 0.81 } })).toBe("63 %, likely 40 to 81 %");
});

test("a day of the calendar in words", () => {
  expect(sayActivity(TODAY, undefined)).toBe("Tue 1 Dec: no practice");
  const done = { day: TODAY, reviews: 24, attempts: 1, minutes: 31, level: 4 as const };
  expect(sayActivity(TODAY, done)).toBe("Tue 1 Dec: 24 reviews, 1 answer, 31 min");
});

test("a week of the calendar goes down, and the next one stands at its right", () => {
  expect(cornerOf(TODAY, TODAY)).toEqual({ x: 0, y: TOP });
  expect(cornerOf(TODAY + 6, TODAY)).toEqual({ x: 0, y: TOP + 6 * PITCH });
  expect(cornerOf(TODAY + 7, TODAY)).toEqual({ x: PITCH, y: TOP });
});

test.each([
  [0, 2],
  [2, 2],
  [3, 4],
  [5, 10],
  [10, 10],
  [11, 20],
  [55, 100],
  [101, 200],
])("the scale for %d ends at %d", (most, round) => expect(roundAbove(most)).toBe(round));

test("a chart's heights go from its top to its foot", () => {
  expect(heightOf(1)).toBe(PLOT.top);
  expect(heightOf(0)).toBe(PLOT.height - PLOT.bottom);
});
