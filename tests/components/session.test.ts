import { describe, expect, test } from "vitest";
import type { CardItem, ReviewItem } from "@/components/review/item";
import { advance, type Session, type SessionEvent, share, startSession } from "@/components/review/session";

function aCard(id: string): CardItem {
  const intervals = { 1: "1 min", 2: "6 min", 3: "10 min", 4: "8 days" };
  return { kind: "card", id, why: null, intervals, front: id, back: id, backReplacesFront: false, options: [] };
}

const SCENARIO: ReviewItem = { kind: "scenario", id: "s", why: null, slug: "auction", title: "Online auction" };
const SHOW: SessionEvent = { kind: "show" };
const UNDO: SessionEvent = { kind: "undo" };
const SKIP: SessionEvent = { kind: "skip" };

function rate(id: string, at = 1): SessionEvent {
  return { kind: "rate", id, rating: 3, at };
}

function play(items: readonly ReviewItem[], events: readonly SessionEvent[]): Session {
  return events.reduce(advance, startSession(items));
}

const [A, B, C] = [aCard("a"), aCard("b"), aCard("c")];

interface Case {
  readonly name: string;
  readonly items: readonly ReviewItem[];
  readonly events: readonly SessionEvent[];
  readonly left: string;
  readonly shown?: boolean;
  readonly given?: string;
}

const CASES: readonly Case[] = [
  { name: "a card is rated once it is shown", items: [A, B], events: [SHOW, rate("1")], left: "b", given: "1" },
  { name: "a rating before the answer is nothing", items: [A, B], events: [rate("1")], left: "a b" },
  {
    name: "undo brings the card back with its answer",
    items: [A, B],
    events: [SHOW, rate("1"), UNDO],
    left: "a b",
    shown: true,
  },
  {
    name: "undo after undo goes further back",
    items: [A, B],
    events: [SHOW, rate("1"), SHOW, rate("2"), UNDO, UNDO],
    left: "a b",
    shown: true,
  },
  { name: "undo of nothing is nothing", items: [A], events: [UNDO], left: "a" },
  { name: "a scenario is not shown or rated", items: [SCENARIO, A], events: [SHOW, rate("1")], left: "s a" },
  { name: "a scenario can wait", items: [SCENARIO, A], events: [SKIP], left: "a" },
  {
    name: "what was put off does not arrive again",
    items: [SCENARIO],
    events: [SKIP, { kind: "arrive", items: [SCENARIO, A], asked: 9 }],
    left: "a",
  },
  {
    name: "what is on the table stays on it, shown as it was",
    items: [A, B],
    events: [SHOW, { kind: "arrive", items: [C, A], asked: 9 }],
    left: "a c",
    shown: true,
  },
  {
    name: "what was rated after the server was asked is not new",
    items: [A],
    events: [SHOW, rate("1", 10), { kind: "arrive", items: [A, B], asked: 5 }],
    left: "b",
    given: "1",
  },
  {
    name: "a card that is learnt comes back in the same sitting",
    items: [A],
    events: [SHOW, rate("1", 10), { kind: "arrive", items: [A], asked: 70 }],
    left: "a",
    given: "1",
  },
  {
    name: "what is rated but unsent is withheld",
    items: [A, B],
    events: [{ kind: "withhold", itemIds: ["a"] }],
    left: "b",
  },
];

describe("a sitting", () => {
  test.each(CASES)("$name", ({ items, events, left, shown = false, given = "" }) => {
    const session = play(items, events);
    expect(session.items.map(({ id }) => id).join(" ")).toBe(left);
    expect(session.shown).toBe(shown);
    expect(session.given.map(({ id }) => id).join(" ")).toBe(given);
  });

  test("the hairline goes from nothing to all", () => {
    expect(share(play([A, B], []))).toBe(0);
    expect(share(play([A, B], [SHOW, rate("1")]))).toBe(0.5);
    expect(share(play([A, B], [SHOW, rate("1"), SHOW, rate("2")]))).toBe(1);
  });
});
