import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Memory, newMemory, orderQueue, PHASES, type Queued } from "@/lib/schedule";
import { DAY, MINUTE, START } from "./support";

const NO_LIMIT = { newPerDay: 100, newToday: 0 };

function item(id: string, memory: Partial<Memory>, rest: Partial<Queued> = {}): Queued {
  return { id, memory: { ...newMemory(START - DAY), ...memory }, ...rest };
}

function reviewItem(id: string, stability: number, due = START - MINUTE): Queued {
  return item(id, { phase: "review", stability, difficulty: 5, lastReview: START - 10 * DAY, due });
}

function learningItem(id: string, due: number): Queued {
  return item(id, { phase: "learning", stability: 1, difficulty: 5, lastReview: START - 5 * MINUTE, due });
}

describe("orderQueue", () => {
  const cases: readonly [string, readonly Queued[], { newPerDay: number; newToday: number }, readonly string[]][] = [
    ["nothing", [], NO_LIMIT, []],
    [
      "learning, then reviews, then new",
      [item("n", {}), reviewItem("r", 10), learningItem("l", START)],
      NO_LIMIT,
      ["l", "r", "n"],
    ],
    ["learning by due time", [learningItem("b", START - 1), learningItem("a", START - 2)], NO_LIMIT, ["a", "b"]],
    [
      "reviews by what is nearly lost, even if it is due last",
      [reviewItem("sure", 90, START - 2), reviewItem("zzz shaky", 3, START - 1)],
      NO_LIMIT,
      ["zzz shaky", "sure"],
    ],
    [
      "equally likely ones by due time",
      [reviewItem("later", 9, START - 1), reviewItem("sooner", 9, START - 2)],
      NO_LIMIT,
      ["sooner", "later"],
    ],
    [
      "what is not due stays away",
      [learningItem("l", START + 1), item("n", { due: START + DAY }), reviewItem("r", 5, START + 1)],
      NO_LIMIT,
      [],
    ],
    ["what is due this very moment comes", [item("n", { due: START })], NO_LIMIT, ["n"]],
    [
      "new ones in the decks' order, as many as the day allows",
      [item("a", {}, { place: 3 }), item("b", {}, { place: 1 }), item("c", {}, { place: 2 })],
      { newPerDay: 5, newToday: 3 },
      ["b", "c"],
    ],
    ["none when the day is full", [item("a", {})], { newPerDay: 5, newToday: 7 }, []],
    [
      "promised ones go first, over the limit, and use it up",
      [
        item("a", {}, { place: 0 }),
        item("p", {}, { place: 9, promised: true }),
        item("q", {}, { place: 8, promised: true }),
      ],
      { newPerDay: 1, newToday: 0 },
      ["q", "p"],
    ],
  ];
  it.each(cases)("%s", (_, items, limits, expected) => {
    expect(orderQueue(items, START, limits).items.map(({ id }) => id)).toEqual(expected);
  });

  it("gives the same order whatever order the items came in", () => {
    const items = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1 }),
        phase: fc.constantFrom(...PHASES),
        due: fc.integer({ min: START - 3, max: START + 1 }),
        stability: fc.constantFrom(1, 5),
        promised: fc.boolean(),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(items, fc.infiniteStream(fc.nat()), fc.nat({ max: 10 }), (plain, keys, newPerDay) => {
        const all = plain.map(({ id, promised, ...memory }) =>
          item(id, { ...memory, difficulty: 5, lastReview: memory.phase === "new" ? null : START - DAY }, { promised }),
        );
        const shuffled = all
          .map((entry) => ({ entry, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => entry);
        const limits = { newPerDay, newToday: 0 };
        expect(orderQueue(shuffled, START, limits)).toEqual(orderQueue(all, START, limits));
      }),
    );
  });
});
