"use client";

import { useId, useState } from "react";
import { STORE_TYPES, type StoreType } from "@/lib/design";
import type { Signal } from "@/lib/rubric";
import { StoreBadge } from "../ui/badge";
import { Segmented } from "../ui/segmented";
import { Select } from "../ui/select";
import { SignalBadge } from "../ui/signal";

/** A model answer: what it is called, its sheet, and what it earns. */
export interface ModelAnswer {
  readonly file: string;
  readonly title: string;
  readonly text: string;
  readonly store: StoreType;
  readonly engine: string | null;
  readonly score: number;
  readonly signal: Signal;
}

/** How well a type of store fits the scenario, and why. */
export interface StoreSound {
  readonly type: StoreType;
  readonly fit: "best" | "fine";
  readonly why: string;
}

interface AnswersBesideProps {
  readonly mine: string;
  readonly answers: readonly ModelAnswer[];
  /** The stores that are sound for the scenario. */
  readonly stores: readonly StoreSound[];
  /** The store of one's own answer. */
  readonly own: StoreType | null;
}

const FITS = { best: "The best fit.", fine: "It does the job." } as const;

/** My answer beside the scenario's own: every sound store, and the answers in it. */
export function AnswersBeside({ mine, answers, stores, own }: AnswersBesideProps) {
  const id = useId();
  const types = STORE_TYPES.filter((type) => answers.some((one) => one.store === type));
  const [store, setStore] = useState<StoreType | null>(own && types.includes(own) ? own : (types[0] ?? null));
  const [chosen, setChosen] = useState("");
  const inStore = answers.filter((one) => one.store === store);
  const answer = inStore.find(({ file }) => file === chosen) ?? inStore[0];
  if (!answer) return null;
  const sound = stores.find(({ type }) => type === store);
  const unwritten = stores.filter(({ type }) => !types.includes(type));
  return (
    <div className="space-y-4">
      <Segmented
        legend="Type of store"
        hideLegend
        name={`${id}-store`}
        options={types.map((type) => ({ value: type, label: <StoreLabel type={type} answers={answers} /> }))}
        value={store}
        onChange={setStore}
        className="w-full sm:w-fit"
      />
      {(sound || unwritten.length > 0) && (
        <div className="max-w-prose space-y-1 text-ink-soft">
          {sound && (
            <p>
              {FITS[sound.fit]} {sound.why}
            </p>
          )}
          {unwritten.map(({ type, why }) => (
            <p key={type} className="text-small">
              <StoreBadge type={type} /> is sound here too, but no answer is written in it yet. {why}
            </p>
          ))}
        </div>
      )}
      <div className="grid gap-x-6 gap-y-6 lg:grid-cols-2">
        <section aria-label="A model answer" className="min-w-0">
          <div className="space-y-2 lg:min-h-22">
            {inStore.length > 1 ? (
              <Select
                id={id}
                aria-label="Model answer"
                value={answer.file}
                onChange={(event) => setChosen(event.target.value)}
                options={inStore.map(({ file, title }) => ({ value: file, label: title }))}
              />
            ) : (
              <h3 className="flex min-h-11 items-center font-medium">{answer.title}</h3>
            )}
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small">
              <span className="font-mono text-lead">
                {answer.score}
                <span className="text-small text-ink-faint"> / 100</span>
              </span>
              <SignalBadge signal={answer.signal} />
              <StoreBadge type={answer.store}>{answer.engine ?? answer.store}</StoreBadge>
            </p>
          </div>
          <SheetBox label={answer.title} text={answer.text} />
        </section>
        <section aria-labelledby={`${id}-mine`} className="min-w-0">
          <div className="lg:min-h-22">
            <h3 id={`${id}-mine`} className="flex min-h-11 items-center font-medium">
              Yours
            </h3>
          </div>
          <SheetBox label="Your answer as a whole" text={mine} />
        </section>
      </div>
    </div>
  );
}

function StoreLabel({ type, answers }: { type: StoreType; answers: readonly ModelAnswer[] }) {
  return (
    <span>
      {type} <span className="font-mono text-ink-faint">{answers.filter((one) => one.store === type).length}</span>
    </span>
  );
}

function SheetBox({ label, text }: { label: string; text: string }) {
  return (
    <section
      aria-label={label}
      // A box that scrolls must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the scroll keys need the focus
      tabIndex={0}
      className="mt-2 max-h-[36rem] overflow-auto rounded-md border border-line bg-surface p-3"
    >
      <pre className="font-mono text-small leading-6 whitespace-pre-wrap [overflow-wrap:anywhere]">
        {text.trimEnd()}
      </pre>
    </section>
  );
}
