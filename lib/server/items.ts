import { z } from "zod";
import {
  type Clock,
  dayOf,
  type ItemKind,
  isLeech,
  type Memory,
  PHASES,
  type Settings,
  startOfDay,
} from "@/lib/schedule";
import type { Item } from "./generated/client";

/**
 * All of an item's row that a review changes, as plain JSON: what the review keeps of before, and what undo writes back.
 * Times are epoch milliseconds.
 */
export const itemStateSchema = z.strictObject({
  due: z.int(),
  day: z.int().nullable(),
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
  seen: z.string().nullable(),
  suspendedAt: z.int().nullable(),
  leech: z.boolean(),
});
export type ItemState = z.output<typeof itemStateSchema>;

/** The names of the columns that an item's state is made of, for statements that are written out. */
export const STATE_COLUMNS = itemStateSchema.keyof().options;

/** The columns of an item that its state is made of. */
export type StateColumns = Pick<Item, keyof ItemState>;

export function stateOf(row: StateColumns): ItemState {
  return {
    due: row.due.getTime(),
    day: row.day,
    stability: row.stability,
    difficulty: row.difficulty,
    phase: phaseOf(row.phase),
    step: row.step,
    reps: row.reps,
    lapses: row.lapses,
    scheduledDays: row.scheduledDays,
    lastReview: row.lastReview?.getTime() ?? null,
    reason: row.reason,
    firstReview: row.firstReview?.getTime() ?? null,
    lastReviewId: row.lastReviewId,
    seen: row.seen,
    suspendedAt: row.suspendedAt?.getTime() ?? null,
    leech: row.leech,
  };
}

export function columnsOf(state: ItemState): StateColumns {
  const { due, lastReview, firstReview, suspendedAt, ...rest } = state;
  return {
    ...rest,
    due: new Date(due),
    lastReview: dateOf(lastReview),
    firstReview: dateOf(firstReview),
    suspendedAt: dateOf(suspendedAt),
  };
}

export function readState(text: string): ItemState {
  return itemStateSchema.parse(JSON.parse(text));
}

/** The state of an item that was never reviewed. @param day null where nothing asks for it. */
export function freshState(memory: Memory, day: number | null, reason: string | null): ItemState {
  const never = { firstReview: null, lastReviewId: null, seen: null, suspendedAt: null, leech: false };
  return { ...memory, day, reason, ...never };
}

export function memoryOfState(state: ItemState): Memory {
  const { due, stability, difficulty, phase, step, reps, lapses, scheduledDays, lastReview } = state;
  return { due, stability, difficulty, phase, step, reps, lapses, scheduledDays, lastReview };
}

/** @throws ZodError where a row holds a phase that is none (the table's check refuses it before). */
export function memoryOf(row: StateColumns): Memory {
  return memoryOfState(stateOf(row));
}

/**
 * A memory as it stands where the person is now: what was learnt comes as its day begins there, wherever they were when
 * it was rated, and on the day that a report named.
 */
export function presentMemory(row: StateColumns, clock: Clock): Memory {
  const memory = memoryOf(row);
  const byDay = row.day !== null && (memory.phase === "review" || memory.phase === "new");
  return byDay && row.day !== null ? { ...memory, due: startOfDay(row.day, clock) } : memory;
}

/** One rating, as it changes an item. */
export interface Step {
  readonly id: string;
  readonly rating: number;
  readonly at: number;
  /** The drill that was shown. */
  readonly shown: string | null;
}

/** What a review makes of an item's state. @param memory what the scheduler made of its memory. */
export function reviewedState(
  kind: ItemKind,
  before: ItemState,
  memory: Memory,
  { id, rating, at, shown }: Step,
  { settings, clock }: { readonly settings: Settings; readonly clock: Clock },
): ItemState {
  const forgotten = rating === 1 && memory.lapses > before.lapses && isLeech(memory.lapses, settings.leechAfter);
  // Another drill comes each time, and a scenario is long: only a card is put aside.
  const aside = before.suspendedAt ?? (forgotten && (kind === "card" || kind === "own") ? at : null);
  return {
    ...memory,
    day: aside === null ? dayOf(memory.due, clock) : null,
    reason: null,
    firstReview: before.firstReview ?? at,
    lastReviewId: id,
    seen: shown === null ? before.seen : writeSeen([...readSeen(before.seen), shown]),
    suspendedAt: aside,
    leech: before.leech || forgotten,
  };
}

/** As many drills of a group as are told apart; one that was seen before those may come as if it were new. */
const MOST_SEEN = 24;
const seenSchema = z.array(z.string());

/** The drills of an item that were shown, the last one last. */
export function readSeen(text: string | null): readonly string[] {
  return text === null ? [] : seenSchema.parse(JSON.parse(text));
}

function writeSeen(seen: readonly string[]): string {
  return JSON.stringify(seen.slice(-MOST_SEEN));
}

const reasonSchema = z.object({
  why: z.string(),
  slug: z.string(),
  attemptId: z.string(),
  /** Of a scenario: the rule whose return brings it. */
  weakest: z.string().optional(),
});
export type Reason = z.output<typeof reasonSchema>;

export function readReason(text: string | null): Reason | null {
  return text === null ? null : reasonSchema.parse(JSON.parse(text));
}

export function writeReason(reason: Reason): string {
  return JSON.stringify(reason);
}

function phaseOf(text: string): Memory["phase"] {
  return itemStateSchema.shape.phase.parse(text);
}

function dateOf(time: number | null): Date | null {
  return time === null ? null : new Date(time);
}
