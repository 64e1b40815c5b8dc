import { checkParameters, clipParameters, default_w, FSRSAlgorithm } from "ts-fsrs";
import type { Rating } from "./rating";

/** One review of an item as FSRS reads it. */
export interface Recall {
  readonly rating: Rating;
  /** The person's days since the review before; 0 for the first one and for a further one on the same day. */
  readonly days: number;
}

/** The 21 parameters of FSRS-6 that hold for everybody; https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm. */
export const DEFAULT_PARAMETERS: readonly number[] = default_w;

/** A memory as FSRS knows it. */
export interface Trace {
  /** Days until the chance to remember falls to 90 %. */
  readonly stability: number;
  /** 1 (easy) to 10 (hard). */
  readonly difficulty: number;
}

/** What FSRS-6 says of a memory, by parameters that need not be the ones that schedule. */
export interface Predictor {
  /** The memory after one more review; `memory` is null before the first. */
  after(memory: Trace | null, review: Recall): Trace;
  /** The chance to remember after so many days, 0–1. */
  chance(memory: Trace, days: number): number;
  /**
   * The chance to remember at each review of an item, just before it was rated.
   * Null where FSRS predicts nothing: at the first review, and at a further one on the same day.
   */
  predict(history: readonly Recall[]): readonly (number | null)[];
}

/** @param parameters as `soundParameters` gives them. */
export function predictor(parameters: readonly number[]): Predictor {
  const algorithm = new FSRSAlgorithm({ w: [...parameters] });
  const after = (memory: Trace | null, { rating, days }: Recall) => algorithm.next_state(memory, days, rating);
  const chance = (memory: Trace, days: number) => algorithm.forgetting_curve(days, memory.stability);
  const predict = (history: readonly Recall[]) => {
    let memory: Trace | null = null;
    return history.map((review) => {
      const predicted: number | null = memory !== null && review.days > 0 ? chance(memory, review.days) : null;
      memory = after(memory, review);
      return predicted;
    });
  };
  return { after, chance, predict };
}

/**
 * Parameters that FSRS may be run with: each one inside its limits. Null where they are not 21 finite numbers.
 * @param relearningSteps how many there are: with several, two of the limits are narrower, or failing would make a memory stronger.
 */
export function soundParameters(parameters: readonly number[], relearningSteps = 1): readonly number[] | null {
  if (parameters.length !== default_w.length || !parameters.every(Number.isFinite)) return null;
  return clipParameters([...checkParameters(parameters)], relearningSteps);
}
