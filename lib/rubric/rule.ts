import type { PatternTrace } from "@/lib/access";
import type { Alignment } from "@/lib/align";
import type { Answer, Level, StoreType } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import type { Scenario } from "@/lib/scenario";
import type { Dimension, RuleId } from "./ids";

/** `met`: all of it. `partial`: some of it. `missed`: asked for and absent. `violated`: present and wrong. */
export const VERDICTS = ["met", "partial", "missed", "violated"] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * What a flaw breaks, from worst to least; the weight of a judgement follows from it.
 * `fatal`: the main thing cannot work. `integrity`: data can become wrong. `hot`, `warm`: a pattern of that heat is slow.
 * `check`: a rule of the data is not held. `decision`: a choice left unsaid or wrong. `tidy`: waste.
 */
export const STAKES = ["fatal", "integrity", "hot", "warm", "check", "decision", "tidy"] as const;
export type Stake = (typeof STAKES)[number];

/** What one rule says about one subject. */
export interface Judgement {
  /** The scenario's own name (`bid`, `bid.amount`, `bid->bidder`, a pattern's or invariant's id), else as written. */
  readonly subject: string;
  readonly verdict: Verdict;
  readonly stake: Stake;
  /** What is so, and why it matters, in the candidate's terms. For `met`: what is right and why. */
  readonly message: string;
  /** What to do; empty where the verdict is `met`. */
  readonly fix: string;
  /** Where in the sheet; null where there is no place (something is absent). */
  readonly span: Span | null;
  /** The words of the brief it comes from. */
  readonly brief?: string;
  /** It merely follows from another judgement: said, and costs nothing more. */
  readonly follows?: true;
}

/** Everything a rule may look at. */
export interface Context {
  readonly scenario: Scenario;
  readonly level: Level;
  /** The main store's type; relational where none was named, as the notes advise. */
  readonly store: StoreType;
  readonly answer: Answer;
  readonly alignment: Alignment;
  readonly traces: readonly PatternTrace[];
}

/** A sheet that the rule's documentation shows, and what the rule must say about it; executed by a test. */
export interface RuleExample {
  readonly title: string;
  readonly scenario: string;
  readonly sheet: string;
  /** Subjects and verdicts that this rule gives, `met` left out. Empty: the example is sound. */
  readonly says: readonly { readonly subject: string; readonly verdict: Exclude<Verdict, "met"> }[];
}

/** The documentation of a rule: the page `/rules/<id>` and the tests are made from it. */
export interface RuleDoc {
  readonly title: string;
  /** What it looks at, in a sentence. */
  readonly asks: string;
  /** Why an interviewer cares: what goes wrong without it. */
  readonly why: string;
  /** How to mend it. */
  readonly mend: string;
  readonly examples: readonly RuleExample[];
}

export interface Rule {
  readonly id: RuleId;
  readonly dimension: Dimension;
  readonly doc: RuleDoc;
  /** Stores it speaks about. */
  readonly stores: readonly StoreType[];
  readonly check: (context: Context) => readonly Judgement[];
}
