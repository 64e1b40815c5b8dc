import { describe, expect, test } from "vitest";
import { casesOf, historiesOf, type PastReview } from "@/lib/fit";
import { DEFAULT_PARAMETERS, RATINGS, type Rating, soundParameters } from "@/lib/schedule";
import { ALL_FROM, FOUR_FROM, fitParameters } from "@/lib/server/fitting/fit-parameters";
import { fitAll, fitFour } from "@/lib/server/fitting/optimizer";
import { chanceOf } from "../bench/learners/chance";
import { exponentialLearner, fsrsLearner } from "../bench/learners/kinds";
import { measureLearner } from "../bench/learners/measure";
import { simulate } from "../bench/learners/simulate";

/** Forgets new things five times as fast as others do, and what is left more steeply. */
const QUICK_TO_FORGET = DEFAULT_PARAMETERS.map((value, at) => (at < 4 ? value / 5 : at === 20 ? 0.4 : value));

/** So many reviews of items by any button after any number of days. */
function anyReviews(count: number, seed: number, buttons: readonly Rating[] = RATINGS): readonly PastReview[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, at) => {
    const rating = buttons[Math.floor(chance.next() * buttons.length)] ?? 3;
    return { item: `item-${Math.floor(chance.next() * (count / 8))}`, rating, day: Math.floor(at / 20), at };
  });
}

describe("parameters of one's own", () => {
  test.each([
    ["who forgets quickly", fsrsLearner(QUICK_TO_FORGET)],
    ["whose memory FSRS is wrong about", exponentialLearner(1)],
  ])(
    "are kept for one %s: on what was held back they lose less than the default and the average",
    async (_who, learner) => {
      const fitted = await fitParameters(simulate(learner, 4_000, 7));
      if (!fitted.kept) throw new Error(JSON.stringify(fitted));
      const { losses, kind, parameters, reviews, heldBack } = fitted;
      expect(losses[kind]).toBeLessThan(losses.default);
      expect(losses[kind]).toBeLessThanOrEqual(losses.movingAverage);
      expect(heldBack).toBe(Math.floor(reviews / 5));
      expect(soundParameters(parameters)).toEqual(parameters);
      expect(parameters).not.toEqual(DEFAULT_PARAMETERS);
    },
  );

  test("move towards the learner's own", async () => {
    const cases = casesOf(historiesOf(simulate(fsrsLearner(QUICK_TO_FORGET), 6_000, 3)));
    for (const parameters of [await fitFour(cases, 1), await fitAll(cases, 1)]) {
      const good = parameters?.[2] ?? 0;
      const [usual, own] = [DEFAULT_PARAMETERS[2] ?? 0, QUICK_TO_FORGET[2] ?? 0];
      expect(Math.abs(Math.log(good / own))).toBeLessThan(Math.abs(Math.log(usual / own)) / 2);
    }
  });

  test("of the four alone leave all others as they are", async () => {
    const four = await fitFour(casesOf(historiesOf(simulate(fsrsLearner(QUICK_TO_FORGET), 2_000, 3))), 1);
    expect(four?.slice(4)).toEqual(DEFAULT_PARAMETERS.slice(4));
    expect(four?.slice(0, 4)).not.toEqual(DEFAULT_PARAMETERS.slice(0, 4));
    expect(four?.slice(0, 4)).toEqual(four?.slice(0, 4).toSorted((a, b) => a - b));
  });

  // The learner is the default: nothing can be better, and what luck makes look better must not cost much.
  test("do no harm to one whom the default fits", async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { gain, metrics } = await measureLearner(fsrsLearner(DEFAULT_PARAMETERS), 1_500, seed);
      expect(metrics.truth?.logLoss).toBeCloseTo(metrics.default?.logLoss ?? 0, 9);
      expect(gain).toBeGreaterThan(-0.01);
    }
  });

  test("are not fitted from too little, and it is said", async () => {
    const reviews = simulate(fsrsLearner(QUICK_TO_FORGET), 4_000, 5);
    const count = (of: readonly PastReview[]) => casesOf(historiesOf(of)).length;
    const few = reviews.slice(0, 300);
    expect(count(few)).toBeLessThan(FOUR_FROM);
    expect(await fitParameters(few)).toMatchObject({ kept: false, why: "too-few", losses: null, reviews: count(few) });
    expect(await fitParameters([])).toEqual({ kept: false, why: "too-few", losses: null, reviews: 0, heldBack: 0 });
    const some = reviews.slice(0, 600);
    expect(count(some)).toSatisfy((cases: number) => cases >= FOUR_FROM && cases < ALL_FROM);
    const { losses } = await fitParameters(some);
    expect(losses?.four).toBeGreaterThan(0);
    expect(losses?.all).toBeNull();
    expect((await fitParameters(reviews.slice(0, 1_500))).losses?.all).toBeGreaterThan(0);
  });

  test("are not kept where nothing of memory can be learnt", async () => {
    const { kept, losses } = await fitParameters(anyReviews(3_000, 9));
    // Fitted they lose less than by default, and still more than one who only looks at how the last reviews went.
    expect(losses?.all).toBeLessThan(losses?.default ?? 0);
    expect(losses?.all).toBeGreaterThan(losses?.movingAverage ?? Number.POSITIVE_INFINITY);
    expect(kept).toBe(false);
  });
});

describe("no history makes parameters that FSRS cannot be run with", () => {
  test.each<readonly [string, readonly Rating[]]>([
    ["any button", [1, 2, 3, 4]],
    ["nothing but again", [1]],
    ["nothing but easy", [4]],
    ["again and easy", [1, 4]],
  ])("%s", async (_what, buttons) => {
    const cases = casesOf(historiesOf(anyReviews(1_200, 11, buttons)));
    for (const steps of [0, 1, 4]) {
      for (const parameters of [await fitFour(cases, steps), await fitAll(cases, steps)]) {
        expect(parameters).not.toBeNull();
        expect(soundParameters(parameters ?? [], steps)).toEqual(parameters);
      }
    }
  });
});
