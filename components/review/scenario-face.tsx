"use client";

import type { Route } from "next";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link-button";
import type { ScenarioItem } from "./item";

/** A scenario is practised at its own desk; here one goes there, or puts it off. */
export function ScenarioFace({ item, onSkip }: { item: ScenarioItem; onSkip: () => void }) {
  return (
    <>
      <p className="text-small font-medium text-ink-faint">Practise again</p>
      <h2 className="mt-1 text-title font-semibold">{item.title}</h2>
      <p className="mt-3 text-ink-soft">Half an hour or so. Your next score says when it comes back after that.</p>
      <div className="mt-6 flex flex-wrap gap-3">
        <LinkButton href={`/practice/${item.slug}` as Route} variant="primary" size="large">
          Practise it now
        </LinkButton>
        <Button size="large" onClick={onSkip}>
          Later
        </Button>
      </div>
    </>
  );
}
