import { randomUUID } from "node:crypto";
import { type ExchangeCard, type Steps, settledText, writeGuid } from "@/lib/exchange";
import { dayOf, type Memory } from "@/lib/schedule";
import type { OwnCard } from "../generated/client";
import type { ItemState } from "../items";
import type { Habits } from "../people";
import { siblingOfNote } from "../replay";
import { builtInCard } from "./built-in";
import type { Incoming, IncomingCard, IncomingReview } from "./incoming";

/** What the person has of their own, to find the cards of a file among. */
export interface Own {
  readonly cards: ReadonlyMap<string, OwnCard>;
  /** The place behind the last of their new cards. */
  readonly nextPosition: number;
}

export interface CardsIncoming {
  readonly incoming: readonly Incoming[];
  /** Cards to be written: new ones, and those whose text changed. */
  readonly written: readonly IncomingCard[];
  readonly newCards: number;
  readonly decks: number;
  /** Item ids of cards whose text changed. */
  readonly changed: ReadonlySet<string>;
  readonly builtIn: boolean;
}

export interface CardsContext {
  readonly own: Own;
  readonly habits: Habits;
  readonly now: number;
  /** Whether a card's memory is what came of its log; else it is worked out. */
  readonly trusted: boolean;
}

export function ownKey(note: string, ordinal: number): string {
  return `${ordinal} ${note}`;
}

/** Cards of a file as rows to be written: our own decks' cards are known by their names, all others are the person's. */
export function* cardsIncoming(cards: readonly ExchangeCard[], context: CardsContext): Steps<CardsIncoming> {
  const incoming: Incoming[] = [];
  const written: IncomingCard[] = [];
  const changed = new Set<string>();
  const decks = new Set<string>();
  let newCards = 0;
  let builtIn = false;
  for (const [index, card] of inOrder(cards).entries()) {
    const ours = builtInCard(card.guid);
    builtIn ||= ours !== null;
    if (ours !== null) {
      // One that was never seen says nothing: it waits for its turn here as well.
      if (card.memory.phase !== "new" || card.suspended) incoming.push(ratedCard("card", ours, card, context, 0));
      continue;
    }
    const there = context.own.cards.get(ownKey(card.guid, card.ordinal));
    const id = there?.id ?? randomUUID();
    if (!there || isChanged(there, card)) written.push(ownCard(id, card, there, context.now));
    if (!there) {
      newCards += 1;
      decks.add(card.deck);
    } else if (written.at(-1)?.id === id) changed.add(id);
    incoming.push(ratedCard("own", id, card, context, context.own.nextPosition + index));
    yield;
  }
  return { incoming, written, newCards, decks: decks.size, changed, builtIn };
}

/** New ones in the file's own order, whatever order its rows are in. */
function inOrder(cards: readonly ExchangeCard[]): readonly ExchangeCard[] {
  return [...cards].sort((a, b) => a.position - b.position);
}

function isChanged(there: OwnCard, card: ExchangeCard): boolean {
  if (there.deck !== card.deck || there.kind !== card.kind || there.tags !== tagsOf(card)) return true;
  const same = (a: string, b: string) => a === b || settledText(card.kind, a) === settledText(card.kind, b);
  return !same(there.front, card.front) || !same(there.back, card.back);
}

function ownCard(id: string, card: ExchangeCard, there: OwnCard | undefined, now: number): IncomingCard {
  const { guid: note, ordinal, deck, kind, front, back } = card;
  return {
    id,
    deck,
    note,
    ordinal,
    kind,
    front,
    back,
    tags: tagsOf(card),
    createdAt: there?.createdAt.getTime() ?? now,
  };
}

const LEECH = "leech";

/** What is a leech, its item says. */
function tagsOf({ tags }: ExchangeCard): string {
  return tags
    .filter((tag) => tag.toLowerCase() !== LEECH)
    .join(" ")
    .slice(0, 10_000);
}

function ratedCard(
  kind: "card" | "own",
  ref: string,
  card: ExchangeCard,
  context: CardsContext,
  position: number,
): Incoming {
  const { now, trusted, habits } = context;
  const sibling = kind === "own" ? siblingOfNote(card.guid) : null;
  return {
    name: { kind, ref },
    state: stateOf(kind, card, habits, now),
    reviews: reviewsOf(card),
    made: { sibling, buriedOn: null, position, createdAt: now },
    trusted,
  };
}

function stateOf(
  kind: "card" | "own",
  { memory, suspended, tags, log }: ExchangeCard,
  habits: Habits,
  now: number,
): ItemState {
  return {
    ...memory,
    day: suspended ? null : dayFor(kind, memory, habits),
    reason: null,
    firstReview: log[0]?.at ?? memory.lastReview,
    lastReviewId: null,
    seen: null,
    suspendedAt: suspended ? now : null,
    leech: tags.some((tag) => tag.toLowerCase() === LEECH),
  };
}

/** A new card of one's own waits for its turn. */
function dayFor(kind: "card" | "own", memory: Memory, { clock }: Habits): number | null {
  return kind === "own" && memory.phase === "new" ? null : dayOf(memory.due, clock);
}

/** Their ids follow from the card and the moment, so that a second import counts nothing twice. */
function reviewsOf(card: ExchangeCard): readonly IncomingReview[] {
  const name = writeGuid(card);
  return card.log.map(({ at, rating, elapsed, phase, due }) => {
    const id = `file:${name}@${at}`;
    return { id, rating, at, elapsed, due, phase, before: null, shown: null, undoneAt: null };
  });
}
