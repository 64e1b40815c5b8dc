/** Somebody with a history to take out and bring in, and all that is known of it. */
import { randomUUID } from "node:crypto";
import { cardsById } from "@/lib/server/content";
import { importFile } from "@/lib/server/exchange/import-file";
import { rate } from "@/lib/server/reviews";
import { accepted, DAY, MINUTE, NOON, newGuest, type TestDatabase } from "./database";

export const CARDS = [...cardsById().keys()].slice(0, 4);
export const OWN =
  "front,back,deck,kind\nWhat is a key?,What identifies a row.,Keys,basic\nA {{key}} identifies.,,Keys,cloze\n";
export const LATER = NOON + 40 * DAY;

export const bytes = (text: string) => new TextEncoder().encode(text);

export async function press(person: string, itemId: string, rating: 1 | 2 | 3 | 4, at: number): Promise<string> {
  const { reviewId } = accepted(await rate(person, { id: randomUUID(), itemId, rating, at, elapsed: 4_000 }, at));
  return reviewId;
}

/** Brings a file in, much later than what is in it. */
export function take(person: string, file: Uint8Array | string, name = "cards.csv", now = LATER) {
  return importFile(person, typeof file === "string" ? bytes(file) : file, name, now);
}

export function ownRefs(database: TestDatabase, person: string): readonly string[] {
  return database
    .rows(`SELECT "id" FROM "OwnCard" WHERE "personId" = ? ORDER BY "front"`, person)
    .map(({ id }) => `own:${id}`);
}

/** Somebody who learnt three of our cards and two of their own. */
export async function learner(database: TestDatabase): Promise<string> {
  const person = await newGuest();
  accepted(await take(person, OWN, "cards.csv", NOON));
  for (const [index, item] of [
    ...CARDS.slice(0, 3).map((ref) => `card:${ref}`),
    ...ownRefs(database, person),
  ].entries()) {
    const start = NOON + index * MINUTE;
    await press(person, item, 3, start);
    await press(person, item, 3, start + 10 * MINUTE);
    await press(person, item, index === 1 ? 1 : 3, start + 3 * DAY);
  }
  return person;
}

/** What is known of each card, whoever's it is. */
export function memories(database: TestDatabase, person: string) {
  return database.rows(
    `SELECT coalesce("note", "ref") AS "name", "due" / 1000 AS "due", "day", "stability", "difficulty", "phase", "reps", "lapses", "scheduledDays", "lastReview", "suspendedAt" IS NOT NULL AS "aside"
     FROM "Item" LEFT JOIN "OwnCard" ON "OwnCard"."id" = "ref" AND "OwnCard"."personId" = "Item"."personId"
     WHERE "Item"."personId" = ? AND "Item"."kind" IN ('card', 'own') ORDER BY 1`,
    person,
  );
}

export function ratings(database: TestDatabase, person: string) {
  return database.rows(
    `SELECT coalesce("note", "ref") AS "name", "rating", "at", "elapsed" FROM "Review" JOIN "Item" ON "Item"."id" = "itemId"
     LEFT JOIN "OwnCard" ON "OwnCard"."id" = "ref" AND "OwnCard"."personId" = "Item"."personId"
     WHERE "Review"."personId" = ? AND "undoneAt" IS NULL ORDER BY "at", 1`,
    person,
  );
}

export function figures(database: TestDatabase, person: string) {
  const days = database.rows(
    `SELECT * FROM "Day" WHERE "personId" = ? AND ("reviews" > 0 OR "attempts" > 0) ORDER BY "day"`,
    person,
  );
  const evidence = database.rows(
    `SELECT "rule", "source", "seen", "kept", "weight", "keptWeight", "lastAt" FROM "Evidence" WHERE "personId" = ? ORDER BY 1, 2`,
    person,
  );
  const rounded = evidence.map((row) => ({
    ...row,
    weight: Number(row.weight).toPrecision(10),
    keptWeight: Number(row.keptWeight).toPrecision(10),
  }));
  return { days: days.map(({ personId: _, ...day }) => day), evidence: rounded };
}

export function everything(database: TestDatabase, person: string) {
  return { memories: memories(database, person), ratings: ratings(database, person), ...figures(database, person) };
}
