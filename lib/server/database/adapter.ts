import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";

/** The interfaces of `@prisma/driver-adapter-utils`, by way of the stock adapter that speaks them. */
type Adapter = Awaited<ReturnType<PrismaBetterSqlite3["connect"]>>;
type Transaction = Awaited<ReturnType<Adapter["startTransaction"]>>;
type Query = Parameters<Adapter["queryRaw"]>[0];

export interface SqliteFile {
  readonly file: string;
  /** Milliseconds to wait for another process that writes. */
  readonly busyTimeout?: number;
}

const PROVIDER = "sqlite";
const NAME = "isolated-better-sqlite3";
/**
 * `synchronous = FULL`: what was confirmed is on the disk. The log is copied into the file after 4,000 pages, not 1,000: the write that it falls
 * on waits for it, and in a large file the pages of a log lie far apart.
 */
const PRAGMAS =
  "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 4000;";

/**
 * The stock adapter keeps one connection, and a query that stands alone runs inside whatever transaction another request
 * has open on it: it reads what was never committed, and its own write goes when that transaction rolls back.
 * Here reads have a connection of their own, and everything that writes waits its turn on the other one.
 */
export class IsolatedSqlite {
  readonly provider = PROVIDER;
  readonly adapterName = NAME;

  constructor(private readonly options: SqliteFile) {}

  async connect(): Promise<Adapter> {
    const { file, busyTimeout: timeout = 5_000 } = this.options;
    const open = (readonly: boolean) =>
      new PrismaBetterSqlite3({ url: file, timeout, readonly }, { timestampFormat: "unixepoch-ms" }).connect();
    const writer = await open(false);
    await writer.executeScript(PRAGMAS);
    return new IsolatedAdapter(writer, await open(true));
  }
}

class IsolatedAdapter implements Adapter {
  readonly provider = PROVIDER;
  readonly adapterName = NAME;
  readonly #turns = new Turns();

  constructor(
    private readonly writer: Adapter,
    private readonly reader: Adapter,
  ) {}

  queryRaw(query: Query) {
    if (isRead(query.sql)) return this.reader.queryRaw(query);
    return this.#turns.run(() => this.writer.queryRaw(query));
  }

  executeRaw(query: Query) {
    return this.#turns.run(() => this.writer.executeRaw(query));
  }

  executeScript(script: string) {
    return this.#turns.run(() => this.writer.executeScript(script));
  }

  async startTransaction(level?: Parameters<Adapter["startTransaction"]>[0]): Promise<Transaction> {
    // SQLite knows this level only; the stock adapter would say the same.
    if (level && level !== "SERIALIZABLE") return this.writer.startTransaction(level);
    const release = await this.#turns.take();
    try {
      // Not deferred: a transaction that turned from reading to writing could meet another process's write and fail.
      await run(this.writer, "BEGIN IMMEDIATE");
      return new IsolatedTransaction(this.writer, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  async dispose() {
    await this.#turns.run(async () => {
      await this.reader.dispose();
      await this.writer.dispose();
    });
  }
}

class IsolatedTransaction implements Transaction {
  readonly provider = PROVIDER;
  readonly adapterName = NAME;
  /** True: the engine leaves COMMIT and ROLLBACK to the two methods below, so that the turn always ends. */
  readonly options = { usePhantomQuery: true };

  constructor(
    private readonly writer: Adapter,
    private readonly release: () => void,
  ) {}

  queryRaw(query: Query) {
    return this.writer.queryRaw(query);
  }

  executeRaw(query: Query) {
    return this.writer.executeRaw(query);
  }

  async commit() {
    try {
      await run(this.writer, "COMMIT");
    } catch (error) {
      await this.#abandon();
      throw error;
    } finally {
      this.release();
    }
  }

  async rollback() {
    await this.#abandon();
    this.release();
  }

  createSavepoint(name: string) {
    return run(this.writer, `SAVEPOINT ${name}`);
  }

  rollbackToSavepoint(name: string) {
    return run(this.writer, `ROLLBACK TO ${name}`);
  }

  releaseSavepoint(name: string) {
    return run(this.writer, `RELEASE SAVEPOINT ${name}`);
  }

  async #abandon() {
    try {
      await run(this.writer, "ROLLBACK");
    } catch {
      // A full disk made SQLite roll back by itself: there is no transaction left to end.
    }
  }
}

/** One at a time, in the order of asking. */
class Turns {
  #last: Promise<void> = Promise.resolve();

  async take(): Promise<() => void> {
    const before = this.#last;
    let release = () => {};
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.take();
    try {
      return await work();
    } finally {
      release();
    }
  }
}

/** Only what begins with SELECT; the reading connection could not write if it tried. */
function isRead(sql: string): boolean {
  return /^\s*select\b/i.test(sql);
}

async function run(connection: Adapter, sql: string): Promise<void> {
  await connection.executeRaw({ sql, args: [], argTypes: [] });
}
