import { describe, expect, it } from "vitest";
import { intervalWords, isRating, type Rating, ratingFromScore } from "@/lib/schedule";
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
