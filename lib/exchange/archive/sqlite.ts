import initSqlJs, { type Database, type SqlJsStatic, type SqlValue } from "sql.js";
import { FileRefused } from "../refusal";
import type { Steps } from "../steps";

/** SQLite in WebAssembly: a file that was made to harm stays inside its memory. */
export type Sqlite = SqlJsStatic;

/** @param wasm the bytes of `sql.js/dist/sql-wasm.wasm` */
export function startSqlite(wasm: Uint8Array): Promise<Sqlite> {
  const copy = new Uint8Array(wasm);
  return initSqlJs({ wasmBinary: copy.buffer });
}

/**
 * Anki sorts names by a collation of its own, and tables without row ids that have it cannot be read at all where it is not
 * there. In this copy it is called by the name of one that is: what is kept in the rows stays the same.
 */
const KNOWN_COLLATION = `PRAGMA writable_schema = ON;
UPDATE sqlite_master SET sql = replace(sql, 'unicase', 'nocase') WHERE sql LIKE '%collate unicase%';
PRAGMA writable_schema = RESET;`;

export type Row = Readonly<Record<string, SqlValue>>;

const ROWS_A_STEP = 2_000;

/**
 * A database that somebody gave. Only whole tables are read: no ORDER BY, no WHERE on text and no
 * index, since Anki's own collation is not there. Views, virtual tables and generated columns are refused, for they are programs.
 */
export class GivenDatabase {
  readonly #database: Database;
  readonly #tables: ReadonlySet<string>;

  /** @throws FileRefused `damaged`, `hostile` */
  constructor(sqlite: Sqlite, name: string, bytes: Uint8Array) {
    this.#database = new sqlite.Database(bytes);
    try {
      this.#database.exec("PRAGMA trusted_schema = OFF;");
      this.#tables = new Set(tablesOf(this.#database));
      this.#database.exec(`${KNOWN_COLLATION} PRAGMA query_only = ON;`);
    } catch (error) {
      this.close();
      if (error instanceof FileRefused) throw error;
      throw new FileRefused("damaged", `“${name}” in this file is not a database that can be read. Export it again.`);
    }
  }

  has(table: string): boolean {
    return this.#tables.has(table);
  }

  count(table: string): number {
    const value = this.#database.exec(`SELECT count(*) FROM [${table}] NOT INDEXED`)[0]?.values[0]?.[0];
    return typeof value === "number" ? value : 0;
  }

  /** Each row in the order of the table, one after the other. */
  *rows(table: string, columns: readonly string[], each: (row: Row) => void): Steps<void> {
    const statement = this.#prepare(table, columns);
    try {
      for (let read = 1; statement.step(); read++) {
        each(statement.getAsObject());
        if (read % ROWS_A_STEP === 0) yield;
      }
    } catch (error) {
      if (error instanceof FileRefused) throw error;
      throw new FileRefused(
        "damaged",
        `The table “${table}” in this file is damaged. Check the database in Anki and export it again.`,
      );
    } finally {
      statement.free();
    }
  }

  #prepare(table: string, columns: readonly string[]) {
    try {
      return this.#database.prepare(
        `SELECT ${columns.map((column) => `[${column}]`).join(", ")} FROM [${table}] NOT INDEXED`,
      );
    } catch {
      throw new FileRefused(
        "not-a-package",
        `This is a database, but not one of Anki's: its table “${table}” is another.`,
      );
    }
  }

  close(): void {
    this.#database.close();
  }
}

function tablesOf(database: Database): string[] {
  const rows = database.exec("SELECT type, name, sql FROM sqlite_master")[0]?.values ?? [];
  return rows.flatMap(([type, name, sql]) => {
    if (type === "view" || isProgram(String(sql ?? ""))) {
      throw new FileRefused(
        "hostile",
        `This file holds more than data (“${String(name)}”), so that it was not opened further.`,
      );
    }
    return type === "table" ? [String(name)] : [];
  });
}

/** Reading such a table would run what its maker wrote. */
function isProgram(sql: string): boolean {
  return (
    /^\s*create\s+(virtual|view)/i.test(sql) ||
    (/^\s*create\s+table/i.test(sql) && /\bgenerated\b|\bas\s*\(/i.test(sql))
  );
}

/** A number from a row; 0 for anything else. */
export function numberOf(value: SqlValue | undefined): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

/** Text from a row. SQLite keeps a number where a field of a note looks like one. */
export function textIn(value: SqlValue | undefined): string {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return value === null || value === undefined ? "" : String(value);
}

export function bytesIn(value: SqlValue | undefined): Uint8Array {
  if (value instanceof Uint8Array) return value;
  return new TextEncoder().encode(textIn(value));
}
