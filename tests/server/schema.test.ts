import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { testDatabase } from "./support/database";
import { missingSql } from "./support/schema-engine";

const schema = readFileSync(join(process.cwd(), "prisma", "schema.prisma"), "utf8");
const database = testDatabase();

test("the migrations make exactly the tables of schema.prisma", async () => {
  expect(await missingSql(database.file(), schema)).toBe("-- This is an empty migration.\n");
});

test("a column or an index that no migration makes would be seen", async () => {
  const more = schema
    .replace("tokenVersion ", "shoeSize Int?\n  tokenVersion ")
    .replace("@@index([personId, sibling])", "");
  const sql = await missingSql(database.file(), more);
  expect(sql).toContain('ADD COLUMN "shoeSize"');
  expect(sql).toContain('DROP INDEX "Item_personId_sibling_idx"');
});

/** What the tables themselves refuse, whatever the program does. `ok` is a row that they take. */
const PERSON = { id: "p", guest: 1, createdAt: 1 };
const ITEM = {
  id: "i",
  personId: "p",
  kind: "card",
  ref: "keys/a",
  due: 1,
  stability: 0,
  difficulty: 0,
  phase: "new",
  step: 0,
  reps: 0,
  lapses: 0,
  scheduledDays: 0,
  createdAt: 1,
};
const ATTEMPT = {
  id: "a",
  personId: "p",
  slug: "auction",
  number: 1,
  text: "t",
  level: "mid",
  score: 50,
  signal: "hire",
  report: "{}",
  scheduled: "[]",
  grader: "1",
  seconds: 0,
  createdAt: 1,
};
const REVIEW = { id: "r", personId: "p", itemId: "i", rating: 3, at: 1, elapsed: 0, due: 1, before: "{}" };
const DAY = { personId: "p", day: 20000, reviews: 1, again: 1, youngSeen: 1 };
const EVIDENCE = {
  personId: "p",
  rule: "keys/missing",
  source: "card",
  seen: 1,
  kept: 1,
  weight: 1,
  keptWeight: 1,
  lastAt: 1,
};
const OWN_CARD = {
  id: "o",
  personId: "p",
  deck: "d",
  note: "n",
  ordinal: 0,
  kind: "basic",
  front: "f",
  back: "b",
  createdAt: 1,
};
const DRAFT = { personId: "p", slug: "auction", text: "t", revision: 1, updatedAt: 1 };

type Row = Readonly<Record<string, string | number | null>>;

