/** Says whether something must be made again: a hash of all that goes into it, kept beside what came out. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./run.mjs";

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

/** @param {readonly string[]} paths files and folders, from the root */
function fingerprint(paths) {
  const hash = createHash("sha256").update(process.versions.modules);
  for (const file of paths.flatMap(filesUnder)) hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest("hex");
}

/**
 * Runs `make` unless `stamp` says that it ran for the same files.
 * @param {{ stamp: string, paths: readonly string[], make: () => Promise<void> }} work
 */
export async function makeIfChanged({ stamp, paths, make }) {
  const file = join(ROOT, stamp);
  const wanted = fingerprint(paths);
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) return;
  await make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
}
