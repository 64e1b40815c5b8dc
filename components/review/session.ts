import type { Rating, ReviewItem } from "./item";

/** A rating given in this sitting, kept until the sitting ends so that it can be undone. */
export interface Given {
  readonly id: string;
  readonly item: ReviewItem;
  readonly rating: Rating;
  /** Epoch milliseconds by this device's clock. */
  readonly at: number;
}

/** One sitting: what is still to come (the first is on the table), and what was rated. */
export interface Session {
  readonly items: readonly ReviewItem[];
  readonly given: readonly Given[];
  readonly shown: boolean;
  /** The option chosen on a card to choose from. */
  readonly chosen: string | null;
  /** Ids that were put off: they come again at the next sitting. */
  readonly skipped: readonly string[];
}

export type SessionEvent =
  | { readonly kind: "show"; readonly chosen?: string }
  | { readonly kind: "rate"; readonly id: string; readonly rating: Rating; readonly at: number }
  | { readonly kind: "undo" }
  | { readonly kind: "skip" }
  /** Items whose rating is given but not sent yet: the server does not know, so they came once more. */
  | { readonly kind: "withhold"; readonly itemIds: readonly string[] }
  /** The server's queue, asked for at `asked`, came anew: what is on the table stays there. */
  | { readonly kind: "arrive"; readonly items: readonly ReviewItem[]; readonly asked: number };

export function startSession(items: readonly ReviewItem[]): Session {
  return { items, given: [], shown: false, chosen: null, skipped: [] };
}

const COVERED = { shown: false, chosen: null } as const;

export function advance(session: Session, event: SessionEvent): Session {
  const [current, ...rest] = session.items;
  switch (event.kind) {
    case "show":
      return current?.kind === "card" ? { ...session, shown: true, chosen: event.chosen ?? null } : session;
    case "rate":
      if (current?.kind !== "card" || !session.shown) return session;
      return {
        ...session,
        ...COVERED,
        items: rest,
        given: [...session.given, { id: event.id, item: current, rating: event.rating, at: event.at }],
      };
    case "undo":
      return undo(session);
    case "skip":
      return current ? { ...session, ...COVERED, items: rest, skipped: [...session.skipped, current.id] } : session;
    case "withhold":
      return { ...session, items: session.items.filter(({ id }) => !event.itemIds.includes(id)) };
    case "arrive":
      return arrive(session, event.items, event.asked);
  }
}

/** The card comes back with its answer shown: it is to be rated anew, not to be thought over again. */
function undo(session: Session): Session {
  const last = session.given.at(-1);
  if (!last) return session;
  const items = [last.item, ...session.items.filter((item) => item.id !== last.item.id)];
  return { ...session, items, given: session.given.slice(0, -1), shown: true, chosen: null };
}

/** What was rated or put off after the server was asked is not new, whatever the answer says. */
function arrive(session: Session, items: readonly ReviewItem[], asked: number): Session {
  const [current] = session.items;
  const settled = new Set([
    ...session.skipped,
    ...session.given.filter(({ at }) => at >= asked).map(({ item }) => item.id),
  ]);
  const kept = items.filter((item) => !settled.has(item.id));
  if (!current) return { ...session, ...COVERED, items: kept };
  return { ...session, items: [current, ...kept.filter((item) => item.id !== current.id)] };
}

/** 0–1, for the hairline. */
export function share(session: Session): number {
  const done = session.given.length + session.skipped.length;
  const all = done + session.items.length;
  return all === 0 ? 1 : done / all;
}
