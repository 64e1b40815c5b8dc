import { RULE_IDS } from "@/lib/rubric";
import type { Card, Deck } from "./card";
import { clozeParts } from "./cloze";
import { teachesOf } from "./find";

/** Something wrong with the decks that the schema alone cannot see. `deck` and `card` are null where it is about all of them. */
export interface DeckProblem {
  readonly deck: string | null;
  readonly card: string | null;
  readonly message: string;
}

/** All problems of all decks, in their order; empty where they are sound. Every rule must be taught by some card. */
export function checkDecks(decks: readonly Deck[]): readonly DeckProblem[] {
  return [...repeats(decks), ...decks.flatMap(checkDeck), ...untaught(decks)];
}

function repeats(decks: readonly Deck[]): DeckProblem[] {
  const inDecks = repeated(decks.map(({ deck }) => deck)).map((deck) => ({
    deck,
    card: null,
    message: `Two decks are called “${deck}”. Rename one.`,
  }));
  const inCards = repeated(decks.flatMap(({ cards }) => cards.map(({ id }) => id))).map((card) => ({
    deck: null,
    card,
    message: `Two cards have the id “${card}”. Give one of them its own.`,
  }));
  return [...inDecks, ...inCards];
}

function checkDeck({ deck, cards }: Deck): DeckProblem[] {
  return cards.flatMap((card) =>
    [...idMessages(deck, card), ...kindMessages(card)].map((message) => ({ deck, card: card.id, message })),
  );
}

function idMessages(deck: string, card: Card): string[] {
  return card.id.startsWith(`${deck}/`) ? [] : [`The id “${card.id}” must begin with its deck: “${deck}/”.`];
}

function kindMessages(card: Card): string[] {
  if (card.kind === "cloze") return clozeMessages(card.text);
  if (card.kind === "choose") return optionMessages([card.right, ...card.wrong]);
  return plain(card.front) === plain(card.back) ? ["The answer repeats the question."] : [];
}

function clozeMessages(text: string): string[] {
  const parts = clozeParts(text);
  const shown = parts.filter(({ hidden }) => !hidden).map((part) => part.text);
  const messages: string[] = [];
  if (shown.some((piece) => piece.includes("{{") || piece.includes("}}"))) {
    messages.push("A “{{” or “}}” has no partner.");
  }
  if (text.includes("{{}}") || parts.some((part) => part.hidden && part.text.trim() === "")) {
    messages.push("A “{{ }}” hides nothing.");
  }
  if (!parts.some(({ hidden }) => hidden)) messages.push("Nothing is hidden: put the answer in “{{ }}”.");
  return messages;
}

function optionMessages(options: readonly string[]): string[] {
  return repeated(options.map(plain)).map((option) => `The option “${option}” is there twice.`);
}

function untaught(decks: readonly Deck[]): DeckProblem[] {
  const teaches = teachesOf(decks);
  return RULE_IDS.filter((rule) => !teaches.has(rule)).map((rule) => ({
    deck: null,
    card: null,
    message: `No card teaches the rule “${rule}”.`,
  }));
}

/** The values that occur more than once, each named once. */
function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** As a reader sees it: case, code marks and white space aside. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s`*_.]+/g, " ")
    .trim();
}
