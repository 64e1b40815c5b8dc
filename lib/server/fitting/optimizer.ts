import { computeParameters, FSRSBindingItem, FSRSBindingReview } from "@open-spaced-repetition/binding";
import { type Case, trainingItem } from "@/lib/fit";
import { DEFAULT_PARAMETERS, soundParameters } from "@/lib/schedule";

/** How often the optimizer looks whether it is done, in milliseconds: its own 500 would be most of a fit's time. */
const LOOK = 5;
/** It leaves out what is longer; an item that was reviewed a thousand times would be handed over a thousand times for nothing. */
const LONGEST_HISTORY = 64;

/**
 * The optimizer of FSRS (fsrs-rs) on these cases. From fewer than it can learn from it gives the defaults back.
 * @param cases in order of time: later ones weigh more.
 */
async function optimize(cases: readonly Case[], relearningSteps: number): Promise<readonly number[] | null> {
  const learnt = cases.filter(({ place }) => place < LONGEST_HISTORY);
  const items = learnt.map(
    (one) => new FSRSBindingItem(trainingItem(one).map(({ rating, days }) => new FSRSBindingReview(rating, days))),
  );
  const options = { enableShortTerm: true, numRelearningSteps: relearningSteps, timeout: LOOK };
  return soundParameters(await computeParameters(items, options), relearningSteps);
}

/** All 21 parameters. */
export const fitAll = optimize;

/**
 * The four initial stabilities, all else as for everybody. Given nothing but each item's first return, the optimizer fits these
 * four and stops there.
 */
export async function fitFour(cases: readonly Case[], relearningSteps: number): Promise<readonly number[] | null> {
  const fitted = await optimize(
    cases.filter(({ number }) => number === 2),
    relearningSteps,
  );
  return fitted && soundParameters([...fitted.slice(0, 4), ...DEFAULT_PARAMETERS.slice(4)], relearningSteps);
}
