"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { BenchChoice as Choice } from "./read-bench";

interface BenchChoiceProps {
  readonly slug: string;
  readonly from: string;
  readonly scenarios: readonly Choice[];
  readonly starts: readonly Choice[];
}

const addressOf = (scenario: string, from?: string) =>
  `/bench?${new URLSearchParams({ scenario, ...(from !== undefined && { from }) })}` as Route;

/** Which problem, and what to begin with; the address says it, so that it can be linked. */
export function BenchChoice({ slug, from, scenarios, starts }: BenchChoiceProps) {
  const router = useRouter();
  const [pending, begin] = useTransition();
  const go = (address: Route) => begin(() => router.replace(address, { scroll: false }));
  return (
    <div aria-busy={pending} className="grid max-w-3xl gap-4 sm:grid-cols-2">
      <Field label="Problem">
        {(control) => (
          <Select
            {...control}
            value={slug}
            options={scenarios}
            onChange={({ target }) => go(addressOf(target.value))}
          />
        )}
      </Field>
      <Field label="Begin with">
        {(control) => (
          <Select
            {...control}
            value={from}
            options={starts}
            onChange={({ target }) => go(addressOf(slug, target.value))}
          />
        )}
      </Field>
    </div>
  );
}
