import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  casesOf,
  chooseFit,
  type Forecasts,
  historiesOf,
  lossesOf,
  outcomesBy,
  outcomesByAverage,
  type PastReview,
  splitByTime,
} from "@/lib/fit";
import { DEFAULT_PARAMETERS, predictor } from "@/lib/schedule";

/** Eight of ten came; each forecast says the same of all. */
const saying = (chance: number, count = 200) =>
  Array.from({ length: count }, (_, at) => ({ predicted: chance, recalled: at % 10 < 8 }));

const forecasts = (over: Partial<Forecasts>): Forecasts => {
  return { default: saying(0.95), four: null, all: null, movingAverage: saying(0.7), ...over };
};

describe("which fit is kept", () => {
  test("the one that loses least", () => {
    expect(chooseFit(forecasts({ four: saying(0.85), all: saying(0.8) }))).toBe("all");
    expect(chooseFit(forecasts({ four: saying(0.8), all: saying(0.85) }))).toBe("four");
  });

  test("none where nothing was fitted", () => {
    expect(chooseFit(forecasts({}))).toBeNull();
  });

  test("none that is worse than the default, or the same", () => {
    expect(chooseFit(forecasts({ four: saying(0.97), all: saying(0.95) }))).toBeNull();
  });

  test("none that is worse than the moving average", () => {
    expect(chooseFit(forecasts({ all: saying(0.85), movingAverage: saying(0.8) }))).toBeNull();
  });

  test("none that is better by less than chance would make it", () => {
    const few = forecasts({ default: saying(0.9, 10), all: saying(0.8, 10), movingAverage: saying(0.5, 10) });
    expect(lossesOf(few).all).toBeLessThan(lossesOf(few).default);
    expect(chooseFit(few)).toBeNull();
    const many = forecasts({ default: saying(0.9, 1_000), all: saying(0.8, 1_000), movingAverage: saying(0.5, 1_000) });
    expect(chooseFit(many)).toBe("all");
  });
});

describe("the newest fifth is held back", () => {
  const reviews = (count: number): readonly PastReview[] =>
    Array.from({ length: count }, (_, at) => ({ item: `${at % 7}`, rating: at % 5 === 0 ? 1 : 3, day: at, at }));

  test("all of it is newer than what is trained on, and nothing is lost", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (count) => {
        const cases = casesOf(historiesOf(reviews(count)));
        const { trained, heldBack } = splitByTime(cases);
        expect([...trained, ...heldBack]).toEqual(cases);
        expect(heldBack).toHaveLength(Math.floor(cases.length / 5));
        const newest = Math.max(...trained.map(({ at }) => at));
        for (const { at } of heldBack) expect(at).toBeGreaterThan(newest);
      }),
    );
  });

  test("what is said of it knows the item's reviews before, and the average all before", () => {
    const cases = casesOf(historiesOf(reviews(60)));
    const split = splitByTime(cases);
    const said = outcomesBy(DEFAULT_PARAMETERS, split.heldBack);
    const last = split.heldBack.at(-1);
    const { predict } = predictor(DEFAULT_PARAMETERS);
    expect(said.at(-1)?.predicted).toBe(predict(last?.history.reviews ?? [])[last?.place ?? 0]);
    expect(said.map(({ recalled }) => recalled)).toEqual(split.heldBack.map(({ recalled }) => recalled));
    expect(outcomesByAverage(split)[0]?.predicted).not.toBeCloseTo(0.768525, 3);
    expect(outcomesByAverage({ trained: [], heldBack: cases })[0]?.predicted).toBeCloseTo(0.768525, 6);
  });
});
