import { type Card, clozeParts } from "@/lib/cards";
import { loadDecks } from "@/lib/scenario/load";
import { type Clock, dateOfDay, dayOf } from "@/lib/schedule";
import { cardTitle } from "../content";
import { database } from "../database";
import type { Item } from "../generated/client";
import { readHabits } from "../people";
import type { DeckKind } from "./decks";

/** Where a card stands, for words. */
export type CardState =
  | { readonly kind: "new" }
  | { readonly kind: "suspended"; readonly leech: boolean }
  | { readonly kind: "due" }
  /** In its first minutes; epoch milliseconds. */
  | { readonly kind: "learning"; readonly at: number }
  /** "2026-12-04", the person's own date. */
  | { readonly kind: "comes"; readonly on: string; readonly leech: boolean };

export interface CardLine {
  /** Name it when suspending and resuming: `card:keys/what-is-a-key`. */
  readonly itemId: string;
  /** Of an own card, to edit it; null for ours. */
  readonly ownId: string | null;
  /** What it asks, in Markdown; the hidden words of a cloze as dots. */
  readonly asks: string;
  readonly state: CardState;
}

export interface DeckPage {
  readonly title: string;
  readonly summary: string | null;
  readonly cards: readonly CardLine[];
  /** How many there are with these words, on all pages. */
  readonly count: number;
  readonly page: number;
  readonly pages: number;
}

export interface DeckQuery {
  readonly kind: DeckKind;
  readonly id: string;
  /** Words that the card holds; "" for all. */
  readonly words: string;
  /** From 1. */
  readonly page: number;
}

const PAGE = 50;

/** One page of a deck's cards; null where there is no such deck, or it is somebody else's. */
export async function readDeck(personId: string | null, query: DeckQuery, now: number): Promise<DeckPage | null> {
  if (query.kind === "built-in") return await builtInDeck(personId, query, now);
  return personId === null ? null : await ownDeck(personId, query, now);
}

async function builtInDeck(personId: string | null, query: DeckQuery, now: number): Promise<DeckPage | null> {
  const deck = loadDecks().find((one) => one.deck === query.id);
  if (!deck) return null;
  const words = query.words.toLowerCase();
  const found = deck.cards.filter((card) => textOf(card).toLowerCase().includes(words));
  const { cards, ...rest } = pageOf(found, query.page);
  const rows = await itemsOf(
    personId,
    "card",
    cards.map(({ id }) => id),
  );
  const { clock } = await readHabits(personId);
  const lines = cards.map((card) => {
    return {
      itemId: `card:${card.id}`,
      ownId: null,
      asks: cardTitle(card),
      state: stateOf(rows.get(card.id), now, clock),
    };
  });
  return { title: deck.title, summary: deck.summary, cards: lines, ...rest };
}

function textOf(card: Card): string {
  if (card.kind === "cloze") return card.text;
  return `${card.front}\n${card.kind === "basic" ? card.back : card.right}`;
}

async function ownDeck(personId: string, query: DeckQuery, now: number): Promise<DeckPage | null> {
  const db = await database();
  if (!(await db.ownCard.findFirst({ where: { personId, deck: query.id }, select: { id: true } }))) return null;
  // Of a person's own cards there may be a hundred thousand: the database finds, orders and cuts.
  const given = [personId, query.id, ...Array.from({ length: 3 }, () => query.words.trim())];
  const [counted] = await db.$queryRawUnsafe<readonly { readonly count: number | bigint }[]>(
    `SELECT count(*) AS "count" ${FOUND}`,
    ...given,
  );
  const count = Number(counted?.count ?? 0);
  const { page, pages } = pagesOf(count, query.page);
  const found = await db.$queryRawUnsafe<readonly { readonly id: string }[]>(
    PAGE_OF_IDS,
    ...given,
    PAGE,
    (page - 1) * PAGE,
  );
  const ids = found.map(({ id }) => id);
  const byId = new Map(
    (await db.ownCard.findMany({ where: { personId, id: { in: ids } } })).map((row) => [row.id, row]),
  );
  const rows = ids.flatMap((id) => byId.get(id) ?? []);
  const items = await itemsOf(
    personId,
    "own",
    rows.map(({ id }) => id),
  );
  const { clock } = await readHabits(personId);
  const cards = rows.map(({ id, kind, front }) => {
    const asks = kind === "cloze" ? covered(front) : front;
    return { itemId: `own:${id}`, ownId: id, asks, state: stateOf(items.get(id), now, clock) };
  });
  return { title: query.id, summary: null, cards, count, page, pages };
}

/** Words are looked for as they are written, whatever sign they hold. */
const FOUND = `FROM "OwnCard" LEFT JOIN "Item" ON "Item"."personId" = "OwnCard"."personId" AND "Item"."kind" = 'own' AND "Item"."ref" = "OwnCard"."id"
WHERE "OwnCard"."personId" = ? AND "deck" = ? AND (? = '' OR instr(lower("front"), lower(?)) > 0 OR instr(lower("back"), lower(?)) > 0)`;
/** In the order in which they come when they are new. */
const PAGE_OF_IDS = `SELECT "OwnCard"."id" AS "id" ${FOUND} ORDER BY "position", "OwnCard"."createdAt", "note", "ordinal" LIMIT ? OFFSET ?`;

function covered(text: string): string {
  return clozeParts(text)
    .map((part) => (part.hidden ? "…" : part.text))
    .join("");
}

function pagesOf(count: number, wanted: number) {
  const pages = Math.max(1, Math.ceil(count / PAGE));
  return { pages, page: Math.min(Math.max(1, wanted), pages) };
}

function pageOf<T>(all: readonly T[], wanted: number) {
  const { page, pages } = pagesOf(all.length, wanted);
  return { cards: all.slice((page - 1) * PAGE, page * PAGE), count: all.length, page, pages };
}

async function itemsOf(
  personId: string | null,
  kind: string,
  refs: readonly string[],
): Promise<ReadonlyMap<string, Item>> {
  if (personId === null) return new Map();
  const rows = await (await database()).item.findMany({ where: { personId, kind, ref: { in: [...refs] } } });
  return new Map(rows.map((row) => [row.ref, row]));
}

function stateOf(item: Item | undefined, now: number, clock: Clock): CardState {
  if (!item) return { kind: "new" };
  if (item.suspendedAt) return { kind: "suspended", leech: item.leech };
  if (item.phase === "new")
    return item.reason === null || item.day === null ? { kind: "new" } : comes(item, now, clock);
  if (item.phase === "review") return comes(item, now, clock);
  return item.due.getTime() <= now ? { kind: "due" } : { kind: "learning", at: item.due.getTime() };
}

function comes({ day, due, leech }: Item, now: number, clock: Clock): CardState {
  const on = day ?? dayOf(due.getTime(), clock);
  return on <= dayOf(now, clock) ? { kind: "due" } : { kind: "comes", on: dateOfDay(on), leech };
}
