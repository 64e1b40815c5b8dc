import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Account, readAccount } from "@/lib/exchange";
import { handIn } from "@/lib/server/attempts";
import { cardsById } from "@/lib/server/content";
import { saveDraft } from "@/lib/server/drafts";
import { drillPools } from "@/lib/server/drills";
import { readDeck } from "@/lib/server/exchange/deck";
import { listDecks } from "@/lib/server/exchange/decks";
import { exportAnki, exportCsv } from "@/lib/server/exchange/export";
import { exportJson } from "@/lib/server/exchange/export-json";
import { importFile } from "@/lib/server/exchange/import-file";
import { deleteOwnCard, readOwnCard, saveOwnCard } from "@/lib/server/exchange/own-cards";
import { rate, undo } from "@/lib/server/reviews";
import { suspend } from "@/lib/server/set-aside";
import { saveSettings } from "@/lib/server/settings";
import { accepted, DAY, MINUTE, NOON, newGuest, testDatabase } from "./support/database";

const database = testDatabase();
const CARDS = [...cardsById().keys()].slice(0, 4);
const OWN =
  "front,back,deck,kind\nWhat is a key?,What identifies a row.,Keys,basic\nA {{key}} identifies.,,Keys,cloze\n";
const LATER = NOON + 40 * DAY;

const bytes = (text: string) => new TextEncoder().encode(text);

async function press(person: string, itemId: string, rating: 1 | 2 | 3 | 4, at: number): Promise<string> {
  const { reviewId } = accepted(await rate(person, { id: randomUUID(), itemId, rating, at, elapsed: 4_000 }, at));
  return reviewId;
}

function take(person: string, file: Uint8Array | string, name = "cards.csv", now = LATER) {
  return importFile(person, typeof file === "string" ? bytes(file) : file, name, now);
}

function ownRefs(person: string): readonly string[] {
  return database
    .rows(`SELECT "id" FROM "OwnCard" WHERE "personId" = ? ORDER BY "front"`, person)
    .map(({ id }) => `own:${id}`);
}

/** Somebody who learnt three of our cards and two of their own. */
async function learner(): Promise<string> {
  const person = await newGuest();
  accepted(await take(person, OWN, "cards.csv", NOON));
  for (const [index, item] of [...CARDS.slice(0, 3).map((ref) => `card:${ref}`), ...ownRefs(person)].entries()) {
    const start = NOON + index * MINUTE;
    await press(person, item, 3, start);
    await press(person, item, 3, start + 10 * MINUTE);
    await press(person, item, index === 1 ? 1 : 3, start + 3 * DAY);
  }
  return person;
}

/** What is known of each card, whoever's it is. */
function memories(person: string) {
  return database.rows(
    `SELECT coalesce("note", "ref") AS "name", "due" / 1000 AS "due", "day", "stability", "difficulty", "phase", "reps", "lapses", "scheduledDays", "lastReview", "suspendedAt" IS NOT NULL AS "aside"
     FROM "Item" LEFT JOIN "OwnCard" ON "OwnCard"."id" = "ref" AND "OwnCard"."personId" = "Item"."personId"
     WHERE "Item"."personId" = ? AND "Item"."kind" IN ('card', 'own') ORDER BY 1`,
    person,
  );
}

function ratings(person: string) {
  return database.rows(
    `SELECT coalesce("note", "ref") AS "name", "rating", "at", "elapsed" FROM "Review" JOIN "Item" ON "Item"."id" = "itemId"
     LEFT JOIN "OwnCard" ON "OwnCard"."id" = "ref" AND "OwnCard"."personId" = "Item"."personId"
     WHERE "Review"."personId" = ? AND "undoneAt" IS NULL ORDER BY "at", 1`,
    person,
  );
}