function insert(table: string, row: Row): void {
  const columns = Object.keys(row);
  database.rows(
    `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
    ...Object.values(row),
  );
}

describe("the tables refuse", () => {
  const cases: readonly { table: string; ok: Row; bad: Row; by: string }[] = [
    { table: "Person", ok: PERSON, bad: { guest: 2 }, by: "Person_guest_check" },
    { table: "Person", ok: PERSON, bad: { email: "a@b.c" }, by: "Person_account_check" },
    { table: "Person", ok: PERSON, bad: { guest: 0 }, by: "Person_account_check" },
    { table: "Person", ok: PERSON, bad: { guest: 0, email: "A@b.c", passwordHash: "h" }, by: "Person_email_check" },
    { table: "Person", ok: PERSON, bad: { settings: "{" }, by: "Person_settings_check" },
    { table: "Draft", ok: DRAFT, bad: { revision: 0 }, by: "Draft_revision_check" },
    { table: "Draft", ok: DRAFT, bad: { text: "é".repeat(32_769) }, by: "Draft_text_check" },
    { table: "Draft", ok: DRAFT, bad: { personId: "nobody" }, by: "FOREIGN KEY" },
    { table: "Attempt", ok: ATTEMPT, bad: { score: 101 }, by: "Attempt_score_check" },
    { table: "Attempt", ok: ATTEMPT, bad: { score: -1 }, by: "Attempt_score_check" },
    { table: "Attempt", ok: ATTEMPT, bad: { signal: "maybe" }, by: "Attempt_signal_check" },
    { table: "Attempt", ok: ATTEMPT, bad: { level: "junior" }, by: "Attempt_level_check" },
    { table: "Attempt", ok: ATTEMPT, bad: { number: 0 }, by: "Attempt_number_check" },
    { table: "Attempt", ok: ATTEMPT, bad: { seconds: -1 }, by: "Attempt_seconds_check" },
    { table: "Item", ok: ITEM, bad: { kind: "deck" }, by: "Item_kind_check" },
    { table: "Item", ok: ITEM, bad: { phase: "old" }, by: "Item_phase_check" },
    { table: "Item", ok: ITEM, bad: { due: "2026-11-23T12:00:00.000+00:00" }, by: "Item_due_check" },
    { table: "Item", ok: ITEM, bad: { stability: -1 }, by: "Item_memory_check" },
    { table: "Item", ok: ITEM, bad: { suspendedAt: 1, day: 3 }, by: "Item_suspended_check" },
    { table: "Day", ok: DAY, bad: { youngKept: 2 }, by: "Day_kept_check" },
    { table: "Day", ok: DAY, bad: { reviews: 2 }, by: "Day_reviews_check" },
    { table: "Evidence", ok: EVIDENCE, bad: { source: "dream" }, by: "Evidence_source_check" },
    { table: "OwnCard", ok: OWN_CARD, bad: { kind: "choose" }, by: "OwnCard_kind_check" },
    { table: "Review", ok: REVIEW, bad: { rating: 0 }, by: "Review_rating_check" },
    { table: "Review", ok: REVIEW, bad: { rating: 5 }, by: "Review_rating_check" },
    { table: "Review", ok: REVIEW, bad: { elapsed: -1 }, by: "Review_elapsed_check" },
    { table: "Review", ok: REVIEW, bad: { before: null }, by: "Review_before_check" },
    { table: "Review", ok: REVIEW, bad: { itemId: "none" }, by: "FOREIGN KEY" },
  ];
  test.each(cases)("$table $bad by $by", ({ table, ok, bad, by }) => {
    if (table !== "Person") insert("Person", PERSON);
    if (table === "Review") insert("Item", ITEM);
    expect(() => insert(table, { ...ok, ...bad })).toThrow(by);
    expect(() => insert(table, ok)).not.toThrow();
  });
});

test("the load of each day is what the items say, whatever is done to them", () => {
  const loads = () => database.rows(`SELECT "personId", "day", "due" FROM "Load" ORDER BY 1, 2`);
  insert("Person", PERSON);
  insert("Person", { ...PERSON, id: "q" });
  insert("Item", { ...ITEM, day: 5 });
  insert("Item", { ...ITEM, id: "j", ref: "keys/b", day: 5 });
  insert("Item", { ...ITEM, id: "k", ref: "keys/c", day: null });
  expect(loads()).toEqual([{ personId: "p", day: 5, due: 2 }]);
  database.rows(`UPDATE "Item" SET "day" = 7 WHERE "id" IN ('j', 'k')`);
  expect(loads()).toEqual([
    { personId: "p", day: 5, due: 1 },
    { personId: "p", day: 7, due: 2 },
  ]);
  database.rows(`UPDATE "Item" SET "personId" = 'q', "day" = 8 WHERE "id" = 'k'`);
  database.rows(`UPDATE "Item" SET "day" = NULL, "suspendedAt" = 1 WHERE "id" = 'i'`);
  database.rows(`DELETE FROM "Item" WHERE "id" = 'j'`);
  expect(loads()).toEqual([{ personId: "q", day: 8, due: 1 }]);
});

test("with the person goes all that is theirs", () => {
  insert("Person", PERSON);
  insert("Draft", DRAFT);
  insert("Attempt", ATTEMPT);
  insert("Item", ITEM);
  insert("Review", REVIEW);
  insert("Day", DAY);
  insert("Evidence", EVIDENCE);
  insert("OwnCard", OWN_CARD);
  insert("EndedSession", { id: "s", personId: "p", expires: 1 });
  database.rows(`DELETE FROM "Person"`);
  for (const table of ["Draft", "Attempt", "Item", "Review", "Day", "Load", "Evidence", "OwnCard", "EndedSession"]) {
    expect(database.rows(`SELECT * FROM "${table}"`), table).toEqual([]);
  }
});
