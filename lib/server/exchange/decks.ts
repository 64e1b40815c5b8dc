import { inTeachingOrder } from "@/lib/cards";
import { loadDecks } from "@/lib/scenario/load";
import { dayOf } from "@/lib/schedule";
import { database } from "../database";
import { readHabits } from "../people";

/** Where a deck comes from: ours, or the person's own. */
export const DECK_KINDS = ["built-in", "own"] as const;
export type DeckKind = (typeof DECK_KINDS)[number];

/** A deck in one line. */
export interface DeckLine {
  readonly kind: DeckKind;
  /** Names it in an address: our deck's id, or the name of an own one. */
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly cards: number;
  /** Cards that were rated at least once. */
  readonly seen: number;
  readonly due: number;
  readonly suspended: number;
  /** Cards forgotten again and again. */
  readonly leeches: number;
}

interface Counted {
  readonly name: string;
  readonly cards: number | bigint;
  readonly seen: number | bigint;
  readonly due: number | bigint;
  readonly suspended: number | bigint;
  readonly leeches: number | bigint;
}

/** The decks of a person, theirs first, then ours as they are meant to be learnt. Of nobody: ours, untouched. */
export async function listDecks(personId: string | null, now: number): Promise<readonly DeckLine[]> {
  if (personId === null) return ourDecks(new Map());
  const { clock } = await readHabits(personId);
  const when = [dayOf(now, clock), now];
  const db = await database();
  const [own, ours] = await Promise.all([
    db.$queryRawUnsafe<readonly Counted[]>(OWN, ...when, personId),
    db.$queryRawUnsafe<readonly Counted[]>(BUILT_IN, ...when, personId),
  ]);
  const theirs = own.map(
    (row): DeckLine => ({ kind: "own", id: row.name, title: row.name, summary: null, ...figures(row) }),
  );
  return [...theirs, ...ourDecks(new Map(ours.map((row) => [row.name, row])))];
}

function ourDecks(counted: ReadonlyMap<string, Counted>): readonly DeckLine[] {
  return inTeachingOrder(loadDecks()).map(({ deck, title, summary, cards }) => {
    const row = counted.get(deck);
    const none = { seen: 0, due: 0, suspended: 0, leeches: 0 };
    return { kind: "built-in", id: deck, title, summary, ...(row ? figures(row) : none), cards: cards.length };
  });
}

function figures({ cards, seen, due, suspended, leeches }: Counted) {
  const [all, met, now, aside, hard] = [cards, seen, due, suspended, leeches].map(Number);
  return { cards: all ?? 0, seen: met ?? 0, due: now ?? 0, suspended: aside ?? 0, leeches: hard ?? 0 };
}

/** What has come: learnt ones by their day, those in their first minutes by their time. */
const SUMS = `count(*) AS "cards", coalesce(sum("reps" > 0), 0) AS "seen",
coalesce(sum("phase" = 'review' AND "day" <= ? OR "phase" IN ('learning', 'relearning') AND "day" IS NOT NULL AND "due" <= ?), 0) AS "due",
coalesce(sum("suspendedAt" IS NOT NULL), 0) AS "suspended", coalesce(sum("leech"), 0) AS "leeches"`;

const OWN = `SELECT "deck" AS "name", ${SUMS} FROM "OwnCard"
LEFT JOIN "Item" ON "Item"."personId" = "OwnCard"."personId" AND "Item"."kind" = 'own' AND "Item"."ref" = "OwnCard"."id"
WHERE "OwnCard"."personId" = ? GROUP BY "deck" ORDER BY "deck"`;

const BUILT_IN = `SELECT substr("ref", 1, instr("ref", '/') - 1) AS "name", ${SUMS} FROM "Item" WHERE "personId" = ? AND "kind" = 'card' GROUP BY 1`;
