"use client";

import { Disclosure } from "../answer/disclosure";
import { builtAssets, megabytes } from "./assets";
import { CodeField } from "./code-field";
import { ProofResults } from "./proof-results";
import { isBusy } from "./proof-state";
import { RunBar } from "./run-bar";
import { type BenchStart, useBench } from "./use-bench";

export interface BenchDeskProps extends BenchStart {
  /** The scenario's own questions, as one would write them here. */
  readonly examples: string;
  /** What a question may name, an entity a line. */
  readonly names: readonly { readonly entity: string; readonly columns: readonly string[] }[];
}

/** Any design and any questions on a PostgreSQL of one's own: what is written on the left, what it showed on the right. */
export function BenchDesk({ examples, names, ...start }: BenchDeskProps) {
  const bench = useBench(start);
  const { state } = bench;
  const busy = isBusy(state);
  const run = () => {
    if (!busy) bench.run();
  };
  return (
    <div className="grid items-start gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <div className="space-y-6">
        <CodeField
          label="Design"
          hint="Shorthand, SQL or DBML; which one it is, is found from the text."
          text={bench.text}
          unread={bench.unread}
          leftOut={bench.leftOut}
          rows={[8, 26]}
          onChange={bench.setText}
          onRun={run}
        />
        <CodeField
          label="Questions of your own"
          hint="An empty line between two. They are asked before the problem’s own."
          text={bench.questions}
          unread={state.misread.questions}
          rows={[4, 16]}
          onChange={bench.setQuestions}
          onRun={run}
        />
        <QuestionHelp examples={examples} names={names} />
        <RunBar verb="Run it" busy={busy} onRun={run} />
      </div>
      <section aria-labelledby="bench-results" className="min-w-0">
        <h2 id="bench-results" className="sr-only">
          What PostgreSQL says
        </h2>
        {state.phase === "idle" ? (
          <Nothing />
        ) : (
          <ProofResults
            state={state}
            subject={bench.subject}
            status={bench.status}
            onStop={bench.stop}
            onAgain={run}
            onMend={bench.mend}
          />
        )}
      </section>
    </div>
  );
}

function Nothing() {
  const assets = builtAssets();
  return (
    <div className="space-y-2 border-l-2 border-line pl-4 text-ink-soft">
      <p className="font-medium text-ink">Nothing was run yet.</p>
      <p>
        Each rule of the problem will be attacked with bad rows, and each question run at 5,000 and at 40,000 rows, one
        verdict after another.
      </p>
      {assets && <p className="text-small">PostgreSQL is fetched the first time, {megabytes(assets)} MB.</p>}
    </div>
  );
}

function QuestionHelp({ examples, names }: Pick<BenchDeskProps, "examples" | "names">) {
  return (
    <Disclosure summary="How to write a question">
      <div className="mt-2 space-y-4 border-l-2 border-line pl-4 text-small leading-5 text-ink-soft">
        <dl className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
          {HELP.map(([word, meaning]) => (
            <div key={word} className="contents">
              <dt className="font-mono text-ink">{word}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <div>
          <p className="font-medium text-ink">What may be named here</p>
          <ul className="mt-1 space-y-1">
            {names.map(({ entity, columns }) => (
              <li key={entity}>
                <span className="font-mono text-ink">{entity}</span>: {columns.join(", ")}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <p className="font-medium text-ink">The problem’s own questions</p>
          <pre className="mt-1 font-mono whitespace-pre-wrap">{examples}</pre>
        </div>
      </div>
    </Disclosure>
  );
}

const HELP = [
  ["# …", "what the question asks, in words; may be left out"],
  ["find", "the kind of thing that is looked for; a second find goes on from what the first one found"],
  ["where", "what is given: auction, status = open, author in follow.followee"],
  ["range", "one bound: ends_at < t"],
  ["order", "created_at desc"],
  ["limit", "how many at most"],
] as const;
