"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { intervalWords } from "@/lib/schedule";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import type { RatedItem } from "./item";
import { ReadingLinks } from "./reading-links";
import type { Session } from "./session-state";
import { factsOf, nextTime, type SummaryFacts, spentWords } from "./summary-facts";

export interface SummaryProps {
  session: Session;
  onUndo: () => void;
  /** Where the person stopped before the end. */
  onGoOn: () => void;
  /** Buttons: where to go from here. */
  onward: ReactNode;
}

function Counts({ byRating }: SummaryFacts) {
  return (
    <dl className="mt-6 grid max-w-sm grid-cols-4 divide-x divide-line rounded-md border border-line">
      {byRating.map(({ name, count }) => (
        <div key={name} className="flex flex-col-reverse px-3 py-2">
          <dt className="text-small text-ink-soft">{name}</dt>
          <dd className="font-mono text-lead">{count}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The item itself, to look at once more, and where to read on. */
function Missed({ item }: { item: RatedItem }) {
  const isDrill = item.kind === "drill";
  return (
    <li className="py-4">
      {isDrill && <p className="text-small text-ink-faint">{item.title}</p>}
      <div className="font-medium">{isDrill ? item.asks : item.front}</div>
      <details className="group mt-1 text-small">
        <summary className="inline-flex min-h-6 items-center gap-1 text-ink-soft">
          <Icon name="right" className="size-3.5 transition-transform group-open:rotate-90" />
          The answer
        </summary>
        <div className="mt-2 space-y-2 border-l-2 border-line pl-4">
          {item.options
            .filter(({ right }) => right)
            .map(({ id, words }) => (
              <div key={id}>{words}</div>
            ))}
          {isDrill ? item.message : item.back}
        </div>
      </details>
      <ReadingLinks links={item.links} className="mt-2" />
    </li>
  );
}

function nextWords(session: Session): string {
  const now = session.acts.at(-1)?.at ?? session.begun ?? 0;
  const next = nextTime(session);
  if (next === null) return "Nothing else is planned.";
  return next <= now ? "More is due already." : `The next one comes in ${intervalWords(next - now)}.`;
}

/** The end of a sitting: what was done, what was missed, and when it goes on. */
export function Summary({ session, onUndo, onGoOn, onward }: SummaryProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const facts = factsOf(session);
  const { count, known, milliseconds, missed, away } = facts;
  const ended = session.limit === "ended";
  return (
    <div className="max-w-prose py-8">
      <h2 ref={heading} tabIndex={-1} className="text-title font-semibold">
        Done for now
      </h2>
      <p className="mt-2 text-ink-soft">
        {count > 0 &&
          `${count === 1 ? "One answer" : `${count} answers`} in ${spentWords(milliseconds)}, ${known} known. `}
        {away > 0 && `${away} put away. `}
        {nextWords(session)}
      </p>
      <Counts {...facts} />
      {missed.length > 0 && (
        <section aria-labelledby="missed" className="mt-8">
          <h3 id="missed" className="font-semibold">
            What you missed
          </h3>
          <ul className="mt-1 divide-y divide-line border-y border-line">
            {missed.map((item) => (
              <Missed key={item.id} item={item} />
            ))}
          </ul>
        </section>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        {ended && <Button onClick={onGoOn}>Go on after all</Button>}
        {onward}
        {session.acts.length > 0 && (
          <Button variant="ghost" onClick={onUndo}>
            <Icon name="undo" /> Undo the last step
          </Button>
        )}
      </div>
    </div>
  );
}
