import type { Bench, ProbeResult } from "./bench";
import type { Database } from "./database";
import type { ProofPlan } from "./plan";
import type { Answered, Proof } from "./proof";
import { type AttackResult, runSum, runTruth } from "./truth";

/** How far a run is: `step` of `of`, and what it is at. */
export interface Progress {
  readonly step: number;
  readonly of: number;
  readonly at: string;
}

export interface Listener {
  readonly progress?: (progress: Progress) => void;
  /** A verdict as soon as it is known. */
  readonly proof?: (proof: Proof) => void;
}

type Claim = ProofPlan["claims"][number];

function unproved(claim: Claim, why: string): Proof {
  return { ...claim, verdict: "not-applicable", why, evidence: null, gap: null };
}

function attackProof(claim: Claim, result: AttackResult): Proof {
  if (result.tried === null) return unproved(claim, result.why);
  const { gap } = result.attack;
  const evidence = { kind: "attack" as const, tried: result.tried };
  const bad = result.tried.find(({ good }) => !good);
  if (result.verdict === "holds")
    return { ...claim, verdict: "holds", why: "PostgreSQL refused each bad row, for the right reason.", evidence, gap };
  if (result.verdict === "unclear") {
    const why = `PostgreSQL refused ${bad?.what ?? "the row"}, but for another reason: ${bad?.outcome ?? ""}`;
    return { ...claim, verdict: "not-applicable", why, evidence, gap };
  }
  const why =
    bad?.outcome === "accepted"
      ? `PostgreSQL took ${bad.what}.`
      : `PostgreSQL refused ${bad?.what ?? "a sound row"}, which is allowed.`;
  return {
    ...claim,
    verdict: "fails",
    why: gap === null ? why : `${why} It makes no reference of what the design writes: ${gap}.`,
    evidence,
    gap,
  };
}

function sumProof(claim: Claim, answered: Answered): Proof {
  const why = answered.good ? "The sum is right." : `PostgreSQL adds ${answered.what} up to ${answered.outcome}.`;
  const evidence = { kind: "attack" as const, tried: [answered] };
  return { ...claim, verdict: answered.good ? "holds" : "fails", why, evidence, gap: null };
}

/** A pattern holds where each of its steps does; the first that fails is shown. */
function patternProof(claim: Claim, results: readonly ProbeResult[], why: string | null): Proof {
  const ran = results.flatMap((result) => (result.served === null ? [] : [result]));
  const failed = ran.find(({ served }) => !served);
  const last = failed ?? ran.at(-1);
  const unrun = results.find((result) => result.served === null);
  if (!last) return unproved(claim, why ?? (unrun && "why" in unrun ? unrun.why : "there is nothing to ask"));
  if (!failed && (why !== null || unrun)) return unproved(claim, why ?? (unrun && "why" in unrun ? unrun.why : ""));
  const { evidence } = last;
  const times = `${evidence.rows.small.toLocaleString("en-US")} and ${evidence.rows.large.toLocaleString("en-US")} rows`;
  const told = failed
    ? `It touches ${times} at the two sizes: the work grows with the table.`
    : `It touches ${times} at the two sizes: the work does not grow with the table.`;
  return { ...claim, verdict: failed ? "fails" : "holds", why: told, evidence, gap: null };
}

/**
 * Runs a plan on a PostgreSQL. One bench serves many plans: what did not change is kept. Rejects where PostgreSQL itself fails; what it
 * merely refuses is in the proofs.
 */
export async function runProofs(
  plan: ProofPlan,
  db: Database,
  bench: Bench,
  listener: Listener = {},
): Promise<readonly Proof[]> {
  const of = plan.tables.length + plan.probes.length + plan.truth.attacks.length;
  let step = 0;
  const told = (at: string) => listener.progress?.({ step: step++, of, at });
  const proofs = new Map<string, Proof>();
  const add = (proof: Proof) => {
    proofs.set(proof.id, proof);
    listener.proof?.(proof);
  };
  const reason = (id: string) => plan.unrunnable.find((one) => one.id === id)?.why ?? null;
  const claimOf = (id: string) => plan.claims.find((claim) => claim.id === id);
  told("the tables");
  await runTruth(db, plan.truth, (result) => {
    const claim = claimOf(result.attack.invariant);
    if (claim) add(attackProof(claim, result));
    told(claim?.claim ?? "");
  });
  for (const sum of plan.truth.sums) {
    const claim = claimOf(sum.id);
    if (claim) add(sumProof(claim, await runSum(db, sum)));
  }
  await bench.prepare(plan, (table) => told(table));
  for (const claim of plan.claims.filter(({ kind }) => kind === "pattern")) {
    const results: ProbeResult[] = [];
    for (const probe of plan.probes.filter(({ pattern }) => pattern === claim.id)) {
      told(claim.claim);
      results.push(await bench.run(probe, plan));
    }
    add(patternProof(claim, results, reason(claim.id)));
  }
  for (const claim of plan.claims)
    if (!proofs.has(claim.id)) add(unproved(claim, reason(claim.id) ?? "nothing can be run"));
  return plan.claims.flatMap(({ id }) => proofs.get(id) ?? []);
}
