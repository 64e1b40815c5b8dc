import { expect, test } from "vitest";
import { readSheet } from "@/lib/notation";
import { gradeSheet } from "@/lib/practice";
import { Bench, differences, type Proof, runProofs } from "@/lib/proof";
import { findBundle } from "@/lib/scenario/load";
import { aDatabase, SLOW } from "./support/database";
import { planText, sheet } from "./support/prove";

const db = aDatabase();
const bench = new Bench(db);

/** The rows alone: the queries are nothing that these tests are about. */
async function prove(text: string) {
  const plan = planText(text);
  const proofs = await runProofs({ ...plan, tables: [], probes: [] }, db, bench);
  const scenario = findBundle(readSheet(text).value.decisions.scenario?.value ?? "")?.scenario;
  if (!scenario) throw new Error("the sheet names its scenario");
  const { findings } = gradeSheet({ text, scenario, teaches: new Map() });
  const different = (all: readonly Proof[]) => differences(all, findings, scenario).map(({ id }) => id);
  return { plan, proofs, different, of: (id: string) => proofs.find((proof) => proof.id === id) };
}

const ITEM = "auction-has-item";

test("a reference to what has no key is left out, and the proof says so", { timeout: SLOW }, async () => {
  const { plan, proofs, different, of } = await prove(sheet("auction/mistakes/keys-missing.item"));
  expect(plan.gaps).toMatchObject([
    { what: "the reference auctions(item_id) -> items(id)", why: "what it points at is not unique" },
  ]);
  expect(of(ITEM)).toMatchObject({ verdict: "fails", gap: "what it points at is not unique" });
  expect(of(ITEM)?.why).toContain("makes no reference of what the design writes");
  expect(different(proofs)).toEqual([]);
  /** It is the gap that explains it, and nothing else. */
  expect(different(proofs.map((proof) => ({ ...proof, gap: null })))).toEqual([ITEM]);
});

test("a reference between two types is left out, and the grader says why", { timeout: SLOW }, async () => {
  const { plan, proofs, different, of } = await prove(sheet("auction/mistakes/relationships-type-mismatch.item"));
  expect(plan.gaps.map(({ why }) => why)).toEqual(["the types differ"]);
  expect(of(ITEM)).toMatchObject({ verdict: "fails", gap: "the types differ" });
  expect(different(proofs)).toEqual([]);
});

test("a check and an index that PostgreSQL cannot keep are told of with their places", () => {
  const odd = "check items(somehow(title) ~> 3)\nindex items(title) using fulltext\n";
  const text = `${sheet("auction/answers/1-relational-surrogate")}\n${odd}`;
  const { gaps } = planText(text);
  expect(gaps.map(({ what, why }) => `${what}: ${why}`)).toEqual([
    "the check somehow(title) ~> 3 of items: PostgreSQL cannot hold this check",
    "the index items(title) using fulltext: PostgreSQL cannot keep this index",
  ]);
  for (const { span } of gaps) expect(odd).toContain(text.slice(span.start, span.end));
});

test("of a sound design nothing is left out", () => {
  expect(planText(sheet("auction/answers/1-relational-surrogate")).gaps).toEqual([]);
});
