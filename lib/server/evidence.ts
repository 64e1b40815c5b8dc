import { type EvidenceSums, evidenceOf, type ItemName, readDrillRef } from "@/lib/practice";
import type { Report, RuleId, Verdict } from "@/lib/rubric";
import { cardsById } from "./content";
import type { Transaction } from "./database";

/** A piece of evidence of a rule. */
export interface EvidenceChange {
  readonly rule: string;
  readonly source: "attempt" | "drill" | "card";
  readonly sums: EvidenceSums;
  readonly at: number;
}

export async function addEvidence(
  tx: Transaction,
  personId: string,
  changes: readonly EvidenceChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(() => "(?, ?, ?, ?, ?, ?, ?, ?)").join(", ");
  const values = changes.flatMap(({ rule, source, sums, at }) => {
    const { seen, kept, weight, keptWeight } = sums;
    return [personId, rule, source, seen, kept, weight, keptWeight, at];
  });
  await tx.$executeRawUnsafe(
    `INSERT INTO "Evidence" ("personId", "rule", "source", "seen", "kept", "weight", "keptWeight", "lastAt") VALUES ${rows} ${SUM_OF_BOTH}`,
    ...values,
  );
}

/** How what is known already and what comes are one. */
export const SUM_OF_BOTH = `ON CONFLICT ("personId", "rule", "source") DO UPDATE SET "seen" = "seen" + excluded."seen", "kept" = "kept" + excluded."kept",
"weight" = "weight" + excluded."weight", "keptWeight" = "keptWeight" + excluded."keptWeight", "lastAt" = max("lastAt", excluded."lastAt")`;

/** Takes back what was added; when it was last seen stays as it is. */
export async function takeEvidence(
  tx: Transaction,
  personId: string,
  changes: readonly EvidenceChange[],
): Promise<void> {
  for (const { rule, source, sums } of changes) {
    const { seen, kept, weight, keptWeight } = sums;
    await tx.$executeRawUnsafe(TAKE_EVIDENCE, seen, kept, weight, keptWeight, personId, rule, source);
  }
}

const TAKE_EVIDENCE = `UPDATE "Evidence" SET "seen" = "seen" - ?, "kept" = "kept" - ?, "weight" = "weight" - ?, "keptWeight" = "keptWeight" - ?
WHERE "personId" = ? AND "rule" = ? AND "source" = ?`;

/** What a rating says of the rules that its card or drill is about. */
export function evidenceOfRating({ kind, ref }: ItemName, rating: number, at: number): readonly EvidenceChange[] {
  // Hard is half: it was remembered, and hardly.
  const kept = rating === 1 ? 0 : rating === 2 ? 0.5 : 1;
  if (kind === "drill") {
    return [{ rule: readDrillRef(ref).rule, source: "drill", sums: evidenceOf("drill", kept, at), at }];
  }
  const rules = kind === "card" ? (cardsById().get(ref)?.card.rules ?? []) : [];
  return rules.map((rule) => ({ rule, source: "card", sums: evidenceOf("card", kept, at), at }));
}

const KEPT: Readonly<Record<Verdict, 0 | 0.5 | 1>> = { met: 1, partial: 0.5, missed: 0, violated: 0 };

/** One piece of evidence for each rule: its findings taken together, the worst of them speaking where they differ. */
export function evidenceOfReport({ findings }: Pick<Report, "findings">, at: number) {
  const worst = new Map<RuleId, 0 | 0.5 | 1>();
  for (const { rule, verdict } of findings) {
    const known = worst.get(rule);
    if (known === undefined || KEPT[verdict] < known) worst.set(rule, KEPT[verdict]);
  }
  return [...worst].map(([rule, kept]) => ({
    rule,
    source: "attempt" as const,
    sums: evidenceOf("attempt", kept, at),
    at,
  }));
}
