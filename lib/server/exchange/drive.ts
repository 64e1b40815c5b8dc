import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Sqlite, type Steps, startSqlite } from "@/lib/exchange";
import { projectRoot } from "../database/location";

/** As long as one request may keep the others waiting. */
const LONGEST_MS = 8;

/** Does work that can be paused, and lets other requests in between. */
export async function drive<T>(steps: Steps<T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    if (performance.now() - since < LONGEST_MS) continue;
    await pause();
    since = performance.now();
  }
}

export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

let engine: Promise<Sqlite> | null = null;

/** SQLite in WebAssembly, from the installed package; started at the first need. */
export function sqlite(): Promise<Sqlite> {
  engine ??= readFile(join(projectRoot(), "node_modules", "sql.js", "dist", "sql-wasm.wasm")).then(startSqlite);
  engine.catch(() => {
    engine = null;
  });
  return engine;
}
