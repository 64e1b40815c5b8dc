import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { command, lines } from "./commands";

const SLOW = 120_000;
const MODEL = "content/scenarios/session-store/answers/7-dbml.txt";

test("one line of JSON for a file, with evidence for each claim", { timeout: SLOW }, () => {
  const { code, out, err } = command("prove", [MODEL, "--json"]);
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(lines(out)).toHaveLength(1);
  const { proofs } = JSON.parse(out);
  for (const proof of proofs) {
    expect(Object.keys(proof)).toEqual(["id", "kind", "claim", "verdict", "why", "evidence"]);
    expect(["holds", "fails", "not-applicable"]).toContain(proof.verdict);
    if (proof.verdict === "not-applicable") continue;
    const { evidence } = proof;
    expect(evidence.sql).not.toBe("");
    if (proof.kind === "invariant") expect(evidence.outcome).toMatch(/^(accepted|ERROR \w{5}: )/);
    else
      expect(evidence).toMatchObject({ rows: { small: expect.any(Number) }, buffers: { large: expect.any(Number) } });
  }
});

test("a design for another store is said to be none, and that is no failure", { timeout: SLOW }, () => {
  const { code, out } = command("prove", ["content/scenarios/auction/mistakes/constraints-unique.email-document.txt"]);
  expect(code).toBe(0);
  expect(out).toContain("Only relational designs run on a PostgreSQL");
});

test("what the run goes without is told on standard error, with its place", { timeout: SLOW }, () => {
  const folder = mkdtempSync(join(tmpdir(), "cardinality-prove-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "without-a-key.txt");
  const design = "items: id, title\nauctions: id (PK), item_id (FK -> items.id)\n";
  writeFileSync(file, `---\nscenario: auction\nstore: PostgreSQL\n---\n${design}`);
  const { code, out, err } = command("prove", [file, "--json"]);
  expect(code).toBe(0);
  expect(lines(out)).toHaveLength(1);
  expect(err).toBe(
    `${file}:6:29: the reference auctions(item_id) -> items(id) is left out of the run: what it points at is not unique\n`,
  );
});

test("no such file is one line on standard error", { timeout: SLOW }, () => {
  const { code, err } = command("prove", ["nowhere.txt"]);
  expect(code).toBe(2);
  expect(lines(err)).toHaveLength(1);
});
