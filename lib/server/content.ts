import { type Card, clozeParts, inTeachingOrder, teachesOf } from "@/lib/cards";
import { RULE_IDS, type RuleId } from "@/lib/rubric";
import { findBundle, loadDecks, loadScenarios } from "@/lib/scenario/load";

/** A card and its place in all decks, from 0, as they are meant to be learnt. */
export interface PlacedCard {
  readonly card: Card;
  readonly place: number;
}

interface CardIndex {
  readonly byId: ReadonlyMap<string, PlacedCard>;
  readonly teaches: ReadonlyMap<RuleId, readonly string[]>;
}

let index: { readonly of: object; readonly value: CardIndex } | null = null;

function cardIndex(): CardIndex {
  const decks = loadDecks();
  if (index?.of === decks) return index.value;
  const cards = inTeachingOrder(decks).flatMap((deck) => deck.cards);
  const byId = new Map(cards.map((card, place) => [card.id, { card, place }]));
  index = { of: decks, value: { byId, teaches: teachesOf(decks) } };
  return index.value;
}

/** Every card by its id, in teaching order. */
export function cardsById(): ReadonlyMap<string, PlacedCard> {
  return cardIndex().byId;
}

/** The cards that teach each rule. */
export function teaching(): ReadonlyMap<RuleId, readonly string[]> {
  return cardIndex().teaches;
}

/** A card in one line, for lists: what it asks, its hidden words as dots. */
export function cardTitle(card: Card): string {
  if (card.kind !== "cloze") return card.front;
  return clozeParts(card.text)
    .map(({ text, hidden }) => (hidden ? "…" : text))
    .join("");
}

export function scenarioExists(slug: string): boolean {
  return findBundle(slug) !== null;
}

/** The title by slug, in order of the slugs. */
export function scenarioTitles(): ReadonlyMap<string, string> {
  return new Map(loadScenarios().map(({ scenario }) => [scenario.slug, scenario.title]));
}

/** The rule of a saved name; null where there is none any more. */
export function findRule(name: string): RuleId | null {
  return RULE_IDS.find((id) => id === name) ?? null;
}
