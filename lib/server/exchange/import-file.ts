import {
  type Account,
  FileRefused,
  isJson,
  isZip,
  LeftOutList,
  type LeftOuts,
  type ReadReviews,
  readAccount,
  readAnki,
  readCsv,
  writeGuid,
} from "@/lib/exchange";
import { database, type Transaction } from "../database";
import { rebuildDays } from "../days";
import { type EvidenceChange, evidenceOfRating } from "../evidence";
import { type Habits, readHabits, schedulingOf } from "../people";
import { guarded, PersonGone, type Refusal, refuse } from "../refusal";
import { accountIncoming } from "./account-incoming";
import { takeRest } from "./account-rest";
import { type CardsIncoming, cardsIncoming, type Own, ownKey } from "./cards-incoming";
import { drive, sqlite } from "./drive";
import type { Incoming, IncomingCard } from "./incoming";
import { readCollection } from "./own-collection";
import { DRILLS_STAY, type ImportReport, skippedOf } from "./report";
import { readStamp, readStanding } from "./standing";
import { type United, unite } from "./unite";
import { writeCards, writeEvidence, writeItems } from "./write-rows";

type Imported = ImportReport | Refusal<"invalid" | "storage" | "signed-out">;

/**
 * Takes cards, ratings or everything from a file: an Anki package, a table, our own JSON. All of it or, where it is refused or
 * fails, nothing; what is here already stays, and a second import counts nothing twice.
 * @param name the file's, for the deck of cards that name none
 */
export async function importFile(personId: string, bytes: Uint8Array, name: string, now: number): Promise<Imported> {
  try {
    return await guarded(() => take(personId, bytes, name, now));
  } catch (error) {
    if (error instanceof FileRefused) return refuse("invalid", error.message);
    throw error;
  }
}

async function take(personId: string, bytes: Uint8Array, name: string, now: number): Promise<Imported> {
  if (bytes.length === 0) throw new FileRefused("empty", "This file is empty. Choose another one.");
  const habits = await readHabits(personId);
  if (isJson(bytes)) return await takeAccount(personId, readAccount(bytes), habits, now);
  if (isZip(bytes)) {
    const context = { now, clock: habits.clock, scheduling: schedulingOf(habits, "card", "") };
    const { cards, leftOut } = await drive(readAnki(await sqlite(), bytes, context));
    const own = await readOwn(personId);
    return await takeCards(
      personId,
      await drive(cardsIncoming(cards, { own, habits, now, trusted: true })),
      habits,
      leftOut,
    );
  }
  const called = Object.keys(NOT_WHAT_IT_IS_CALLED).find((ending) => name.toLowerCase().endsWith(ending));
  if (called !== undefined) throw new FileRefused("not-a-package", NOT_WHAT_IT_IS_CALLED[called] ?? "");
  const file = await drive(readCsv(bytes, { now, deck: deckName(name) }));
  if (file.kind === "reviews") return await takeReviews(personId, file, habits, now);
  const own = await readOwn(personId);
  return await takeCards(
    personId,
    await drive(cardsIncoming(file.cards, { own, habits, now, trusted: true })),
    habits,
    file.leftOut,
  );
}

/** Nobody who chose a package wants to hear of columns. */
const NOT_WHAT_IT_IS_CALLED: Readonly<Record<string, string>> = {
  ".apkg":
    "This file is called an Anki package, and is none. In Anki, choose File, Export, and bring in what that makes.",
  ".colpkg":
    "This file is called a collection of Anki, and is none. In Anki, choose File, Export, and bring in what that makes.",
  ".json": "This JSON is no export of Cardinality. Choose the file that “Everything (JSON)” made.",
};

/** "my cards.csv": the deck "my cards". */
function deckName(file: string): string {
  return (
    file
      .replace(/\.[a-z0-9]{1,5}$/i, "")
      .trim()
      .slice(0, 100) || "Imported"
  );
}

async function readOwn(personId: string): Promise<Own> {
  const db = await database();
  const cards = await db.ownCard.findMany({ where: { personId } });
  const last = await db.item.aggregate({ where: { personId, kind: "own" }, _max: { position: true } });
  return {
    cards: new Map(cards.map((card) => [ownKey(card.note, card.ordinal), card])),
    nextPosition: (last._max.position ?? -1) + 1,
  };
}

