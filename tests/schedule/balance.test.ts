import { describe, expect, it } from "vitest";
import { randomFrom } from "@/lib/chance";
import { newMemory, review, type Settings, weekdayOf } from "@/lib/schedule";
import { moveInterval } from "@/lib/schedule/balance";
import { aScheduling, START } from "./support";

/** Tuesday, 2026-01-06. */
const TODAY = 20_459;
const ALL_DAYS = [1, 1, 1, 1, 1, 1, 1];

/** How many of 1,000 items that are planned one after the other come on each day, by days from today. */
function spread(
  interval: number,
  easyDays: Settings["easyDays"] = ALL_DAYS,
  loaded: Readonly<Record<number, number>> = {},
) {
  const counts = new Map<number, number>();
  const load = (day: number) => (loaded[day - TODAY] ?? 0) + (counts.get(day) ?? 0);
  const { settings } = aScheduling({ settings: { easyDays } });
  for (let index = 0; index < 1000; index++) {
    const span = { interval, most: 36_500, elapsed: 0, today: TODAY };
    const day = TODAY + moveInterval(span, randomFrom(`card:deck/card-${index} 3`)(), { settings, load });
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return new Map([...counts].map(([day, count]) => [day - TODAY, count]));
}

describe("a thousand items of the same interval", () => {
  it.each([
    [10, 8, 12],
    [30, 27, 33],
    [100, 93, 107],
    [400, 378, 422],
  ])("of %i days come on every day from %i to %i, no day much fuller than another", (interval, first, last) => {
    const counts = spread(interval);
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    );
    const even = 1000 / counts.size;
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - even) ** 2 / even, 0);
    expect(chiSquare, "less than chance alone would give").toBeLessThan(counts.size);
  });

  it("fill up what is empty first", () => {
    const counts = spread(30, ALL_DAYS, { 27: 300, 28: 300, 29: 300 });
    const early = [27, 28, 29].reduce((sum, day) => sum + (counts.get(day) ?? 0), 0);
    expect(early).toBeLessThan(150);
    expect(Math.min(...[30, 31, 32, 33].map((day) => counts.get(day) ?? 0))).toBeGreaterThan(200);
  });

  it("give an easy day its share, and a free day nothing", () => {
    const weekend = [1, 1, 1, 1, 1, 0.5, 0];
    const byWeekday = Array.from({ length: 7 }, () => 0);
    for (const [days, count] of spread(30, weekend)) byWeekday[weekdayOf(TODAY + days)] = count;
    const [saturday = 0, sunday] = byWeekday.slice(5);
    const workday = byWeekday.slice(0, 5).reduce((sum, count) => sum + count, 0) / 5;
    expect(sunday).toBe(0);
    expect(saturday / workday).toBeGreaterThan(0.4);
    expect(saturday / workday).toBeLessThan(0.6);
  });

  it("still come where every day is kept free", () => {
    expect(spread(30, [0, 0, 0, 0, 0, 0, 0]).size).toBe(7);
  });
});

describe("one item", () => {
  const rated = (settings: Partial<Settings>, seed = "card:a", parameters: readonly number[] | null = null) =>
    review(newMemory(START), 4, START, aScheduling({ settings: { balance: true, ...settings }, seed, parameters }))
      .memory;

  it("is moved the same way each time, and another one another way", () => {
    const days = Array.from({ length: 50 }, (_, index) => rated({}, `card:${index}`).scheduledDays);
    expect(Array.from({ length: 50 }, (_, index) => rated({}, `card:${index}`).scheduledDays)).toEqual(days);
    expect(new Set(days).size).toBeGreaterThan(3);
    expect(Math.min(...days)).toBe(6);
    expect(Math.max(...days)).toBe(10);
  });

  it("stays where it is exactly without balance", () => {
    expect(Array.from({ length: 20 }, (_, index) => rated({ balance: false }, `${index}`).scheduledDays)).toEqual(
      Array(20).fill(8),
    );
  });

  const moved = (interval: number, free: readonly number[], elapsed = 0, most = 36_500) => {
    const easyDays = ALL_DAYS.map((share, weekday) => (free.includes(weekday) ? 0 : share));
    const { settings } = aScheduling({ settings: { easyDays } });
    return Array.from({ length: 40 }, (_, index) =>
      moveInterval({ interval, most, elapsed, today: TODAY }, (index + 0.5) / 40, { settings, load: null }),
    );
  };
  const [WEDNESDAY, THURSDAY, FRIDAY] = [2, 3, 4];
  const cases: readonly (readonly [string, readonly number[], readonly number[]])[] = [
    ["one day is never moved", moved(1, []), [1]],
    ["not off a free day either", moved(1, [WEDNESDAY]), [1]],
    ["nor two days", moved(2, []), [2]],
    ["but two days give way to a free day, by one", moved(2, [THURSDAY]), [1, 3]],
    ["not to less than there was between the last two", moved(2, [THURSDAY], 1), [3]],
    ["nor beyond the longest", moved(2, [THURSDAY], 0, 2), [1]],
    ["and where all three are free, it stays among them", moved(2, [WEDNESDAY, THURSDAY, FRIDAY]), [1, 2, 3]],
    ["three days are moved by one", moved(3, []), [2, 3, 4]],
    ["none goes beyond the longest", moved(10, [], 0, 10), [8, 9, 10]],
    ["what grew does not fall back to what it was", moved(10, [], 9), [10, 11, 12]],
  ];
  it.each(cases)("%s", (_, days, expected) => {
    expect([...new Set(days)].sort((a, b) => a - b)).toEqual(expected);
  });

  it("loses less than two days in a hundred on average", () => {
    for (const interval of [10, 30, 100, 400]) {
      const days = moved(interval, []);
      const mean = days.reduce((sum, day) => sum + day, 0) / days.length;
      expect(mean / interval).toBeGreaterThan(0.98);
      expect(mean / interval).toBeLessThanOrEqual(1);
    }
  });
});
