import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Minutes of a real PostgreSQL, thousands of changes, processes of their own: `npm test` and `npm run check -- --all` run them, `npm run check` does not. */
const LONG = [
  "tests/proof/{proof,agreement,asked-for}.test.ts",
  "tests/drills/{drills,proof}.test.ts",
  "tests/notation/{print-sql,sql-postgresql}.test.ts",
  "tests/rubric/{metamorphic,mutation}/*.test.ts",
  "tests/rubric/properties.test.ts",
  "tests/content/synonyms.test.ts",
  "tests/server/fitting-process.test.ts",
];

export default defineConfig({
  resolve: {
    alias: {
      "@": here(".").replace(/\/$/, ""),
      "server-only": here("./tests/support/server-only.ts"),
    },
  },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**", ...(process.env.CHECK === "short" ? LONG : [])],
    setupFiles: ["tests/support/quiet.ts", "tests/support/properties.ts"],
    // Forks: better-sqlite3 and argon2 are compiled code, and a crash there should end one file, not the run.
    pool: "forks",
    maxWorkers: 2,
    // A time-out ends what hangs; it measures nothing, and a shared machine may stall for long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
