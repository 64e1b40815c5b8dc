import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MigrationError, migrate, openDatabase, readMigrations } from "@/lib/server/database";
import { ended, start } from "./support/process";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cardinality-migrate-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, "deeper", "still", "a.db");
const all = readMigrations();
const names = all.map(({ name }) => name);

function query(sql: string): readonly unknown[] {
  const database = new Database(file());
  try {
    const statement = database.prepare(sql);
    return statement.reader ? statement.all() : [statement.run()];
  } finally {
    database.close();
  }
}

const schema = () => query("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name");
const ledger = () =>
  query(
    `SELECT "migration_name" AS name, "checksum", "applied_steps_count" AS steps FROM "_prisma_migrations" ORDER BY 1`,
  );

test("there is more than one migration, or the tests below would show little", () => {
  expect(names.length).toBeGreaterThan(1);
  expect(names).toEqual([...names].sort());
});

test("an empty place: folders, file and every table are made, and the second time nothing is done", () => {
  expect(migrate(file())).toEqual(names);
  const made = schema();
  expect(migrate(file())).toEqual([]);
  expect(schema()).toEqual(made);
  expect(ledger()).toEqual(all.map(({ name, checksum }) => ({ name, checksum, steps: 1 })));
});

test("an older database with rows in it: the rest is applied, the rows stay", async () => {
  expect(migrate(file(), all.slice(0, 1))).toEqual(names.slice(0, 1));
  query(`INSERT INTO "Person" ("id", "guest", "createdAt") VALUES ('old', 1, 5)`);
  query(`INSERT INTO "Draft" VALUES ('old', 'auction', 'users: id (PK)', 3, 6)`);
  expect(migrate(file())).toEqual(names.slice(1));
  const client = await openDatabase({ file: file() });
  try {
    const person = await client.person.findUnique({
      where: { id: "old" },
      include: { drafts: true, endedSessions: true },
    });
    expect(person).toMatchObject({
      guest: true,
      tokenVersion: 0,
      drafts: [{ revision: 3, text: "users: id (PK)" }],
      endedSessions: [],
    });
  } finally {
    await client.$disconnect();
  }
});

test("several processes that start at once apply each migration once, and all of them succeed", {
  timeout: 120_000,
}, async () => {
  const env = { DATABASE_URL: `file:${file()}`, AUTH_SECRET: "a secret for the tests, and for nothing else" };
  const runs = await Promise.all(Array.from({ length: 3 }, () => ended(start("scripts/database-migrate.ts", env))));
  expect(runs.map(({ status, output }) => [status, output])).toEqual(
    runs.map(() => [0, expect.stringContaining("The database")]),
  );
  expect(ledger()).toEqual(all.map(({ name, checksum }) => ({ name, checksum, steps: 1 })));
});

const [first, ...rest] = all;
if (!first) throw new Error("There are no migrations.");
const broken = { name: "99990101000000_broken", checksum: "x", sql: 'CREATE TABLE "Half" ("id" TEXT); NOT SQL;' };
const orphan = {
  name: "99990101000000_orphan",
  checksum: "x",
  sql: `INSERT INTO "Draft" VALUES ('nobody', 'auction', '', 1, 1);`,
};

describe("refused with words, and nothing changed", () => {
  const cases: readonly { title: string; prepare?: string; migrations: typeof all; says: RegExp }[] = [
    {
      title: "an applied migration that was changed",
      migrations: [{ ...first, checksum: "other" }, ...rest],
      says: /was changed after/,
    },
    {
      title: "one that began and did not finish",
      prepare: `UPDATE "_prisma_migrations" SET "finished_at" = NULL WHERE "migration_name" = '${first.name}'`,
      migrations: all,
      says: /did not finish/,
    },
    { title: "one whose second statement fails", migrations: [...all, broken], says: /syntax error/ },
    { title: "one that leaves rows that point nowhere", migrations: [...all, orphan], says: /point nowhere/ },
    {
      title: "one that was never applied, though a later one was",
      prepare: `DELETE FROM "_prisma_migrations" WHERE "migration_name" = '${first.name}'`,
      migrations: [first, { ...broken, name: "0_before" }, ...rest],
      says: /already exists|missing/,
    },
  ];
  test.each(cases)("$title", ({ prepare, migrations, says }) => {
    migrate(file());
    if (prepare) query(prepare);
    const before = [schema(), ledger()];
    expect(() => migrate(file(), migrations)).toThrow(says);
    expect([schema(), ledger()]).toEqual(before);
  });
});

test("a database that a newer program made is not touched", () => {
  const newer = { name: "99990101000000_newer", checksum: "x", sql: 'CREATE TABLE "Newer" ("id" TEXT);' };
  migrate(file(), [...all, newer]);
  expect(() => migrate(file())).toThrow(MigrationError);
  expect(() => migrate(file())).toThrow(/newer/);
});
