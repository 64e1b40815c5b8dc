import type { Difference, Proof } from "@/lib/proof";
import type { Paint } from "./colours";

const SIGNS = { holds: ["green", "✓"], fails: ["red", "✕"], "not-applicable": ["dim", "·"] } as const;

function cells(row: Readonly<Record<string, string | null>>): string {
  return Object.entries(row)
    .map(([name, value]) => `${name} ${value ?? "null"}`)
    .join("  ");
}

function evidenceLines({ evidence }: Proof): readonly string[] {
  if (evidence === null) return [];
  if (evidence.kind === "query") {
    const { sql, rows, buffers, words, key } = evidence;
    const growth = `rows ${rows.small} → ${rows.large}, buffers ${buffers.small} → ${buffers.large} (key: ${key})`;
    return [sql, growth, ...(words === "" ? [] : [words])];
  }
  return evidence.tried.flatMap(({ sql, outcome, rows }) => [
    sql,
    `→ ${outcome}`,
    ...rows.map((row) => `  ${cells(row)}`),
  ]);
}

function proofLines(proof: Proof, paint: Paint): readonly string[] {
  const [style, sign] = SIGNS[proof.verdict];
  const lines = proof.verdict === "not-applicable" ? [] : evidenceLines(proof);
  return [`${paint(style, sign)} ${proof.id}: ${proof.why}`, ...lines.map((line) => `    ${paint("dim", line)}`)];
}

/** The proofs as a person reads them in a terminal. */
export function proofsAsText(
  file: string,
  proofs: readonly Proof[],
  differences: readonly Difference[],
  why: string | null,
  paint: Paint,
): string {
  if (why !== null) return `${file}: ${why}\n`;
  const count = (verdict: Proof["verdict"]) => proofs.filter((proof) => proof.verdict === verdict).length;
  const head = `${count("holds")} hold, ${count("fails")} fail, ${count("not-applicable")} cannot be run`;
  return [
    `${paint("bold", head)}  ${paint("dim", file)}`,
    ...proofs.flatMap((proof) => ["", ...proofLines(proof, paint)]),
    ...differences.map(
      ({ id, rule, graded, proved }) =>
        `\n${paint("yellow", "!")} ${id}: the grader says ${graded} (${rule}), PostgreSQL says that it ${proved}. This is a fault of ours: please report it with this file.`,
    ),
    "",
  ].join("\n");
}
