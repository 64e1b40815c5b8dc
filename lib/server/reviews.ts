import { randomUUID } from "node:crypto";
import { z } from "zod";
import { itemId, readItemId } from "@/lib/practice";
import { newMemory, review } from "@/lib/schedule";
import { cardsById } from "./content";
import { database, type Transaction } from "./database";
import type { Item } from "./generated/client";
import { columnsOf, freshState, itemStateSchema, memoryOf, reviewedState, stateOf } from "./items";
import { keepOffset, utcOffsetSchema } from "./people";
import { guarded, PersonGone, type Refusal, refuse } from "./refusal";

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
  /** Minutes east of UTC on the person's device: `-new Date().getTimezoneOffset()`. */
  utcOffset: utcOffsetSchema.optional(),
});
export type Rating = z.input<typeof ratingSchema>;

export interface Rated {
  readonly ok: true;
  readonly reviewId: string;
  /** When it comes back, epoch milliseconds. */
  readonly due: number;
  /** True where this rating had been counted before; nothing changed now. */
  readonly repeated: boolean;
}

/** Rates a card of the person's own. Scenarios are rated by handing in an answer. */
export async function rate(
  personId: string,
  input: Rating,
  now: number = Date.now(),
): Promise<Rated | Refusal<"invalid" | "not-found" | "storage" | "signed-out">> {
  const parsed = ratingSchema.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  const item = readItemId(parsed.data.itemId);
  if (item?.kind !== "card" || !cardsById().has(item.ref)) return refuse("not-found");
  return await guarded(async () => {
    const db = await database();
    return await db.$transaction((tx) => count(tx, personId, item.ref, parsed.data, now));
  });
}

async function count(
  tx: Transaction,
  personId: string,
  ref: string,
  input: z.output<typeof ratingSchema>,
  now: number,
): Promise<Rated> {
  const { id, rating } = input;
  const { person, known, met } = await standing(tx, personId, ref, id);
  if (known) return { ok: true, reviewId: id, due: readState(known.after).due, repeated: true };
  await keepOffset(tx, personId, person.utcOffset, input.utcOffset);
  const item = met ?? (await meet(tx, personId, ref, now));
  const before = stateOf(item);
  const { memory, log } = review(memoryOf(item), rating, plausible(input.at, person.createdAt.getTime(), now), "card");
  const after = reviewedState(before, memory, { id, rating, at: log.at });
  await tx.item.update({ where: { id: item.id }, data: columnsOf(after), select: { id: true } });
  const states = { before: JSON.stringify(before), after: JSON.stringify(after) };
  const row = { id, personId, itemId: item.id, rating, at: new Date(log.at), elapsed: Math.min(input.elapsed, DAY) };
  await tx.review.create({ data: { ...row, ...states }, select: { id: true } });
  return { ok: true, reviewId: id, due: memory.due, repeated: false };
}

/** What the database holds of a rating before it counts, in one question: Prisma's own work is most of its time. */
async function standing(tx: Transaction, personId: string, ref: string, reviewId: string) {
  const reviews = { where: { id: reviewId }, select: { after: true } };
  const select = { utcOffset: true, createdAt: true, reviews, items: { where: { kind: "card", ref } } };
  const found = await tx.person.findUnique({ where: { id: personId }, select });
  if (!found) throw new PersonGone();
  return { person: found, known: found.reviews[0] ?? null, met: found.items[0] ?? null };
}

/** A device's clock may be wrong: no review lies in the future, or before its person came. */
function plausible(at: number, earliest: number, now: number): number {
  return Math.min(now, Math.max(at, earliest));
}

/** A card that is met for the first time gets its row. */
function meet(tx: Transaction, personId: string, ref: string, now: number): Promise<Item> {
  const state = columnsOf(freshState(newMemory(now), null));
  return tx.item.create({
    data: { id: randomUUID(), personId, kind: "card", ref, ...state, createdAt: new Date(now) },
  });
}

type Undone = { readonly ok: true; readonly itemId: string };

/**
 * Takes back the latest rating of a card: its row is as it was, to the byte, and the rating is marked. Twice is once.
 * The one before is then the latest and can be taken back too. What an answer rated (a scenario) cannot.
 */
export async function undo(
  personId: string,
  reviewId: string,
  now: number = Date.now(),
): Promise<Undone | Refusal<"not-found" | "not-last" | "storage" | "signed-out">> {
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
): Promise<Undone | Refusal<"not-found" | "not-last">> {
  const found = await tx.review.findUnique({ where: { personId_id: { personId, id } }, include: { item: true } });
  if (found?.item.kind !== "card") return refuse("not-found");
  const done: Undone = { ok: true, itemId: itemId("card", found.item.ref) };
  if (found.undoneAt) return done;
  if (found.item.lastReviewId !== id) return refuse("not-last");
  await tx.item.update({ where: { id: found.itemId }, data: columnsOf(readState(found.before)), select: { id: true } });
  await tx.review.update({
    where: { personId_id: { personId, id } },
    data: { undoneAt: new Date(now) },
    select: { id: true },
  });
  return done;
}

function readState(text: string) {
  return itemStateSchema.parse(JSON.parse(text));
}
