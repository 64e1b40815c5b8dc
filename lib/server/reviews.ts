import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type ItemName, itemId, readDrillRef, readItemId } from "@/lib/practice";
import { dayOf, newMemory } from "@/lib/schedule";
import { cardsById, findRule } from "./content";
import { database, numbered, placed, type Transaction } from "./database";
import { changeDays, sumsOf } from "./days";
import { drillPools } from "./drills";
import { addEvidence, evidenceOfRating, takeEvidence } from "./evidence";
import type { Item } from "./generated/client";
import { freshState, type ItemState, readReason, readState, stateOf } from "./items";
import { HABITS, type HabitsRow, habitsOf, keepZone, zoneSchema } from "./people";
import { guarded, PersonGone, type Refusal, refuse } from "./refusal";
import {
  comesAfter,
  keepPromise,
  keepSince,
  type Owner,
  type PlacedStep,
  replay,
  siblingOf,
  stepsAfter,
  writeItem,
} from "./replay";

const DAY = 86_400_000;

export const ratingSchema = z.object({
  /** Made by the client, one for each press of a button: sent twice, it counts once. */
  id: z.uuid(),
  /** `QueueItem.id`. */
  itemId: z.string().max(200),
  rating: z.literal([1, 2, 3, 4]),
  /** When the button was pressed, epoch milliseconds by the device's clock. */
  at: z.int().min(0).max(8_640_000_000_000_000),
  /** Milliseconds from the card's showing to the button. */
  elapsed: z.int().min(0),
  /** The device's time zone: the person's day begins by it. */
  zone: zoneSchema.optional(),
  /** The drill that was shown. */
  shown: z.string().max(300).optional(),
});
export type Rating = z.input<typeof ratingSchema>;

export interface Rated {
  readonly ok: true;
  readonly reviewId: string;
  /** When it comes back, epoch milliseconds. */
  readonly due: number;
  /** True where this rating had been counted before; nothing changed now. */
  readonly repeated: boolean;
  /** True where it was forgotten so often that it was put aside. */
  readonly leech: boolean;
}

/**
 * Rates a card or a drill of the person's own; scenarios are rated by handing in an answer. A rating may come late, and after
 * ratings that were given later: it takes its place among them, and those after it are worked out anew.
 */
export async function rate(
  personId: string,
  input: Rating,
  now: number = Date.now(),
): Promise<Rated | Refusal<"invalid" | "not-found" | "storage" | "signed-out">> {
  const parsed = ratingSchema.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  const item = readItemId(parsed.data.itemId);
  if (!item || !isRateable(item)) return refuse("not-found");
  return await guarded(async () => {
    const db = await database();
    return await db.$transaction((tx) => count(tx, personId, item, parsed.data, now));
  });
}

/** True where the content has it; a card of the person's own is looked for among their items. */
function isRateable({ kind, ref }: ItemName): boolean {
  if (kind === "card") return cardsById().has(ref);
  if (kind === "own") return true;
  const { scenario, rule } = readDrillRef(ref);
  const known = findRule(rule);
  return kind === "drill" && known !== null && drillPools(scenario).has(known);
}

async function count(
  tx: Transaction,
  personId: string,
  name: ItemName,
  input: z.output<typeof ratingSchema>,
  now: number,
): Promise<Rated | Refusal<"not-found">> {
  const { id, rating } = input;
  const { person, cameAt, known, met } = await standing(tx, personId, name, id);
  if (known !== null) return { ok: true, reviewId: id, due: known, repeated: true, leech: false };
  if (!met && name.kind === "own") return refuse("not-found");
  await keepZone(tx, personId, person.zone, input.zone);
  const owner = { personId, habits: habitsOf(person, input.zone) };
  const at = plausible(input.at, cameAt, now);
  const shown = name.kind === "drill" ? (input.shown ?? null) : null;
  const step = { id, rating, at, shown, elapsed: Math.min(input.elapsed, DAY), was: null };
  const before = met ? stateOf(met) : freshState(newMemory(at), dayOf(at, owner.habits.clock), null);
  const after = await take(tx, owner, { ...name, id: met?.id ?? randomUUID() }, met, before, step);
  await addEvidence(tx, personId, evidenceOfRating(name, rating, at));
  if (name.kind === "drill") await bringScenario(tx, owner, name.ref, after, at);
  return { ok: true, reviewId: id, due: after.due, repeated: false, leech: after.leech && !before.leech };
}

/** Puts a rating into its place, and writes the item. */
async function take(
  tx: Transaction,
  owner: Owner,
  item: ItemName & { readonly id: string },
  met: Item | null,
  before: ItemState,
  step: PlacedStep,
): Promise<ItemState> {
  const { kind, ref } = item;
  if (!met) {
    const made = { at: step.at, sibling: siblingOf(kind, ref) };
    // The row of a rating points at its item's: the item is there first, as it was before.
    await writeItem(tx, owner.personId, item, before, made);
  }
  const last =
    before.lastReview !== null && before.lastReviewId !== null
      ? { at: before.lastReview, id: before.lastReviewId }
      : null;
  const late = last !== null && comesAfter(last, step);
  const later = late ? await stepsAfter(tx, item.id, step) : [];
  const from = later[0]?.was ?? before;
  const { state, changes } = await replay(tx, owner, item, from, [step, ...later]);
  await changeDays(tx, owner.personId, owner.habits.clock, changes);
  const after = late && met ? keepSince(state, met) : state;
  await writeItem(tx, owner.personId, item, after, null);
  return after;
}