async function takeCards(
  personId: string,
  cards: CardsIncoming,
  habits: Habits,
  leftOut: LeftOuts,
): Promise<ImportReport | Refusal<"storage">> {
  const written = await write(personId, cards.incoming, cards.written, habits);
  if (!written) return refuse("storage");
  const isOwn = ({ incoming }: United) => incoming.name.kind === "own";
  const changed = new Set([
    ...written.filter(({ known }) => known).map(({ incoming }) => incoming.name.ref),
    ...cards.changed,
  ]);
  const builtIn = written.filter((item) => !item.known && !isOwn(item)).length;
  const fresh = cards.newCards + builtIn;
  return {
    ok: true,
    taken: { cards: fresh, reviews: countFresh(written), decks: cards.decks },
    updated: changed.size,
    unchanged: Math.max(0, cards.incoming.length - fresh - changed.size),
    ...skippedOf(leftOut),
    notes: cards.builtIn ? [DRILLS_STAY] : [],
  };
}

function countFresh(items: readonly United[]): number {
  return items.reduce((sum, { fresh }) => sum + fresh.length, 0);
}

/** Ratings for cards that are here: their memories are worked out from all of them. */
async function takeReviews(personId: string, { reviews, leftOut }: ReadReviews, habits: Habits, now: number) {
  const { cards } = await readCollection(personId, now);
  const rated = cards.flatMap((card) => {
    const log = reviews.get(writeGuid(card));
    return log === undefined ? [] : [{ ...card, log }];
  });
  const names = new Set(rated.map(writeGuid));
  const missing = new LeftOutList();
  for (const id of reviews.keys())
    if (!names.has(id)) missing.add(id, "This card is not here. Import the table of cards first.");
  const own = await readOwn(personId);
  const context = { own, habits, now, trusted: false };
  const known = await drive(
    cardsIncoming(
      rated.map((card) => ({ ...card, memory: { ...card.memory, phase: "review" } })),
      context,
    ),
  );
  const joined = { first: [...leftOut.first, ...missing.all.first], count: leftOut.count + missing.all.count };
  return await takeCards(personId, { ...known, written: [], changed: new Set() }, habits, joined);
}

async function takeAccount(personId: string, account: Account, habits: Habits, now: number): Promise<Imported> {
  const own = await readOwn(personId);
  const taken = new Set([...own.cards.values()].map(({ id }) => id));
  const { incoming, written } = accountIncoming(account, own, taken);
  const leftOut = new LeftOutList();
  const rest = (tx: Transaction) => takeRest(tx, personId, account, leftOut);
  const items = await write(personId, incoming, written, habits, rest);
  if (!items) return refuse("storage");
  const fresh = items.filter(({ known }) => !known).length;
  return {
    ok: true,
    taken: { cards: fresh, reviews: countFresh(items), decks: new Set(written.map(({ deck }) => deck)).size },
    updated: items.length - fresh,
    unchanged: Math.max(0, incoming.length - items.length),
    ...skippedOf(leftOut.all),
    notes:
      account.madeAt > now
        ? ["The file says that it was made later than now: the clock of one of the two devices is wrong."]
        : [],
  };
}

const TRIES = 3;
/** A large import is a second or two of writing; the others wait for it. */
const WAITS = { timeout: 120_000, maxWait: 60_000 };

/**
 * Works out what changes, between other requests; then writes it in one transaction. Where the person did something meanwhile
 * it is worked out anew. Null where they never stop.
 */
async function write(
  personId: string,
  incoming: readonly Incoming[],
  cards: readonly IncomingCard[],
  habits: Habits,
  rest: (tx: Transaction) => Promise<readonly EvidenceChange[]> = () => Promise.resolve([]),
): Promise<readonly United[] | null> {
  const db = await database();
  for (let tries = 0; tries < TRIES; tries++) {
    const standing = await readStanding(personId, incoming);
    const items = await drive(unite(incoming, standing, habits));
    const evidence = items.flatMap(({ incoming: { name }, fresh }) =>
      fresh.flatMap(({ rating, at }) => evidenceOfRating(name, rating, at)),
    );
    const done = await db.$transaction(async (tx) => {
      if (!(await tx.person.findUnique({ where: { id: personId }, select: { id: true } }))) throw new PersonGone();
      if ((await readStamp(personId, tx)) !== standing.stamp) return false;
      await writeCards(tx, personId, cards);
      await writeItems(tx, personId, items);
      await writeEvidence(tx, personId, [...evidence, ...(await rest(tx))]);
      await rebuildDays(tx, personId, habits.clock);
      return true;
    }, WAITS);
    if (done) return items;
  }
  return null;
}
