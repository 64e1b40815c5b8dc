import fc from "fast-check";
import { expect, test } from "vitest";
import { intervalShare, retentionCost } from "@/lib/practice";
import { DEFAULT_PARAMETERS, newMemory, retrievability } from "@/lib/schedule";

const DAY = 86_400_000;
const anyRetention = fc.double({ min: 0.7, max: 0.97, noNaN: true });

test("the interval of a retention is where the forgetting curve comes down to it", () => {
  fc.assert(
    fc.property(anyRetention, fc.double({ min: 1, max: 1000, noNaN: true }), (retention, stability) => {
      const memory = { ...newMemory(0), phase: "review" as const, stability, lastReview: 0 };
      const after = intervalShare(retention, null) * stability * DAY;
      expect(retrievability(memory, after)).toBeCloseTo(retention, 3);
    }),
  );
});

test("at 90 % the interval is the stability, whatever the parameters", () => {
  const flat = DEFAULT_PARAMETERS.map((value, place) => (place === 20 ? 0.5 : value));
  expect(intervalShare(0.9, null)).toBeCloseTo(1, 12);
  expect(intervalShare(0.9, flat)).toBeCloseTo(1, 12);
  expect(intervalShare(0.8, flat)).not.toBeCloseTo(intervalShare(0.8, null), 2);
});

test("the present retention costs what it costs, and a higher one more", () => {
  fc.assert(
    fc.property(anyRetention, anyRetention, (one, other) => {
      expect(retentionCost(one, one, null)).toBeCloseTo(1, 12);
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      fc.pre(high - low > 0.001);
      expect(retentionCost(high, low, null)).toBeGreaterThan(1);
    }),
  );
});
