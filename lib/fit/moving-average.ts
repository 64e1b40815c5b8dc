/** The benchmark's own numbers: where it begins (a chance of 77 %), and how far one review moves it. */
const START = 1.2;
const RATE = 0.3;

/**
 * A forecast that knows nothing but how the last reviews went: one number that each review moves towards what came.
 * A scheduler that does no better has learnt nothing of memory. MOVING-AVG of
 * https://github.com/open-spaced-repetition/srs-benchmark.
 * @param recalled what came, in order of time.
 * @returns for each review what was said before it.
 */
export function movingAverage(recalled: readonly boolean[]): readonly number[] {
  let score = START;
  return recalled.map((came) => {
    const predicted = 1 / (1 + Math.exp(-score));
    score += RATE * (Number(came) - predicted);
    return predicted;
  });
}
