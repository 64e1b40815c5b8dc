import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { exportAnki, exportCsv } from "@/lib/server/exchange/export";
import { rate } from "@/lib/server/reviews";
import { accepted, DAY, NOON, newGuest, testDatabase } from "./support/database";
import { CARDS, everything, LATER, learner, memories, OWN, press, ratings, take } from "./support/learner";

const database = testDatabase();

describe("an Anki package", () => {
  let person = "";
  beforeEach(async () => {
    person = await learner(database);
  });

  test("carries cards, memories, ratings, days and evidence to another person", async () => {
    const other = await newGuest();
    const report = accepted(await take(other, await exportAnki(person, LATER), "all.apkg"));
    expect(report).toMatchObject({ taken: { cards: 5, reviews: 15, decks: 1 }, updated: 0, skippedCount: 0 });
    expect(report.notes).toEqual([expect.stringContaining("Drills and scenarios")]);
    expect(everything(database, other)).toEqual(everything(database, person));
  });

  test("counts nothing twice, there or where it came from", async () => {
    const file = await exportAnki(person, LATER);
    const before = everything(database, person);
    expect(accepted(await take(person, file, "all.apkg"))).toMatchObject({
      taken: { cards: 0, reviews: 0 },
      updated: 0,
      unchanged: 5,
    });
    expect(everything(database, person)).toEqual(before);
    const other = await newGuest();
    await take(other, file, "all.apkg");
    expect(accepted(await take(other, file, "all.apkg"))).toMatchObject({
      taken: { cards: 0, reviews: 0 },
      updated: 0,
      unchanged: 5,
    });
    expect(everything(database, other)).toEqual(before);
  });

  test("what was done there in the meantime comes back", async () => {
    const other = await newGuest();
    await take(other, await exportAnki(person, NOON + 4 * DAY), "all.apkg", NOON + 4 * DAY);
    await press(other, `card:${CARDS[0]}`, 2, NOON + 20 * DAY);
    const report = accepted(await take(person, await exportAnki(other, LATER), "all.apkg"));
    expect(report).toMatchObject({ taken: { cards: 0, reviews: 1 }, updated: 1 });
    expect(everything(database, person)).toEqual(everything(database, other));
  });

  test("what was done in both places is one history", async () => {
    const other = await newGuest();
    await take(other, await exportAnki(person, NOON + 4 * DAY), "all.apkg", NOON + 4 * DAY);
    const item = `card:${CARDS[0]}`;
    await press(other, item, 2, NOON + 20 * DAY);
    await press(person, item, 3, NOON + 25 * DAY);
    const twin = await learner(database);
    await press(twin, item, 2, NOON + 20 * DAY);
    await press(twin, item, 3, NOON + 25 * DAY);
    await take(person, await exportAnki(other, LATER), "all.apkg");
    const memory = (of: string) => memories(database, of).find(({ name }) => name === CARDS[0]);
    expect(memory(person)).toEqual(memory(twin));
    expect(ratings(database, person).filter(({ name }) => name === CARDS[0])).toHaveLength(5);
  });

  test("an own card whose text was changed there changes, and keeps its memory", async () => {
    const other = await newGuest();
    await take(other, await exportAnki(person, LATER), "all.apkg");
    database.rows(`UPDATE "OwnCard" SET "back" = 'Another answer' WHERE "personId" = ? AND "kind" = 'basic'`, other);
    const before = everything(database, person);
    expect(accepted(await take(person, await exportAnki(other, LATER), "all.apkg"))).toMatchObject({
      updated: 1,
      unchanged: 4,
    });
    expect(database.rows(`SELECT "back" FROM "OwnCard" WHERE "personId" = ? AND "kind" = 'basic'`, person)).toEqual([
      { back: "Another answer" },
    ]);
    expect(everything(database, person)).toEqual(before);
  });

  test("a rating that comes late finds its place among those that were brought", async () => {
    const other = await newGuest();
    await take(other, await exportAnki(person, LATER), "all.apkg");
    const item = `card:${CARDS[0]}`;
    const late = (of: string) =>
      rate(of, { id: randomUUID(), itemId: item, rating: 3, at: NOON + DAY, elapsed: 1 }, LATER);
    accepted(await late(other));
    accepted(await late(person));
    expect(everything(database, other)).toEqual(everything(database, person));
  });
});

describe("tables", () => {
  test("carry cards with their schedule, then the ratings", async () => {
    const person = await learner(database);
    const other = await newGuest();
    expect(accepted(await take(other, await exportCsv(person, "cards", LATER)))).toMatchObject({ taken: { cards: 5 } });
    const without = memories(database, person);
    expect(memories(database, other)).toEqual(without);
    const report = accepted(await take(other, await exportCsv(person, "reviews", LATER), "reviews.csv"));
    expect(report.taken.reviews).toBe(15);
    expect(ratings(database, other)).toEqual(ratings(database, person));
    expect(accepted(await take(other, await exportCsv(person, "reviews", LATER), "reviews.csv")).taken.reviews).toBe(0);
  });

  test("ratings of cards that are not here are named", async () => {
    const report = accepted(
      await take(await newGuest(), await exportCsv(await learner(database), "reviews", LATER), "reviews.csv"),
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

describe("a file that is refused", () => {
  test.each([
    ["", "empty"],
    ["{}", "no export of Cardinality"],
    ['{"cardinality":1', "not whole"],
    ["PK\u0003\u0004 and no more", "not whole"],
    ["nothing of use", "front"],
  ])("%j leaves everything as it is", async (text, words) => {
    const person = await learner(database);
    const before = everything(database, person);
    expect(await take(person, text)).toMatchObject({
      ok: false,
      code: "invalid",
      message: expect.stringContaining(words),
    });
    expect(everything(database, person)).toEqual(before);
  });

  test.each([
    ["cards.apkg", "Anki package"],
    ["ALL.COLPKG", "collection of Anki"],
    ["mine.json", "no export of Cardinality"],
  ])("%s that holds a table is told by its name", async (name, words) => {
    const person = await newGuest();
    const message = expect.stringContaining(words);
    expect(await take(person, OWN, name)).toMatchObject({ ok: false, code: "invalid", message });
  });

  test("nobody's import is nobody's", async () => {
    expect(await take(randomUUID(), OWN)).toMatchObject({ ok: false, code: "signed-out" });
  });
});
