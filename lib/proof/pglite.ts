import { PGlite } from "@electric-sql/pglite";
import type { Database } from "./database";

/** What PostgreSQL starts from where nothing can be read from a disk. */
export interface Ready {
  readonly program: WebAssembly.Module;
  /** The program's own files (time zones, catalogues). */
  readonly files: Blob;
  /** A data directory as `makeDataDirectory` gives it. */
  readonly dataDirectory: Blob;
}

export type OpenDatabase = Database & { readonly close: () => Promise<void> };

/** Small files of the write-ahead log: a megabyte each instead of sixteen. */
const INITDB = ["--wal-segsize=1"];

/** Databases are made from none of these here: two thirds of the directory. */
const SLIM = [
  "UPDATE pg_database SET datistemplate = false WHERE datname LIKE 'template%'",
  "DROP DATABASE template0",
  "DROP DATABASE template1",
  "VACUUM",
  "CHECKPOINT",
];

/** With all that it needs given, it neither fetches anything nor makes a data directory. */
function optionsOf(ready: Ready) {
  const { program, files, dataDirectory } = ready;
  /** initdb is never run where a data directory is given; a module in its place keeps it from being fetched. */
  return { pgliteWasmModule: program, initdbWasmModule: program, fsBundle: files, loadDataDir: dataDirectory };
}

/**
 * A PostgreSQL in WebAssembly, in this process; `close` gives its memory back. Takes some seconds to start from nothing (Node only), about one
 * from what is `ready`. It can hang rather than reject: whoever waits in a browser needs a limit of time.
 */
export async function openDatabase(ready?: Ready): Promise<OpenDatabase> {
  const pg = await PGlite.create(ready ? optionsOf(ready) : {});
  return {
    exec: async (sql) => {
      await pg.exec(sql);
    },
    query: async (sql) => (await pg.query<Record<string, unknown>>(sql)).rows,
    close: () => pg.close(),
  };
}

/** An empty cluster as a tar, for `Ready`; in Node, some seconds. */
export async function makeDataDirectory(): Promise<Blob> {
  const pg = await PGlite.create({ initDbStartParams: INITDB });
  for (const statement of SLIM) await pg.exec(statement);
  const tar = await pg.dumpDataDir("none");
  await pg.close();
  return tar;
}
