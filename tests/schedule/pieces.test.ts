import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intervalWords, isRating, type Rating, ratingFromScore, startOfTomorrow } from "@/lib/schedule";
import { DAY, MINUTE } from "./support";

describe("intervalWords", () => {
  const HOUR = 60 * MINUTE;
  const cases: readonly [number, string][] = [
    [0, "1 min"],
    [20_000, "1 min"],
    [MINUTE, "1 min"],
    [10 * MINUTE, "10 min"],
    [59.6 * MINUTE, "1 hour"],
    [5 * HOUR, "5 hours"],
    [23.7 * HOUR, "1 day"],
    [DAY, "1 day"],
    [4 * DAY, "4 days"],
    [30 * DAY, "30 days"],
    [31 * DAY, "1 month"],
    [46 * DAY, "1.5 months"],
    [61 * DAY, "2 months"],
    [364 * DAY, "1 year"],
    [365 * DAY, "1 year"],
    [438 * DAY, "1.2 years"],
    [36_500 * DAY, "99.9 years"],
  ];
  it.each(cases)("%d ms is %s", (span, words) => {
    expect(intervalWords(span)).toBe(words);
  });
});

describe("ratingFromScore", () => {
  const cases: readonly [number, Rating][] = [
    [0, 1],
    [49, 1],
    [50, 2],
    [69, 2],
    [70, 3],
    [84, 3],
    [85, 4],
    [100, 4],
  ];
  it.each(cases)("%d is %d", (score, rating) => {
    expect(ratingFromScore(score)).toBe(rating);
  });

  it("refuses what is no score", () => {
    expect(() => ratingFromScore(Number.NaN)).toThrow(expect.objectContaining({ code: "score" }));
  });
});

describe("isRating", () => {
  it.each([
    [1, true],
    [4, true],
    [0, false],
    [5, false],
    [1.5, false],
    ["3", false],
    [null, false],
  ])("%s: %s", (value, expected) => {
    expect(isRating(value)).toBe(expected);
  });
});

describe("startOfTomorrow", () => {
  const cases: readonly [string, string, number, string][] = [
    ["noon in Greenwich", "2026-03-01T12:00:00Z", 0, "2026-03-02T00:00:00Z"],
    ["midnight itself begins its own day", "2026-03-01T00:00:00Z", 0, "2026-03-02T00:00:00Z"],
    ["late evening in Berlin is already the next day in the east", "2026-07-01T22:30:00Z", 120, "2026-07-02T22:00:00Z"],
    ["an evening in New York", "2026-01-02T03:00:00Z", -300, "2026-01-02T05:00:00Z"],
    ["a quarter of an hour counts (Kathmandu)", "2026-01-01T18:14:00Z", 345, "2026-01-01T18:15:00Z"],
    ["before 1970", "1969-12-31T12:00:00Z", 0, "1970-01-01T00:00:00Z"],
  ];
  it.each(cases)("%s", (_, now, offset, expected) => {
    expect(new Date(startOfTomorrow(Date.parse(now), offset)).toISOString()).toBe(new Date(expected).toISOString());
  });

  it("is after now, by a day at most", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: -840, max: 840 }), (now, offset) => {
        const wait = startOfTomorrow(now, offset) - now;
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(DAY);
      }),
    );
  });
});
