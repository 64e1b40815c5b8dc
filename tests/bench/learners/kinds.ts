import { DEFAULT_PARAMETERS, predictor, RATINGS, type Rating, soundParameters, type Trace } from "@/lib/schedule";
import { type Chance, chanceOf } from "./chance";
import { exact, type ItemMemory, type Learner } from "./learner";

/** Memory is exactly what FSRS-6 says, with these parameters. */
export function fsrsLearner(parameters: readonly number[]): Learner {
  const { after, chance: chanceBy } = predictor(parameters);
  return {
    ...exact,
    meet: (first) => {
      let trace: Trace = after(null, { rating: first, days: 0 });
      return {
        chance: (days) => chanceBy(trace, days),
        review: (rating, days) => {
          trace = after(trace, { rating, days });
        },
      };
    },
  };
}

/** Parameters of somebody else: each that everybody has times a number around 1, the initial stabilities wider. */
export function ownParameters(seed: number): readonly number[] {
  const chance = chanceOf(seed);
  const speed = Math.exp(0.7 * chance.normal());
  const drawn = DEFAULT_PARAMETERS.map((value, place) => {
    return place < 4 ? value * speed * Math.exp(0.25 * chance.normal()) : value * Math.exp(0.25 * chance.normal());
  });
  const rising = [...drawn.slice(0, 4).sort((a, b) => a - b), ...drawn.slice(4)];
  return soundParameters(rising) ?? DEFAULT_PARAMETERS;
}

/**
 * FSRS is wrong about this one: what was learnt fades in two exponentials, a part within a day or two, the rest with a
 * half-life that grows with each success, more after a longer wait, and shrinks when it was forgotten.
 */
export function exponentialLearner(seed: number): Learner {
  const drawn = chanceOf(seed);
  const half = 4 * Math.exp(0.6 * drawn.normal());
  const growth = 1.2 + drawn.next();
  return { ...exact, meet: (first) => twoExponentials(half * (0.3 + 0.35 * first), growth) };
}

function twoExponentials(firstHalfLife: number, growth: number): ItemMemory {
  let half = firstHalfLife;
  let lasting = 0.7;
  const chance = (days: number) => lasting * 2 ** (-days / half) + (1 - lasting) * 2 ** (-days / 1.5);
  return {
    chance,
    review: (rating, days) => {
      if (days === 0) return;
      const spread = 1 - chance(days);
      half = rating === 1 ? Math.max(0.5, half * 0.4) : half * (1 + growth * (0.4 + 2 * spread));
      lasting = rating === 1 ? 0.7 : Math.min(0.97, lasting + 0.08);
    },
  };
}

/** Recalls three in four whatever the schedule: there is nothing of memory to learn here. */
export function guesser(): Learner {
  return { ...exact, meet: () => ({ chance: () => 0.75, review: () => {} }) };
}

const NOISE = 1 / 8;

/** One press in eight is of any button. The memory itself follows FSRS, by what was meant. */
export function noisyLearner(parameters: readonly number[]): Learner {
  const press = (meant: Rating, chance: Chance) =>
    chance.happens(NOISE) ? (RATINGS[Math.floor(chance.next() * RATINGS.length)] ?? meant) : meant;
  const passing = (chance: number) => (1 - NOISE) * chance + NOISE * 0.75;
  return { ...fsrsLearner(parameters), press, passing };
}

/** One of each kind; the seed draws its parameters. */
export const LEARNERS: readonly { readonly name: string; readonly make: (seed: number) => Learner }[] = [
  { name: "FSRS with the default parameters", make: () => fsrsLearner(DEFAULT_PARAMETERS) },
  { name: "FSRS with parameters of their own", make: (seed) => fsrsLearner(ownParameters(seed)) },
  { name: "forgets in two exponentials", make: exponentialLearner },
  { name: "guesses", make: guesser },
  { name: "presses a wrong button now and then", make: (seed) => noisyLearner(ownParameters(seed)) },
];
