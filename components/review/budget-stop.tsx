"use client";

import { useEffect, useRef } from "react";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { leftOf } from "./session";
import type { Session } from "./session-state";
import { numberWords } from "./summary-facts";

export interface BudgetStopProps {
  session: Session;
  onGoOn: () => void;
  onStop: () => void;
  onUndo: () => void;
}

/** The day's minutes are used up: a calm end, and no more than an offer to go on. */
export function BudgetStop({ session, onGoOn, onStop, onUndo }: BudgetStopProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const minutes = Math.round((session.budget.limit ?? 0) / 60_000);
  const left = leftOf(session);
  return (
    <div className="max-w-prose py-8">
      <h2 ref={heading} tabIndex={-1} className="text-title font-semibold">
        Your {minutes === 1 ? "minute is" : `${numberWords(minutes)} minutes are`} done
      </h2>
      <p className="mt-2 text-ink-soft">
        {left === 1 ? "One more is waiting. It keeps" : `${left} more are waiting. They keep`} until tomorrow.
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button variant="primary" onClick={onStop}>
          Stop here
        </Button>
        <Button onClick={onGoOn}>Go on</Button>
        {session.acts.length > 0 && (
          <Button variant="ghost" onClick={onUndo}>
            <Icon name="undo" /> Undo the last step
          </Button>
        )}
      </div>
    </div>
  );
}
