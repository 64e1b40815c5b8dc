import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auc, type Binned, binOf, logLoss, measure, movingAverage, type Outcome, rmseBins } from "@/lib/fit";

const said = (predicted: number, recalled: boolean): Outcome => ({ predicted, recalled });
const binned = (predicted: number, recalled: boolean, days = 1, number = 2, lapses = 0): Binned => {
  return { predicted, recalled, days, number, lapses };
};
const chances = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const outcomes = fc.array(fc.record({ predicted: chances, recalled: fc.boolean() }), { minLength: 2, maxLength: 40 });

describe("log loss", () => {
  test("by hand: −(ln 0.9 + ln 0.6 + ln 0.5) / 3", () => {
    expect(logLoss([said(0.9, true), said(0.4, false), said(0.5, true)])).toBeCloseTo(0.436445, 5);
  });

  test("a certainty that failed is dear, and finite", () => {
    expect(logLoss([said(1, false)])).toBeCloseTo(36.04, 2);
  });

  test("is least for one who says the share that came", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), chances, (percent, other) => {
        const by = (chance: number) => logLoss(Array.from({ length: 100 }, (_, at) => said(chance, at < percent)));
        expect(by(percent / 100)).toBeLessThanOrEqual(by(other) + 1e-12);
      }),
    );
  });
});

describe("RMSE(bins)", () => {
  test("by hand: one bin with three (0.8 said, 2/3 came), one with one (0.5 said, 1 came)", () => {
    const all = [binned(0.9, true), binned(0.8, true), binned(0.7, false), binned(0.5, true, 30)];
    // √((3 · (0.8 − 2/3)² + 1 · 0.5²) / 4)
    expect(rmseBins(all)).toBeCloseTo(0.275379, 6);
  });

  test("is 0 where each bin got what was said of it", () => {
    expect(rmseBins([binned(0.5, true), binned(0.5, false), binned(1, true, 90, 9, 3)])).toBe(0);
  });

  // The benchmark's own names: 2.48 · 3.62ⁿ days, 1.99 · 1.89ⁿ reviews, 1.65 · 1.73ⁿ lapses.
  test.each([
    [{ days: 1, number: 2, lapses: 0 }, { days: 3, number: 3, lapses: 0 }, true],
    [{ days: 3, number: 2, lapses: 0 }, { days: 4, number: 2, lapses: 0 }, false],
    [{ days: 4, number: 2, lapses: 0 }, { days: 13, number: 2, lapses: 0 }, true],
    [{ days: 13, number: 2, lapses: 0 }, { days: 14, number: 2, lapses: 0 }, false],
    [{ days: 1, number: 3, lapses: 0 }, { days: 1, number: 4, lapses: 0 }, false],
    [{ days: 1, number: 4, lapses: 0 }, { days: 1, number: 6, lapses: 0 }, true],
    [{ days: 1, number: 9, lapses: 0 }, { days: 1, number: 9, lapses: 1 }, false],
    [{ days: 1, number: 9, lapses: 1 }, { days: 1, number: 9, lapses: 2 }, false],
    [{ days: 1, number: 9, lapses: 2 }, { days: 1, number: 9, lapses: 3 }, false],
    [{ days: 1, number: 9, lapses: 3 }, { days: 1, number: 9, lapses: 5 }, true],
  ])("%j and %j are in one bin: %s", (a, b, together) => {
    expect(binOf(a) === binOf(b)).toBe(together);
  });
});

describe("AUC", () => {
  test("by hand: of six pairs four are right and one is a tie", () => {
    const all = [said(0.9, true), said(0.6, true), said(0.5, true), said(0.6, false), said(0.4, false)];
    expect(auc(all)).toBeCloseTo(4.5 / 6, 12);
  });

  test("is as counted pair by pair", () => {
    fc.assert(
      fc.property(outcomes, (all) => {
        const [kept, lost] = [all.filter(({ recalled }) => recalled), all.filter(({ recalled }) => !recalled)];
        const wins = kept.flatMap((a) => lost.map((b) => (Math.sign(a.predicted - b.predicted) + 1) / 2));
        const counted = wins.length === 0 ? null : wins.reduce((sum, win) => sum + win, 0) / wins.length;
        if (counted === null) expect(auc(all)).toBeNull();
        else expect(auc(all)).toBeCloseTo(counted, 9);
      }),
    );
  });

  test("is 1 for one who knew, 0 for one who knew it the other way round, ½ for one who says the same of all", () => {
    fc.assert(
      fc.property(outcomes, (all) => {
        fc.pre(auc(all) !== null);
        expect(auc(all.map(({ recalled }) => said(recalled ? 0.8 : 0.2, recalled)))).toBe(1);
        expect(auc(all.map(({ recalled }) => said(recalled ? 0.2 : 0.8, recalled)))).toBe(0);
        expect(auc(all.map(({ recalled }) => said(0.7, recalled)))).toBe(0.5);
      }),
    );
  });
});

test("the three stand side by side", () => {
  const all = [binned(0.8, true), binned(0.2, false)];
  expect(measure(all)).toEqual({ logLoss: logLoss(all), rmseBins: rmseBins(all), auc: auc(all) });
});

describe("the moving average", () => {
  // x = 1.2; forgotten: x −= 0.3 · 0.768525; then remembered: x += 0.3 · (1 − 0.725008).
  test("by hand: begins at 77 %, falls when something was forgotten, rises again", () => {
    const [first, second, third] = movingAverage([false, true, true]);
    expect(first).toBeCloseTo(0.768525, 6);
    expect(second).toBeCloseTo(0.725008, 6);
    expect(third).toBeCloseTo(0.741147, 6);
  });

  test("never looks ahead", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1 }), (came) => {
        const whole = movingAverage(came);
        expect(movingAverage([...came.slice(0, -1), !came.at(-1)])).toEqual(whole);
      }),
    );
  });

  test("comes near to what comes always", () => {
    for (const chance of movingAverage(Array.from({ length: 2_000 }, (_, at) => at % 4 !== 0)).slice(-4)) {
      expect(Math.abs(chance - 0.75)).toBeLessThan(0.05);
    }
    expect(movingAverage(Array.from({ length: 2_000 }, () => true)).at(-1)).toBeGreaterThan(0.99);
  });
});
