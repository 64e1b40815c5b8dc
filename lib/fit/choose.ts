import { logLoss, type Outcome } from "./metrics";

/** Which parameters were fitted: the four initial stabilities, or all 21. */
export const FIT_KINDS = ["four", "all"] as const;
export type FitKind = (typeof FIT_KINDS)[number];

/** Log loss on what was held back. Null where there was too little to fit that kind. */
export interface Losses {
  readonly default: number;
  readonly four: number | null;
  readonly all: number | null;
  readonly movingAverage: number;
}

/** What each way of forecasting said of the same reviews, in the same order. */
export interface Forecasts {
  readonly default: readonly Outcome[];
  readonly four: readonly Outcome[] | null;
  readonly all: readonly Outcome[] | null;
  readonly movingAverage: readonly Outcome[];
}

export function lossesOf({ default: usual, four, all, movingAverage }: Forecasts): Losses {
  return {
    default: logLoss(usual),
    four: four && logLoss(four),
    all: all && logLoss(all),
    movingAverage: logLoss(movingAverage),
  };
}

/**
 * The kind of fit that is worth keeping; null where none is. It must lose less than the default does, by more than the
 * standard error of the difference, and no more than the moving average: by chance alone half of all useless fits would
 * be a little better. Of two that pass the one that loses less.
 */
export function chooseFit(forecasts: Forecasts): FitKind | null {
  const losses = lossesOf(forecasts);
  const worthwhile = FIT_KINDS.filter((kind) => {
    const [loss, fitted] = [losses[kind], forecasts[kind]];
    return loss !== null && fitted !== null && loss <= losses.movingAverage && isClearly(fitted, forecasts.default);
  });
  return worthwhile.sort((a, b) => (losses[a] ?? 0) - (losses[b] ?? 0))[0] ?? null;
}

/** Whether the first forecasts lose less than the others, by more than one standard error of the difference. */
function isClearly(better: readonly Outcome[], than: readonly Outcome[]): boolean {
  const gains = better.map((outcome, place) => logLoss([than[place] ?? outcome]) - logLoss([outcome]));
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (gains.length - 1);
  return mean > Math.sqrt(variance / gains.length);
}