function figures(person: string) {
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

function everything(person: string) {
  return { memories: memories(person), ratings: ratings(person), ...figures(person) };
}

describe("an Anki package", () => {
  let person = "";
  beforeEach(async () => {
    person = await learner();
  });

  test("carries cards, memories, ratings, days and evidence to another person", async () => {
    const other = await newGuest();
    const report = accepted(await take(other, await exportAnki(person, LATER), "all.apkg"));
    expect(report).toMatchObject({ taken: { cards: 5, reviews: 15, decks: 1 }, updated: 0, skippedCount: 0 });
    expect(report.notes).toEqual([expect.stringContaining("Drills and scenarios")]);
    expect(everything(other)).toEqual(everything(person));
  });

  test("counts nothing twice, there or where it came from", async () => {
    const file = await exportAnki(person, LATER);
    const before = everything(person);
    expect(accepted(await take(person, file, "all.apkg"))).toMatchObject({
      taken: { cards: 0, reviews: 0 },
      updated: 0,
      unchanged: 5,
    });
    expect(everything(person)).toEqual(before);
    const other = await newGuest();
    await take(other, file, "all.apkg");
    expect(accepted(await take(other, file, "all.apkg"))).toMatchObject({
      taken: { cards: 0, reviews: 0 },
      updated: 0,
      unchanged: 5,
    });
    expect(everything(other)).toEqual(before);
  });

  test("what was done there in the meantime comes back", async () => {
    const other = await newGuest();
    await take(other, await exportAnki(person, NOON + 4 * DAY), "all.apkg", NOON + 4 * DAY);
    await press(other, `card:${CARDS[0]}`, 2, NOON + 20 * DAY);
    const report = accepted(await take(person, await exportAnki(other, LATER), "all.apkg"));
    expect(report).toMatchObject({ taken: { cards: 0, reviews: 1 }, updated: 1 });
    expect(everything(person)).toEqual(everything(other));
  });

  test("what was done in both places is one history", async () => {
    const other = await newGuest();
    await take(other, await exportAnki(person, NOON + 4 * DAY), "all.apkg", NOON + 4 * DAY);
    const item = `card:${CARDS[0]}`;
    await press(other, item, 2, NOON + 20 * DAY);
    await press(person, item, 3, NOON + 25 * DAY);
    const twin = await learner();
    await press(twin, item, 2, NOON + 20 * DAY);
    await press(twin, item, 3, NOON + 25 * DAY);
    await take(person, await exportAnki(other, LATER), "all.apkg");
    const memory = (of: string) => memories(of).find(({ name }) => name === CARDS[0]);
    expect(memory(person)).toEqual(memory(twin));
    expect(ratings(person).filter(({ name }) => name === CARDS[0])).toHaveLength(5);
  });

  test("an own card whose text was changed there changes, and keeps its memory", async () => {
    const other = await newGuest();
    await take(other, await exportAnki(person, LATER), "all.apkg");
    database.rows(`UPDATE "OwnCard" SET "back" = 'Another answer' WHERE "personId" = ? AND "kind" = 'basic'`, other);
    const before = everything(person);
    expect(accepted(await take(person, await exportAnki(other, LATER), "all.apkg"))).toMatchObject({
      updated: 1,
      unchanged: 4,
    });
    expect(database.rows(`SELECT "back" FROM "OwnCard" WHERE "personId" = ? AND "kind" = 'basic'`, person)).toEqual([
      { back: "Another answer" },
    ]);
    expect(everything(person)).toEqual(before);
  });

  test("a rating that comes late finds its place among those that were brought", async () => {
    const other = await newGuest();
    await take(other, await exportAnki(person, LATER), "all.apkg");
    const item = `card:${CARDS[0]}`;
    const late = (of: string) =>
      rate(of, { id: randomUUID(), itemId: item, rating: 3, at: NOON + DAY, elapsed: 1 }, LATER);
    accepted(await late(other));
    accepted(await late(person));
    expect(everything(other)).toEqual(everything(person));
  });
});

describe("tables", () => {
  test("carry cards with their schedule, then the ratings", async () => {
    const person = await learner();
    const other = await newGuest();
    expect(accepted(await take(other, await exportCsv(person, "cards", LATER)))).toMatchObject({ taken: { cards: 5 } });
    const without = memories(person);
    expect(memories(other)).toEqual(without);
    const report = accepted(await take(other, await exportCsv(person, "reviews", LATER), "reviews.csv"));
    expect(report.taken.reviews).toBe(15);
    expect(ratings(other)).toEqual(ratings(person));
    expect(accepted(await take(other, await exportCsv(person, "reviews", LATER), "reviews.csv")).taken.reviews).toBe(0);
  });

  test("ratings of cards that are not here are named", async () => {
    const report = accepted(
      await take(await newGuest(), await exportCsv(await learner(), "reviews", LATER), "reviews.csv"),
    );
    expect(report.skippedCount).toBe(2);
    expect(report.taken.reviews).toBe(9);
  });

  test("new cards come in the file's order, behind those that are there", async () => {
    const person = await newGuest();
    await take(person, "front,back\na,1\nb,2\n");
    await take(person, "front,back\nc,3\nb,2\nd,4\n");
    const rows = database.rows(
      `SELECT "front" FROM "OwnCard" JOIN "Item" ON "ref" = "OwnCard"."id" WHERE "OwnCard"."personId" = ? ORDER BY "position"`,
      person,
    );
    expect(rows.map(({ front }) => front)).toEqual(["a", "b", "c", "d"]);
  });
});

describe("everything as JSON", () => {
  const TEXT = "---\nscenario: auction\n---\nusers: id (PK)\n";

  // The drills of a scenario are made once a process; that takes some seconds.
  beforeAll(() => {
    drillPools("auction");
  }, 120_000);

  async function rich(): Promise<string> {
    const person = await learner();
    accepted(await saveSettings(person, { retention: 0.85 }));
    accepted(await saveDraft(person, "auction", { text: TEXT, basedOn: null }, NOON));
    accepted(await handIn(person, { id: randomUUID(), slug: "auction", text: TEXT, seconds: 60 }, NOON + DAY));
    const drill = database.rows(`SELECT "ref" FROM "Item" WHERE "kind" = 'drill' AND "personId" = ?`, person)[0]?.ref;
    await press(person, `drill:${drill}`, 3, NOON + 2 * DAY);
    accepted(await undo(person, await press(person, `card:${CARDS[3]}`, 1, NOON + 2 * DAY), NOON + 2 * DAY));
    accepted(await suspend(person, `card:${CARDS[2]}`, NOON + 5 * DAY));
    return person;
  }

  async function exported(person: string): Promise<Account> {
    return readAccount(bytes(await exportJson(person, LATER)));
  }

  /** Without what is each person's own: no id of a row. */
  function essence({ items, reviews, attempts, ...rest }: Account) {
    const byName = (rows: readonly object[]) => rows.map((row) => JSON.stringify(ordered(row))).sort();
    const evidence = rest.evidence.map(({ weight, keptWeight, ...row }) => ({
      ...row,
      weight: Number(weight).toPrecision(9),
      keptWeight: Number(keptWeight).toPrecision(9),
    }));
    return {
      ...rest,
      evidence: byName(evidence),
      items: byName(items),
      reviews: byName(reviews),
      attempts: byName(attempts),
    };
  }

  /** The order of fields says nothing, in JSON inside JSON neither. */
  function ordered(value: unknown): unknown {
    if (typeof value === "string" && value.startsWith("{")) return ordered(JSON.parse(value));
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return Array.isArray(value) ? value.map(ordered) : value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, one]) => [key, ordered(one)]),
    );
  }

  test("is taken back whole into an empty account", async () => {
    const person = await rich();
    const other = await newGuest();
    const report = accepted(await take(other, await exportJson(person, LATER), "all.json"));
    expect(report.skipped).toEqual([]);
    expect(essence(await exported(other))).toEqual(essence(await exported(person)));
  });

  test("changes nothing where it came from", async () => {
    const person = await rich();
    const before = await exported(person);
    expect(accepted(await take(person, await exportJson(person, LATER), "all.json"))).toMatchObject({
      taken: { cards: 0, reviews: 0 },
      updated: 0,
    });
    expect(essence(await exported(person))).toEqual(essence(before));
  });

  test("joins what is there, which stays", async () => {
    const person = await rich();
    const other = await newGuest();
    accepted(await saveDraft(other, "auction", { text: "mine", basedOn: null }, NOON));
    accepted(await handIn(other, { id: randomUUID(), slug: "auction", text: TEXT, seconds: 60 }, NOON));
    const report = accepted(await take(other, await exportJson(person, LATER), "all.json"));
    expect(report.skipped).toEqual([
      { what: "The draft of auction", why: "There is another draft here, and it stays." },
    ]);
    const after = await exported(other);
    expect(after.drafts.map(({ text }) => text)).toEqual(["mine"]);
    expect(after.attempts.map(({ number }) => number).sort()).toEqual([1, 2]);
  });

  test("never reaches another person, whatever the file says", async () => {
    const victim = await rich();
    const before = everything(victim);
    const file = JSON.parse(await exportJson(victim, LATER));
    const forged = {
      ...file,
      personId: victim,
      items: file.items.map((item: object) => ({ ...item, personId: victim, id: "x", lapses: 99 })),
    };
    accepted(await take(await newGuest(), JSON.stringify(forged), "all.json"));
    expect(everything(victim)).toEqual(before);
    const stranger = await newGuest();
    for (const text of [
      await exportJson(stranger, LATER),
      await exportCsv(stranger, "cards", LATER),
      await exportCsv(stranger, "reviews", LATER),
    ]) {
      expect(text).not.toContain("What is a key?");
    }
    expect((await exported(stranger)).reviews).toEqual([]);
  });
});

