import { describe, expect, it } from "vitest";
import { checkDecks, type Deck } from "@/lib/cards";
import { RULE_IDS } from "@/lib/rubric";
import { aCard, aChoice, aCloze, aDeck } from "./support";

/** Teaches everything, so that a case shows its own problem only. */
const complete = aDeck([aCard({ id: "all/rules", rules: RULE_IDS })], { deck: "all" });

describe("checkDecks", () => {
  const cases: readonly [string, readonly Deck[], readonly string[]][] = [
    ["sound decks", [aDeck([aCard(), aChoice({ id: "a/two" }), { ...aCloze("a {{b}}"), id: "a/three" }])], []],
    ["a deck twice", [aDeck([aCard()]), aDeck([aCard({ id: "a/two" })])], ["Two decks are called “a”. Rename one."]],
    [
      "an id twice, in two decks",
      [aDeck([aCard({ id: "a/one" })]), aDeck([aCard({ id: "a/one" })], { deck: "b" })],
      ["Two cards have the id “a/one”. Give one of them its own.", "The id “a/one” must begin with its deck: “b/”."],
    ],
    ["a foreign prefix", [aDeck([aCard({ id: "b/one" })])], ["The id “b/one” must begin with its deck: “a/”."]],
    [
      "a deck whose name begins alike",
      [aDeck([aCard({ id: "ab/one" })])],
      ["The id “ab/one” must begin with its deck: “a/”."],
    ],
    [
      "an unclosed gap",
      [aDeck([aCloze("a {{b")])],
      ["A “{{” or “}}” has no partner.", "Nothing is hidden: put the answer in “{{ }}”."],
    ],
    ["a gap closed twice", [aDeck([aCloze("a {{b}} c}}")])], ["A “{{” or “}}” has no partner."]],
    ["an empty gap", [aDeck([aCloze("a {{ }} {{b}}")])], ["A “{{ }}” hides nothing."]],
    ["a gap with nothing in it at all", [aDeck([aCloze("a {{}} {{b}}")])], ["A “{{ }}” hides nothing."]],
    ["no gap", [aDeck([aCloze("a b")])], ["Nothing is hidden: put the answer in “{{ }}”."]],
    [
      "a wrong option that is the right one, marks and case aside",
      [aDeck([aChoice({ right: "`posts.id`", wrong: ["Posts.id", "x"] })])],
      ["The option “posts id” is there twice."],
    ],
    ["two wrong options alike", [aDeck([aChoice({ wrong: ["b", "B "] })])], ["The option “b” is there twice."]],
    ["an answer that repeats its question", [aDeck([aCard({ back: "what?" })])], ["The answer repeats the question."]],
  ];
  it.each(cases)("%s", (_, decks, expected) => {
    expect(checkDecks([...decks, complete]).map(({ message }) => message)).toEqual(expected);
  });

  it("names each rule that no card teaches", () => {
    const all = RULE_IDS.filter((rule) => rule !== "keys/missing" && rule !== "graph/not-needed");
    expect(checkDecks([aDeck([aCard({ rules: all })])])).toEqual([
      { deck: null, card: null, message: "No card teaches the rule “keys/missing”." },
      { deck: null, card: null, message: "No card teaches the rule “graph/not-needed”." },
    ]);
  });

  it("says in which deck and card", () => {
    expect(checkDecks([aDeck([aCloze("a b")]), complete])).toEqual([
      { deck: "a", card: "a/one", message: "Nothing is hidden: put the answer in “{{ }}”." },
    ]);
  });
});
