import type { Ref } from "react";
import { ClaimList } from "./claim-list";
import { DifferenceNotes } from "./difference-notes";
import { FaultNote } from "./fault-note";
import type { ProofState } from "./proof-state";
import type { Mend, Subject } from "./protocol";
import { RunStatus } from "./run-status";

interface ProofResultsProps {
  readonly state: ProofState;
  /** What the state is of. */
  readonly subject: Subject;
  readonly onStop: () => void;
  readonly onAgain: () => void;
  readonly onMend: (mend: Mend) => void;
  /** Takes the focus when a run begins by a button that may go. */
  readonly status: Ref<HTMLDivElement>;
}

/** A run, from its first byte to its last verdict, and whatever went wrong around it. */
export function ProofResults({ state, subject, onStop, onAgain, onMend, status }: ProofResultsProps) {
  return (
    <div className="space-y-8">
      <RunStatus ref={status} state={state} onStop={onStop} />
      {state.fault && <FaultNote fault={state.fault} onAgain={onAgain} />}
      {state.phase === "no-plan" && <p className="max-w-prose text-ink-soft">{state.why}</p>}
      <DifferenceNotes differences={state.differences} proofs={state.proofs} subject={subject} />
      <ClaimList state={state} onMend={onMend} />
    </div>
  );
}
