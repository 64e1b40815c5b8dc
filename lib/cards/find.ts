import type { RuleId } from "@/lib/rubric";
import type { Card, Deck } from "./card";

/** The decks as they are meant to be learnt: by `order`, then by name. */
export function inTeachingOrder(decks: readonly Deck[]): readonly Deck[] {
  return [...decks].sort((a, b) => a.order - b.order || (a.deck < b.deck ? -1 : Number(a.deck > b.deck)));
}

export function findCard(decks: readonly Deck[], id: string): Card | null {
  for (const { cards } of decks) {
    const card = cards.find((candidate) => candidate.id === id);
    if (card !== undefined) return card;
  }
  return null;
}

/** The cards that teach a rule, in teaching order; a rule that no card teaches is not in the map. */
export function teachesOf(decks: readonly Deck[]): ReadonlyMap<RuleId, readonly string[]> {
  const teaches = new Map<RuleId, string[]>();
  for (const { id, rules } of inTeachingOrder(decks).flatMap((deck) => deck.cards)) {
    for (const rule of new Set(rules)) teaches.set(rule, [...(teaches.get(rule) ?? []), id]);
  }
  return teaches;
}
