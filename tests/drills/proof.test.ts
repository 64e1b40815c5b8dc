import { expect, test } from "vitest";
import { type Drill, type DrillOption, drillsOf } from "@/lib/drills";
import { Bench, type Proof } from "@/lib/proof";
import type { Scenario } from "@/lib/scenario";
import { loadScenarios } from "@/lib/scenario/load";
import { aDatabase, SLOW } from "../proof/support/database";
import { proveText } from "../proof/support/prove";

const db = aDatabase();
const bench = new Bench(db);

const SCENARIOS = ["auction", "news-feed", "product-catalog"];
const EACH = 1;

const isProvable = ({ question, text }: Drill) =>
  ["slow", "bad-row"].includes(question) && text.includes("store: PostgreSQL\n");

/** A few of each question, far apart in the list. */
function sample(drills: readonly Drill[]): readonly Drill[] {
  return ["slow", "bad-row"].flatMap((question) => {
    const own = drills.filter((one) => one.question === question && isProvable(one));
    return Array.from({ length: EACH }, (_, i) => own[Math.floor(((i + 0.5) * own.length) / EACH)] ?? []).flat();
  });
}

/** The proof that speaks of an option: of the pattern, or of the invariant that its bad row breaks. */
function proofOf(proofs: readonly Proof[], { invariants }: Scenario, { evidence }: DrillOption): Proof | undefined {
  const { kind } = evidence;
  if (kind !== "pattern" && kind !== "finding") return undefined;
  const subject = kind === "pattern" ? evidence.id : evidence.subject;
  const relation = invariants.find((one) => one.kind === "reference" && one.relation === subject);
  return proofs.find(({ id }) => id === (relation?.id ?? subject));
}

const CASES = loadScenarios()
  .filter(({ scenario }) => SCENARIOS.includes(scenario.slug))
  .flatMap(({ scenario, answers }) =>
    sample(drillsOf(scenario, answers.slice(0, 3))).map((drill) => [drill.id, drill, scenario] as const),
  );

test.each(CASES)("on a real PostgreSQL: %s", { timeout: SLOW }, async (_, drill, scenario) => {
  const { proofs } = await proveText(drill.text, db, bench);
  const shown = drill.options.flatMap((option) => {
    const proof = proofOf(proofs, scenario, option);
    return proof && proof.verdict !== "not-applicable" ? [{ option, proof }] : [];
  });
  expect(shown.length).toBeGreaterThanOrEqual(2);
  const said = shown.map(({ option, proof }) => `${option.text}: ${proof.verdict}`);
  expect(said).toEqual(shown.map(({ option }) => `${option.text}: ${option.right ? "fails" : "holds"}`));
});
