import type { Difference, Progress, Proof, ProofPlan, Sizes } from "@/lib/proof";
import type { Scenario } from "@/lib/scenario";
import type { ProofAssets } from "./assets";

/** A design to prove: the sheet as it is written, and the problem that it answers. */
export interface Subject {
  readonly text: string;
  readonly scenario: Scenario;
  /** Questions of one's own beside the scenario's, as `readPatterns` reads them; empty: none. */
  readonly questions: string;
}

/** What the page asks of the worker; one at a time. */
export interface ProofRequest {
  readonly subject: Subject;
  readonly assets: ProofAssets;
}

/** A mend that the grader names, as one press: the sheet with it in place. */
export interface Mend {
  /** The pattern or invariant that it is for. */
  readonly subject: string;
  /** As a person would write it: `index bids(auction_id, amount)`. */
  readonly words: string;
  readonly text: string;
}

/** A piece of a text that was not understood, or is left out of a run; `line` from 1. */
export interface Unread {
  readonly line: number;
  readonly message: string;
}

/** What was not understood of the sheet, and of one's own questions. */
export interface Misread {
  readonly sheet: readonly Unread[];
  readonly questions: readonly Unread[];
}

export type Claim = ProofPlan["claims"][number];

export const FAULTS = [
  "no-worker",
  "no-webassembly",
  "worker-blocked",
  "not-built",
  "fetch",
  "wrong-type",
  "start",
  "memory",
  "silence",
  "crash",
] as const;
/** What can go wrong around a proof, none of it the design's. */
export type FaultCode = (typeof FAULTS)[number];

export interface Fault {
  readonly code: FaultCode;
  /** In the machine's words; for a report of it. */
  readonly detail: string;
}

/** What the worker tells, in this order; `failed` may come at any time and is the last. */
export type ProofEvent =
  | { readonly kind: "alive" }
  | { readonly kind: "fetching"; readonly bytes: number; readonly of: number }
  | { readonly kind: "starting" }
  | { readonly kind: "started" }
  | {
      readonly kind: "planned";
      readonly claims: readonly Claim[];
      readonly sizes: Sizes;
      readonly mends: readonly Mend[];
      readonly misread: Misread;
      /** What of the design PostgreSQL cannot make; the run goes without it. */
      readonly leftOut: readonly Unread[];
    }
  | { readonly kind: "no-plan"; readonly why: string; readonly misread: Misread }
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "proof"; readonly proof: Proof }
  | { readonly kind: "done"; readonly differences: readonly Difference[]; readonly milliseconds: number }
  | { readonly kind: "failed"; readonly fault: Fault };
