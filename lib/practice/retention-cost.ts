import { DEFAULT_PARAMETERS } from "@/lib/schedule";

/** The place of the curve's decay among the parameters of FSRS-6. */
const DECAY = 20;
/** One forgotten item costs this many reviews more on its day: it comes again after a relearning step. */
const RELEARNING = 1;

/**
 * The interval that FSRS-6 gives for a retention, as a multiple of the stability (the interval for 90 %):
 * `(r^(-1/w20) - 1) / (0.9^(-1/w20) - 1)`, its forgetting curve `R(t, S) = (1 + factor · t/S)^(-w20)` solved for t.
 * Source: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
 */
export function intervalShare(retention: number, parameters: readonly number[] | null): number {
  const decay = (parameters ?? DEFAULT_PARAMETERS)[DECAY] ?? 0.1542;
  return (retention ** (-1 / decay) - 1) / (0.9 ** (-1 / decay) - 1);
}

/**
 * How many reviews another retention asks for, as a multiple of what the present one does: the intervals change as
 * `intervalShare` says, and what is forgotten, 1 − r of it, is seen once more on its day.
 *
 * This is what a change does to what is known today. Over months it says too little for low retentions: more is
 * forgotten, and what is forgotten starts again with a shorter interval. It is said beside the figures.
 */
export function retentionCost(retention: number, present: number, parameters: readonly number[] | null): number {
  const reviews = (share: number) => (1 + RELEARNING * (1 - share)) / intervalShare(share, parameters);
  return reviews(retention) / reviews(present);
}
