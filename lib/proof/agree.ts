import type { Finding } from "@/lib/rubric";
import { findInvariant, type Scenario } from "@/lib/scenario";
import type { Proof } from "./proof";

/** Where the grader and PostgreSQL say different things: a fault of ours, to be told of with its case. */
export interface Difference {
  readonly id: string;
  readonly kind: Proof["kind"];
  /** What the grader said: the rule holds or not. */
  readonly graded: "met" | "missed";
  readonly proved: "holds" | "fails";
  readonly rule: string;
  readonly why: string;
}

const ENDS = [
  "relationships/missing",
  "relationships/dangling",
  "relationships/wrong-side",
  "relationships/type-mismatch",
];

/** The findings that speak of what a proof shows. */
function findingsFor(proof: Proof, findings: readonly Finding[], scenario: Scenario): readonly Finding[] {
  if (proof.kind === "pattern")
    return findings.filter(({ rule, subject }) => rule === "indexes/unserved" && subject === proof.id);
  const invariant = findInvariant(scenario, proof.id);
  if (invariant?.kind === "reference")
    return findings.filter(({ rule, subject }) => ENDS.includes(rule) && subject === invariant.relation);
  return findings.filter(({ rule, subject }) => rule === `constraints/${invariant?.kind}` && subject === proof.id);
}

/** Each proof that contradicts what was graded. What either does not speak of is no contradiction. */
export function differences(
  proofs: readonly Proof[],
  findings: readonly Finding[],
  scenario: Scenario,
): readonly Difference[] {
  return proofs.flatMap((proof): Difference[] => {
    if (proof.verdict === "not-applicable") return [];
    const told = findingsFor(proof, findings, scenario);
    const bad = told.find(({ verdict }) => verdict !== "met");
    const graded = bad ? "missed" : "met";
    const first = bad ?? told[0];
    /** A reference that PostgreSQL cannot make is told of with its cause: the key that the other end lacks. */
    if (proof.gap !== null && graded === "met") return [];
    if (!first || (graded === "met") === (proof.verdict === "holds")) return [];
    return [{ id: proof.id, kind: proof.kind, graded, proved: proof.verdict, rule: first.rule, why: proof.why }];
  });
}
