import fc from "fast-check";
import { expect, test } from "vitest";
import { streakOf } from "@/lib/practice";
import { dayOfDate } from "@/lib/schedule";

/** Monday, 2026-11-02. */
const MONDAY = dayOfDate("2026-11-02") ?? 0;

/** Days as one sees them: `x` is practised, `.` is missed, a space parts weeks; the last letter is today. */
function check(drawn: string, expected: readonly [days: number, longest: number]): void {
  const letters = [...drawn.replaceAll(" ", "")];
  const practised = letters.flatMap((letter, place) => (letter === "x" ? [MONDAY + place] : []));
  const { days, longest } = streakOf(practised, MONDAY + letters.length - 1);
  expect([days, longest], drawn).toEqual(expected);
}

test("nothing yet", () => check(".", [0, 0]));
test("today alone", () => check("x", [1, 1]));
test("today is not missed before it is over", () => check("xx.", [2, 2]));
test("one missed day of a week is forgiven, and not counted", () => check("xx.xx", [4, 4]));
test("so is the last of a week", () => check("xxxxxx. x", [7, 7]));
test("a second one of the same week is not", () => check("x.x.x", [1, 2]));
test("two in a row of the same week are not", () => check("xx..x", [1, 2]));
test("a Sunday and the Monday after it are of two weeks", () => check("xxxxxx. .xx", [8, 8]));
test("and then the second week has none left", () => check("xxxxxx. .x.x", [1, 7]));
test("one in each of many weeks", () => check("xxx.xxx x.xxxxx .xxxxxx", [18, 18]));
test("yesterday and the day before, missed: over", () => check("xxx..", [3, 3]));
test("two missed days before today: over", () => check("xxx...", [0, 3]));
test("days before the first do not count as missed", () => check(".....xx", [2, 2]));
test("a day that was missed before the run began costs it nothing", () => check("x..x.x", [2, 2]));
test("the longest may lie behind", () => check("xxxxxxx ....xxx", [3, 7]));

test("whether this week's day off is left", () => {
  expect(streakOf([MONDAY], MONDAY).dayOff).toBe(true);
  expect(streakOf([MONDAY, MONDAY + 2], MONDAY + 2).dayOff).toBe(false);
  expect(streakOf([MONDAY, MONDAY + 2], MONDAY + 7).dayOff).toBe(true);
});

const anyDays = fc.array(fc.integer({ min: MONDAY - 200, max: MONDAY }), { maxLength: 120 });

test("the order and doubles of what is given change nothing", () => {
  fc.assert(
    fc.property(anyDays, (days) => {
      expect(streakOf([...days, ...days].reverse(), MONDAY)).toEqual(streakOf(days, MONDAY));
    }),
  );
});

test("one more day of practice never makes the longest run shorter, and the run never has more than the days", () => {
  fc.assert(
    fc.property(anyDays, fc.integer({ min: MONDAY - 200, max: MONDAY }), (days, more) => {
      const [before, after] = [streakOf(days, MONDAY), streakOf([...days, more], MONDAY)];
      expect(after.longest).toBeGreaterThanOrEqual(before.longest);
      expect(before.days).toBeLessThanOrEqual(before.longest);
      expect(before.longest).toBeLessThanOrEqual(new Set(days).size);
    }),
  );
});

test("practising today never shortens the run", () => {
  fc.assert(
    fc.property(anyDays, (days) => {
      expect(streakOf([...days, MONDAY], MONDAY).days).toBeGreaterThanOrEqual(streakOf(days, MONDAY).days);
    }),
  );
});
