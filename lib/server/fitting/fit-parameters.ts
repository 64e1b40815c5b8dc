import {
  type Case,
  casesOf,
  chooseFit,
  type FitKind,
  type Forecasts,
  historiesOf,
  type Losses,
  lossesOf,
  outcomesBy,
  outcomesByAverage,
  type PastReview,
  type Split,
  splitByTime,
} from "@/lib/fit";
import { DEFAULT_PARAMETERS } from "@/lib/schedule";
import { fitAll, fitFour } from "./optimizer";

/**
 * How many reviews there must be before anything is fitted, and before all parameters are: only those on a later day than
 * the one before count. `npm run bench:fsrs` shows why: from fewer a fit is more often worse than better.
 */
export const FOUR_FROM = 150;
export const ALL_FROM = 400;

interface Tried {
  /** Reviews that could be learnt from or tried on: each item's first one of a later day. */
  readonly reviews: number;
  /** The newest of them, kept back from the fit to try it on. */
  readonly heldBack: number;
}

/** Parameters that were tried and are worth keeping. They were fitted to the reviews before those that were held back. */
export interface Kept extends Tried {
  readonly kept: true;
  readonly parameters: readonly number[];
  readonly kind: FitKind;
  readonly losses: Losses;
}

/** `too-few`: nothing was fitted. `no-better`: what was fitted did not clearly do better on what was held back. */
export interface NotKept extends Tried {
  readonly kept: false;
  readonly why: "too-few" | "no-better";
  readonly losses: Losses | null;
}

/**
 * Fits FSRS to one person's reviews, and tries it on the newest fifth of them.
 * Takes the processor for a second or more: never inside a request (`fitIfDue` starts a process for it).
 * @param reviews of any number of items, in any order; none that was undone.
 * @param relearningSteps how many the person has; it narrows two limits.
 */
export async function fitParameters(reviews: readonly PastReview[], relearningSteps = 1): Promise<Kept | NotKept> {
  const cases = casesOf(historiesOf(reviews));
  const split = splitByTime(cases);
  const tried = { reviews: cases.length, heldBack: split.heldBack.length };
  if (cases.length < FOUR_FROM) return { kept: false, why: "too-few", losses: null, ...tried };
  const fitted = await fitBoth(split.trained, cases.length, relearningSteps);
  const forecasts = forecastsOf(fitted, split);
  const kind = chooseFit(forecasts);
  const parameters = kind && fitted[kind];
  const losses = lossesOf(forecasts);
  if (!kind || !parameters) return { kept: false, why: "no-better", losses, ...tried };
  return { kept: true, parameters, kind, losses, ...tried };
}

type Both = Readonly<Record<FitKind, readonly number[] | null>>;

async function fitBoth(trained: readonly Case[], count: number, relearningSteps: number): Promise<Both> {
  return {
    four: await fitFour(trained, relearningSteps),
    all: count < ALL_FROM ? null : await fitAll(trained, relearningSteps),
  };
}

function forecastsOf({ four, all }: Both, split: Split): Forecasts {
  return {
    default: outcomesBy(DEFAULT_PARAMETERS, split.heldBack),
    four: four && outcomesBy(four, split.heldBack),
    all: all && outcomesBy(all, split.heldBack),
    movingAverage: outcomesByAverage(split),
  };
}
