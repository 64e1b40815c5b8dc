import { readFileSync } from "node:fs";
import { readSheet } from "@/lib/notation";
import { gradeSheet } from "@/lib/practice";
import {
  type Bench,
  BROWSER_SIZES,
  type Database,
  differences,
  type Proof,
  type ProofPlan,
  planAnswer,
  runProofs,
} from "@/lib/proof";
import type { Scenario } from "@/lib/scenario";
import { findBundle } from "@/lib/scenario/load";

export interface Proved {
  readonly plan: ProofPlan;
  readonly proofs: readonly Proof[];
  readonly of: (id: string) => Proof;
  /** `id: graded, proved` of each thing that the grader and PostgreSQL say differently. */
  readonly different: readonly string[];
}

function scenarioNamed(slug: string): Scenario {
  const bundle = findBundle(slug);
  if (!bundle) throw new Error(`there is no scenario ${slug}`);
  return bundle.scenario;
}

export function planText(text: string): ProofPlan {
  const { value: answer } = readSheet(text);
  const plan = planAnswer({
    answer,
    scenario: scenarioNamed(answer.decisions.scenario?.value ?? ""),
    sizes: BROWSER_SIZES,
  });
  if (typeof plan === "string") throw new Error(plan);
  return plan;
}

/** Runs a sheet's proofs on a database. */
export async function proveText(text: string, db: Database, bench: Bench): Promise<Proved> {
  const plan = planText(text);
  const scenario = scenarioNamed(readSheet(text).value.decisions.scenario?.value ?? "");
  const proofs = await runProofs(plan, db, bench);
  const { findings } = gradeSheet({ text, scenario, teaches: new Map() });
  return {
    plan,
    proofs,
    of: (id) => {
      const found = proofs.find((proof) => proof.id === id);
      if (!found) throw new Error(`nothing is proved about ${id}`);
      return found;
    },
    different: differences(proofs, findings, scenario).map(({ id, graded, proved }) => `${id}: ${graded}, ${proved}`),
  };
}

export const sheet = (path: string): string => readFileSync(`content/scenarios/${path}.txt`, "utf8");
