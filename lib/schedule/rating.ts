import { ScheduleError } from "./error";

/** Again, hard, good, easy. */
export const RATINGS = [1, 2, 3, 4] as const;
export type Rating = (typeof RATINGS)[number];

export function isRating(value: unknown): value is Rating {
  return RATINGS.some((rating) => rating === value);
}

/** @throws ScheduleError `rating` for anything but 1, 2, 3 and 4. */
export function checkRating(value: number): Rating {
  if (!isRating(value)) throw new ScheduleError("rating", `A rating is 1, 2, 3 or 4, not ${value}.`);
  return value;
}

/**
 * A scenario is rated by its score, one rating for each hiring signal, so that the interval never argues with the report:
 * - 85 and more, strong hire, easy: no flaw that breaks anything; seeing it again soon teaches nothing.
 * - 70 and more, hire, good: the design came back whole but for one real flaw.
 * - 50 and more, lean hire, hard: most of it came back, with gaps. FSRS counts hard as remembered, and so would the interviewer.
 * - below 50, no hire, again: the design did not come back.
 */
const RATING_FROM: readonly (readonly [score: number, rating: Rating])[] = [
  [85, 4],
  [70, 3],
  [50, 2],
];

/** @throws ScheduleError `score` where the score is not a number. */
export function ratingFromScore(score: number): Rating {
  if (Number.isNaN(score)) throw new ScheduleError("score", "A score is a number from 0 to 100.");
  return RATING_FROM.find(([from]) => score >= from)?.[1] ?? 1;
}
