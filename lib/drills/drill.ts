import type { RuleId } from "@/lib/rubric";

/** What is asked of a sheet with one flaw in it. */
export const QUESTIONS = [
  "slow",
  "bad-row",
  "kept-out",
  "refused",
  "same-key",
  "missing",
  "twice",
  "all-writes",
  "grows",
  "stays",
  "line",
  "which-index",
  "shard-key",
  "hot-key",
] as const;
export type Question = (typeof QUESTIONS)[number];

/**
 * What makes an option true, for the grader to decide. `pattern`: it is not served. `finding`: one of the rules is not met for the subject.
 * `within`: one of the rules is not met at a place from `start` to `end` (offsets in the sheet). `line`: something is not met on that line,
 * counted from 1. `sheet`: another sheet, the design with the option carried out, of which the question is asked instead.
 */
export type Evidence =
  | { readonly kind: "pattern"; readonly id: string }
  | { readonly kind: "finding"; readonly rules: readonly RuleId[]; readonly subject: string }
  | { readonly kind: "within"; readonly rules: readonly RuleId[]; readonly start: number; readonly end: number }
  | { readonly kind: "line"; readonly line: number }
  | { readonly kind: "sheet"; readonly text: string };

export interface DrillOption {
  /** Plain words with `code` in them. */
  readonly text: string;
  readonly right: boolean;
  readonly evidence: Evidence;
}

/** A sound answer with one flaw, and a question about it. Plain JSON. */
export interface Drill {
  /** `<scenario>/<answer>/<operator>/<place>/<question>`: the same for the same content, ever. */
  readonly id: string;
  /** The same flaw of the same scenario, whatever the answer and the question: these are siblings. */
  readonly family: string;
  readonly scenario: string;
  /** What was done to the model answer (`drop-index`). */
  readonly operator: string;
  readonly question: Question;
  /** The rules that it teaches. */
  readonly rules: readonly RuleId[];
  /** What the flaw is about, as findings name it. */
  readonly subject: string;
  /** The whole sheet, front matter first. */
  readonly text: string;
  readonly asks: string;
  /** Three or four, one of them right; in no order of meaning: show them by `arrange`. */
  readonly options: readonly DrillOption[];
  /** What is so, and what to do; for the page once it is answered. */
  readonly explanation: { readonly message: string; readonly fix: string };
  /** Where the flaw stands in the text, lines from 1; null where what is wrong is that something is absent. */
  readonly place: { readonly line: number; readonly start: number; readonly end: number } | null;
}
