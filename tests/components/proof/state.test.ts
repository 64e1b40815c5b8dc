import { describe, expect, test } from "vitest";
import {
  changeOf,
  isBusy,
  NOTHING_YET,
  type ProofAction,
  type ProofState,
  proofReducer,
} from "@/components/proof/proof-state";
import type { Proof, ProofVerdict } from "@/lib/proof";

const SIZES = { small: 5_000, large: 40_000 };
const CLAIMS = ["a", "b"].map((id) => ({ id, kind: "pattern" as const, claim: `claim ${id}` }));

const proof = (id: string, verdict: ProofVerdict): Proof => {
  return { id, kind: "pattern", claim: `claim ${id}`, verdict, why: "", evidence: null, gap: null };
};

const PLANNED: ProofAction = {
  kind: "planned",
  claims: CLAIMS,
  sizes: SIZES,
  mends: [],
  misread: { sheet: [], questions: [] },
  leftOut: [],
};
const DONE: ProofAction = { kind: "done", differences: [], milliseconds: 1 };

const stateAfter = (actions: readonly ProofAction[], from: ProofState = NOTHING_YET) =>
  actions.reduce(proofReducer, from);
const run = (a: ProofVerdict, b: ProofVerdict): readonly ProofAction[] => [
  { kind: "begin" },
  PLANNED,
  { kind: "proof", proof: proof("a", a) },
  { kind: "proof", proof: proof("b", b) },
  DONE,
];

describe("what is known of a run", () => {
  test("verdicts come one by one, and the run ends", () => {
    const half = stateAfter(run("holds", "fails").slice(0, 3));
    expect(Object.keys(half.proofs)).toEqual(["a"]);
    expect(isBusy(half)).toBe(true);
    const whole = stateAfter(run("holds", "fails"));
    expect(whole.phase).toBe("done");
    expect(isBusy(whole)).toBe(false);
  });

  test("a second run is compared with the first", () => {
    const second = stateAfter([...run("holds", "fails"), ...run("fails", "holds")]);
    const { better, worse } = changeOf(second);
    expect([better.map(({ id }) => id), worse.map(({ id }) => id)]).toEqual([["b"], ["a"]]);
  });

  test("a run that was stopped is not what the next one is compared with", () => {
    const stopped = stateAfter([...run("holds", "fails"), { kind: "begin" }, PLANNED, { kind: "stop" }]);
    const next = stateAfter([{ kind: "begin" }], stopped);
    expect(next.before.b?.verdict).toBe("fails");
    expect(next.run).toBe(3);
  });

  test("a fault is forgotten where another run begins", () => {
    const failed = stateAfter([{ kind: "begin" }, { kind: "failed", fault: { code: "fetch", detail: "404" } }]);
    expect(failed.phase).toBe("failed");
    expect(stateAfter([{ kind: "begin" }], failed).fault).toBeNull();
  });

  test("the share is of what has come, then of the steps", () => {
    expect(stateAfter([{ kind: "begin" }, { kind: "fetching", bytes: 5, of: 20 }]).share).toBe(0.25);
    expect(stateAfter([{ kind: "progress", progress: { step: 3, of: 4, at: "bids" } }]).share).toBe(0.75);
  });
});
