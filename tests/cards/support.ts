import { type Card, cardSchema, type Deck, deckSchema } from "@/lib/cards";

/** A sound basic card; give what the case is about. */
export function aCard(given: Record<string, unknown> = {}): Card {
  return cardSchema.parse({
    id: "a/one",
    kind: "basic",
    source: "Study notes: Keys",
    front: "What?",
    back: "That.",
    ...given,
  });
}

export function aChoice(given: Record<string, unknown> = {}): Card {
  const { front: _, back: __, ...base } = aCard() as Extract<Card, { kind: "basic" }>;
  return cardSchema.parse({
    ...base,
    kind: "choose",
    front: "Which?",
    right: "a",
    wrong: ["b", "c"],
    why: "So.",
    ...given,
  });
}

export function aCloze(text: string): Card {
  return cardSchema.parse({ id: "a/one", kind: "cloze", source: "Study notes: Keys", text });
}

export function aDeck(cards: readonly Card[], given: Record<string, unknown> = {}): Deck {
  return deckSchema.parse({ deck: "a", title: "A", summary: "All of a.", cards, ...given });
}
