import { BasicLearningStepsStrategy, type Card, type FSRS, State } from "ts-fsrs";
import { DAY, dayOf, elapsedDays, startOfDay } from "./days";
import { chooseInterval } from "./interval-choice";
import { type Memory, PHASES, type Phase } from "./memory";
import type { Rating } from "./rating";
import { schedulerOf } from "./scheduler";
import type { Scheduling } from "./scheduling";

const STATES: Readonly<Record<Phase, State>> = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
};
const MINUTES_A_DAY = 1440;

/**
 * The memory after a rating at `at`, which is no earlier than the last review.
 *
 * ts-fsrs counts the midnights of UTC between two reviews. So it is told of pseudo times: the last review at midnight of
 * day 0, this one as many days later as the person's own calendar says. What it answers is only read as a wait:
 * minutes inside the learning steps, whole days outside.
 */
export function nextMemory(memory: Memory, rating: Rating, at: number, by: Scheduling): Memory {
  const scheduler = schedulerOf(by);
  const elapsed = memory.lastReview === null ? 0 : elapsedDays(memory.lastReview, at, by.clock);
  const before = toCard(memory, scheduler);
  const { card } = scheduler.next(before, new Date(elapsed * DAY), rating);
  const after: Memory = {
    due: at + card.due.getTime() - elapsed * DAY,
    stability: card.stability,
    difficulty: card.difficulty,
    phase: PHASES[card.state],
    reps: card.reps,
    lapses: card.lapses,
    step: card.learning_steps,
    scheduledDays: card.scheduled_days,
    lastReview: at,
  };
  const today = dayOf(at, by.clock);
  const stepDays = by.policy === "card" ? daysOfStep(before, scheduler, rating) : 0;
  if (stepDays > 0) return onStep(memory, after, startOfDay(today + stepDays, by.clock), stepDays);
  if (after.phase !== "review") return after;
  const days = chooseInterval(after, { today, elapsed }, by, scheduler.forgetting_curve);
  return { ...after, scheduledDays: days, due: startOfDay(today + days, by.clock) };
}

/** A step of a day or more ends on a day, not at a minute. To ts-fsrs the item would be learnt then; to Anki it still learns. */
function onStep(before: Memory, after: Memory, due: number, scheduledDays: number): Memory {
  const phase = before.phase === "review" || before.phase === "relearning" ? "relearning" : "learning";
  return { ...after, phase, scheduledDays, due };
}

/** Days of the learning step that a rating leads to; 0 where it leads to minutes, or out of the steps. */
function daysOfStep(card: Card, scheduler: FSRS, rating: Rating): number {
  if (card.state === State.Review && rating !== 1) return 0;
  const step = BasicLearningStepsStrategy(scheduler.parameters, card.state, card.learning_steps)[rating];
  const minutes = step?.scheduled_minutes ?? 0;
  return minutes < MINUTES_A_DAY ? 0 : Math.round(minutes / MINUTES_A_DAY);
}

function toCard(memory: Memory, scheduler: FSRS): Card {
  const { stability, difficulty, reps, lapses } = memory;
  return {
    due: new Date(0),
    stability,
    difficulty,
    reps,
    lapses,
    elapsed_days: 0,
    scheduled_days: memory.scheduledDays,
    learning_steps: stepOf(memory, scheduler),
    state: STATES[memory.phase],
    ...(memory.lastReview === null ? {} : { last_review: new Date(0) }),
  };
}

/** Where somebody has shortened the steps since, the last of them: past it, even "again" would count as learnt. */
function stepOf({ phase, step }: Memory, scheduler: FSRS): number {
  const { learning_steps, relearning_steps } = scheduler.parameters;
  if (phase === "learning") return Math.max(0, Math.min(step, learning_steps.length - 1));
  if (phase === "relearning") return Math.max(0, Math.min(step, relearning_steps.length - 1));
  return 0;
}
