"use client";

import { useRef, useState } from "react";
import type { Scenario } from "@/lib/scenario";
import { Disclosure } from "../answer/disclosure";
import { Button } from "../ui/button";
import { builtAssets, megabytes } from "./assets";
import { ClaimList } from "./claim-list";
import { DesignField } from "./design-field";
import { DifferenceNotes } from "./difference-notes";
import { FaultNote } from "./fault-note";
import { isBusy } from "./proof-state";
import type { Mend, Subject } from "./protocol";
import { RunStatus } from "./run-status";
import { useProver } from "./use-prover";

export interface ProvePanelProps {
  readonly scenario: Scenario;
  /** What stands before the design in the sheet: the decisions, kept as they are. */
  readonly head: string;
  readonly design: string;
}

/** A report's design on a real PostgreSQL: proved as it was handed in, then mended in place and proved again. Nothing is saved. */
export function ProvePanel({ scenario, head, design }: ProvePanelProps) {
  const [text, setText] = useState(design);
  const { state, prove, stop } = useProver();
  const status = useRef<HTMLDivElement>(null);
  /** What the state is of. */
  const [subject, setSubject] = useState<Subject>({ text: head + design, scenario });
  const run = (body: string) => {
    const next = { text: head + body, scenario };
    setSubject(next);
    prove(next);
  };
  const again = () => {
    run(text);
    status.current?.focus();
  };
  const mend = ({ text: sheet }: Mend) => {
    const body = sheet.slice(head.length);
    setText(body);
    run(body);
    status.current?.focus();
  };
  const headLines = head.split("\n").length - 1;
  const unread = state.unread.map((one) => ({ ...one, line: one.line - headLines }));
  if (state.phase === "idle") return <FirstPress onPress={() => run(text)} />;
  return (
    <div className="space-y-8">
      <RunStatus ref={status} state={state} onStop={stop} />
      {state.fault && <FaultNote fault={state.fault} onAgain={again} />}
      {state.phase === "no-plan" && <p className="max-w-prose text-ink-soft">{state.why}</p>}
      <DifferenceNotes differences={state.differences} proofs={state.proofs} subject={subject} />
      <ClaimList state={state} onMend={mend} />
      <Disclosure summary="Change the design and run it again" open={unread.length > 0}>
        <div className="mt-2 max-w-4xl">
          <DesignField
            text={text}
            original={{ text: design, words: "Back to what I handed in" }}
            unread={unread}
            busy={isBusy(state)}
            onChange={setText}
            onRun={again}
          />
        </div>
      </Disclosure>
    </div>
  );
}

function FirstPress({ onPress }: { onPress: () => void }) {
  const assets = builtAssets();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button variant="primary" onClick={onPress}>
        Prove it
      </Button>
      <span className="text-small text-ink-faint">
        {assets ? `Fetches PostgreSQL the first time, ${megabytes(assets)} MB.` : "Runs here, in your browser."}
      </span>
    </div>
  );
}
