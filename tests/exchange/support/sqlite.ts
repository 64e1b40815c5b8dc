import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { unzipSync } from "fflate";
import { type Sqlite, startSqlite } from "@/lib/exchange";

let started: Promise<Sqlite> | null = null;

/** SQLite in WebAssembly, as the program uses it. */
export function sqlite(): Promise<Sqlite> {
  started ??= startSqlite(readFileSync("node_modules/sql.js/dist/sql-wasm.wasm"));
  return started;
}

export type Row = Readonly<Record<string, unknown>>;

/** The rows of a package's database, read by another SQLite than ours. */
export function rowsOf(apkg: Uint8Array, sql: string): readonly Row[] {
  const bytes = unzipSync(apkg)["collection.anki2"];
  if (bytes === undefined) throw new Error("there is no collection in it");
  const database = new Database(Buffer.from(bytes));
  try {
    return database.prepare<[], Row>(sql).all();
  } finally {
    database.close();
  }
}
