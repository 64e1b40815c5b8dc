import type { Finding } from "@/lib/rubric";
import { type Asker, type Candidate, flawsAt, whereFlawed } from "../ask";
import type { Graded, Model } from "../model";

const LONGEST = 120;

/** Lines that hold something: no fences, no brackets alone, no comments, no head of what stands below it. */
const EMPTY = /^\s*($|[)\]}]|--|#|\/\/|---$|create table [^(]*\($|table .*\{$|(indexes|checks) \{$|[^=]*:$|==)/i;

function bodyLines({ lines }: Graded): readonly number[] {
  const end = lines.indexOf("---", 1);
  return lines.flatMap((line, i) => (i > end && !EMPTY.test(line) && line.length <= LONGEST ? [i + 1] : []));
}

/** The one line that differs, from 1; null where more do, or lines came or went. */
function changedLine(before: readonly string[], after: readonly string[]): number | null {
  if (before.length !== after.length) return null;
  const different = after.flatMap((line, i) => (line === before[i] ? [] : [i + 1]));
  return different.length === 1 ? (different[0] ?? null) : null;
}

/** What goes wrong, in general. */
function symptom({ rule, verdict }: Finding): string {
  if (rule === "constraints/unique" && verdict === "violated") return "A row that the brief allows is refused.";
  if (rule.startsWith("constraints/") || rule === "relationships/missing")
    return "A row that the brief forbids gets in.";
  if (/unserved|lookup|filtering/.test(rule)) return "A question of the brief is slow.";
  if (rule.startsWith("keys/")) return "Rows get into each other's way.";
  if (rule === "normalization/duplicate-fact") return "A fact is kept twice.";
  if (rule === "indexes/redundant" || rule === "indexes/unused") return "An index earns nothing here.";
  if (rule.startsWith("scale/")) return "The writes all fall on one place.";
  return rule === "key-value/no-expiry" ? "Something is kept for too long." : "Something grows without end.";
}

/** The flaw's own line, where it is on one line and the grader points at it. */
export const askLine: Asker = (model: Model, { operator }, graded) => {
  if (operator === "drop-attribute") return [];
  const changed = changedLine(model.lines, graded.lines);
  if (changed === null) return [];
  const [flaw] = flawsAt(graded.report, { kind: "line", line: changed });
  if (!flaw || flaw.rule.startsWith("entities/")) return [];
  const candidates = bodyLines(graded).map(
    (line): Candidate => ({
      text: `${line}: ${(graded.lines[line - 1] ?? "").trim().replace(/,$/, "")}`,
      evidence: { kind: "line", line },
    }),
  );
  return [whereFlawed(graded, "line", `${symptom(flaw)} Which line would you change?`, candidates)];
};
