import { afterAll, beforeAll } from "vitest";
import type { Database } from "@/lib/proof";
import { openDatabase } from "@/lib/proof/pglite";

/** Milliseconds for what makes and fills tables on a busy machine. */
export const SLOW = 120_000;

/** A PostgreSQL of the test file's own, started before its tests and closed after them. */
export function aDatabase(): Database {
  let open: Awaited<ReturnType<typeof openDatabase>> | null = null;
  beforeAll(async () => {
    open = await openDatabase();
  }, SLOW);
  afterAll(() => open?.close());
  const started = () => {
    if (!open) throw new Error("the database is there only while tests run");
    return open;
  };
  return {
    exec: (sql) => started().exec(sql),
    query: (sql) => started().query(sql),
  };
}
