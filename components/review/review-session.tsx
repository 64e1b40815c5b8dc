"use client";

import type { Route } from "next";
import { type ReactNode, useEffect, useRef } from "react";
import { PageKeys } from "../shell/page-keys";
import type { PageKey } from "../shell/panel-store";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";
import { CardFace } from "./card-face";
import type { CardItem, ReviewItem, ScenarioItem } from "./item";
import { RatingBar } from "./rating-bar";
import { SendingNote } from "./sending-note";
import { share } from "./session";
import { Summary } from "./summary";
import { useReviewKeys } from "./use-review-keys";
import { type SessionInUse, type SessionParts, useSession } from "./use-session";

const KEYS: readonly PageKey[] = [
  { keys: ["Space", "Enter"], does: "Show the answer" },
  { keys: ["A", "B", "C"], does: "Choose an option" },
  { keys: ["1", "2", "3", "4"], does: "Again, hard, good, easy" },
  { keys: ["U", "Ctrl Z"], does: "Take the last rating back" },
];

const NO_OPTIONS: CardItem["options"] = [];

export interface ReviewSessionProps extends SessionParts {
  /** "in 10 min". */
  nextIn: string | null;
  /** Shown where there was nothing to review from the start. */
  empty: ReactNode;
  /** Buttons under the summary: where to go from here. */
  onward: ReactNode;
}

function ScenarioFace({ item, onSkip }: { item: ScenarioItem; onSkip: () => void }) {
  return (
    <>
      <p className="text-small font-medium text-ink-faint">Practise again</p>
      <h2 className="mt-1 text-title font-semibold">{item.title}</h2>
      <div className="mt-3 text-ink-soft">{item.why} Your next score says when it comes back after that.</div>
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

/** Moves the focus to what is new, so that keys and screen readers follow: the next card, then its answer. */
function useFocusOn(item: ReviewItem | undefined, shown: boolean) {
  const face = useRef<HTMLElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new item or its answer is the reason to move the focus
  useEffect(() => {
    if (first.current) first.current = false;
    else face.current?.focus({ preventScroll: true });
  }, [item?.id, shown]);
  return face;
}

function Table({ use }: { use: SessionInUse }) {
  const { session, show, rate, undo, skip } = use;
  const item = session.items[0];
  const face = useFocusOn(item, session.shown);
  if (!item) return null;
  const number = session.given.length + session.skipped.length + 1;
  const label = `${item.kind === "card" ? "Card" : "Scenario"} ${number} of ${number - 1 + session.items.length}`;
  return (
    <>
      <article ref={face} tabIndex={-1} aria-label={label} className="grow pb-8" key={item.id}>
        {item.kind === "card" ? (
          <CardFace item={item} shown={session.shown} chosen={session.chosen} onShow={show} />
        ) : (
          <ScenarioFace item={item} onSkip={skip} />
        )}
      </article>
      <div className="sticky bottom-0 -mx-4 border-t border-line bg-paper px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:mx-0 sm:px-0">
        <SendingNote state={use.state} refused={use.refused} onRetry={use.retry} />
        {item.kind === "card" && (
          <RatingBar shown={session.shown} intervals={item.intervals} onShow={() => show()} onRate={rate} />
        )}
        <div className="mt-1 flex min-h-11 items-center justify-between text-small text-ink-faint">
          <span className="font-mono">{label}</span>
          {session.given.length > 0 && (
            <Button variant="ghost" size="small" onClick={undo}>
              <Icon name="undo" /> Undo
            </Button>
          )}
        </div>
      </div>
    </>
  );
}

/** One card, nothing else. */
export function ReviewSession({ nextIn, empty, onward, ...parts }: ReviewSessionProps) {
  const use = useSession(parts);
  const { session } = use;
  const item = session.items[0];
  useReviewKeys({
    shown: session.shown,
    options: item?.kind === "card" ? item.options : NO_OPTIONS,
    onShow: use.show,
    onRate: use.rate,
    onUndo: use.undo,
  });
  return (
    <div className="flex grow flex-col sm:min-h-120 sm:grow-0">
      <PageKeys keys={KEYS} />
      <svg
        aria-hidden="true"
        className="fixed inset-x-0 top-14 z-20 h-0.5 w-full text-accent"
        viewBox="0 0 1000 1"
        preserveAspectRatio="none"
      >
        <rect
          height="1"
          width={item || session.given.length > 0 ? share(session) * 1000 : 0}
          fill="currentColor"
          className="transition-[width]"
        />
      </svg>
      {item && <Table use={use} />}
      {!item && session.given.length === 0 && empty}
      {!item && <SendingNote state={use.state} refused={use.refused} onRetry={use.retry} />}
      {!item && session.given.length > 0 && (
        <Summary
          given={session.given}
          nextIn={nextIn}
          actions={
            <>
              {onward}
              <Button variant="ghost" onClick={use.undo}>
                <Icon name="undo" /> Undo the last rating
              </Button>
            </>
          }
        />
      )}
    </div>
  );
}
