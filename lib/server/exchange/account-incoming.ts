import { randomUUID } from "node:crypto";
import type { Account, AccountItem, AccountReview } from "@/lib/exchange";
import { itemId, readItemId } from "@/lib/practice";
import { type ItemState, readReason, readSeen, readState } from "../items";
import { type Own, ownKey } from "./cards-incoming";
import type { Incoming, IncomingCard, IncomingReview } from "./incoming";

export interface AccountIncoming {
  readonly incoming: readonly Incoming[];
  readonly written: readonly IncomingCard[];
}

/** The items of an export of everything, as rows to be written. A card of one's own that is here already is that card. */
export function accountIncoming(
  { items, reviews, ownCards }: Account,
  own: Own,
  taken: ReadonlySet<string>,
): AccountIncoming {
  const ids = new Map<string, string>();
  const written: IncomingCard[] = [];
  for (const card of ownCards) {
    const there = own.cards.get(ownKey(card.note, card.ordinal));
    const id = there?.id ?? (taken.has(card.id) ? randomUUID() : card.id);
    ids.set(card.id, id);
    // What was changed here stays: the file may be old.
    if (!there) written.push({ ...card, id });
  }
  const byItem = reviewsByItem(reviews);
  const incoming = items.flatMap((item): Incoming[] => {
    const ref = item.kind === "own" ? ids.get(item.ref) : item.ref;
    if (ref === undefined) return [];
    const log = byItem.get(itemId(item.kind, item.ref)) ?? [];
    return [
      { name: { kind: item.kind, ref }, state: stateOf(item), reviews: log, made: madeOf(item, own), trusted: true },
    ];
  });
  return { incoming, written };
}

function madeOf({ sibling, buriedOn, position, createdAt, kind }: AccountItem, own: Own): Incoming["made"] {
  return { sibling, buriedOn, position: kind === "own" ? own.nextPosition + position : position, createdAt };
}

/** Texts that hold JSON are read as the program reads them; one that it could not read is none. */
function stateOf(item: AccountItem): ItemState {
  const {
    kind: _kind,
    ref: _ref,
    sibling: _sibling,
    buriedOn: _buriedOn,
    position: _position,
    createdAt: _made,
    ...state
  } = item;
  const day = state.suspendedAt === null ? state.day : null;
  return { ...state, day, reason: readable(state.reason, readReason), seen: readable(state.seen, readSeen) };
}

function readable(text: string | null, read: (text: string) => unknown): string | null {
  if (text === null) return null;
  try {
    read(text);
    return text;
  } catch {
    return null;
  }
}

function reviewsByItem(reviews: readonly AccountReview[]): ReadonlyMap<string, readonly IncomingReview[]> {
  const byItem = new Map<string, IncomingReview[]>();
  const sorted = [...reviews].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const ids = new Set<string>();
  for (const { item, before, ...review } of sorted) {
    if (readItemId(item) === null || ids.has(review.id)) continue;
    ids.add(review.id);
    const state = readable(before, readState);
    const known = byItem.get(item) ?? [];
    known.push({ ...review, phase: null, before: state === null ? null : readState(state) });
    byItem.set(item, known);
  }
  return byItem;
}
