/** The checks of `npm run check`: what runs, how its results are counted, and how they are told. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run, runPackage, say } from "./run.mjs";

const RESULTS = join(ROOT, "test-results");
const CRUISED = ["app", "components", "lib", "scripts", "tests", "next.config.js", "prisma.config.ts"];

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, says: string, start: () => Promise<import("./run.mjs").Done>, count?: (done: import("./run.mjs").Done) => Count }} Step
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, flaky: number, unexpected: number }, errors: unknown[] }} PlaywrightReport
 * @typedef {Count & { name: string, ok: boolean, ms: number, output: string }} Result
 */

/** `short`: without the files that vitest.config.ts calls long. */
const vitest = (/** @type {"short" | "all"} */ extent) => () =>
  runPackage("vitest", ["run", "--reporter=default", "--reporter=json", "--outputFile.json=test-results/unit.json"], {
    env: { NODE_ENV: "test", CHECK: extent },
  });

/** @type {Step} */
const SHORT = {
  name: "unit",
  says: "unit and architecture tests, but the long ones",
  start: vitest("short"),
  count: countUnit,
};
/** @type {Step} */
const ALL = { name: "unit", says: "unit, property and architecture tests", start: vitest("all"), count: countUnit };

/** @type {readonly Step[]} */
const OTHERS = [
  { name: "types", says: "types", start: checkTypes },
  {
    name: "lint",
    says: "format and lint",
    start: () => runPackage("@biomejs/biome", ["ci", "--error-on-warnings", "."], { command: "biome" }),
  },
  {
    name: "arrows",
    says: "arrows between rooms",
    start: () =>
      runPackage(
        "dependency-cruiser",
        ["--config", ".dependency-cruiser.mjs", ...CRUISED.filter((path) => existsSync(join(ROOT, path)))],
        {
          command: "depcruise",
        },
      ),
  },
  { name: "unused", says: "unused files, exports and packages", start: () => runPackage("knip", []) },
  {
    name: "content",
    says: "scenarios and cards",
    start: () => run(process.execPath, ["--import", "tsx", "scripts/content.ts"]),
  },
];

/** What `npm run check` runs; with `--all` as `npm test` does, but the browser. */
export const CHECKS = [SHORT, ...OTHERS];
export const ALL_CHECKS = [ALL, ...OTHERS];

/**
 * Next writes the types of the routes first; typed links need them. The worker of reviews has other globals than the pages.
 * @type {readonly (readonly [name: string, command: string, ...args: string[]])[]}
 */
const TYPES = [
  ["next", "next", "typegen"],
  ["typescript", "tsc", "--noEmit", "-p", "."],
  ["typescript", "tsc", "--noEmit", "-p", "tsconfig.worker.json"],
];

async function checkTypes() {
  let [ms, output] = [0, ""];
  for (const [name, command, ...args] of TYPES) {
    const done = await runPackage(name, args, { command });
    ms += done.ms;
    output = done.output;
    if (done.code !== 0) return { ...done, ms };
  }
  return { code: 0, output, ms };
}

/** @param {import("./run.mjs").Done} done @returns {Count} */
function countUnit(done) {
  return readCount("unit.json", done, (/** @type {VitestReport} */ report) => ({
    passed: report.numPassedTests,
    // A file that does not load has no test of its own, and still failed.
    failed: report.numFailedTests + report.testResults.filter(isBrokenFile).length,
  }));
}

const isBrokenFile = (/** @type {VitestReport["testResults"][number]} */ file) =>
  file.status === "failed" && file.assertionResults.length === 0;

/** @param {import("./run.mjs").Done} done @returns {Count} */
export function countBrowser(done) {
  return readCount("e2e.json", done, (/** @type {PlaywrightReport} */ { stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  }));
}

/**
 * A runner that ended badly without a failed test (or without a report) counts as one failure.
 * @template Report
 * @param {string} file @param {import("./run.mjs").Done} done @param {(report: Report) => Count} read
 */
function readCount(file, { code }, read) {
  const path = join(RESULTS, file);
  const count = existsSync(path) ? read(JSON.parse(readFileSync(path, "utf8"))) : { passed: 0, failed: 0 };
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** @param {Step} step @returns {Promise<Result>} */
export async function runStep({ name, says, start, count }) {
  const done = await start();
  const counted = count?.(done) ?? { passed: done.code === 0 ? 1 : 0, failed: done.code === 0 ? 0 : 1 };
  const ok = done.code === 0 && counted.failed === 0;
  const tests = count ? ` (${counted.passed} passed, ${counted.failed} failed)` : "";
  say(`${ok ? "✓" : "✕"} ${says}${tests}, ${(done.ms / 1000).toFixed(1)} s`);
  return { ...counted, name, ok, ms: done.ms, output: done.output };
}

/** Runs all of them, two at a time: that is what a small machine has cores for. @param {readonly Step[]} steps */
export async function runSteps(steps) {
  const waiting = [...steps];
  /** @type {Result[]} */
  const results = [];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step));
  };
  await Promise.all([lane(), lane()]);
  return results;
}

/** Old reports must not be counted as new ones. */
export function clearResults() {
  for (const file of ["unit.json", "e2e.json", "summary.txt"]) rmSync(join(RESULTS, file), { force: true });
  mkdirSync(RESULTS, { recursive: true });
}

/** Says what failed and with which words, keeps the count for `.ci/run`. @param {readonly Result[]} results @returns the exit code */
export function tell(results) {
  const bad = results.filter(({ ok }) => !ok);
  for (const { name, output } of bad) say(`\n── ${name} ${"─".repeat(70 - name.length)}\n${output.trim()}`);
  const sum = (/** @type {"passed" | "failed"} */ key) => results.reduce((total, result) => total + result[key], 0);
  const line = `${sum("passed")} passed, ${sum("failed")} failed`;
  writeFileSync(join(RESULTS, "summary.txt"), `${line}\n`);
  if (bad.length > 0) say(`\nFailed: ${bad.map(({ name }) => name).join(", ")}.`);
  process.stdout.write(`${line}\n`);
  return bad.length > 0 ? 1 : 0;
}
