import type { SqlValue } from "sql.js";
import { dayOf, type Phase, startOfDay } from "@/lib/schedule";
import type { ExchangeCard, LoggedReview } from "../collection";
import type { Package } from "./package";
import { factorOf } from "./review-log";

const TYPE: Readonly<Record<Phase, number>> = { new: 0, learning: 1, review: 2, relearning: 3 };
/** SM-2's ease at the beginning: FSRS does not use it, but Anki wants one. */
const EASE = 2500;

/** The columns of the table `cards` from `type` to `data`. */
export function cardColumns(card: ExchangeCard, whole: Package): SqlValue[] {
  const { memory } = card;
  const { queue, due } = queueOf(card, whole);
  const isNew = memory.phase === "new";
  return [
    ...[TYPE[memory.phase], card.suspended ? -1 : queue, due, memory.scheduledDays, isNew ? 0 : EASE],
    ...[memory.reps, memory.lapses, stepsLeft(card, whole), 0, 0, 0],
    isNew ? "{}" : dataOf(card, whole),
  ];
}

/** New ones stand in their order; what comes today or in minutes has a time; all else a day. */
function queueOf({ memory, position }: ExchangeCard, { clock, firstDay, now }: Package) {
  if (memory.phase === "new") return { queue: 0, due: position };
  const day = dayOf(memory.due, clock);
  if (memory.phase === "review") return { queue: 2, due: day - firstDay };
  const later = day > dayOf(now, clock) && memory.due === startOfDay(day, clock);
  return later ? { queue: 3, due: day - firstDay } : { queue: 1, due: Math.ceil(memory.due / 1000) };
}

/** Those of the day times a thousand, and all. */
function stepsLeft({ memory }: ExchangeCard, { settings }: Package): number {
  if (memory.phase !== "learning" && memory.phase !== "relearning") return 0;
  const steps = memory.phase === "learning" ? settings.learningSteps : settings.relearningSteps;
  const left = Math.max(1, steps.length - memory.step);
  return left * 1000 + left;
}

/** As Anki 23.10 and later keep FSRS's state. */
function dataOf({ memory }: ExchangeCard, { settings }: Package): string {
  const last = memory.lastReview === null ? {} : { lrt: Math.floor(memory.lastReview / 1000) };
  return JSON.stringify({ s: memory.stability, d: memory.difficulty, dr: settings.retention, ...last });
}

/** The columns of the table `revlog` from `ease` to `type`, for each review of a card. */
export function logColumns({ log }: ExchangeCard, whole: Package): SqlValue[][] {
  return log.map((review, index) => {
    const before = log[index - 1];
    const last = before === undefined ? 0 : interval(before, whole);
    const { rating, elapsed, phase } = review;
    const kind = phase === "review" ? 1 : phase === "relearning" ? 2 : 0;
    return [rating, interval(review, whole), last, factor(review), Math.max(0, Math.round(elapsed)), kind];
  });
}

/** Days once it is learnt; seconds, as a negative number, within the steps. */
function interval({ at, due }: LoggedReview, { clock }: Package): number {
  const day = dayOf(due, clock);
  const days = day - dayOf(at, clock);
  return days > 0 && due === startOfDay(day, clock) ? days : -Math.max(0, Math.round((due - at) / 1000));
}

function factor({ difficulty, phase }: LoggedReview): number {
  if (difficulty !== null) return factorOf(difficulty);
  return phase === "new" || phase === "learning" ? 0 : EASE;
}
