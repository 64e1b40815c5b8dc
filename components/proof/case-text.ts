import type { Difference, Proof } from "@/lib/proof";
import type { Subject } from "./protocol";

/** What was tried, as lines. */
function evidenceText({ evidence }: Proof): string {
  if (!evidence) return "";
  if (evidence.kind === "attack")
    return evidence.tried.map((one) => `${one.what}\n${one.sql}\n=> ${one.outcome}`).join("\n\n");
  const { sql, key, rows, buffers, plan } = evidence;
  return `${sql}\nkey: ${key}; rows ${rows.small}, ${rows.large}; blocks ${buffers.small}, ${buffers.large}\n${plan}`;
}

/** A case where the grader and PostgreSQL differ, whole: what somebody needs to see it again. */
export function caseText({ text, scenario, questions }: Subject, difference: Difference, proof: Proof | null): string {
  return [
    `Scenario: ${scenario.slug}`,
    `${difference.kind}: ${difference.id}`,
    `The grader (${difference.rule}): ${difference.graded}`,
    `PostgreSQL: ${difference.proved}. ${difference.why}`,
    "",
    proof ? evidenceText(proof) : "",
    "",
    "The answer:",
    text.trimEnd(),
    ...(questions === "" ? [] : ["", "Questions besides:", questions]),
    "",
  ].join("\n");
}
