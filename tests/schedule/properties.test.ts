import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayOf,
  type Memory,
  newMemory,
  POLICIES,
  preview,
  RATINGS,
  type Rating,
  retrievability,
  review,
  type Scheduling,
  startOfDay,
} from "@/lib/schedule";
import { aScheduling, DAY } from "./support";

interface History {
  readonly by: Scheduling;
  readonly memory: Memory;
  readonly now: number;
}

/** A memory after any reviews, early, late or all at once, and a moment at or after the last of them. */
const history: fc.Arbitrary<History> = fc
  .record({
    by: fc.constantFrom(...POLICIES).map((policy) => aScheduling({ policy })),
    start: fc.integer({ min: Date.UTC(1960, 0), max: Date.UTC(2100, 0) }),
    reviews: fc.array(fc.tuple(fc.constantFrom(...RATINGS), fc.integer({ min: 0, max: 400 * DAY })), { maxLength: 20 }),
    wait: fc.integer({ min: 0, max: 400 * DAY }),
  })
  .map(({ by, start, reviews, wait }) => {
    let now = start;
    let memory = newMemory(start);
    for (const [rating, gap] of reviews) {
      now += gap;
      memory = review(memory, rating, now, by).memory;
    }
    return { by, memory, now: now + wait };
  });

const rating = fc.constantFrom(...RATINGS);

describe("after any history", () => {
  it("never plans the next review before now", () => {
    fc.assert(
      fc.property(history, rating, ({ by, memory, now }, given) => {
        expect(review(memory, given, now, by).memory.due).toBeGreaterThan(now);
      }),
    );
  });

  it("orders the ratings: again ≤ hard ≤ good ≤ easy", () => {
    fc.assert(
      fc.property(history, ({ by, memory, now }) => {
        const { 1: again, 2: hard, 3: good, 4: easy } = preview(memory, now, by);
        expect(again.due).toBeLessThanOrEqual(hard.due);
        expect(hard.due).toBeLessThanOrEqual(good.due);
        expect(good.due).toBeLessThanOrEqual(easy.due);
      }),
    );
  });

  it("does what the preview said", () => {
    fc.assert(
      fc.property(history, rating, ({ by, memory, now }, given) => {
        expect(review(memory, given, now, by).memory.due).toBe(preview(memory, now, by)[given].due);
      }),
    );
  });

  it("brings a scenario back on a later day, whatever the rating", () => {
    const by = aScheduling({ policy: "scenario" });
    fc.assert(
      fc.property(history, rating, ({ memory, now }, given) => {
        const { due, scheduledDays } = review(memory, given, now, by).memory;
        expect(scheduledDays).toBeGreaterThanOrEqual(1);
        expect(dayOf(due, by.clock)).toBe(dayOf(now, by.clock) + scheduledDays);
      }),
    );
  });

  it("survives JSON, and reviews the same after it", () => {
    fc.assert(
      fc.property(history, rating, ({ by, memory, now }, given) => {
        const read = JSON.parse(JSON.stringify(memory)) as Memory;
        expect(read).toEqual(memory);
        expect(review(read, given, now, by)).toEqual(review(memory, given, now, by));
      }),
    );
  });

  it("is undone by the memory that the log kept, which nothing has changed", () => {
    fc.assert(
      fc.property(history, rating, rating, ({ by, memory, now }, first, second) => {
        const before = structuredClone(memory);
        const { log } = review(memory, first, now, by);
        expect(log.previous).toEqual(before);
        expect(review(log.previous, second, now, by)).toEqual(review(before, second, now, by));
      }),
    );
  });

  it("does not depend on where one lives: the same hours of the clock give the same memory everywhere", () => {
    const run = (zone: string, reviews: readonly (readonly [Rating, number])[]) => {
      const by = aScheduling({ clock: { zone, rollover: 4 } });
      let memory = newMemory(0);
      let day = 20_454;
      for (const [given, gap] of reviews) {
        day += gap;
        memory = review(memory, given, startOfDay(day, by.clock) + 9 * 3_600_000, by).memory;
      }
      return memory;
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, fc.integer({ min: 0, max: 90 }))), (reviews) => {
        const { due: _, lastReview: __, ...there } = run("Asia/Kathmandu", reviews);
        expect(run("America/Santiago", reviews)).toMatchObject(there);
      }),
    );
  });

  it("keeps the chance to remember between 0 and 1, and lets it only fall", () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 1000 * DAY }), ({ memory, now }, later) => {
        const chance = retrievability(memory, now);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(retrievability(memory, now + later)).toBeLessThanOrEqual(chance);
      }),
    );
  });

  it("counts a clock that went backwards as the last review's moment, and says so", () => {
    fc.assert(
      fc.property(history, rating, fc.integer({ min: 1, max: 400 * DAY }), ({ by, memory }, given, back) => {
        fc.pre(memory.lastReview !== null);
        const last = memory.lastReview ?? 0;
        const early = review(memory, given, last - back, by);
        const same = review(memory, given, last, by);
        expect(early.log.clamped).toBe(true);
        expect(same.log.clamped).toBe(false);
        expect(early.memory).toEqual(same.memory);
      }),
    );
  });
});

it("asks each button what it does, and the types agree with the numbers", () => {
  const shown = preview(newMemory(0), 0, aScheduling());
  expect(Object.keys(shown).map(Number) satisfies number[]).toEqual([...RATINGS] satisfies Rating[]);
});
