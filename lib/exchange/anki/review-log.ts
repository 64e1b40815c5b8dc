import { type Clock, dayOf, isRating, type Phase, startOfDay } from "@/lib/schedule";
import type { LoggedReview } from "../collection";

/** The columns of Anki's table `revlog`. https://docs.ankiweb.net/stats.html#manual-analysis */
export interface LogRow {
  /** Epoch milliseconds. */
  readonly id: number;
  /** The button, 1–4; 0 where somebody rescheduled by hand. */
  readonly ease: number;
  /** Days, or seconds where negative. */
  readonly ivl: number;
  /** Difficulty under FSRS, 100–1100; under SM-2 the ease, from 1300. */
  readonly factor: number;
  readonly time: number;
  /** 0 learning, 1 review, 2 relearning, 3 filtered, 4 by hand, 5 rescheduled. */
  readonly type: number;
}

const PHASES: readonly Phase[] = ["learning", "review", "relearning", "review"];
const MANUAL = 4;
const CRAMMED = 3;
const HOUR = 3_600_000;

/**
 * The ratings of one card, in order. What happened before the card was last reset counts no longer, as in Anki; nor does
 * what was rescheduled by hand, or crammed without effect. Ratings from the future are left out too.
 */
export function reviewsOf(rows: readonly LogRow[], clock: Clock, now: number): readonly LoggedReview[] {
  const sorted = [...rows].sort((a, b) => a.id - b.id);
  const reset = sorted.findLastIndex(({ ease, factor, type }) => type === MANUAL && ease === 0 && factor === 0);
  const reviews: LoggedReview[] = [];
  for (const row of sorted.slice(reset + 1)) {
    const { id: at, ease: rating, factor, type } = row;
    const counts = isRating(rating) && !(type === CRAMMED && factor === 0) && at > 0 && at <= now;
    if (!counts) continue;
    const phase = reviews.length === 0 && type === 0 ? "new" : (PHASES[type] ?? "review");
    const elapsed = Math.min(Math.max(0, Math.round(row.time)), HOUR);
    reviews.push({ at, rating, elapsed, phase, due: dueAfter(row, clock), difficulty: difficultyOf(factor) });
  }
  return reviews;
}

function dueAfter({ id, ivl }: LogRow, clock: Clock): number {
  if (ivl <= 0) return id - ivl * 1000;
  return startOfDay(dayOf(id, clock) + Math.min(ivl, 36_525), clock);
}

/** FSRS's difficulty from 1 to 10 is written as 100 to 1100; what is larger is SM-2's ease. */
function difficultyOf(factor: number): number | null {
  return factor >= 100 && factor <= 1100 ? (factor / 1000 - 0.1) * 9 + 1 : null;
}

export function factorOf(difficulty: number): number {
  return Math.round(((difficulty - 1) / 9 + 0.1) * 1000);
}
