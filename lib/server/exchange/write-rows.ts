import type { Transaction } from "../database";
import { addEvidence, type EvidenceChange } from "../evidence";
import { STATE_COLUMNS } from "../items";
import type { IncomingCard, IncomingReview } from "./incoming";
import type { United } from "./unite";

/** Rows of one statement: they travel as one JSON text, which is quicker than a parameter for each value. */
const ROWS = 1_000;

async function inBatches<T>(tx: Transaction, sql: string, personId: string, rows: readonly T[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS) {
    await tx.$executeRawUnsafe(sql, personId, JSON.stringify(rows.slice(at, at + ROWS)));
  }
}

/** An insert of whole rows from JSON: the person is never the file's to say. */
function insertInto(table: string, columns: readonly string[], conflict: string): string {
  const names = columns.map((name) => `"${name}"`).join(", ");
  const values = columns.map((_, index) => `value ->> ${index}`).join(", ");
  return `INSERT INTO "${table}" ("personId", ${names}) SELECT ?, ${values} FROM json_each(?) WHERE true ON CONFLICT ${conflict}`;
}

function updateOf(columns: readonly string[]): string {
  return `DO UPDATE SET ${columns.map((name) => `"${name}" = excluded."${name}"`).join(", ")}`;
}

const CARD_COLUMNS = ["id", "deck", "note", "ordinal", "kind", "front", "back", "tags", "createdAt"] as const;
const INSERT_CARDS = insertInto(
  "OwnCard",
  CARD_COLUMNS,
  `("personId", "id") ${updateOf(["deck", "kind", "front", "back", "tags"])}`,
);

export async function writeCards(tx: Transaction, personId: string, cards: readonly IncomingCard[]): Promise<void> {
  await inBatches(
    tx,
    INSERT_CARDS,
    personId,
    cards.map((card) => CARD_COLUMNS.map((name) => card[name])),
  );
}

const ITEM_COLUMNS = ["id", "kind", "ref", "sibling", "buriedOn", "position", "createdAt", ...STATE_COLUMNS];
const INSERT_ITEMS = insertInto(
  "Item",
  ITEM_COLUMNS,
  `("id") ${updateOf(STATE_COLUMNS)} WHERE "Item"."personId" = excluded."personId"`,
);

const REVIEW_COLUMNS = ["id", "itemId", "rating", "at", "elapsed", "due", "before", "shown", "undoneAt"];
const INSERT_REVIEWS = insertInto("Review", REVIEW_COLUMNS, `("personId", "id") ${updateOf(["before", "due"])}`);

/** Items and their ratings, new ones and changed ones. */
export async function writeItems(tx: Transaction, personId: string, items: readonly United[]): Promise<void> {
  await inBatches(tx, INSERT_ITEMS, personId, items.map(itemRow));
  await inBatches(
    tx,
    INSERT_REVIEWS,
    personId,
    items.flatMap(({ id, reviews }) => reviews.map((each) => reviewRow(id, each))),
  );
}

function itemRow({ id, incoming, made, state }: United) {
  const { kind, ref } = incoming.name;
  const { sibling, buriedOn, position, createdAt } = made;
  return [id, kind, ref, sibling, buriedOn, position, createdAt, ...STATE_COLUMNS.map((name) => state[name])];
}

function reviewRow(item: string, { id, rating, at, elapsed, due, before, shown, undoneAt }: IncomingReview) {
  return [id, item, rating, at, elapsed, due, before === null ? null : JSON.stringify(before), shown, undoneAt];
}

/** Adds evidence up by rule and source first: a log says the same of a rule a thousand times. */
export async function writeEvidence(
  tx: Transaction,
  personId: string,
  changes: readonly EvidenceChange[],
): Promise<void> {
  const sums = new Map<string, EvidenceChange>();
  for (const change of changes) {
    const key = `${change.source} ${change.rule}`;
    const known = sums.get(key);
    sums.set(key, known ? added(known, change) : change);
  }
  await addEvidence(tx, personId, [...sums.values()]);
}

function added(a: EvidenceChange, b: EvidenceChange): EvidenceChange {
  const sums = {
    seen: a.sums.seen + b.sums.seen,
    kept: a.sums.kept + b.sums.kept,
    weight: a.sums.weight + b.sums.weight,
    keptWeight: a.sums.keptWeight + b.sums.keptWeight,
  };
  return { ...a, sums, at: Math.max(a.at, b.at) };
}
