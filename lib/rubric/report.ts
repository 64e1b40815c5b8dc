import type { Level, StoreChoice } from "@/lib/design";
import type { Severity } from "@/lib/diagnostics";
import type { AdviceTopic } from "./advice";
import type { Dimension, RuleId } from "./ids";
import type { Verdict } from "./rule";

export const SIGNALS = ["strong-hire", "hire", "lean-hire", "no-hire"] as const;
export type Signal = (typeof SIGNALS)[number];

/** A place in the candidate's own text: position from 1, offsets as in `Span`, and the text itself (one line, cut at 120). */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Finding {
  readonly rule: RuleId;
  readonly dimension: Dimension;
  readonly verdict: Verdict;
  readonly subject: string;
  readonly message: string;
  readonly fix: string;
  /** Earned of possible, in weight units; what a dimension's bar adds up. */
  readonly points: number;
  readonly possible: number;
  readonly at: TextPlace | null;
  /** Words of the brief, exactly as they stand there. */
  readonly brief: string | null;
  /** Ids of the flashcards that teach it. */
  readonly cards: readonly string[];
}

export interface PatternResult {
  readonly id: string;
  readonly verdict: "served" | "partly" | "unserved";
  /** The key or index that serves it, as the candidate wrote it; empty where none does. */
  readonly by: string;
  readonly why: string;
}

/** How the candidate's names were understood. */
export interface AlignmentLine {
  readonly entity: string;
  readonly as: readonly string[];
  readonly how: string;
}

/** A remark beside the score: what an interviewer might ask next. */
export interface ReportAdvice {
  readonly topic: AdviceTopic;
  readonly message: string;
  readonly at: TextPlace | null;
}

export interface ReportDiagnostic {
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** All that the grader says about one answer. Plain JSON: saved with the attempt, printed by the command line. */
export interface Report {
  readonly scenario: string;
  readonly level: Level;
  readonly store: StoreChoice | null;
  /** 0–100, a whole number. */
  readonly score: number;
  readonly signal: Signal;
  readonly dimensions: Readonly<Partial<Record<Dimension, { readonly earned: number; readonly possible: number }>>>;
  readonly findings: readonly Finding[];
  readonly patterns: readonly PatternResult[];
  readonly alignment: readonly AlignmentLine[];
  readonly diagnostics: readonly ReportDiagnostic[];
  /** Costs nothing. Absent in reports that were saved before there was any. */
  readonly advice?: readonly ReportAdvice[];
}
