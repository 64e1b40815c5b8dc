import { describe, expect, it } from "vitest";
import { newMemory, type Policy, preview, type Rating, retrievability, review, ScheduleError } from "@/lib/schedule";
import { aScheduling, DAY, MINUTE, play, START } from "./support";

const BY = aScheduling();

describe("the words on the four buttons", () => {
  const cases: readonly [string, Policy, readonly Rating[], readonly string[]][] = [
    ["a new card", "card", [], ["1 min", "6 min", "10 min", "8 days"]],
    ["a card after its first step", "card", [3], ["1 min", "6 min", "2 days", "4 days"]],
    ["a card that was easy at once", "card", [4], ["10 min", "27 days", "1.3 months", "2.2 months"]],
    ["a forgotten card", "card", [4, 1], ["10 min", "15 min", "1 day", "2 days"]],
    ["a new scenario", "scenario", [], ["1 day", "2 days", "3 days", "8 days"]],
    ["a scenario that failed", "scenario", [1], ["1 day", "2 days", "3 days", "4 days"]],
  ];
  it.each(cases)("%s", (_, policy, ratings, expected) => {
    const by = aScheduling({ policy });
    const { memory } = play(ratings, { by });
    const shown = preview(memory, memory.due, by);
    expect([shown[1], shown[2], shown[3], shown[4]].map(({ interval }) => interval)).toEqual(expected);
  });
});

describe("what is refused", () => {
  it.each([0, 5, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])("rating %s", (rating) => {
    const attempt = () => review(newMemory(START), rating, START, BY);
    expect(attempt).toThrow(ScheduleError);
    expect(attempt).toThrow(expect.objectContaining({ code: "rating" }));
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -9e15])("time %s", (now) => {
    for (const attempt of [() => review(newMemory(START), 3, now, BY), () => preview(newMemory(START), now, BY)]) {
      expect(attempt).toThrow(expect.objectContaining({ name: "ScheduleError", code: "time" }));
    }
  });
});

/** ts-fsrs alone counts the UTC midnight between 23:59 and 00:01 as a day. */
it("does not take two minutes over midnight for a day, where days begin at four", () => {
  const by = aScheduling({ clock: { zone: "UTC", rollover: 4 } });
  const evening = Date.UTC(2026, 2, 1, 23, 59);
  const { memory } = review(newMemory(evening), 3, evening, by);
  const { log, memory: after } = review(memory, 3, evening + 2 * MINUTE, by);
  expect(log.elapsedDays).toBe(0);
  const noon = Date.UTC(2026, 2, 1, 12);
  const sameAtNoon = review(review(newMemory(noon), 3, noon, by).memory, 3, noon + 2 * MINUTE, by).memory;
  expect(after.stability).toBe(sameAtNoon.stability);
});

describe("what the log keeps", () => {
  it("says when, how sure and from where", () => {
    const { memory } = review(newMemory(START), 4, START, BY);
    const now = START + 8 * DAY;
    const { log } = review(memory, 3, now, BY);
    expect(log).toEqual({
      rating: 3,
      at: now,
      clamped: false,
      elapsedDays: 8,
      retrievability: retrievability(memory, now),
      previous: memory,
    });
    expect(log.retrievability).toBeCloseTo(0.9, 1);
  });

  it("knows no chance for what was never seen", () => {
    expect(retrievability(newMemory(START), START + DAY)).toBe(0);
  });

  it("is 90 % after as many days as the stability", () => {
    const { memory } = review(newMemory(START), 4, START, BY);
    expect(retrievability(memory, START + memory.stability * DAY)).toBeCloseTo(0.9, 6);
  });
});
