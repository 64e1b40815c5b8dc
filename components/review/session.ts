import type { ReviewItem } from "./item";
import type { ShownQueue } from "./queue";
import { arrive } from "./session-arrive";
import type { Session, SessionEvent } from "./session-state";
import { lay, putAway, rate, show, skip, undo, withWaiting } from "./session-table";

/** As the server draws it: the first item lies there, and nothing is taken until the queue has arrived in the browser. */
export function startSession({ items, scheduling, budget, nextDue }: ShownQueue): Session {
  const [table = null, ...rest] = items;
  return {
    scheduling,
    budget,
    nextDue,
    table,
    items: rest,
    waiting: [],
    acts: [],
    shown: false,
    chosen: null,
    choices: [],
    begun: null,
    away: [],
    limit: "within",
  };
}

/** What a sitting becomes. Times come with the events: there is no clock in here. */
export function advance(session: Session, event: SessionEvent): Session {
  if (event.kind === "arrive") return arrive(session, event.queue, event.known, event.at);
  return session.begun === null ? session : act(session, event);
}

type Acting = Exclude<SessionEvent, { kind: "arrive" }>;

function act(session: Session, event: Acting): Session {
  const { at } = event;
  switch (event.kind) {
    case "show":
      return show(session, at, event.chosen ?? null);
    case "rate":
      return rate(session, at, event.id, event.rating);
    case "undo":
      return undo(session, at);
    case "skip":
      return skip(session, at);
    case "put-away":
      return putAway(session, at, event.how);
    case "settle":
      return settle(session, event.reviewId, event.due);
    case "elsewhere":
      return without(session, event.itemId);
    case "tick":
      return session.table === null ? lay(session, at) : session;
    case "go-on":
      return lay({ ...session, limit: "over" }, at);
    case "stop":
      return { ...session, limit: "ended" };
  }
}

/** The day's load may have moved it; in its steps that changes nothing but the minute. */
function settle(session: Session, reviewId: string, due: number): Session {
  const given = session.acts.findLast((one) => one.kind === "rate" && one.id === reviewId);
  const settled = session.waiting.find(({ id }) => id === given?.item.id);
  if (given?.kind !== "rate" || settled?.memory.reps !== given.after.reps) return session;
  return { ...session, waiting: withWaiting(session.waiting, { ...settled, memory: { ...settled.memory, due } }) };
}

function without(session: Session, itemId: string): Session {
  const isOther = ({ id }: ReviewItem) => id !== itemId;
  return { ...session, items: session.items.filter(isOther), waiting: session.waiting.filter(isOther) };
}

/** How many are still to come, with what is on the table. */
export function leftOf({ table, items, waiting }: Session): number {
  return Number(table !== null) + items.length + waiting.length;
}

/** How many were rated, or put off or away. */
export function doneOf({ acts, away }: Session): number {
  return acts.filter(({ kind }) => kind === "rate").length + away.length;
}

/** 0–1, for the hairline. */
export function share(session: Session): number {
  const done = doneOf(session);
  const all = done + leftOf(session);
  return all === 0 ? 1 : done / all;
}