describe("decks", () => {
  const line = async (person: string, id: string, now = NOON) =>
    (await listDecks(person, now)).find((deck) => deck.id === id);

  test("are counted: ours and the person's own", async () => {
    const person = await learner();
    expect(await line(person, "Keys", LATER)).toMatchObject({ kind: "own", cards: 2, seen: 2, due: 2, suspended: 0 });
    const ours = CARDS[0]?.split("/")[0] ?? "";
    const before = await line(person, ours, LATER);
    expect(before).toMatchObject({ kind: "built-in", seen: 3, due: 3 });
    accepted(await suspend(person, `card:${CARDS[0]}`, LATER));
    expect(await line(person, ours, LATER)).toEqual({ ...before, due: 2, suspended: 1 });
    expect(await line(await newGuest(), ours, LATER)).toMatchObject({ seen: 0, due: 0, suspended: 0 });
  });

  test("are shown page by page, found by words, and each person's alone", async () => {
    const person = await newGuest();
    const rows = Array.from({ length: 60 }, (_, index) => `question ${index} 100%,answer`).join("\n");
    await take(person, `front,back\n${rows}`, "Many.csv", NOON);
    const page = async (words: string, wanted: number, of = person) =>
      await readDeck(of, { kind: "own", id: "Many", words, page: wanted }, NOON);
    expect(await page("", 1)).toMatchObject({ count: 60, pages: 2, page: 1 });
    const last = Array.from({ length: 10 }, (_, index) => `question ${index + 50} 100%`);
    expect((await page("", 9))?.cards.map(({ asks }) => asks)).toEqual(last);
    const found = { count: 1, cards: [{ asks: "question 7 100%", state: { kind: "new" } }] };
    expect(await page("QUESTION 7 100%", 1)).toMatchObject(found);
    expect(await page("%", 1)).toMatchObject({ count: 60 });
    expect(await page("_", 1)).toMatchObject({ count: 0 });
    expect(await page("", 1, await newGuest())).toBeNull();
  });

  test("say in which state each card is", async () => {
    const person = await learner();
    const states = async (now: number) => {
      const deck = await readDeck(person, { kind: "own", id: "Keys", words: "", page: 1 }, now);
      return deck?.cards.map(({ state }) => state.kind);
    };
    expect(await states(NOON + 4 * DAY)).toEqual(["comes", "comes"]);
    expect(await states(LATER)).toEqual(["due", "due"]);
  });

  test("take cards that are written, changed and deleted, each person their own", async () => {
    const person = await newGuest();
    const stranger = await newGuest();
    const card = { deck: "Mine", kind: "cloze", front: "a {{b}}", back: "" } as const;
    const wrong = await saveOwnCard(person, null, { ...card, front: "nothing is hidden" }, NOON);
    expect(wrong).toMatchObject({ code: "invalid", fields: { front: expect.stringContaining("hidden") } });
    const { id } = accepted(await saveOwnCard(person, null, card, NOON));
    expect(await readOwnCard(person, id)).toEqual(card);
    expect(await readOwnCard(stranger, id)).toBeNull();
    const theirs = await saveOwnCard(stranger, id, { ...card, front: "theirs {{x}}" }, NOON);
    expect(theirs).toMatchObject({ code: "not-found" });
    expect(await deleteOwnCard(stranger, id)).toMatchObject({ code: "not-found" });
    await press(person, `own:${id}`, 3, NOON);
    const before = memories(person);
    accepted(await saveOwnCard(person, id, { ...card, front: "better {{b}}" }, NOON));
    expect(memories(person)).toEqual(before);
    expect(accepted(await deleteOwnCard(person, id)).deckStays).toBe(false);
    expect(memories(person)).toEqual([]);
  });
});

describe("a file that is refused", () => {
  test.each([
    ["", "empty"],
    ["{}", "no export of Cardinality"],
    ['{"cardinality":1', "not whole"],
    ["PK\u0003\u0004 and no more", "not whole"],
    ["nothing of use", "front"],
  ])("%j leaves everything as it is", async (text, words) => {
    const person = await learner();
    const before = everything(person);
    expect(await take(person, text)).toMatchObject({
      ok: false,
      code: "invalid",
      message: expect.stringContaining(words),
    });
    expect(everything(person)).toEqual(before);
  });

  test("nobody's import is nobody's", async () => {
    expect(await take(randomUUID(), OWN)).toMatchObject({ ok: false, code: "signed-out" });
  });
});
