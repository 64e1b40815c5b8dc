import { describe, expect, it } from "vitest";
import { type Card, type ChooseCard, checkDecks, clozeParts, inTeachingOrder, teachesOf } from "@/lib/cards";
import { type Dimension, dimensionOf, RULE_IDS } from "@/lib/rubric";
import { loadDecks } from "@/lib/scenario/load";

const decks = inTeachingOrder(loadDecks());
const cards = decks.flatMap((deck) => deck.cards);
const choices = cards.filter((card): card is ChooseCard => card.kind === "choose");

/** Everything of a card that a person reads. */
function textsOf(card: Card): readonly string[] {
  const why = card.why === undefined ? [] : [card.why];
  if (card.kind === "basic") return [card.front, card.back, ...why];
  if (card.kind === "cloze") return [card.text, ...why];
  return [card.front, card.right, ...card.wrong, ...why];
}

describe("the decks", () => {
  it("have no problem", () => {
    expect(checkDecks(decks)).toEqual([]);
  });

  it("are in the order of the study notes' subjects", () => {
    expect(decks.map(({ deck }) => deck)).toEqual([
      "factors",
      "databases",
      "relationships",
      "integrity",
      "normalization",
      "indexes",
      "scale",
      "documents",
      "key-value",
      "wide-column",
      "graphs",
      "numbers",
    ]);
  });

  it("ask in all three ways in every deck", () => {
    for (const { deck, cards: own } of decks) {
      expect([...new Set(own.map(({ kind }) => kind))].sort(), deck).toEqual(["basic", "choose", "cloze"]);
    }
  });

  it("teach a missed rule by a handful of cards, and the first dimensions' rules twice", () => {
    const once: readonly Dimension[] = ["document", "key-value", "wide-column", "graph", "scale", "normalization"];
    const teaches = teachesOf(decks);
    for (const rule of RULE_IDS) {
      const count = teaches.get(rule)?.length ?? 0;
      expect(count, rule).toBeGreaterThanOrEqual(once.includes(dimensionOf(rule)) ? 1 : 2);
      expect(count, rule).toBeLessThanOrEqual(6);
    }
  });
});

describe.each(cards.map((card) => [card.id, card] as const))("%s", (_, card) => {
  it("is short enough to read at a glance", () => {
    const [asked = ""] = textsOf(card);
    expect(asked.length).toBeLessThanOrEqual(200);
    expect(card.kind === "basic" ? card.back.length : 0).toBeLessThanOrEqual(170);
    expect(card.why?.length ?? 0).toBeLessThanOrEqual(240);
  });

  it("says why, and names its source", () => {
    expect(card.why).toBeDefined();
    expect(card.source).toMatch(/^Study notes: \S|documentation: \S|^RFC \d+|\(\d{4}\)$/);
  });

  it("keeps the tone: no exclamation mark, no emoji, no HTML, code marks in pairs", () => {
    for (const text of textsOf(card)) {
      expect(text).not.toMatch(/!|\p{Extended_Pictographic}/u);
      expect(text.replaceAll(/`[^`]*`/g, "")).not.toMatch(/`|<\/?[a-z]/i);
    }
  });

  it("does not give its answer away", () => {
    if (card.kind === "cloze") {
      const parts = clozeParts(card.text);
      const shown = parts
        .flatMap((part) => (part.hidden ? [] : [part.text]))
        .join(" ")
        .toLowerCase();
      for (const part of parts) if (part.hidden) expect(shown).not.toContain(part.text.toLowerCase());
    }
    if (card.kind === "choose") expect(card.front).not.toContain(card.right);
    if (card.kind === "basic") expect(card.front).not.toContain(card.back);
  });
});

describe("the options of a choice", () => {
  it.each(choices.map((card) => [card.id, card] as const))(
    "%s: the right one does not stand out by its length",
    (_, card) => {
      const lengths = card.wrong.map((text) => text.length);
      expect(card.right.length).toBeLessThanOrEqual(Math.max(...lengths) * 1.2);
      expect(card.right.length).toBeGreaterThanOrEqual(Math.min(...lengths) * 0.8);
    },
  );

  it("cannot be won by taking the longest, or the shortest", () => {
    const longest = choices.filter(({ right, wrong }) => wrong.every((text) => text.length < right.length));
    const shortest = choices.filter(({ right, wrong }) => wrong.every((text) => text.length > right.length));
    expect(longest.length).toBeLessThanOrEqual(choices.length / 3);
    expect(shortest.length).toBeLessThanOrEqual(choices.length / 3);
  });
});
