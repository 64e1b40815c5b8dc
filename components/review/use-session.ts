"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { takeKeptMark } from "../shell/offline";
import { deviceZone } from "../ui/device-zone";
import { newId } from "../ui/new-id";
import type { Rating } from "./item";
import type { Letter, Reply } from "./letter";
import type { ShownQueue } from "./queue";
import { advance, startSession } from "./session";
import type { Act, Given, PutAway, Session, SessionEvent } from "./session-state";
import { type DeviceInUse, useDevice } from "./use-device";
import { useMoreWork } from "./use-more-work";

export interface SessionParts {
  readonly personId: string;
  readonly queue: ShownQueue;
  readonly send: (letter: Letter) => Promise<Reply>;
}

export interface SessionInUse extends Pick<DeviceInUse, "state" | "refused" | "retry"> {
  readonly session: Session;
  /** The queue was kept on this device: no newer one could be fetched. Since when, epoch milliseconds; else null. */
  readonly keptSince: number | null;
  readonly show: (chosen?: string) => void;
  readonly rate: (rating: Rating) => void;
  readonly undo: () => void;
  readonly skip: () => void;
  readonly putAway: (how: PutAway["kind"]) => void;
  readonly goOn: () => void;
  readonly stop: () => void;
}

/** What happens, without its time. */
type Happening = SessionEvent extends infer E ? (E extends SessionEvent ? Omit<E, "at"> : never) : never;

/** A sitting with its saving: the next card is there at once, the rating leaves in the background. */
export function useSession({ personId, queue, send }: SessionParts): SessionInUse {
  const [session, setSession] = useState(() => startSession(queue));
  const [keptSince, setKeptSince] = useState<number | null>(null);
  /** The newest state, for a second key that comes before the page is drawn anew. */
  const current = useRef(session);
  const happen = useCallback((happening: Happening) => {
    current.current = advance(current.current, { ...happening, at: Date.now() });
    setSession(current.current);
    return current.current;
  }, []);

  const device = useDevice(personId, {
    send,
    onSent: (letter, { due }) => {
      if (letter.kind === "rate" && due !== undefined) happen({ kind: "settle", reviewId: letter.rating.id, due });
    },
    onElsewhere: (itemId) => happen({ kind: "elsewhere", itemId }),
  });
  const { knownBeside, post, takeBack } = device;

  useEffect(() => {
    let overtaken = false;
    const kept = takeKeptMark();
    void knownBeside(kept, Date.now()).then((known) => {
      if (overtaken) return;
      happen({ kind: "arrive", queue, known });
      setKeptSince(kept ? queue.readAt : null);
    });
    return () => {
      overtaken = true;
    };
  }, [queue, knownBeside, happen]);

  const tick = useCallback(() => happen({ kind: "tick" }), [happen]);
  useMoreWork({ session, queue, sending: device.state.kind, kept: keptSince !== null, tick });

  /** Does something that leaves this device: what it became is sent as a letter. */
  const act = (happening: Happening, sendIt: (done: Act) => void) => {
    const before = current.current.acts.length;
    const done = happen(happening).acts.at(-1);
    if (done && current.current.acts.length > before) sendIt(done);
  };
  const rate = (rating: Rating) =>
    act({ kind: "rate", id: newId(), rating }, (done) => {
      if (done.kind === "rate") post(ratingLetter(done), done.after, done.at);
    });
  const putAway = (how: PutAway["kind"]) =>
    act({ kind: "put-away", how }, ({ item, at }) => post({ kind: how, itemId: item.id, at }, null, at));
  const undo = () => {
    const last = current.current.acts.at(-1);
    if (!last) return;
    happen({ kind: "undo" });
    takeBack((letter) => isOf(letter, last), undoing(last), last.item.memory, Date.now());
  };
  return {
    session,
    keptSince,
    state: device.state,
    refused: device.refused,
    retry: device.retry,
    show: (chosen) => happen({ kind: "show", ...(chosen === undefined ? {} : { chosen }) }),
    rate,
    undo,
    skip: () => happen({ kind: "skip" }),
    putAway,
    goOn: () => happen({ kind: "go-on" }),
    stop: () => happen({ kind: "stop" }),
  };
}

function ratingLetter({ id, item, rating, at, elapsed }: Given): Letter {
  const zone = deviceZone();
  const shown = item.kind === "drill" ? { shown: item.shows } : {};
  return { kind: "rate", rating: { id, itemId: item.id, rating, at, elapsed, zone, ...shown } };
}

function isOf(letter: Letter, act: Act): boolean {
  if (act.kind === "rate") return letter.kind === "rate" && letter.rating.id === act.id;
  return letter.kind === act.kind && letter.itemId === act.item.id;
}

function undoing(act: Act): Letter {
  const itemId = act.item.id;
  return act.kind === "rate" ? { kind: "undo", reviewId: act.id, itemId } : { kind: "resume", itemId };
}
