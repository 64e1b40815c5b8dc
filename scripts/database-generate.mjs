/**
 * Makes the Prisma client in lib/server/generated. Generating needs no engine, yet Prisma's command line looks for one and,
 * where it cannot download it, stops; naming any file that exists lets it go on.
 * Plain JavaScript: it runs right after an install, and nothing it needs has to be compiled.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
const made = spawnSync(process.execPath, [cli, "generate"], {
  cwd: root,
  encoding: "utf8",
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  },
});
if (made.status !== 0) {
  process.stderr.write(`The database client was not made.\n${made.stdout ?? ""}${made.stderr ?? ""}`);
  process.exit(made.status ?? 1);
}
