/** What an oracle expects of a report, and what is the case with a mutant. */
import type { Answer, StoreType } from "@/lib/design";
import type { Finding, Report } from "@/lib/rubric";
import type { Scenario } from "@/lib/scenario";
import type { Spot } from "./meaning";

/** A model answer with all that an oracle may know of it. */
export interface Model {
  readonly name: string;
  readonly scenario: Scenario;
  readonly answer: Answer;
  readonly report: Report;
  readonly spots: readonly Spot[];
  readonly store: StoreType;
}

/** Something not met: one of these rules, of this subject; `*` at an end stands for anything, `a|b` for either. */
export interface Claim {
  readonly rules: readonly string[];
  readonly subject: string;
}

/** `must`: has to be raised. `may`: follows from the same cause. Both empty: nothing changed, for the reason given. */
export interface Expectation {
  readonly must: readonly Claim[];
  readonly may: readonly Claim[];
  readonly reason: string;
}

export interface Mutant extends Expectation {
  readonly operator: string;
  /** What was done, in words. */
  readonly what: string;
  readonly answer: Answer;
}

function fits(pattern: string, text: string): boolean {
  if (pattern.includes("|")) return pattern.split("|").some((one) => fits(one, text));
  return pattern.endsWith("*") ? text.startsWith(pattern.slice(0, -1)) : pattern === text;
}

export function isSaid({ rules, subject: about }: Claim, { rule, subject }: Finding): boolean {
  return rules.some((one) => fits(one, rule)) && fits(about, subject);
}

export const claim = (rule: string, subject: string): Claim => ({ rules: [rule], subject });

export const PATTERN_RULES = ["indexes/unserved", "key-value/not-a-lookup", "wide-column/filtering"];

export const unserved = (subject: string): Claim => ({ rules: PATTERN_RULES, subject });
