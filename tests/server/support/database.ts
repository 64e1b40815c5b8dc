import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { registerGuest } from "@/lib/server/accounts/register";
import { closeDatabase, migrate } from "@/lib/server/database";

export interface TestDatabase {
  /** The file that `DATABASE_URL` names in the present test. */
  file(): string;
  /** A query past everything of ours, on a connection of its own. */
  rows(sql: string, ...values: readonly unknown[]): readonly Record<string, unknown>[];
}

/** A real database for each test of a file: one is migrated, and copied for each. */
export function testDatabase(): TestDatabase {
  let folder = "";
  let count = 0;
  const given = process.env.DATABASE_URL;
  const file = () => join(folder, `${count}.db`);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "cardinality-"));
    process.env.AUTH_SECRET = "a secret for the tests, and for nothing else";
    migrate(join(folder, "template.db"));
  });
  beforeEach(() => {
    count += 1;
    copyFileSync(join(folder, "template.db"), file());
    process.env.DATABASE_URL = `file:${file()}`;
  });
  afterEach(closeDatabase);
  afterAll(() => {
    if (given === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = given;
    rmSync(folder, { recursive: true, force: true });
  });
  return { file, rows: (sql, ...values) => query(file(), sql, values) };
}

function query(file: string, sql: string, values: readonly unknown[]): readonly Record<string, unknown>[] {
  const database = new Database(file);
  try {
    const statement = database.prepare<unknown[], Record<string, unknown>>(sql);
    if (statement.reader) return statement.all(...values);
    statement.run(...values);
    return [];
  } finally {
    database.close();
  }
}

/** Noon in UTC on a Monday. */
export const NOON = Date.UTC(2026, 10, 23, 12);
export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** Somebody new, who came a day before `NOON`. */
export async function newGuest(): Promise<string> {
  const guest = await registerGuest(NOON - DAY);
  if (!guest.ok) throw new Error(guest.code);
  return guest.person.id;
}

/** The answer of a call that must not be a refusal. */
export function accepted<T extends { readonly ok: boolean }>(answer: T): Extract<T, { readonly ok: true }> {
  if (isAccepted(answer)) return answer;
  throw new Error(JSON.stringify(answer));
}

function isAccepted<T extends { readonly ok: boolean }>(answer: T): answer is Extract<T, { readonly ok: true }> {
  return answer.ok;
}
