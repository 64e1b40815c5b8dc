import type { Difference, Progress, Proof, Sizes } from "@/lib/proof";
import type { Claim, Fault, Mend, Misread, ProofEvent, Unread } from "./protocol";

export type Phase = "idle" | "fetching" | "starting" | "running" | "done" | "no-plan" | "stopped" | "failed";

/** Proofs by the id of what they prove. */
export type Proofs = Readonly<Record<string, Proof>>;

/** All that is known of the run under way, or of the last one. */
export interface ProofState {
  readonly phase: Phase;
  /** Runs that were begun. */
  readonly run: number;
  /** From 0 to 1, of what the phase is at. */
  readonly share: number;
  readonly at: string;
  readonly claims: readonly Claim[];
  readonly sizes: Sizes | null;
  readonly proofs: Proofs;
  /** The last run that came to its end before this one; empty: none. */
  readonly before: Proofs;
  readonly mends: readonly Mend[];
  readonly misread: Misread;
  readonly leftOut: readonly Unread[];
  readonly differences: readonly Difference[];
  readonly milliseconds: number;
  /** Why nothing was run. */
  readonly why: string;
  readonly fault: Fault | null;
}

export const NOTHING_YET: ProofState = {
  phase: "idle",
  run: 0,
  share: 0,
  at: "",
  claims: [],
  sizes: null,
  proofs: {},
  before: {},
  mends: [],
  misread: { sheet: [], questions: [] },
  leftOut: [],
  differences: [],
  milliseconds: 0,
  why: "",
  fault: null,
};

export type ProofAction = { readonly kind: "begin" } | { readonly kind: "stop" } | ProofEvent;

export function isBusy({ phase }: Pick<ProofState, "phase">): boolean {
  return phase === "fetching" || phase === "starting" || phase === "running";
}

/** What is compared with: the last whole run. A run that was stopped compares with the one before it. */
function begin(state: ProofState): ProofState {
  const before = state.phase === "done" ? state.proofs : state.before;
  return { ...NOTHING_YET, claims: state.claims, sizes: state.sizes, before, phase: "starting", run: state.run + 1 };
}

function shareOf({ step, of }: Progress): number {
  return of === 0 ? 1 : Math.min(1, step / of);
}

/** The state after what was heard of the worker. */
export function proofReducer(state: ProofState, action: ProofAction): ProofState {
  switch (action.kind) {
    case "begin":
      return begin(state);
    case "stop":
      return { ...state, phase: "stopped" };
    case "alive":
      return state;
    case "fetching":
      return { ...state, phase: "fetching", share: action.bytes / action.of };
    case "starting":
    case "started":
      return { ...state, phase: "starting", share: 0 };
    case "planned": {
      const { claims, sizes, mends, misread, leftOut } = action;
      return { ...state, claims, sizes, mends, misread, leftOut };
    }
    case "no-plan":
      return { ...state, phase: "no-plan", why: action.why, misread: action.misread, claims: [] };
    case "progress":
      return { ...state, phase: "running", share: shareOf(action.progress), at: action.progress.at };
    case "proof":
      return { ...state, proofs: { ...state.proofs, [action.proof.id]: action.proof } };
    case "done":
      return { ...state, phase: "done", share: 1, differences: action.differences, milliseconds: action.milliseconds };
    case "failed":
      return { ...state, phase: "failed", fault: action.fault };
  }
}

export interface Change {
  readonly better: readonly Proof[];
  readonly worse: readonly Proof[];
}

/** What another run of the design changed. */
export function changeOf({ proofs, before }: Pick<ProofState, "proofs" | "before">): Change {
  const all = Object.values(proofs);
  const was = (id: string) => before[id]?.verdict;
  return {
    better: all.filter(({ id, verdict }) => verdict === "holds" && was(id) === "fails"),
    worse: all.filter(({ id, verdict }) => verdict === "fails" && was(id) === "holds"),
  };
}
