/** Runs other programs. Node's own modules only: this works before anything is installed. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Something the person can mend: printed as it is, without a stack. */
export class Stop extends Error {}

/** @param {string} words */
export const say = (words) => process.stderr.write(`${words}\n`);

/**
 * @typedef {Readonly<Record<string, string | undefined>>} Environment what is set besides this process's own
 * @typedef {{ env?: Environment, show?: boolean }} How `show`: the output goes to this terminal's standard error as it comes.
 * @typedef {{ code: number, output: string, ms: number }} Done
 */

/**
 * Runs a program to its end. Never rejects: a program that cannot be started has code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {How} [how]
 * @returns {Promise<Done>}
 */
export function run(command, args, { env = {}, show = false } = {}) {
  const began = performance.now();
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: show ? ["ignore", 2, 2] : ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (output += text));
  return new Promise((resolve) => {
    const end = (/** @type {number} */ code) => resolve({ code, output, ms: performance.now() - began });
    child.on("error", (error) => {
      output += error.message;
      end(127);
    });
    child.on("close", (code) => end(code ?? 1));
  });
}

/**
 * The arguments that make Node run an installed package's own command, without a shell and on every system.
 * @param {string} name the package
 * @param {string} [command] where it has several
 */
export function commandOf(name, command) {
  const folder = join(ROOT, "node_modules", name);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = typeof bin === "string" ? bin : bin[command ?? name];
  return join(folder, file);
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {How & { command?: string }} [how]
 */
export const runPackage = (name, args, how) => run(process.execPath, [commandOf(name, how?.command), ...args], how);

/** Runs `main`; says what stopped it in one line where the person can mend it. @param {() => Promise<number | void>} main */
export async function begin(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