/** A person with the item that is rated beside them; the item's columns are null where it was never met. */
type StandingRow = HabitsRow & {
  readonly createdOn: number | bigint;
  readonly known: number | bigint | null;
} & Nullable<Item>;
type Nullable<T> = { readonly [Key in keyof T]: T[Key] | null };

const STANDING = numbered(`SELECT "Item".*, "Person"."zone", "Person"."settings", "Person"."fit",
  CAST("Person"."createdAt" AS INTEGER) AS "createdOn",
  (SELECT CAST("due" AS INTEGER) FROM "Review" WHERE "Review"."personId" = ?1 AND "Review"."id" = ?2) AS "known"
FROM "Person" LEFT JOIN "Item" ON "Item"."personId" = ?1 AND "Item"."kind" = ?3 AND "Item"."ref" = ?4
WHERE "Person"."id" = ?1`);

/** What the database holds of a rating before it counts, in one question. */
async function standing(tx: Transaction, personId: string, { kind, ref }: ItemName, reviewId: string) {
  const [row] = await tx.$queryRawUnsafe<readonly StandingRow[]>(
    STANDING.sql,
    ...placed(STANDING, [personId, reviewId, kind, ref]),
  );
  if (!row) throw new PersonGone();
  return {
    person: row,
    cameAt: Number(row.createdOn),
    known: row.known === null ? null : Number(row.known),
    met: isItem(row) ? row : null,
  };
}

/** Every item has an id; what else may be null in it may be null in the table. */
function isItem(row: StandingRow): row is StandingRow & Item {
  return row.id !== null;
}

/** A device's clock may be wrong: no review lies in the future, or before its person came. */
function plausible(at: number, earliest: number, now: number): number {
  return Math.min(now, Math.max(at, earliest));
}

/** A scenario that waits for its weakest rule comes when that rule's drill does, and never later than its score says. */
async function bringScenario(
  tx: Transaction,
  { personId, habits }: Owner,
  ref: string,
  drill: ItemState,
  at: number,
): Promise<void> {
  const { scenario, rule } = readDrillRef(ref);
  const where = { personId_kind_ref: { personId, kind: "scenario", ref: scenario } };
  const item = await tx.item.findUnique({
    where,
    select: { id: true, due: true, day: true, reason: true, suspendedAt: true },
  });
  if (!item || item.suspendedAt !== null || readReason(item.reason)?.weakest !== rule) return;
  const tomorrow = dayOf(at, habits.clock) + 1;
  const byScore = dayOf(item.due.getTime(), habits.clock);
  const day = Math.min(byScore, Math.max(tomorrow, drill.day ?? byScore));
  if (day !== item.day) await tx.item.update({ where: { id: item.id }, data: { day }, select: { id: true } });
}

type Undone = { readonly ok: true; readonly itemId: string };

/**
 * Takes back a rating of a card or a drill: where it was the last one the row is as it was, to the byte; where others came
 * after it, they are worked out as if it had never been. Twice is once. What an answer rated (a scenario) cannot be undone.
 */
export async function undo(
  personId: string,
  reviewId: string,
  now: number = Date.now(),
): Promise<Undone | Refusal<"not-found" | "storage" | "signed-out">> {
  return await guarded(async () => {
    const db = await database();
    return await db.$transaction((tx) => takeBack(tx, personId, reviewId, now));
  });
}

async function takeBack(
  tx: Transaction,
  personId: string,
  id: string,
  now: number,
): Promise<Undone | Refusal<"not-found">> {
  const include = { item: true, person: { select: HABITS } } as const;
  const found = await tx.review.findUnique({ where: { personId_id: { personId, id } }, include });
  const name = found ? readItemId(`${found.item.kind}:${found.item.ref}`) : null;
  if (!found || !name || name.kind === "scenario" || found.before === null) return refuse("not-found");
  const done: Undone = { ok: true, itemId: itemId(name.kind, name.ref) };
  if (found.undoneAt) return done;
  const { rating, elapsed } = found;
  const at = found.at.getTime();
  const owner = { personId, habits: habitsOf(found.person) };
  const before = readState(found.before);
  const later = await stepsAfter(tx, found.itemId, { at, id });
  await takeEvidence(tx, personId, evidenceOfRating(name, rating, at));
  const item = { ...name, id: found.itemId };
  const { state, changes } = await replay(tx, owner, item, before, later);
  const taken = { at, sums: sumsOf(name.kind, before, rating, elapsed), sign: -1 } as const;
  await changeDays(tx, personId, owner.habits.clock, [taken, ...changes]);
  const after = keepPromise(state, found.item);
  await writeItem(tx, personId, item, after, null);
  await tx.review.update({
    where: { personId_id: { personId, id } },
    data: { undoneAt: new Date(now) },
    select: { id: true },
  });
  if (name.kind === "drill") await bringScenario(tx, owner, name.ref, after, now);
  return done;
}
