import { z } from "zod";
import type { Memory } from "@/lib/schedule";
import { PHASES } from "@/lib/schedule";
import type { Item } from "./generated/client";

/**
 * All of an item's row that a review changes, as plain JSON: what the review keeps of before and after, and what undo
 * writes back. Times are epoch milliseconds.
 */
export const itemStateSchema = z.strictObject({
  due: z.int(),
  stability: z.number(),
  difficulty: z.number(),
  phase: z.enum(PHASES),
  step: z.int(),
  reps: z.int(),
  lapses: z.int(),
  scheduledDays: z.int(),
  lastReview: z.int().nullable(),
  reason: z.string().nullable(),
  firstReview: z.int().nullable(),
  lastReviewId: z.string().nullable(),
  matureSeen: z.int(),
  matureKept: z.int(),
});
export type ItemState = z.output<typeof itemStateSchema>;

type StateColumns = Omit<Item, "id" | "personId" | "kind" | "ref" | "createdAt">;

export function stateOf(row: StateColumns): ItemState {
  return {
    ...memoryOf(row),
    reason: row.reason,
    firstReview: row.firstReview?.getTime() ?? null,
    lastReviewId: row.lastReviewId,
    matureSeen: row.matureSeen,
    matureKept: row.matureKept,
  };
}

export function columnsOf(state: ItemState): StateColumns {
  const { due, lastReview, firstReview, ...rest } = state;
  return { ...rest, due: new Date(due), lastReview: dateOf(lastReview), firstReview: dateOf(firstReview) };
}

/** The state of an item that was never reviewed. */
export function freshState(memory: Memory, reason: string | null): ItemState {
  return { ...memory, reason, firstReview: null, lastReviewId: null, matureSeen: 0, matureKept: 0 };
}

/** @throws ZodError where a row holds a phase that is none (the table's check refuses it before). */
export function memoryOf(row: StateColumns): Memory {
  return {
    due: row.due.getTime(),
    stability: row.stability,
    difficulty: row.difficulty,
    phase: itemStateSchema.shape.phase.parse(row.phase),
    step: row.step,
    reps: row.reps,
    lapses: row.lapses,
    scheduledDays: row.scheduledDays,
    lastReview: row.lastReview?.getTime() ?? null,
  };
}

/** From three weeks on an item counts as learnt; retention is measured on these. */
const MATURE_DAYS = 21;

/** What a review makes of an item's state. */
export function reviewedState(
  before: ItemState,
  memory: Memory,
  review: { id: string; rating: number; at: number },
): ItemState {
  const mature = before.phase === "review" && before.scheduledDays >= MATURE_DAYS;
  return {
    ...memory,
    reason: null,
    firstReview: before.firstReview ?? review.at,
    lastReviewId: review.id,
    matureSeen: before.matureSeen + Number(mature),
    matureKept: before.matureKept + Number(mature && review.rating > 1),
  };
}

const reasonSchema = z.object({ why: z.string(), slug: z.string(), attemptId: z.string() });
export type Reason = z.output<typeof reasonSchema>;

export function readReason(text: string | null): Reason | null {
  return text === null ? null : reasonSchema.parse(JSON.parse(text));
}

export function writeReason(reason: Reason): string {
  return JSON.stringify(reason);
}

function dateOf(time: number | null): Date | null {
  return time === null ? null : new Date(time);
}
