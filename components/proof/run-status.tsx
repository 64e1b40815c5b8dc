import type { Ref } from "react";
import { Button } from "../ui/button";
import { changeOf, isBusy, type ProofState } from "./proof-state";
import { seconds, tally } from "./verdict-words";

interface RunStatusProps {
  readonly state: ProofState;
  readonly onStop: () => void;
  readonly ref?: Ref<HTMLDivElement>;
}

function wordsOf({ phase, share, at }: ProofState): string {
  if (phase === "fetching") return `Fetching PostgreSQL, ${Math.floor(share * 100)} %`;
  if (phase === "starting") return "Starting PostgreSQL";
  return at === "" ? "Trying" : `Trying: ${at}`;
}

/** Said aloud while it runs: what begins, not each step of it. */
function spoken({ phase }: ProofState): string {
  return phase === "running" ? "PostgreSQL is trying the design" : "Fetching and starting PostgreSQL";
}

/** What the run is at, with a way to stop it; afterwards what came out and what changed. */
export function RunStatus({ state, onStop, ref }: RunStatusProps) {
  const busy = isBusy(state);
  return (
    <div ref={ref} tabIndex={-1} data-proof-phase={state.phase}>
      <div role="status">
        {busy && <p className="sr-only">{spoken(state)}</p>}
        {state.phase === "stopped" && (
          <p className="flex min-h-11 items-center text-ink-soft">Stopped. What was found until then stands below.</p>
        )}
        {state.phase === "done" && <Outcome state={state} />}
      </div>
      {busy && (
        <div className="flex min-h-11 items-center gap-4">
          <div className="min-w-0 grow">
            <p className="truncate text-small text-ink-soft">{wordsOf(state)}</p>
            <ProgressLine share={state.share} isCounted={state.phase !== "starting"} />
          </div>
          <Button variant="quiet" size="small" onClick={onStop}>
            Stop
          </Button>
        </div>
      )}
    </div>
  );
}

function ProgressLine({ share, isCounted }: { share: number; isCounted: boolean }) {
  return (
    <div
      role="progressbar"
      aria-label="Progress of the proof"
      {...(isCounted ? { "aria-valuenow": Math.floor(share * 100) } : {})}
      className="mt-1.5 h-0.5 overflow-hidden rounded-full bg-hover"
    >
      <div
        className={isCounted ? "h-full bg-accent" : "h-full animate-breathe bg-accent"}
        style={{ width: isCounted ? `${share * 100}%` : "100%" }}
      />
    </div>
  );
}

function Outcome({ state }: { state: ProofState }) {
  const { better, worse } = changeOf(state);
  const isAgain = Object.keys(state.before).length > 0;
  const names = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id).join(", ");
  return (
    <div className="min-h-11">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-lead font-medium">{tally(Object.values(state.proofs))}</span>
        <span className="font-mono text-small text-ink-faint">{seconds(state.milliseconds)}</span>
      </p>
      {isAgain && (
        <p className="text-small text-ink-soft">
          {better.length > 0 && (
            <>
              Holds now: <span className="font-mono text-met">{names(better)}</span>.{" "}
            </>
          )}
          {worse.length > 0 && (
            <>
              Fails now: <span className="font-mono text-missed">{names(worse)}</span>.{" "}
            </>
          )}
          {better.length + worse.length === 0 && "The same verdicts as before."}
        </p>
      )}
    </div>
  );
}
