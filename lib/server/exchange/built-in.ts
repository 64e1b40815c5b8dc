import { type Card, inTeachingOrder } from "@/lib/cards";
import type { ExchangeCard } from "@/lib/exchange";
import { loadDecks } from "@/lib/scenario/load";
import { cardsById } from "../content";

const START = "cardinality:";

/** The name of one of our cards in a file. */
export function builtInGuid(cardId: string): string {
  return START + cardId;
}

/** The id of the card of ours that a name stands for; null where it is none that we have. */
export function builtInCard(guid: string): string | null {
  const id = guid.startsWith(START) ? guid.slice(START.length) : null;
  return id !== null && cardsById().has(id) ? id : null;
}

export type Faces = Pick<ExchangeCard, "guid" | "ordinal" | "deck" | "kind" | "front" | "back" | "tags">;

/** Every card of our decks as a file shows it, in teaching order. */
export function builtInFaces(): ReadonlyMap<string, Faces> {
  const decks = inTeachingOrder(loadDecks());
  return new Map(decks.flatMap(({ title, cards }) => cards.map((card) => [card.id, facesOf(card, title)] as const)));
}

function facesOf(card: Card, deck: string): Faces {
  const tags = card.rules.map((rule) => rule.replaceAll("/", "::"));
  return { guid: builtInGuid(card.id), ordinal: 0, deck: `Cardinality::${deck}`, tags, ...sidesOf(card) };
}

function sidesOf(card: Card): Pick<Faces, "kind" | "front" | "back"> {
  if (card.kind === "cloze") return { kind: "cloze", front: card.text, back: card.why ?? "" };
  if (card.kind === "basic") return { kind: "basic", front: card.front, back: together(card.back, card.why) };
  // Sorted, so that the right one has no place of its own.
  const options = [card.right, ...card.wrong].sort().map((option) => `- ${option}`);
  return { kind: "basic", front: together(card.front, options.join("\n")), back: together(card.right, card.why) };
}

function together(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join("\n\n");
}
