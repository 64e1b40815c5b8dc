"use client";

import type { Route } from "next";
import Link from "next/link";
import { useDeferredValue, useId, useState } from "react";
import { STORE_TYPES, type StoreType } from "@/lib/design";
import { DIMENSION_ORDER, DIMENSION_WORDS } from "../report/report-words";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { TextField } from "../ui/field";
import { InlineCode } from "../ui/inline-code";
import { Segmented } from "../ui/segmented";
import { filterRules, type RuleLine } from "./filter";
import { StoreScope } from "./store-scope";

const EVERY = "every";
const STORES = [EVERY, ...STORE_TYPES].map((value) => ({
  value: value as StoreType | typeof EVERY,
  label: value === EVERY ? "Every store" : value,
}));

/** All rules by dimension, found by words and by store. */
export function RuleIndex({ rules }: { rules: readonly RuleLine[] }) {
  const [words, setWords] = useState("");
  const [store, setStore] = useState<StoreType | typeof EVERY>(EVERY);
  const query = useDeferredValue(words);
  const found = filterRules(rules, { words: query, store: store === EVERY ? null : store });
  return (
    <>
      <search className="grid items-end gap-4 lg:grid-cols-[minmax(0,22rem)_auto] lg:justify-between">
        <TextField
          label="Find a rule"
          type="search"
          value={words}
          placeholder="unique, partition, orphan …"
          onChange={(event) => setWords(event.target.value)}
        />
        <Segmented
          legend="Rules that speak about"
          name="store"
          options={STORES}
          value={store}
          onChange={setStore}
          className="lg:pb-5"
        />
      </search>
      <p role="status" className="mt-4 text-small text-ink-soft lg:mt-0">
        {found.length === rules.length ? `${rules.length} rules` : `${found.length} of ${rules.length} rules`}
      </p>
      {found.length === 0 && (
        <EmptyState
          title="No rule has these words"
          action={
            <Button
              onClick={() => {
                setWords("");
                setStore(EVERY);
              }}
            >
              Show all rules
            </Button>
          }
        >
          <p>Try one word, or the name of what went wrong: a double, an orphan, a scan.</p>
        </EmptyState>
      )}
      <div className="mt-6 space-y-8">
        {DIMENSION_ORDER.map((dimension) => (
          <Group
            key={dimension}
            title={DIMENSION_WORDS[dimension]}
            rules={found.filter((rule) => rule.dimension === dimension)}
          />
        ))}
      </div>
    </>
  );
}

function Group({ title, rules }: { title: string; rules: readonly RuleLine[] }) {
  const id = useId();
  if (rules.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-x-8 gap-y-2 md:grid-cols-[9rem_minmax(0,1fr)]">
      <h2 id={id} className="font-medium md:pt-3">
        {title}
      </h2>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {rules.map(({ id: rule, title: name, asks, stores }) => (
          <li
            key={rule}
            className="relative grid gap-x-6 gap-y-1 px-4 py-3 transition-colors hover:bg-hover sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div className="min-w-0">
              <h3>
                <Link href={`/rules/${rule}` as Route} className="font-medium after:absolute after:inset-0">
                  {name}
                </Link>
              </h3>
              <p className="text-small text-ink-soft">
                <InlineCode text={asks} />
              </p>
            </div>
            <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 sm:flex-col sm:items-end sm:justify-start">
              <span className="font-mono text-small text-ink-faint">{rule}</span>
              <StoreScope stores={stores} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
