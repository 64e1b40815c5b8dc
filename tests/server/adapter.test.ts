import { randomUUID } from "node:crypto";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { afterEach, describe, expect, test } from "vitest";
import { IsolatedSqlite } from "@/lib/server/database/adapter";
import { PrismaClient } from "@/lib/server/generated/client";
import { testDatabase } from "./support/database";

const database = testDatabase();
let client: PrismaClient | null = null;
afterEach(async () => {
  await client?.$disconnect();
  client = null;
});

function open(kind: "stock" | "isolated", timeout = 5_000): PrismaClient {
  const adapter =
    kind === "stock"
      ? new PrismaBetterSqlite3({ url: database.file() }, { timestampFormat: "unixepoch-ms" })
      : new IsolatedSqlite({ file: database.file() });
  client = new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout } });
  return client;
}

function guest(id: string) {
  return { id, guest: true, createdAt: new Date(0) };
}

class Rollback extends Error {}

/** Runs `during` while a transaction that wrote one person is open, then rolls that one back. */
async function whileOneIsOpen<T>(db: PrismaClient, during: () => Promise<T>): Promise<T> {
  let result: Promise<T> | null = null;
  const rolledBack = db.$transaction(async (tx) => {
    await tx.person.create({ data: guest("uncommitted") });
    result = during();
    // Time for the other query to run inside this transaction, were that possible; a write waits for its turn instead.
    await Promise.race([result, new Promise((resolve) => setTimeout(resolve, 100))]);
    throw new Rollback();
  });
  await expect(rolledBack).rejects.toThrow(Rollback);
  if (result === null) throw new Error("The transaction never began.");
  return result;
}

// The stock adapter stands in both tables to prove that each check sees the fault. When a release of it mends them, these
// two lines fail, and adapter.ts can go.
describe.each([
  { kind: "stock", seen: 1 },
  { kind: "isolated", seen: 0 },
] as const)("$kind adapter", ({ kind, seen }) => {
  test(`a query reads ${seen} rows that were never committed`, async () => {
    const db = open(kind);
    expect(await whileOneIsOpen(db, () => db.person.count())).toBe(seen);
    expect(database.rows('SELECT * FROM "Person"')).toEqual([]);
  });

  test(`a confirmed write ${seen === 1 ? "vanishes" : "stays"} when another's transaction rolls back`, async () => {
    const db = open(kind);
    const written = await whileOneIsOpen(db, () => db.person.create({ data: guest("confirmed") }));
    expect(written.id).toBe("confirmed");
    expect(database.rows('SELECT "id" FROM "Person"')).toEqual(seen === 1 ? [] : [{ id: "confirmed" }]);
  });
});

test("transactions take turns: a counter that is read and written back loses nothing", async () => {
  const db = open("isolated");
  await db.person.create({ data: guest("one") });
  const raise = () =>
    db.$transaction(async (tx) => {
      const { tokenVersion } = await tx.person.findUniqueOrThrow({ where: { id: "one" } });
      await new Promise((resolve) => setTimeout(resolve, 2));
      await tx.person.update({ where: { id: "one" }, data: { tokenVersion: tokenVersion + 1 } });
    });
  await Promise.all(Array.from({ length: 20 }, raise));
  expect(await db.person.findUniqueOrThrow({ where: { id: "one" } })).toMatchObject({ tokenVersion: 20 });
});

test("a COMMIT that fails rolls back, and the next one has its turn", async () => {
  const db = open("isolated");
  const broken = db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe("PRAGMA defer_foreign_keys = ON");
    await tx.draft.create({
      data: { personId: "nobody", slug: "auction", text: "", revision: 1, updatedAt: new Date(0) },
    });
  });
  await expect(broken).rejects.toThrow();
  await db.person.create({ data: guest("after") });
  expect(database.rows('SELECT "id" FROM "Person"')).toEqual([{ id: "after" }]);
  expect(database.rows('SELECT * FROM "Draft"')).toEqual([]);
});

test("a transaction that takes too long is rolled back, and gives its turn away", async () => {
  const db = open("isolated", 50);
  const slow = db.$transaction(async (tx) => {
    await tx.person.create({ data: guest("slow") });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await tx.person.create({ data: guest("too-late") });
  });
  await expect(slow).rejects.toThrow();
  await db.person.create({ data: guest("next") });
  expect(database.rows('SELECT "id" FROM "Person"')).toEqual([{ id: "next" }]);
});

test("writing through a query that returns rows takes its turn as well", async () => {
  const db = open("isolated");
  const made = await whileOneIsOpen(db, () => db.person.createManyAndReturn({ data: [guest(randomUUID())] }));
  expect(database.rows('SELECT "id" FROM "Person"')).toEqual(made.map(({ id }) => ({ id })));
});

test("each connection has its settings, and times are whole milliseconds", async () => {
  const db = open("isolated");
  const pragma = (name: string) => db.$transaction((tx) => tx.$queryRawUnsafe(`PRAGMA ${name}`));
  expect(await pragma("journal_mode")).toEqual([{ journal_mode: "wal" }]);
  expect(await pragma("synchronous")).toEqual([{ synchronous: 2n }]);
  expect(await pragma("foreign_keys")).toEqual([{ foreign_keys: 1n }]);
  expect(await pragma("busy_timeout")).toEqual([{ timeout: 5_000n }]);
  await db.person.create({ data: { ...guest("timed"), createdAt: new Date(1_790_000_000_123) } });
  expect(database.rows('SELECT "createdAt", typeof("createdAt") AS kind FROM "Person"')).toEqual([
    { createdAt: 1_790_000_000_123, kind: "integer" },
  ]);
  expect((await db.person.findFirst())?.createdAt.getTime()).toBe(1_790_000_000_123);
});
