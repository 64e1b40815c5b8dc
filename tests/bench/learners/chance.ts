import { randomFrom } from "@/lib/chance";

/** Draws that are the same each time for the same seed. */
export interface Chance {
  /** From 0 up to 1, without it. */
  next(): number;
  /** True so often. */
  happens(probability: number): boolean;
  /** Bell-shaped, mean 0, standard deviation 1. */
  normal(): number;
  /** One of these, by weight. */
  pick<T>(options: readonly (readonly [T, number])[]): T;
}

export function chanceOf(seed: number): Chance {
  const next = randomFrom(`learner ${seed}`);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return { next, happens: (probability) => next() < probability, normal, pick: (options) => pick(options, next()) };
}

function pick<T>(options: readonly (readonly [T, number])[], at: number): T {
  const total = options.reduce((sum, [, weight]) => sum + weight, 0);
  let left = at * total;
  for (const [option, weight] of options) {
    left -= weight;
    if (left < 0) return option;
  }
  const last = options.at(-1);
  if (!last) throw new Error("There is nothing to pick from.");
  return last[0];
}
