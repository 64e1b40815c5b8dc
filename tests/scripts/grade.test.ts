import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { command, lines } from "./commands";

const ANSWERS = "content/scenarios/auction/answers";
const MISTAKES = "content/scenarios/auction/mistakes";
const KEYS = [
  "file",
  "scenario",
  "level",
  "store",
  "score",
  "signal",
  "dimensions",
  "findings",
  "patterns",
  "alignment",
  "diagnostics",
];
const FINDING_KEYS = ["rule", "dimension", "verdict", "subject", "message", "fix", "points", "possible", "at", "cards"];

const [best = ""] = readdirSync(ANSWERS)
  .sort()
  .map((name) => `${ANSWERS}/${name}`);
const [flawed = ""] = readdirSync(MISTAKES)
  .sort()
  .map((name) => `${MISTAKES}/${name}`);

describe("grade", () => {
  let folder: string;
  const file = (name: string, text: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "cardinality-grade-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("--json prints one object a line with the contract's keys, and nothing else", () => {
    const { code, out, err } = command("grade", [best, flawed, "--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const reports = lines(out).map((line) => JSON.parse(line));
    expect(reports.map((report) => report.file)).toEqual([best, flawed]);
    for (const report of reports) {
      expect(Object.keys(report)).toEqual(KEYS);
      for (const finding of report.findings) expect(Object.keys(finding)).toEqual(FINDING_KEYS);
    }
  });

  test("a model answer scores 95 or more", () => {
    const report = JSON.parse(command("grade", [best, "--json"]).out);
    expect(report.score).toBeGreaterThanOrEqual(95);
    expect(report.signal).toBe("strong-hire");
  });

  test("without --json it is readable, links into the file, and has no colours in a pipe", () => {
    const { code, out } = command("grade", [flawed]);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ · (strong-hire|hire|lean-hire|no-hire)/);
    expect(out).toContain(`${flawed}:`);
    expect(out).not.toContain("\u001b");
  });

  test("a broken design is a low score with diagnostics, never a crash", () => {
    const noise = `---\nscenario: auction\n---\n${"users: id (PK), [{ ((\n\u0000 -> ;;".repeat(2000)}`;
    const { code, out, err } = command("grade", [file("noise.txt", noise), "--json"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const report = JSON.parse(out);
    expect(report.score).toBeLessThan(50);
    expect(report.diagnostics.length).toBeGreaterThan(0);
  });

  const REFUSED: readonly (readonly [what: string, path: () => string, says: RegExp])[] = [
    ["a file that is not there", () => join(folder, "nowhere.txt"), /nowhere\.txt: no such file$/],
    ["a folder", () => folder, /a folder, not a file$/],
    [
      "bytes that are no text",
      () => file("bytes.txt", Uint8Array.of(0xff, 0xfe, 0x80)),
      /bytes\.txt: not a text in UTF-8$/,
    ],
    ["an empty file", () => file("empty.txt", ""), /empty\.txt:1:1: no scenario is named/],
    [
      "an unknown scenario",
      () => file("unknown.txt", "---\nlevel: mid\nscenario: acution\n---\n"),
      /unknown\.txt:3:11: unknown scenario "acution"; there are auction, /,
    ],
    ["1 MB of noise", () => file("mega.txt", "x¬ß((\n".repeat(150_000)), /mega\.txt:1:1: no scenario is named/],
  ];

  test("each file that cannot be graded is one line that says what and where, and the exit status is 2", () => {
    const { code, out, err } = command("grade", [...REFUSED.map(([, path]) => path()), "--json"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    const said = lines(err);
    expect(said).toHaveLength(REFUSED.length);
    for (const [index, [what, , says]] of REFUSED.entries()) expect(said[index], what).toMatch(says);
  });

  test.each([
    ["no file", [], /no file named/],
    ["a wrong flag", [best, "--jsno"], /^--jsno: unknown flag/],
  ])("%s: exit 2, and one line that says what", (_, args, says) => {
    const { code, out, err } = command("grade", args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(lines(err)).toHaveLength(1);
    expect(err.trim()).toMatch(says);
  });

  test("a bad file among good ones: the good ones are graded, the exit status says that one was not", () => {
    const { code, out, err } = command("grade", [best, join(folder, "nowhere.txt"), flawed, "--json"]);
    expect(code).toBe(2);
    expect(lines(out)).toHaveLength(2);
    expect(lines(err)).toHaveLength(1);
  });

  test("a file is looked for where the person stands", () => {
    file("here.txt", "---\nscenario: auction\n---\n");
    expect(command("grade", ["here.txt", "--json"], { INIT_CWD: folder }).code).toBe(0);
  });
});
