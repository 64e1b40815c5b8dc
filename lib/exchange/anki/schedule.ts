import { type Clock, dayOf, type Memory, newMemory, review, type Scheduling, startOfDay } from "@/lib/schedule";
import type { LoggedReview } from "../collection";

/** The columns of Anki's table `cards` that say when a card comes. */
export interface CardRow {
  readonly type: number;
  readonly queue: number;
  readonly due: number;
  readonly ivl: number;
  readonly factor: number;
  readonly reps: number;
  readonly lapses: number;
  readonly left: number;
  readonly odue: number;
  readonly odid: number;
  readonly data: string;
}

export interface ScheduleContext {
  readonly now: number;
  readonly clock: Clock;
  /** The person's day number of the collection's first day. */
  readonly firstDay: number;
  /** How the person is scheduled: for memories that only the log tells of. */
  readonly scheduling: Scheduling;
}

const NEW = 0;
const LEARNING = 1;
const REVIEW = 2;
/** A due number above this is a time in seconds, below it a day: a collection is younger than 2,700 years. */
const SECONDS = 1_000_000;

/** What Anki knows of a memory, as ours: FSRS's state where there is one, else by the log, else by SM-2's interval and ease. */
export function memoryOf(card: CardRow, log: readonly LoggedReview[], context: ScheduleContext): Memory {
  const strength = card.type === NEW ? null : strengthOf(card, log, context);
  if (strength === null) return newMemory(context.now);
  const isReview = card.type === REVIEW;
  const scheduledDays = isReview ? Math.max(1, card.ivl) : 0;
  const due = dueOf(card, context);
  return {
    due,
    ...strength,
    phase: isReview ? "review" : card.type === LEARNING ? "learning" : "relearning",
    reps: Math.max(1, card.reps, log.length),
    lapses: Math.max(0, card.lapses),
    step: isReview ? 0 : stepOf(card, context.scheduling),
    scheduledDays,
    lastReview: Math.min(log.at(-1)?.at ?? lastReviewOf(card, due, scheduledDays), context.now),
  };
}

type Strength = Pick<Memory, "stability" | "difficulty">;

/** Null where nothing at all is known: it is new. */
function strengthOf(card: CardRow, log: readonly LoggedReview[], context: ScheduleContext): Strength | null {
  const { s, d } = dataOf(card.data);
  if (s !== null && d !== null && s > 0 && d >= 1 && d <= 10) return { stability: s, difficulty: d };
  if (log[0]?.phase === "new") return replayed(log, context.scheduling);
  return card.ivl > 0 ? fromSm2(card.factor / 1000, card.ivl) : null;
}

function replayed(log: readonly LoggedReview[], scheduling: Scheduling): Strength {
  const memory = log.reduce<Memory>(
    (before, { rating, at }) => review(before, rating, at, scheduling).memory,
    newMemory(log[0]?.at ?? 0),
  );
  return { stability: memory.stability, difficulty: memory.difficulty };
}

/** Weights 8, 9 and 10 of FSRS-6's defaults. */
const GROWTH = 1.8722;
const FADING = 0.1666;
const FORGETTING = 0.796;

/**
 * The state that SM-2's numbers amount to, as `memory_state_from_sm2` of fsrs-rs has it, at a retention of 90 %: the
 * interval is the stability, and the ease is how much the next one would be longer.
 */
function fromSm2(ease: number, interval: number): Strength {
  const growth = Math.exp(GROWTH) * interval ** -FADING * Math.expm1(0.1 * FORGETTING);
  const difficulty = 11 - ((ease > 0 ? ease : 2.5) - 1) / growth;
  return { stability: interval, difficulty: Math.min(10, Math.max(1, difficulty)) };
}

function dueOf(card: CardRow, { clock, firstDay, now }: ScheduleContext): number {
  const due = card.odid !== 0 && card.odue !== 0 ? card.odue : card.due;
  if (card.type !== REVIEW && due > SECONDS) return due * 1000;
  const day = firstDay + due;
  // A hundred years on either side is more than any schedule.
  return Math.abs(day - dayOf(now, clock)) > 36_525 ? now : startOfDay(day, clock);
}

function lastReviewOf(card: CardRow, due: number, days: number): number {
  const { lrt } = dataOf(card.data);
  return lrt === null ? due - days * 86_400_000 : lrt * 1000;
}

/** `left` holds the steps that are left, in its last three digits. */
function stepOf(card: CardRow, { settings }: Scheduling): number {
  const steps = card.type === LEARNING ? settings.learningSteps.length : settings.relearningSteps.length;
  return Math.min(Math.max(0, steps - (card.left % 1000)), Math.max(0, steps - 1));
}

interface CardData {
  readonly s: number | null;
  readonly d: number | null;
  readonly lrt: number | null;
}

/** `cards.data`: JSON with FSRS's stability and difficulty, in newer versions the last review's time in seconds. */
function dataOf(text: string): CardData {
  const nothing = { s: null, d: null, lrt: null };
  if (!text.startsWith("{")) return nothing;
  try {
    const data: unknown = JSON.parse(text);
    const entries = typeof data === "object" && data !== null ? Object.entries(data) : [];
    return { ...nothing, ...Object.fromEntries(entries.filter(([, value]) => Number.isFinite(value))) };
  } catch {
    return nothing;
  }
}
