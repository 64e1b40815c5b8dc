import type { Case } from "./history";

/** What was said of a review beforehand, and what came. */
export interface Outcome {
  /** The chance to remember, 0–1. */
  readonly predicted: number;
  readonly recalled: boolean;
}

/** The three measures of the open benchmark of schedulers (srs-benchmark); the first two are the better the smaller they are. */
export interface Metrics {
  /** Nats for each review; 0.693 for one who always says one half. */
  readonly logLoss: number;
  readonly rmseBins: number;
  /** Null where all was remembered, or nothing. */
  readonly auc: number | null;
}

/** The mean of −ln(what was said of what came). A certainty that failed would be infinite, so none is taken as whole. */
export function logLoss(outcomes: readonly Outcome[]): number {
  const loss = outcomes.reduce((sum, { predicted, recalled }) => {
    const said = recalled ? predicted : 1 - predicted;
    return sum - Math.log(Math.max(said, Number.EPSILON));
  }, 0);
  return loss / outcomes.length;
}

/** What a bin is made of. */
export type Binned = Outcome & Pick<Case, "days" | "number" | "lapses">;

/**
 * Calibration: reviews that look alike are put in one bin; the root of the mean square of what was said on average less what
 * came on average, a bin weighing as much as it holds. Bins are by days, number and lapses, on logarithmic scales:
 * https://github.com/open-spaced-repetition/srs-benchmark#metrics.
 */
export function rmseBins(outcomes: readonly Binned[]): number {
  const bins = new Map<string, { count: number; predicted: number; recalled: number }>();
  for (const outcome of outcomes) {
    const key = binOf(outcome);
    const bin = bins.get(key) ?? { count: 0, predicted: 0, recalled: 0 };
    bin.count += 1;
    bin.predicted += outcome.predicted;
    bin.recalled += Number(outcome.recalled);
    bins.set(key, bin);
  }
  const squares = [...bins.values()].map((bin) => (bin.predicted - bin.recalled) ** 2 / bin.count);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / outcomes.length);
}

/** The step of a scale of powers; the benchmark's own names of the bins (2.48, 8.98, …) do not matter to the result. */
const step = (value: number, base: number) => Math.floor(Math.log(value) / Math.log(base));

export function binOf({ days, number, lapses }: Pick<Case, "days" | "number" | "lapses">): string {
  return `${step(days, 3.62)} ${step(number, 1.89)} ${lapses === 0 ? "none" : step(lapses, 1.73)}`;
}

/** The chance that of one remembered and one forgotten review the remembered one was given more; a tie counts half. */
export function auc(outcomes: readonly Outcome[]): number | null {
  const sorted = outcomes.toSorted((a, b) => a.predicted - b.predicted);
  const remembered = sorted.filter(({ recalled }) => recalled).length;
  const forgotten = sorted.length - remembered;
  if (remembered === 0 || forgotten === 0) return null;
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to]?.predicted === sorted[from]?.predicted) to += 1;
    const tied = sorted.slice(from, to).filter(({ recalled }) => recalled).length;
    ranks += tied * ((from + 1 + to) / 2);
    from = to;
  }
  return (ranks - (remembered * (remembered + 1)) / 2) / (remembered * forgotten);
}

export function measure(outcomes: readonly Binned[]): Metrics {
  return { logLoss: logLoss(outcomes), rmseBins: rmseBins(outcomes), auc: auc(outcomes) };
}
