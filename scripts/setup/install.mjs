/** Brings node_modules to what package-lock.json says. Node's own modules only. */
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ROOT, run, Stop, say } from "./run.mjs";

const readJson = (/** @type {string} */ file) => JSON.parse(readFileSync(join(ROOT, file), "utf8"));

/** Stops where this Node is older than package.json asks for. */
export function requireNode(version = process.versions.node) {
  const [, major = 0, minor = 0] = /(\d+)\.(\d+)/.exec(readJson("package.json").engines.node)?.map(Number) ?? [];
  const [hasMajor = 0, hasMinor = 0] = version.split(".").map(Number);
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return;
  throw new Stop(
    `Cardinality needs Node ${major}.${minor} or newer; this is ${version}. Install it from nodejs.org, then run the command again.`,
  );
}

/** Whether what stands in node_modules is what the lockfile names; packages for other systems may be absent. */
function matchesLockfile() {
  if (!existsSync(join(ROOT, "node_modules/.package-lock.json"))) return false;
  const wanted = Object.entries(readJson("package-lock.json").packages);
  const present = readJson("node_modules/.package-lock.json").packages;
  return wanted.every(([path, { version, optional }]) => path === "" || optional || present[path]?.version === version);
}

/** The one compiled package must load in this Node: a newer Node with an older node_modules would fail later, and unclearly. */
function compiledPackageLoads() {
  try {
    const Database = createRequire(join(ROOT, "package.json"))("better-sqlite3");
    new Database(":memory:").close();
    return true;
  } catch {
    return false;
  }
}

/** npm as it was started, else the one on the path. @param {readonly string[]} args @param {import("./run.mjs").How} [how] */
function npm(args, how) {
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js")) return run(process.execPath, [script, ...args], how);
  return run(process.platform === "win32" ? "npm.cmd" : "npm", args, how);
}

/** Where no prebuilt binary can be fetched, node-gyp compiles; it then needs Node's headers, which often stand beside Node. */
async function compilerSettings() {
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  if (process.env.npm_config_nodedir || !existsSync(join(prefix, "include/node/node.h"))) return {};
  const { output } = await npm(["config", "get", "nodedir"]);
  return /^(undefined|null)?$/.test(output.trim()) ? { npm_config_nodedir: prefix } : {};
}

/** Installs where something is missing; a no-op of some milliseconds otherwise. */
export async function installIfNeeded() {
  const complete = matchesLockfile();
  if (complete && compiledPackageLoads()) return;
  const env = await compilerSettings();
  say(
    complete
      ? "Rebuilding the database driver for this Node …"
      : "Installing packages, once; this takes a minute or two …",
  );
  const args = complete
    ? ["rebuild", "better-sqlite3"]
    : ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code } = await npm(args, { env, show: true });
  if (code === 0) return;
  throw new Stop(
    `The packages could not be installed: npm's own words are above (npm ${args[0]}, exit ${code}). Mend that, then run the command again.`,
  );
}
