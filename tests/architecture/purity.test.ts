import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSandbox, type Sandbox } from "./sandbox";

const CLOCK = "Pure code has no clock";
const CHANCE = "Pure code has no chance";
const PURE = "lib/rubric";

/** A file, and what the linter must say about it; null: nothing. */
const CASES: readonly (readonly [file: string, text: string, says: string | null])[] = [
  [`${PURE}/date-now.ts`, "export const a = Date.now();", CLOCK],
  [`${PURE}/new-date.ts`, "export const a = new Date();", CLOCK],
  [`${PURE}/bare-date.ts`, "export const a = new Date;", CLOCK],
  [`${PURE}/called-date.ts`, "export const a = Date();", CLOCK],
  [`${PURE}/taken-now.ts`, "export const { now } = Date;", CLOCK],
  [`${PURE}/performance.ts`, "export const a = performance.now();", CLOCK],
  [`${PURE}/computed-now.ts`, 'export const a = Date["now"]();', "useLiteralKeys"],
  [`${PURE}/random.ts`, "export const a = Math.random();", CHANCE],
  [`${PURE}/taken-random.ts`, "export const { random, floor } = Math;", CHANCE],
  [`${PURE}/uuid.ts`, "export const a = crypto.randomUUID();", "noRestrictedGlobals"],
  [`${PURE}/environment.ts`, "export const a = process.env.HOME;", "noRestrictedGlobals"],
  [`${PURE}/global.ts`, "export const a = globalThis.Date;", "noRestrictedGlobals"],
  [`${PURE}/waits.ts`, "setTimeout(() => {}, 1);", "noRestrictedGlobals"],
  [`${PURE}/fetches.ts`, 'export const a = fetch("/");', "noRestrictedGlobals"],
  [`${PURE}/browser.ts`, "export const a = document.title;", "noRestrictedGlobals"],
  [`${PURE}/file-system.ts`, 'export { readFileSync } from "node:fs";', "noNodejsModules"],
  [`${PURE}/prints.ts`, 'console.log("x");', "noConsole"],
  [`${PURE}/any.ts`, "export const a = (b: any) => b;", "noExplicitAny"],
  [`${PURE}/bang.ts`, "export const a = (b: string | null) => b!.length;", "noNonNullAssertion"],
  [`${PURE}/default.ts`, "export default 5;", "noDefaultExport"],
  [`${PURE}/CamelCase.ts`, "export const a = 1;", "useFilenamingConvention"],
  // The graph of imports does not see this form (graph.test.ts); `export { type A } from` it does.
  [`${PURE}/exports.ts`, 'export type { A } from "./any";', "useExportType"],
  ["lib/scenario/clock.ts", "export const a = Date.now();", CLOCK],
  ["components/prints.tsx", 'console.log("x");', "noConsole"],
  ["components/picture.tsx", 'export const A = () => <div><input aria-label="a" autoFocus /></div>;', "noAutofocus"],
  [`${PURE}/given-date.ts`, "export const a = (now: number) => new Date(now).getUTCDay();", null],
  [`${PURE}/arithmetic.ts`, "export const a = Math.max(1, 2);", null],
  ["lib/server/clock.ts", "export const a = Date.now();", null],
  ["lib/scenario/load.ts", 'export { readFileSync } from "node:fs";', null],
  ["app/practice/page.tsx", "export default function Page() { return null; }", null],
  ["scripts/say.ts", 'console.log("x");', null],
];

interface Remark {
  readonly category: string;
  readonly message: string;
  readonly severity: string;
  readonly location: { readonly path: string };
}

describe("pure rooms have neither clock nor chance nor machine", () => {
  let sandbox: Sandbox;
  let remarks: readonly Remark[];

  beforeAll(() => {
    sandbox = makeSandbox();
    for (const [file, text] of CASES) sandbox.write(file, `${text}\n`);
    const args = [
      "lint",
      "--vcs-enabled=false",
      "--reporter=json",
      "--max-diagnostics=none",
      "lib",
      "components",
      "app",
      "scripts",
    ];
    remarks = JSON.parse(sandbox.run("@biomejs/biome", "biome", args)).diagnostics;
  });
  afterAll(() => sandbox.remove());

  test.each(CASES)("%s: %s", (file, _, says) => {
    const errors = remarks.filter(({ severity, location }) => severity === "error" && location.path === file);
    const words = errors.map(({ category, message }) => `${category} ${message}`);
    if (says === null) expect(words).toEqual([]);
    else expect(words.join("\n")).toContain(says);
  });
});
