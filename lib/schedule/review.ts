import { default_w, forgetting_curve } from "ts-fsrs";
import { checkTime, DAY, elapsedDays } from "./days";
import { intervalWords } from "./interval";
import type { Memory } from "./memory";
import { nextMemory } from "./next";
import { checkRating, RATINGS, type Rating } from "./rating";
import { checkedParameters } from "./scheduler";
import type { Scheduling } from "./scheduling";

/** What one review was, and all that undoing it needs. Plain JSON. */
export interface ReviewLog {
  readonly rating: Rating;
  /** When it counts: `now`, or the review before where the clock had gone backwards. */
  readonly at: number;
  /** True where `now` lay before the last review and was moved up to it. */
  readonly clamped: boolean;
  /** Days of the person since the review before; 0 for the first one. */
  readonly elapsedDays: number;
  /** The chance that it was remembered, 0–1, just before; 0 while new. */
  readonly retrievability: number;
  /** The memory before. To undo a review, keep this instead of the new one. */
  readonly previous: Memory;
}

export interface Reviewed {
  readonly memory: Memory;
  readonly log: ReviewLog;
}

export interface Preview {
  readonly due: number;
  /** "10 min", "4 days". */
  readonly interval: string;
}

/** @throws ScheduleError for a rating out of range, a time, a zone or parameters that are none. */
export function review(memory: Memory, rating: number, now: number, by: Scheduling): Reviewed {
  const checked = checkRating(rating);
  const at = momentOf(memory, now);
  const log: ReviewLog = {
    rating: checked,
    at,
    clamped: at !== now,
    elapsedDays: memory.lastReview === null ? 0 : elapsedDays(memory.lastReview, at, by.clock),
    retrievability: retrievability(memory, at, fittedOf(by)),
    previous: memory,
  };
  return { memory: nextMemory(memory, checked, at, by), log };
}

/** What each button would do now; exactly what `review` then does. */
export function preview(memory: Memory, now: number, by: Scheduling): Readonly<Record<Rating, Preview>> {
  const at = momentOf(memory, now);
  const [again, hard, good, easy] = RATINGS.map((rating): Preview => {
    const { due, scheduledDays } = nextMemory(memory, rating, at, by);
    return { due, interval: intervalWords(scheduledDays > 0 ? scheduledDays * DAY : due - at) };
  }) as [Preview, Preview, Preview, Preview];
  return { 1: again, 2: hard, 3: good, 4: easy };
}

/**
 * The chance to remember it at `now`, 0–1, falling continuously (the scheduler itself counts whole days); 0 while new.
 * @param parameters the 21 that were fitted to the person; null or none: the defaults.
 */
export function retrievability(memory: Memory, now: number, parameters?: readonly number[] | null): number {
  if (memory.phase === "new" || memory.lastReview === null) return 0;
  const days = Math.max(0, checkTime(now) - memory.lastReview) / DAY;
  return forgetting_curve(parameters ? checkedParameters(parameters) : default_w, days, memory.stability);
}

function fittedOf({ settings, parameters }: Scheduling): readonly number[] | null {
  return settings.useFitted ? parameters : null;
}

/** A clock that went backwards must not make time run backwards for the memory. */
function momentOf(memory: Memory, now: number): number {
  return Math.max(checkTime(now), memory.lastReview ?? now);
}
