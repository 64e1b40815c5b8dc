import { describe, expect, it } from "vitest";
import { randomFrom } from "@/lib/chance";
import {
  dateOfDay,
  type Memory,
  newMemory,
  retentionOn,
  retrievability,
  review,
  type Settings,
  startOfDay,
} from "@/lib/schedule";
import { interviewLimit } from "@/lib/schedule/interview";
import { aScheduling, DAY } from "./support";

const DATE = 20_800;
const wanted = (interviewOn: number | null, retention = 0.9) => ({
  retention,
  interviewOn: interviewOn === null ? null : dateOfDay(interviewOn),
});

describe("what is asked of memory around an interview", () => {
  it.each([
    [-40, 0.9],
    [-15, 0.9],
    [-14, 0.9 + 0.05 / 14],
    [-8, 0.925],
    [-1, 0.95],
    [0, 0.95],
    [1, 0.9],
    [100, 0.9],
  ])("%i days from it: %d", (days, retention) => {
    expect(retentionOn(wanted(DATE), DATE + days)).toBeCloseTo(retention, 10);
  });

  it("never falls on the way, and never below what the person wants", () => {
    for (const retention of [0.7, 0.9, 0.96, 0.97]) {
      const asked = Array.from({ length: 20 }, (_, index) => retentionOn(wanted(DATE, retention), DATE - 19 + index));
      expect(asked).toEqual([...asked].sort((a, b) => a - b));
      expect(Math.min(...asked)).toBe(retention);
      expect(Math.max(...asked)).toBe(Math.max(retention, 0.95));
    }
  });

  it("is the person's own where no interview is planned, or none that is a date", () => {
    expect(retentionOn(wanted(null), DATE)).toBe(0.9);
    expect(retentionOn({ retention: 0.9, interviewOn: "soon" }, DATE)).toBe(0.9);
  });
});

describe("how far an item may go", () => {
  /** Falls by a hundredth a day. */
  const chance = (days: number) => 1 - days / 100;
  it.each([
    ["no interview", null, DATE - 5, Number.POSITIVE_INFINITY],
    ["an interview that was", DATE - 30, DATE, Number.POSITIVE_INFINITY],
    ["one on the eve: there is no day between", DATE, DATE - 1, Number.POSITIVE_INFINITY],
    ["to where it meets the rising line: 93 % after 7 days, 93.2 % asked", DATE, DATE - 13, 7],
    ["to the first day of the line where it was below before", DATE, DATE - 40, 26],
    ["past the date where it would still be above on the eve", DATE, DATE - 6, Number.POSITIVE_INFINITY],
  ])("%s", (_, date, today, limit) => {
    expect(interviewLimit(wanted(date), today, chance)).toBe(limit);
  });
});

interface Course {
  /** Reviews a day, by days from the interview. */
  readonly reviews: (from: number, to: number) => number;
  /** The chance to remember each item at ten o'clock on the day of the interview. */
  readonly chances: readonly number[];
}

/** Two hundred items, begun over the 120 days before, met by somebody who forgets as FSRS says, each day at ten. */
function course(settings: Partial<Settings>): Course {
  const [count, before, after] = [200, 120, 60];
  const memories: (Memory | undefined)[] = [];
  const perDay = new Map<number, number>();
  let chances: readonly number[] = [];
  for (let day = DATE - before; day <= DATE + after; day++) {
    const now = startOfDay(day, { zone: "UTC", rollover: 4 }) + 10 * 3_600_000;
    if (day === DATE) chances = memories.map((memory) => (memory ? retrievability(memory, now) : 0));
    for (let index = 0; index < count; index++) {
      const begun = DATE - before + Math.floor((index * (before - 30)) / count);
      const known = memories[index] ?? newMemory(now);
      if (day < begun || known.due > now) continue;
      memories[index] = sitting(known, now, `item ${index}`, settings);
      perDay.set(day - DATE, (perDay.get(day - DATE) ?? 0) + 1);
    }
  }
  const reviews = (from: number, to: number) =>
    [...perDay].reduce((sum, [day, times]) => sum + (day >= from && day <= to ? times : 0), 0);
  return { reviews, chances };
}

/** One item until it is out of its steps. */
function sitting(known: Memory, now: number, seed: string, settings: Partial<Settings>): Memory {
  const by = aScheduling({ seed, clock: { zone: "UTC", rollover: 4 }, settings: { balance: true, ...settings } });
  let memory = known;
  let at = now;
  do {
    at = Math.max(at, memory.due);
    const chance = memory.phase === "new" ? 0.5 : retrievability(memory, at);
    const recalled = randomFrom(`${seed} ${memory.reps} ${memory.stability}`)() < chance;
    memory = review(memory, recalled ? 3 : 1, at, by).memory;
  } while (memory.phase !== "review" && memory.due < now + DAY / 2);
  return memory;
}

describe("200 items that were begun over 120 days", () => {
  const usual = course({});
  const planned = course({ interviewOn: dateOfDay(DATE) });
  const mean = (chances: readonly number[]) => chances.reduce((sum, chance) => sum + chance, 0) / chances.length;

  it("are remembered on the day, all but the few that were forgotten in the last days", () => {
    const shaky = (chances: readonly number[]) => chances.filter((chance) => chance < 0.93).length;
    expect(shaky(usual.chances)).toBeGreaterThan(50);
    expect(shaky(planned.chances)).toBeLessThan(8);
    expect(mean(planned.chances)).toBeGreaterThan(0.97);
    expect(mean(usual.chances)).toBeLessThan(0.955);
  });

  it("cost less than one review more each in the two weeks before, and some of them less after", () => {
    const more = planned.reviews(-14, -1) - usual.reviews(-14, -1);
    expect(more).toBeGreaterThan(60);
    expect(more).toBeLessThan(200);
    expect(planned.reviews(1, 60)).toBeLessThan(usual.reviews(1, 60));
  });

  it("hardly come on the day itself, and not in a heap before", () => {
    expect(planned.reviews(0, 0)).toBeLessThanOrEqual(2);
    const days = Array.from({ length: 14 }, (_, index) => planned.reviews(-14 + index, -14 + index));
    expect(Math.max(...days)).toBeLessThan((2 * planned.reviews(-14, -1)) / 14);
  });

  it("are planned as always where the interview is long past", () => {
    expect(course({ interviewOn: dateOfDay(DATE - 400) }).chances).toEqual(usual.chances);
  });
});
