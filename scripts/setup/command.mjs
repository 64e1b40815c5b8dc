/**
 * Runs one of the TypeScript commands: `node scripts/setup/command.mjs scripts/grade.ts FILE …`. In this same process, so that it
 * starts quickly; installs first where nothing is installed yet.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { installIfNeeded, requireNode } from "./install.mjs";
import { begin, ROOT } from "./run.mjs";

/** Whoever reads may stop reading (`| head`): then there is nobody left to tell. */
process.stdout.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

await begin(async () => {
  requireNode();
  if (!existsSync(join(ROOT, "node_modules/.package-lock.json"))) await installIfNeeded();
  const [script = "", ...args] = process.argv.slice(2);
  process.argv = [process.argv0, resolve(ROOT, script), ...args];
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(resolve(ROOT, script)).href);
  return Number(process.exitCode ?? 0);
});
