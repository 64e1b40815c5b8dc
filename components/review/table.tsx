"use client";

import { type RefObject, useEffect, useRef } from "react";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { CardFace } from "./card-face";
import { DrillFace } from "./drill-face";
import type { ReviewItem } from "./item";
import { ItemMenu } from "./item-menu";
import { RatingBar } from "./rating-bar";
import { ScenarioFace } from "./scenario-face";
import { SendingNote } from "./sending-note";
import { doneOf, leftOf } from "./session";
import type { SessionInUse } from "./use-session";

/** Moves the focus to what is new, so that keys and screen readers follow: the next card, then its answer. Not when the page opens. */
function useFocusOn(laid: number | null, shown: boolean): RefObject<HTMLElement | null> {
  const face = useRef<HTMLElement>(null);
  const opening = useRef(laid === null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is a reason to move the focus as well
  useEffect(() => {
    if (laid === null) return;
    if (opening.current) opening.current = false;
    else face.current?.focus({ preventScroll: true });
  }, [laid, shown]);
  return face;
}

const NAMES = { card: "Card", own: "Card", drill: "Drill", scenario: "Scenario" } as const;

export interface TableProps {
  item: ReviewItem;
  use: SessionInUse;
  menu: RefObject<HTMLDivElement | null>;
  onInfo: () => void;
}

function Face({ item, use }: Pick<TableProps, "item" | "use">) {
  const { session, show, skip } = use;
  const asked = { shown: session.shown, chosen: session.chosen, onChoose: show };
  if (item.kind === "scenario") return <ScenarioFace item={item} onSkip={skip} />;
  if (item.kind === "drill") return <DrillFace item={item} {...asked} />;
  return <CardFace item={item} {...asked} />;
}

/** Why it is here, before the question. */
function Reason({ item }: { item: ReviewItem }) {
  const leech = item.kind !== "scenario" && item.leech;
  if (!item.why && !leech) return null;
  return (
    <div className="mb-6 space-y-1 text-small text-ink-soft">
      {leech && (
        <p className="flex items-center gap-2">
          <Icon name="warn" className="size-4 text-partly" />
          You have forgotten this one often. Read on below the answer, or suspend it.
        </p>
      )}
      {item.why}
    </div>
  );
}

/** One item, nothing else; what can be done with it stays where the fingers are. */
export function Table({ item, use, menu, onInfo }: TableProps) {
  const { session, show, rate, undo, putAway } = use;
  const face = useFocusOn(session.begun, session.shown);
  const number = doneOf(session) + 1;
  const label = `${NAMES[item.kind]} ${number} of ${number - 1 + leftOf(session)}`;
  return (
    <>
      <article ref={face} tabIndex={-1} aria-label={label} className="grow pb-8" key={`${item.id} ${item.memory.reps}`}>
        <Reason item={item} />
        <Face item={item} use={use} />
      </article>
      <div className="sticky bottom-0 -mx-4 border-t border-line bg-paper px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:mx-0 sm:px-0">
        <SendingNote state={use.state} refused={use.refused} onRetry={use.retry} />
        {item.kind !== "scenario" && (
          <RatingBar choices={session.choices} chooses={item.options.length > 0} onShow={() => show()} onRate={rate} />
        )}
        <div className="mt-1 flex min-h-11 items-center gap-1 text-small text-ink-faint">
          <span className="mr-auto font-mono">{label}</span>
          {session.acts.length > 0 && (
            <Button variant="ghost" size="small" onClick={undo}>
              <Icon name="undo" /> Undo
            </Button>
          )}
          {item.kind !== "scenario" && (
            <ItemMenu
              panel={menu}
              edit={item.kind === "drill" ? null : item.edit}
              onInfo={onInfo}
              onBury={() => putAway("bury")}
              onSuspend={() => putAway("suspend")}
            />
          )}
        </div>
      </div>
    </>
  );
}
