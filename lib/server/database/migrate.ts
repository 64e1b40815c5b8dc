import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { projectRoot } from "./location";

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, as Prisma's own command computes it. */
  readonly checksum: string;
}

/** The database and the program do not fit; nothing was changed. The message says what to do. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

/** Prisma's own table, so that its command line takes over where it can run. */
const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/** In the order of their names, which begin with a date. */
export function readMigrations(folder = join(projectRoot(), "prisma", "migrations")): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name, "migration.sql"));
      return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
    });
}

/**
 * Brings a database up to date; makes the file and its folder where there are none. Each migration is one transaction that
 * takes the write lock first and looks again, so that any number of processes may start at once.
 * @returns the names of the migrations that this call applied.
 * @throws MigrationError where the database was made by other migrations than these.
 */
export function migrate(file: string, migrations = readMigrations()): readonly string[] {
  mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file, { timeout: 15_000 });
  try {
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    // Tables are remade while others point at them; what points nowhere afterwards is found by the check below.
    database.pragma("foreign_keys = OFF");
    database.exec(LEDGER);
    checkKnown(appliedRows(database), migrations);
    const take = (migration: Migration, place: number) =>
      database.transaction(() => apply(database, migration, migrations.slice(0, place))).immediate();
    return migrations.filter(take).map(({ name }) => name);
  } finally {
    database.close();
  }
}

interface LedgerRow {
  readonly name: string;
  readonly checksum: string;
  readonly finished: number | string | null;
}

function appliedRows(database: Database.Database): readonly LedgerRow[] {
  return database
    .prepare<[], LedgerRow>(
      `SELECT "migration_name" AS name, "checksum", "finished_at" AS finished FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
    )
    .all();
}

function checkKnown(applied: readonly LedgerRow[], migrations: readonly Migration[]): void {
  const unknown = applied.find((row) => !migrations.some(({ name }) => name === row.name));
  if (!unknown) return;
  throw new MigrationError(
    `The database has migration ${unknown.name}, which this program does not: a newer one made it. Use that one, or another database.`,
  );
}

function apply(database: Database.Database, migration: Migration, earlier: readonly Migration[]): boolean {
  const applied = appliedRows(database);
  const own = applied.find((row) => row.name === migration.name);
  if (own) {
    checkRow(own, migration);
    return false;
  }
  const missing = earlier.find(({ name }) => !applied.some((row) => row.name === name));
  if (missing) throw new MigrationError(`Migration ${missing.name} is missing before ${migration.name}.`);
  database.exec(migration.sql);
  const broken = database.pragma("foreign_key_check");
  if (Array.isArray(broken) && broken.length > 0) {
    throw new MigrationError(`Migration ${migration.name} would leave rows that point nowhere; it was not applied.`);
  }
  record(database, migration);
  return true;
}

function checkRow(row: LedgerRow, migration: Migration): void {
  if (row.finished === null) {
    throw new MigrationError(
      `Migration ${row.name} began and did not finish. Restore the database from a copy, or mend it with "prisma migrate resolve".`,
    );
  }
  if (row.checksum !== migration.checksum) {
    throw new MigrationError(
      `Migration ${row.name} was changed after it had been applied to this database. Put prisma/migrations/${row.name}/migration.sql back as it was; a change to the tables is a new migration.`,
    );
  }
}

function record(database: Database.Database, migration: Migration): void {
  const now = Date.now();
  database
    .prepare(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count") VALUES (?, ?, ?, ?, ?, 1)`,
    )
    .run(randomUUID(), migration.checksum, migration.name, now, now);
}
