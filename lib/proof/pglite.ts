import { PGlite } from "@electric-sql/pglite";
import type { Database } from "./database";

/** A PostgreSQL in WebAssembly, in this process; `close` gives its memory back. Takes a second or more to start. */
export async function openDatabase(): Promise<Database & { readonly close: () => Promise<void> }> {
  const pg = await PGlite.create();
  return {
    exec: async (sql) => {
      await pg.exec(sql);
    },
    query: async (sql) => (await pg.query<Record<string, unknown>>(sql)).rows,
    close: () => pg.close(),
  };
}
