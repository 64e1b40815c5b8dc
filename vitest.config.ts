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

/** What opens databases, starts processes or puts something else in the place of a global: each file has a process of its own. */
const APART = [
  "tests/{server,scripts,proof,drills,architecture}/**/*.test.{ts,tsx}",
  "tests/components/proof/prover.test.ts",
];
const EXCLUDED = ["tests/e2e/**", ...(process.env.CHECK === "short" ? LONG : [])];

export default defineConfig({
  resolve: {
    alias: {
      "@": here(".").replace(/\/$/, ""),
      "server-only": here("./tests/support/server-only.ts"),
    },
  },
  test: {
    projects: [
      // Pure functions: files share a process and what they import, which is a third of their time.
      {
        extends: true,
        test: {
          name: "pure",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...EXCLUDED, ...APART],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: "apart", include: APART, exclude: EXCLUDED },
      },
    ],
    setupFiles: ["tests/support/quiet.ts", "tests/support/properties.ts"],
    // Forks: better-sqlite3 and argon2 are compiled code, and a crash there should end one file, not the run.
    pool: "forks",
    maxWorkers: 2,
    // A time-out ends what hangs; it measures nothing, and a shared machine may stall for long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
