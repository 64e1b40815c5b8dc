import { type Card, forgetting_curve, State } from "ts-fsrs";
import { checkTime, DAY, dayShift, elapsedDays } from "./days";
import { intervalWords } from "./interval";
import { type Memory, PHASES, type Phase } from "./memory";
import { type Policy, SCHEDULERS } from "./policy";
import { checkRating, RATINGS, type Rating } from "./rating";

/** What one review was, and all that undoing it needs. Plain JSON. */
export interface ReviewLog {
  readonly rating: Rating;
  /** When it counts: `now`, or the review before where the clock had gone backwards. */
  readonly at: number;
  /** True where `now` lay before the last review and was moved up to it. */
  readonly clamped: boolean;
  /** Whole days since the review before; 0 for the first one. */
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

/** @throws ScheduleError for a rating out of range or a time that is none. */
export function review(memory: Memory, rating: number, now: number, policy: Policy = "card"): Reviewed {
  const checked = checkRating(rating);
  const at = momentOf(memory, now);
  const log: ReviewLog = {
    rating: checked,
    at,
    clamped: at !== now,
    elapsedDays: memory.lastReview === null ? 0 : elapsedDays(memory.lastReview, at),
    retrievability: retrievability(memory, at),
    previous: memory,
  };
  return { memory: next(memory, checked, at, policy), log };
}

/** What each button would do now; exactly what `review` then does. */
export function preview(memory: Memory, now: number, policy: Policy = "card"): Readonly<Record<Rating, Preview>> {
  const at = momentOf(memory, now);
  const [again, hard, good, easy] = RATINGS.map((rating): Preview => {
    const { due } = next(memory, rating, at, policy);
    return { due, interval: intervalWords(due - at) };
  }) as [Preview, Preview, Preview, Preview];
  return { 1: again, 2: hard, 3: good, 4: easy };
}

/** The chance to remember it at `now`, 0–1, falling continuously (the scheduler itself counts whole days); 0 while new. */
export function retrievability(memory: Memory, now: number): number {
  if (memory.phase === "new" || memory.lastReview === null) return 0;
  const days = Math.max(0, checkTime(now) - memory.lastReview) / DAY;
  return forgetting_curve(SCHEDULERS.card.parameters.w, days, memory.stability);
}

/** A clock that went backwards must not make time run backwards for the memory. */
function momentOf(memory: Memory, now: number): number {
  return Math.max(checkTime(now), memory.lastReview ?? now);
}

function next(memory: Memory, rating: Rating, at: number, policy: Policy): Memory {
  const shift = dayShift(memory.lastReview);
  const { card } = SCHEDULERS[policy].next(toCard(memory, shift), new Date(at - shift), rating);
  return fromCard(card, shift);
}

const STATES: Readonly<Record<Phase, State>> = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
};

function toCard(memory: Memory, shift: number): Card {
  const { stability, difficulty, reps, lapses } = memory;
  return {
    due: new Date(memory.due - shift),
    stability,
    difficulty,
    reps,
    lapses,
    elapsed_days: 0,
    scheduled_days: memory.scheduledDays,
    learning_steps: memory.step,
    state: STATES[memory.phase],
    ...(memory.lastReview === null ? {} : { last_review: new Date(memory.lastReview - shift) }),
  };
}

function fromCard(card: Card, shift: number): Memory {
  return {
    due: card.due.getTime() + shift,
    stability: card.stability,
    difficulty: card.difficulty,
    phase: PHASES[card.state],
    reps: card.reps,
    lapses: card.lapses,
    step: card.learning_steps,
    scheduledDays: card.scheduled_days,
    lastReview: card.last_review === undefined ? null : card.last_review.getTime() + shift,
  };
}
