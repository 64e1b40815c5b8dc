import { performance } from "node:perf_hooks";
import {
  type Binned,
  type Case,
  casesOf,
  chooseFit,
  type FitKind,
  historiesOf,
  type Metrics,
  measure,
  outcomesBy,
  outcomesByAverage,
  splitByTime,
} from "@/lib/fit";
import { DEFAULT_PARAMETERS } from "@/lib/schedule";
import { ALL_FROM, FOUR_FROM } from "@/lib/server/fitting/fit-parameters";
import { fitAll, fitFour } from "@/lib/server/fitting/optimizer";
import type { Learner } from "./learner";
import { simulate, type TrueReview } from "./simulate";

export const WAYS = ["default", "four", "all", "moving average", "truth"] as const;
export type Way = (typeof WAYS)[number];

export interface Measured {
  readonly reviews: number;
  readonly heldBack: number;
  readonly metrics: Readonly<Record<Way, Metrics | null>>;
  /** Milliseconds. */
  readonly took: Readonly<Record<FitKind, number | null>>;
  /** What the program would use from now on; null: the default. */
  readonly kept: FitKind | null;
  /** How much less that loses than the default on what was held back, had each of its reviews been rated endlessly often. */
  readonly gain: number;
}

/** Both fits are made whatever the history's size; what is kept is what the program would keep. */
export async function measureLearner(learner: Learner, size: number, seed: number): Promise<Measured> {
  const reviews = simulate(learner, size, seed);
  const cases = casesOf(historiesOf(reviews));
  const split = splitByTime(cases);
  const usual = outcomesBy(DEFAULT_PARAMETERS, split.heldBack);
  const four = await timed(() => fitFour(split.trained, 1), split.heldBack);
  const all = await timed(() => fitAll(split.trained, 1), split.heldBack);
  const average = outcomesByAverage(split);
  const truth = trueOutcomes(reviews, split.heldBack);
  const kept = chooseFit({
    default: usual,
    four: cases.length < FOUR_FROM ? null : four.outcomes,
    all: cases.length < ALL_FROM ? null : all.outcomes,
    movingAverage: average,
  });
  const used = { four: four.outcomes, all: all.outcomes, none: usual }[kept ?? "none"];
  return {
    reviews: cases.length,
    heldBack: split.heldBack.length,
    metrics: {
      default: measure(usual),
      four: measure(four.outcomes),
      all: measure(all.outcomes),
      "moving average": measure(average),
      truth: measure(truth),
    },
    took: { four: four.took, all: all.took },
    kept,
    gain: expectedLoss(truth, usual) - expectedLoss(truth, used),
  };
}

async function timed(work: () => Promise<readonly number[] | null>, heldBack: readonly Case[]) {
  const from = performance.now();
  const parameters = await work();
  const took = performance.now() - from;
  if (!parameters) throw new Error("The optimizer gave parameters that FSRS cannot be run with.");
  return { took, outcomes: outcomesBy(parameters, heldBack) };
}

function trueOutcomes(reviews: readonly TrueReview[], cases: readonly Case[]): readonly Binned[] {
  // No two reviews of a simulated learner are in one minute.
  const chances = new Map(reviews.map(({ at, chance }) => [at, chance]));
  return cases.map(({ at, recalled, days, number, lapses }) => {
    return { predicted: chances.get(at) ?? Number.NaN, recalled, days, number, lapses };
  });
}

/** Log loss by the chances themselves, without the luck of what came. */
function expectedLoss(truth: readonly Binned[], said: readonly Binned[]): number {
  const losses = truth.map(({ predicted: chance }, place) => {
    const forecast = said[place]?.predicted ?? Number.NaN;
    return -chance * Math.log(forecast) - (1 - chance) * Math.log(1 - forecast);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}
