import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange, type ChooseCard, clozeParts, findCard, inTeachingOrder, teachesOf } from "@/lib/cards";
import { aCard, aChoice, aDeck } from "./support";

describe("clozeParts", () => {
  const shown = (text: string) => ({ text, hidden: false });
  const hidden = (text: string) => ({ text, hidden: true });
  const cases: readonly [string, readonly { text: string; hidden: boolean }[]][] = [
    ["plain", [shown("plain")]],
    ["a {{b}} c", [shown("a "), hidden("b"), shown(" c")]],
    ["{{a}}", [hidden("a")]],
    ["{{a}} and {{b}}.", [hidden("a"), shown(" and "), hidden("b"), shown(".")]],
    ["{{a}}{{b}}", [hidden("a"), hidden("b")]],
    ["`author { id }` {{is}} one", [shown("`author { id }` "), hidden("is"), shown(" one")]],
    ["over\n{{two\nlines}}", [shown("over\n"), hidden("two\nlines")]],
    ["never {{closed", [shown("never {{closed")]],
    ["closed}} only", [shown("closed}} only")]],
  ];
  it.each(cases)("%j", (text, parts) => {
    expect(clozeParts(text)).toEqual(parts);
  });

  it("loses nothing: marked again, the parts are the text", () => {
    const piece = fc.string({ minLength: 1 }).filter((text) => !/[{}]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.record({ text: piece, hidden: fc.boolean() })), (parts) => {
        const text = parts.map((part) => (part.hidden ? `{{${part.text}}}` : part.text)).join("");
        const marked = clozeParts(text).map((part) => (part.hidden ? `{{${part.text}}}` : part.text));
        expect(marked.join("")).toBe(text);
        expect(clozeParts(text).filter((part) => part.hidden).length).toBe(parts.filter((part) => part.hidden).length);
      }),
    );
  });
});

describe("arrange", () => {
  const card = aChoice({ right: "right", wrong: ["one", "two", "three"] }) as ChooseCard;

  it("keeps every option once and knows the right one", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const options = arrange(card, seed);
        expect(options.map(({ text }) => text).sort()).toEqual(["one", "right", "three", "two"]);
        expect(options.filter(({ right }) => right).map(({ text }) => text)).toEqual(["right"]);
      }),
    );
  });

  it("gives the same order for the same card and seed", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(arrange({ ...card }, seed)).toEqual(arrange(card, `${seed}`));
      }),
    );
  });

  it("puts the right one in each place about equally often", () => {
    const places = [0, 0, 0, 0];
    for (let seed = 0; seed < 4000; seed++) {
      const place = arrange(card, seed).findIndex(({ right }) => right);
      places[place] = (places[place] ?? 0) + 1;
    }
    for (const count of places) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it("orders two cards differently under the same seed", () => {
    const other = { ...card, id: "a/two" };
    const orders = (which: ChooseCard) =>
      Array.from({ length: 20 }, (_, seed) => arrange(which, seed).map(({ text }) => text));
    expect(orders(other)).not.toEqual(orders(card));
  });
});

describe("finding cards", () => {
  const first = aCard({ id: "b/one", rules: ["keys/missing"] });
  const second = aCard({ id: "a/two", rules: ["keys/missing", "constraints/unique", "keys/missing"] });
  const decks = [aDeck([second], { order: 2 }), aDeck([first], { deck: "b", order: 1 })];

  it("puts decks into teaching order, by name where two are equal", () => {
    expect(inTeachingOrder(decks).map(({ deck }) => deck)).toEqual(["b", "a"]);
    const equal = [aDeck([first], { deck: "b" }), aDeck([second])];
    expect(inTeachingOrder(equal).map(({ deck }) => deck)).toEqual(["a", "b"]);
    expect(equal.map(({ deck }) => deck)).toEqual(["b", "a"]);
  });

  it("finds a card by its id in any deck", () => {
    expect(findCard(decks, "b/one")).toBe(decks[1]?.cards[0]);
    expect(findCard(decks, "b/two")).toBeNull();
  });

  it("knows which cards teach a rule, each once, in teaching order", () => {
    expect([...teachesOf(decks)]).toEqual([
      ["keys/missing", ["b/one", "a/two"]],
      ["constraints/unique", ["a/two"]],
    ]);
  });
});
