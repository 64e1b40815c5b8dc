import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Memory,
  newMemory,
  POLICIES,
  type Policy,
  preview,
  RATINGS,
  type Rating,
  retrievability,
  review,
} from "@/lib/schedule";
import { DAY } from "./support";

interface History {
  readonly policy: Policy;
  readonly memory: Memory;
  readonly now: number;
}

/** A memory after any reviews, early, late or all at once, and a moment at or after the last of them. */
const history: fc.Arbitrary<History> = fc
  .record({
    policy: fc.constantFrom(...POLICIES),
    start: fc.integer({ min: Date.UTC(1960, 0), max: Date.UTC(2100, 0) }),
    reviews: fc.array(fc.tuple(fc.constantFrom(...RATINGS), fc.integer({ min: 0, max: 400 * DAY })), { maxLength: 20 }),
    wait: fc.integer({ min: 0, max: 400 * DAY }),
  })
  .map(({ policy, start, reviews, wait }) => {
    let now = start;
    let memory = newMemory(start);
    for (const [rating, gap] of reviews) {
      now += gap;
      memory = review(memory, rating, now, policy).memory;
    }
    return { policy, memory, now: now + wait };
  });

const rating = fc.constantFrom(...RATINGS);

describe("after any history", () => {
  it("never plans the next review before now", () => {
    fc.assert(
      fc.property(history, rating, ({ policy, memory, now }, given) => {
        expect(review(memory, given, now, policy).memory.due).toBeGreaterThan(now);
      }),
    );
  });

  it("orders the ratings: again ≤ hard ≤ good ≤ easy", () => {
    fc.assert(
      fc.property(history, ({ policy, memory, now }) => {
        const { 1: again, 2: hard, 3: good, 4: easy } = preview(memory, now, policy);
        expect(again.due).toBeLessThanOrEqual(hard.due);
        expect(hard.due).toBeLessThanOrEqual(good.due);
        expect(good.due).toBeLessThanOrEqual(easy.due);
      }),
    );
  });

  it("does what the preview said", () => {
    fc.assert(
      fc.property(history, rating, ({ policy, memory, now }, given) => {
        expect(review(memory, given, now, policy).memory.due).toBe(preview(memory, now, policy)[given].due);
      }),
    );
  });

  it("brings a scenario back after whole days, at least one", () => {
    fc.assert(
      fc.property(history, rating, ({ memory, now }, given) => {
        const days = (review(memory, given, now, "scenario").memory.due - now) / DAY;
        expect(days).toBeGreaterThanOrEqual(1);
        expect(Number.isInteger(days)).toBe(true);
      }),
    );
  });

  it("survives JSON, and reviews the same after it", () => {
    fc.assert(
      fc.property(history, rating, ({ policy, memory, now }, given) => {
        const read = JSON.parse(JSON.stringify(memory)) as Memory;
        expect(read).toEqual(memory);
        expect(review(read, given, now, policy)).toEqual(review(memory, given, now, policy));
      }),
    );
  });

  it("is undone by the memory that the log kept, which nothing has changed", () => {
    fc.assert(
      fc.property(history, rating, rating, ({ policy, memory, now }, first, second) => {
        const before = structuredClone(memory);
        const { log } = review(memory, first, now, policy);
        expect(log.previous).toEqual(before);
        expect(review(log.previous, second, now, policy)).toEqual(review(before, second, now, policy));
      }),
    );
  });

  it("does not depend on the time of day: every moment moved alike, every due time moves alike", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(rating, fc.integer({ min: 0, max: 90 * DAY }))),
        fc.integer({ min: 1, max: DAY }),
        (reviews, by) => {
          const run = (start: number) => {
            let now = start;
            return reviews.reduce((memory, [given, gap]) => {
              now += gap;
              return review(memory, given, now).memory;
            }, newMemory(start));
          };
          const here = run(Date.UTC(2026, 0, 5));
          const there = run(Date.UTC(2026, 0, 5) + by);
          expect(there.due - by).toBe(here.due);
          expect(there.stability).toBe(here.stability);
        },
      ),
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
      fc.property(history, rating, fc.integer({ min: 1, max: 400 * DAY }), ({ policy, memory }, given, back) => {
        fc.pre(memory.lastReview !== null);
        const last = memory.lastReview ?? 0;
        const early = review(memory, given, last - back, policy);
        const same = review(memory, given, last, policy);
        expect(early.log.clamped).toBe(true);
        expect(same.log.clamped).toBe(false);
        expect(early.memory).toEqual(same.memory);
      }),
    );
  });
});

it("asks each button what it does, and the types agree with the numbers", () => {
  const shown = preview(newMemory(0), 0);
  expect(Object.keys(shown).map(Number) satisfies number[]).toEqual([...RATINGS] satisfies Rating[]);
});
