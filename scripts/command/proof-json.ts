import type { Difference, Proof } from "@/lib/proof";

/** The statement that tells most: the first that went wrong, else the first. */
function evidenceJson({ evidence }: Proof) {
  if (evidence === null) return null;
  if (evidence.kind === "query") {
    const { sql, rows, buffers, plan, key, by, words, found } = evidence;
    return { sql, rows, buffers, plan, key, by, words, found };
  }
  const told = evidence.tried.find(({ good }) => !good) ?? evidence.tried[0];
  const tried = evidence.tried.map(({ what, sql, outcome, rows }) => ({ what, sql, outcome, rows }));
  return { sql: told?.sql ?? "", outcome: told?.outcome ?? "", tried };
}

/** One line of JSON for one file, as ANSWER.md has it. `why`: why nothing was run, where nothing was. */
export function proofsAsJson(
  file: string,
  proofs: readonly Proof[],
  differences: readonly Difference[],
  why: string | null,
): string {
  return JSON.stringify({
    file,
    ...(why === null ? {} : { why }),
    proofs: proofs.map((proof) => ({
      id: proof.id,
      kind: proof.kind,
      claim: proof.claim,
      verdict: proof.verdict,
      why: proof.why,
      evidence: evidenceJson(proof),
    })),
    differences,
  });
}
