import { predictor } from "@/lib/schedule";
import type { Case, History } from "./history";
import type { Binned } from "./metrics";
import { movingAverage } from "./moving-average";

/** What is learnt from, and what is kept back to try it on: the reviews after them. */
export interface Split {
  readonly trained: readonly Case[];
  readonly heldBack: readonly Case[];
}

/** One review in five is held back: the newest, for what counts is what comes. */
const HELD_BACK = 5;

/** @param cases in order of time. */
export function splitByTime(cases: readonly Case[]): Split {
  const from = cases.length - Math.floor(cases.length / HELD_BACK);
  return { trained: cases.slice(0, from), heldBack: cases.slice(from) };
}

/** What FSRS by these parameters says of each case, knowing the item's reviews before it. */
export function outcomesBy(parameters: readonly number[], cases: readonly Case[]): readonly Binned[] {
  const { predict } = predictor(parameters);
  const known = new Map<History, readonly (number | null)[]>();
  const predictionsOf = (history: History) => {
    const met = known.get(history);
    if (met) return met;
    const made = predict(history.reviews);
    known.set(history, made);
    return made;
  };
  return cases.map((one) => outcome(one, predictionsOf(one.history)[one.place] ?? 1));
}

/** What the moving average says of what is held back, having seen all before. */
export function outcomesByAverage({ trained, heldBack }: Split): readonly Binned[] {
  const said = movingAverage([...trained, ...heldBack].map(({ recalled }) => recalled)).slice(trained.length);
  return heldBack.map((one, place) => outcome(one, said[place] ?? 1));
}

function outcome({ recalled, days, number, lapses }: Case, predicted: number): Binned {
  return { predicted, recalled, days, number, lapses };
}
