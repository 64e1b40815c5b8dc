import { PrismaClient } from "../generated/client";
import { IsolatedSqlite, type SqliteFile } from "./adapter";
import { databaseFile } from "./location";
import { migrate } from "./migrate";

export type Client = PrismaClient;
/** What runs inside one transaction. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** Next loads a module once for each kind of route; two clients of one file in a process would wait for each other. */
declare global {
  var cardinalityDatabases: Map<string, Promise<PrismaClient>> | undefined;
}

/** The database of `DATABASE_URL`, up to date; opened at the first call. A failure is not remembered: the next call tries again. */
export function database(): Promise<PrismaClient> {
  const file = databaseFile();
  globalThis.cardinalityDatabases ??= new Map();
  const open = globalThis.cardinalityDatabases;
  const known = open.get(file);
  if (known) return known;
  const opening = openDatabase({ file });
  open.set(file, opening);
  opening.catch(() => open.delete(file));
  return opening;
}

/** A client of its own, for tests and scripts; the program uses `database`. */
export async function openDatabase(options: SqliteFile): Promise<PrismaClient> {
  migrate(options.file);
  const client = new PrismaClient({
    adapter: new IsolatedSqlite(options),
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
    errorFormat: "minimal",
  });
  try {
    await client.$connect();
    return client;
  } catch (error) {
    await client.$disconnect();
    throw error;
  }
}

/** Closes what `database` opened for the present `DATABASE_URL`. */
export async function closeDatabase(): Promise<void> {
  const file = databaseFile();
  const client = globalThis.cardinalityDatabases?.get(file);
  globalThis.cardinalityDatabases?.delete(file);
  await (await client)?.$disconnect();
}
