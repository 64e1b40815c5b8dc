import { type ItemName, readDrillRef } from "@/lib/practice";
import { dayOf, type ItemKind, newMemory, type Scheduling } from "@/lib/schedule";
import type { Transaction } from "./database";
import { type DayChange, sumsOf } from "./days";
import {
  columnsOf,
  freshState,
  type ItemState,
  readState,
  STATE_COLUMNS,
  type StateColumns,
  type Step,
  stateOf,
} from "./items";
import type { Habits } from "./people";
import { ratedState } from "./rated-state";

/** Whose item it is, and how they practise. */
export interface Owner {
  readonly personId: string;
  readonly habits: Habits;
}

/** A rating in its place among those of an item. */
export interface PlacedStep extends Step {
  /** Milliseconds from the card's showing to the rating. */
  readonly elapsed: number;
  /** What its row said of the state before; null for a rating that has no row yet. */
  readonly was: ItemState | null;
}

/** The order in which ratings count: by their moment, and at one moment by id, so that every device agrees. */
export function comesAfter(
  a: { readonly at: number; readonly id: string },
  b: { readonly at: number; readonly id: string },
): boolean {
  return a.at > b.at || (a.at === b.at && a.id > b.id);
}

/** The ratings of an item that count and come after one, in order. */
export async function stepsAfter(
  tx: Transaction,
  item: string,
  after: { at: number; id: string },
): Promise<readonly PlacedStep[]> {
  const rows = await tx.review.findMany({
    where: { itemId: item, at: { gte: new Date(after.at) }, undoneAt: null },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return rows.map(placed).filter((step) => comesAfter(step, after));
}

function placed(row: {
  id: string;
  rating: number;
  at: Date;
  shown: string | null;
  elapsed: number;
  before: string | null;
}): PlacedStep {
  const { id, rating, shown, elapsed, before } = row;
  // The table refuses a rating that counts and does not say what was before it.
  if (before === null) throw new Error(`The rating ${id} counts and has no state before it.`);
  return { id, rating, at: row.at.getTime(), shown, elapsed, was: readState(before) };
}

/** What came of an item, and what that changes of the days. */
export interface Replayed {
  readonly state: ItemState;
  readonly changes: readonly DayChange[];
}

/**
 * Gives ratings to an item one after another, from a state on, and writes what follows: a row for the ratings that have none,
 * new states for those that have. The item itself, and what each day now says, are left to the caller.
 */
export async function replay(
  tx: Transaction,
  owner: Owner,
  item: ItemName & { readonly id: string },
  from: ItemState,
  steps: readonly PlacedStep[],
): Promise<Replayed> {
  const changes: DayChange[] = [];
  let state = from;
  for (const [index, step] of steps.entries()) {
    const after = await rated(tx, owner, item, state, step, index === steps.length - 1);
    const sums = sumsOf(item.kind, state, step.rating, step.elapsed);
    if (step.was) changes.push({ at: step.at, sums: sumsOf(item.kind, step.was, step.rating, step.elapsed), sign: -1 });
    changes.push({ at: step.at, sums, sign: 1 });
    await writeReview(tx, owner.personId, item.id, step, state, after.due);
    state = after;
  }
  return { state, changes };
}

/** An item's state worked out from all of its ratings that count, in order; their rows are written anew, the days are not. */
export async function workOut(
  tx: Transaction,
  owner: Owner,
  item: ItemName & { readonly id: string },
): Promise<ItemState> {
  const steps = await stepsAfter(tx, item.id, { at: 0, id: "" });
  const at = steps[0]?.at ?? 0;
  const from = freshState(newMemory(at), dayOf(at, owner.habits.clock), null);
  return (await replay(tx, owner, item, from, steps)).state;
}

async function writeReview(
  tx: Transaction,
  personId: string,
  item: string,
  step: PlacedStep,
  before: ItemState,
  due: number,
) {
  const { id, rating, elapsed, shown } = step;
  const text = JSON.stringify(before);
  if (step.was) {
    await tx.review.update({
      where: { personId_id: { personId, id } },
      data: { before: text, due: new Date(due) },
      select: { id: true },
    });
    return;
  }
  const values = [id, personId, item, rating, step.at, elapsed, due, text, shown];
  await tx.$executeRawUnsafe(ADD_REVIEW, ...values);
}

/** Written out, as all that a rating does: to put a query together costs more than to run it. Times are milliseconds. */
const ADD_REVIEW = `INSERT INTO "Review" ("id", "personId", "itemId", "rating", "at", "elapsed", "due", "before", "shown") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Longer intervals are spread by chance alone: their window has more days than are worth reading. */
const LONGEST_BALANCED = 90;
const SHORTEST_BALANCED = 3;

/** What a rating makes of an item; the last rating's day is chosen by how full the days are. */
async function rated(
  tx: Transaction,
  { personId, habits }: Owner,
  item: ItemName,
  before: ItemState,
  step: Step,
  balanced: boolean,
): Promise<ItemState> {
  const plain = ratedState(item, before, step, habits);
  const { scheduledDays: days } = plain;
  if (!balanced || !habits.settings.balance || days < SHORTEST_BALANCED || days > LONGEST_BALANCED) return plain;
  const load = await loadAround(tx, personId, dayOf(step.at, habits.clock), days);
  return ratedState(item, before, step, habits, load);
}

/** How many items come on the days that an interval may be moved to: FSRS moves none by more than a third. */
async function loadAround(
  tx: Transaction,
  personId: string,
  today: number,
  days: number,
): Promise<NonNullable<Scheduling["load"]>> {
  const reach = Math.ceil(days / 3) + 2;
  const rows = await tx.$queryRawUnsafe<readonly { day: number; due: number }[]>(
    LOAD,
    personId,
    today + days - reach,
    today + days + reach,
  );
  const due = new Map(rows.map((row) => [row.day, row.due]));
  return (day) => due.get(day) ?? 0;
}

const LOAD = `SELECT "day", "due" FROM "Load" WHERE "personId" = ? AND "day" BETWEEN ? AND ?`;

const SET_STATE = `UPDATE "Item" SET ${STATE_COLUMNS.map((name) => `"${name}" = ?`).join(", ")} WHERE "id" = ?`;

/** Writes an item's state; makes its row where there is none. */
export async function writeItem(
  tx: Transaction,
  personId: string,
  { kind, ref, id }: ItemName & { readonly id: string },
  state: ItemState,
  made: { readonly at: number; readonly sibling: string | null; readonly position?: number } | null,
): Promise<void> {
  if (made === null) {
    const values = new Map<string, number | string | boolean | null>(Object.entries(state));
    await tx.$executeRawUnsafe(SET_STATE, ...STATE_COLUMNS.map((name) => values.get(name) ?? null), id);
    return;
  }
  const data = columnsOf(state);
  const { at, sibling, position = 0 } = made;
  await tx.item.create({
    data: { id, personId, kind, ref, sibling, position, ...data, createdAt: new Date(at) },
    select: { id: true },
  });
}

/** What a report promised since a rating still comes when it said. */
export function keepPromise(state: ItemState, row: StateColumns): ItemState {
  if (row.reason === null || row.reason === state.reason) return state;
  const { due, day, reason } = stateOf(row);
  return due < state.due ? { ...state, due, day, reason } : { ...state, reason };
}

/** What was done to an item since its last rating stays when an earlier one is put in: a promise, and that it was put aside. */
export function keepSince(state: ItemState, row: StateColumns): ItemState {
  const kept = keepPromise(state, row);
  const suspendedAt = kept.suspendedAt ?? stateOf(row).suspendedAt;
  return { ...kept, suspendedAt, day: suspendedAt === null ? kept.day : null };
}

/** What the cards of one note, which come from one thing to know, are kept apart by. */
export function siblingOfNote(note: string): string {
  return `note:${note}`;
}

/** What is kept apart from an item: the other drills of its rule. A card of the person's own has its note's name already. */
export function siblingOf(kind: ItemKind, ref: string): string | null {
  return kind === "drill" ? readDrillRef(ref).rule : null;
}
