"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { deviceZone } from "../ui/device-zone";
import type { Rating, ReviewItem } from "./item";
import { keptLetters, ratedItems } from "./kept-letters";
import { advance, type Session, startSession } from "./session";
import { type OutboxInUse, type Sending, useOutbox } from "./use-outbox";

export interface SessionInUse extends Pick<OutboxInUse, "state" | "refused" | "retry"> {
  readonly session: Session;
  readonly show: (chosen?: string) => void;
  readonly rate: (rating: Rating) => void;
  readonly undo: () => void;
  readonly skip: () => void;
}

/** The longest wait that a browser's timer takes. */
const LONGEST_TIMER = 2_147_483_647;

export interface SessionParts extends Sending {
  readonly personId: string;
  readonly items: readonly ReviewItem[];
  /** Milliseconds from the reading of the queue to the next item that is not in it; null where there is none. */
  readonly nextAfter: number | null;
}

/** A sitting with its saving: the next card is there at once, the rating leaves in the background. */
export function useSession({ personId, items, nextAfter, ...sending }: SessionParts): SessionInUse {
  const router = useRouter();
  const outbox = useOutbox(personId, sending);
  const [session, dispatch] = useReducer(advance, items, startSession);
  const begun = useRef(0);
  const asked = useRef(0);

  const current = session.items[0]?.id ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts anew with each item
  useEffect(() => {
    begun.current = Date.now();
  }, [current]);

  useEffect(() => {
    dispatch({ kind: "arrive", items, asked: asked.current });
    dispatch({ kind: "withhold", itemIds: ratedItems(keptLetters(personId)) });
  }, [items, personId]);

  const empty = current === null;
  const saved = outbox.state.kind === "sent";
  const { length: given } = session.given;
  // The table is clear and all is saved: what has come due meanwhile is asked for, now and when the next one is due.
  useEffect(() => {
    if (!empty || !saved) return;
    const ask = () => {
      asked.current = Date.now();
      router.refresh();
    };
    if (given > 0 && asked.current === 0) ask();
    if (nextAfter === null) return;
    const timer = setTimeout(ask, Math.min(Math.max(nextAfter, 1_000), LONGEST_TIMER));
    return () => clearTimeout(timer);
  }, [empty, saved, given, nextAfter, router]);

  const show = useCallback((chosen?: string) => dispatch({ kind: "show", ...(chosen ? { chosen } : {}) }), []);
  const rate = (rating: Rating) => {
    const item = session.items[0];
    if (item?.kind !== "card" || !session.shown) return;
    const at = Date.now();
    const id = crypto.randomUUID();
    dispatch({ kind: "rate", id, rating, at });
    const elapsed = Math.max(0, at - begun.current);
    asked.current = 0;
    outbox.post({ kind: "rate", rating: { id, itemId: item.id, rating, at, elapsed, zone: deviceZone() } });
  };
  const undo = () => {
    const last = session.given.at(-1);
    if (!last) return;
    dispatch({ kind: "undo" });
    if (!outbox.withdraw(last.id)) outbox.post({ kind: "undo", reviewId: last.id });
  };
  const skip = useCallback(() => dispatch({ kind: "skip" }), []);
  return { session, show, rate, undo, skip, state: outbox.state, refused: outbox.refused, retry: outbox.retry };
}
