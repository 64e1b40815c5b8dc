"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { RatingToSend, Reply } from "./item";
import { keepLetters, keptLetters } from "./kept-letters";
import { type Letter, type Outbox, type OutboxState, openOutbox } from "./outbox";

export interface Sending {
  readonly rate: (rating: RatingToSend) => Promise<Reply>;
  readonly undo: (reviewId: string) => Promise<Reply>;
}

export interface OutboxInUse {
  readonly state: OutboxState;
  /** What the server refused for good, in words; null where nothing was. */
  readonly refused: string | null;
  readonly post: (letter: Letter) => void;
  readonly withdraw: (reviewId: string) => boolean;
  readonly retry: () => void;
}

/** The page's outbox: sends in the background, keeps what is unsent on the device, tries again when the network is back. */
export function useOutbox(personId: string, { rate, undo }: Sending): OutboxInUse {
  const [state, setState] = useState<OutboxState>({ kind: "sent" });
  const [refused, setRefused] = useState<string | null>(null);
  const outbox = useRef<Outbox | null>(null);

  const opened = useCallback(() => {
    outbox.current ??= openOutbox(
      {
        send: (letter) => (letter.kind === "rate" ? rate(letter.rating) : undo(letter.reviewId)),
        keep: (letters) => keepLetters(personId, letters),
        later: (run, milliseconds) => setTimeout(run, milliseconds),
        onChange: setState,
        onRefused: (_, message) => setRefused(message),
      },
      keptLetters(personId),
    );
    return outbox.current;
  }, [personId, rate, undo]);

  useEffect(() => {
    opened();
    const retry = () => opened().retry();
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [opened]);

  return {
    state,
    refused,
    post: useCallback((letter: Letter) => opened().post(letter), [opened]),
    withdraw: useCallback((reviewId: string) => opened().withdraw(reviewId), [opened]),
    retry: useCallback(() => opened().retry(), [opened]),
  };
}
