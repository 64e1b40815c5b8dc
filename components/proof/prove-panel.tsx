"use client";

import Link from "next/link";
import { Disclosure } from "../answer/disclosure";
import { Button } from "../ui/button";
import { builtAssets, megabytes } from "./assets";
import { CodeField } from "./code-field";
import { ProofResults } from "./proof-results";
import { isBusy } from "./proof-state";
import { RunBar } from "./run-bar";
import { type BenchStart, useBench } from "./use-bench";

export type ProvePanelProps = BenchStart;

/** A report's design on a real PostgreSQL: proved as it was handed in, then mended in place and proved again. Nothing is saved. */
export function ProvePanel(start: ProvePanelProps) {
  const bench = useBench(start);
  const { state, unread, leftOut } = bench;
  if (state.phase === "idle") return <FirstPress onPress={bench.run} />;
  return (
    <div className="space-y-8">
      <ProofResults
        state={state}
        subject={bench.subject}
        status={bench.status}
        onStop={bench.stop}
        onAgain={bench.run}
        onMend={bench.mend}
      />
      <Disclosure
        summary="Change the design and run it again"
        open={state.run > 1 || unread.length + leftOut.length > 0}
      >
        <div className="mt-2 max-w-4xl space-y-3">
          <CodeField
            label="Design"
            text={bench.text}
            unread={unread}
            leftOut={leftOut}
            rows={[6, 22]}
            onChange={bench.setText}
            onRun={bench.run}
          />
          <RunBar verb="Run again" busy={isBusy(state)} onRun={bench.run}>
            {bench.text !== start.design && (
              <Button variant="ghost" disabled={isBusy(state)} onClick={() => bench.setText(start.design)}>
                Back to what I handed in
              </Button>
            )}
          </RunBar>
        </div>
      </Disclosure>
      <p className="text-small text-ink-soft">
        For questions of your own, and any other design, there is{" "}
        <Link href={`/bench?scenario=${start.scenario.slug}`} className="text-accent-text underline underline-offset-3">
          the bench
        </Link>
        .
      </p>
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
