import type { Finding, Report, RuleId } from "@/lib/rubric";
import type { Evidence, Question } from "./drill";
import type { Graded, Model } from "./model";
import type { Draft } from "./operator";

/** What may become an option. */
export interface Candidate {
  readonly text: string;
  readonly evidence: Evidence;
}

/** A question that a flawed sheet allows, before anything is left out. */
export interface Ask {
  readonly question: Question;
  readonly asks: string;
  readonly candidates: readonly Candidate[];
  /** What the grader says of a candidate. */
  readonly isRight: (evidence: Evidence) => boolean;
  /** The finding that the drill is about: what it teaches, and its explanation. */
  readonly about: (right: Candidate) => Finding | null;
}

export type Asker = (model: Model, draft: Draft, graded: Graded) => readonly Ask[];

export const PATTERN_RULES: readonly RuleId[] = ["indexes/unserved", "key-value/not-a-lookup", "wide-column/filtering"];

export const unmet = ({ findings }: Report): readonly Finding[] => findings.filter(({ verdict }) => verdict !== "met");

function isSaid({ rule, subject, at }: Finding, evidence: Evidence): boolean {
  switch (evidence.kind) {
    case "pattern":
      return PATTERN_RULES.includes(rule) && subject === evidence.id;
    case "finding":
      return evidence.rules.includes(rule) && subject === evidence.subject;
    case "within":
      return evidence.rules.includes(rule) && at !== null && at.start >= evidence.start && at.start < evidence.end;
    case "line":
      return at?.line === evidence.line;
    case "sheet":
      return false;
  }
}

/** What the report says is not so about a piece of evidence, what costs most first. */
export function flawsAt(report: Report, evidence: Evidence): readonly Finding[] {
  const said = unmet(report).filter((finding) => isSaid(finding, evidence));
  return said.toSorted((a, b) => b.possible - b.points - (a.possible - a.points));
}

/** True where the report finds something wrong there. */
export function isFlawed(report: Report, evidence: Evidence): boolean {
  if (evidence.kind === "pattern")
    return report.patterns.some(({ id, verdict }) => id === evidence.id && verdict !== "served");
  return flawsAt(report, evidence).length > 0;
}

/** What is right about a piece of evidence, as the report says it. */
export function praiseOf(report: Report, evidence: Evidence): Finding | null {
  return report.findings.find((finding) => finding.verdict === "met" && isSaid(finding, evidence)) ?? null;
}

/** A question whose right answer is where the flaw is. */
export function whereFlawed(
  { report }: Graded,
  question: Question,
  asks: string,
  candidates: readonly Candidate[],
): Ask {
  return {
    question,
    asks,
    candidates,
    isRight: (evidence) => isFlawed(report, evidence),
    about: ({ evidence }) => flawsAt(report, evidence)[0] ?? null,
  };
}
