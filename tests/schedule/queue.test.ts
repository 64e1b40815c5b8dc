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

const ids = (items: readonly Queued[]) => items.map(({ id }) => id);
const newItem = (id: string, rest: Partial<Queued> = {}) => item(id, {}, rest);

describe("new items among the reviews", () => {
  const reviews = (count: number) => Array.from({ length: count }, (_, index) => reviewItem(`r${index}`, 10 + index));
  const fresh = (count: number) => Array.from({ length: count }, (_, place) => newItem(`n${place}`, { place }));
  it.each([
    [4, 2, "r0 n0 r1 r2 n1 r3"],
    [6, 1, "r0 r1 r2 n0 r3 r4 r5"],
    [1, 3, "n0 r0 n1 n2"],
    [0, 2, "n0 n1"],
    [3, 0, "r0 r1 r2"],
  ])("%i and %i: %s", (old, unseen, order) => {
    expect(ids(orderQueue([...fresh(unseen), ...reviews(old)], START, NO_LIMIT).items).join(" ")).toBe(order);
  });

  it("come after all that is being learnt", () => {
    const learning = [learningItem("l1", START - 2), learningItem("l2", START - 1)];
    expect(ids(orderQueue([...fresh(2), ...reviews(2), ...learning], START, NO_LIMIT).items)).toEqual([
      "l1",
      "l2",
      "r0",
      "n0",
      "r1",
      "n1",
    ]);
  });
});

describe("siblings", () => {
  const of = (sibling: string, plain: Queued): Queued => ({ ...plain, sibling });
  const cases: readonly (readonly [string, readonly Queued[], string, string])[] = [
    [
      "of reviews the one that is nearly lost stays",
      [of("a", reviewItem("sure", 90)), of("a", reviewItem("shaky", 3)), of("b", reviewItem("other", 9))],
      "shaky other",
      "shaky other sure",
    ],
    [
      "a new one gives way to a review",
      [of("a", newItem("n")), of("a", reviewItem("r", 9)), newItem("m")],
      "r m",
      "n m r",
    ],
    [
      "what is being learnt is never left out, and what is its sibling is",
      [of("a", learningItem("l1", START - 2)), of("a", learningItem("l2", START - 1)), of("a", reviewItem("r", 9))],
      "l1 l2",
      "l1 l2 r",
    ],
    [
      "who has no group has no siblings",
      [
        of("a", reviewItem("r1", 3)),
        reviewItem("r2", 4),
        reviewItem("r3", 5),
        { ...reviewItem("r4", 6), sibling: null },
      ],
      "r1 r2 r3 r4",
      "r1 r2 r3 r4",
    ],
    [
      "the last two are parted by one before them",
      [reviewItem("x", 3), reviewItem("y", 4), of("a", reviewItem("a1", 5)), of("a", reviewItem("a2", 6))],
      "x y a1",
      "x a2 y a1",
    ],
  ];
  it.each(cases)("%s", (_, items, buried, apart) => {
    expect(ids(orderQueue(items, START, { ...NO_LIMIT, bury: true }).items).join(" ")).toBe(buried);
    expect(ids(orderQueue(items, START, NO_LIMIT).items).join(" ")).toBe(apart);
  });

  const grouped = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      phase: fc.constantFrom(...PHASES),
      stability: fc.integer({ min: 1, max: 90 }),
      sibling: fc.constantFrom("a", "b", "c", "d", null),
      promised: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 30 },
  );
  const made = (
    plain: { id: string; phase: Memory["phase"]; stability: number; sibling: string | null; promised: boolean }[],
  ) =>
    plain.map(({ id, phase, stability, ...rest }) =>
      item(id, { phase, stability, difficulty: 5, lastReview: phase === "new" ? null : START - DAY }, rest),
    );
  const isLearning = ({ memory }: Queued) => memory.phase === "learning" || memory.phase === "relearning";

  it("buried: one of each group at most beside what is being learnt, and nothing else is missing", () => {
    fc.assert(
      fc.property(grouped, (plain) => {
        const all = made(plain);
        const { items } = orderQueue(all, START, { ...NO_LIMIT, bury: true });
        const rest = items.filter((entry) => !isLearning(entry) && entry.sibling !== null);
        expect(new Set(rest.map(({ sibling }) => sibling)).size).toBe(rest.length);
        const groups = new Set(items.map(({ sibling }) => sibling));
        for (const left of all.filter((entry) => !items.includes(entry))) expect(groups).toContain(left.sibling);
        expect(items.filter(isLearning)).toHaveLength(all.filter(isLearning).length);
      }),
    );
  });

  it("not buried: all are there, and next to each other only where one group is more than half", () => {
    fc.assert(
      fc.property(grouped, (plain) => {
        const all = made(plain).filter((entry) => !isLearning(entry));
        const { items } = orderQueue(all, START, NO_LIMIT);
        expect([...ids(items)].sort()).toEqual([...ids(all)].sort());
        const sizes = ["a", "b", "c", "d"].map((group) => all.filter(({ sibling }) => sibling === group).length);
        const pairs = items.filter(({ sibling }, at) => sibling !== null && sibling === items[at - 1]?.sibling).length;
        if (Math.max(...sizes) * 2 <= all.length + 1) expect(pairs).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe("what fits in the minutes that are left", () => {
  const paces = {
    card: { new: 60, review: 10 },
    drill: { new: 90, review: 30 },
    own: { new: 60, review: 10 },
    scenario: { new: 1800, review: 1800 },
  };
  const limits = (secondsLeft: number) => ({ ...NO_LIMIT, budget: { secondsLeft, paces } });
  const due = (count: number) => Array.from({ length: count }, (_, index) => reviewItem(`r${index}`, 10 + index));
  const fresh = (count: number) => Array.from({ length: count }, (_, place) => newItem(`n${place}`, { place }));
  const cases: readonly (readonly [string, readonly Queued[], number, string, string])[] = [
    ["all of it where there is time", [...due(2), ...fresh(1)], 600, "r0 n0 r1", ""],
    ["what is due goes first, new ones only where time is left", [...due(3), ...fresh(2)], 90, "r0 r1 n0 r2", ""],
    ["none where none is left", [...due(3), ...fresh(2)], 80, "r0 r1 r2", ""],
    ["due ones that do not fit wait, the shakiest not among them", [...due(5), ...fresh(2)], 35, "r0 r1 r2", "r3 r4"],
    ["what is promised goes before all", [...due(5), newItem("p", { promised: true })], 80, "r0 p r1", "r2 r3 r4"],
    ["even where the day is over", [...due(1), newItem("p", { promised: true })], 0, "p", "r0"],
    ["and so does what is being learnt", [learningItem("l", START), ...due(1)], 5, "l", "r0"],
    [
      "a scenario costs none of the minutes",
      [{ ...reviewItem("s", 50), kind: "scenario" }, ...due(2)],
      10,
      "r0 s",
      "r1",
    ],
    ["a drill takes as long as drills do", [{ ...reviewItem("d", 1), kind: "drill" }, ...due(2)], 45, "d r0", "r1"],
  ];
  it.each(cases)("%s", (_, items, seconds, today, waiting) => {
    const queue = orderQueue(items, START, limits(seconds));
    expect(ids(queue.items.slice(0, queue.fits)).join(" ")).toBe(today);
    expect(ids(queue.items.slice(queue.fits)).join(" ")).toBe(waiting);
  });

  it("is all of it without minutes to keep to", () => {
    const items = [...due(30), ...fresh(5)];
    for (const budget of [null, undefined]) {
      const queue = orderQueue(items, START, { ...NO_LIMIT, budget });
      expect([queue.items.length, queue.fits]).toEqual([35, 35]);
    }
  });

  it("keeps the daily limit of new ones too", () => {
    const queue = orderQueue(fresh(9), START, { ...limits(6000), newPerDay: 4, newToday: 1 });
    expect(ids(queue.items)).toEqual(["n0", "n1", "n2"]);
  });

  it("never takes longer, but for what is promised or being learnt, and lets nobody wait who would fit", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(20), fc.nat(900), (old, unseen, seconds) => {
        const { items, fits } = orderQueue([...due(old), ...fresh(unseen)], START, { ...limits(seconds) });
        const cost = (entry: Queued) => (entry.memory.phase === "new" ? 60 : 10);
        const spent = items.slice(0, fits).reduce((sum, entry) => sum + cost(entry), 0);
        expect(spent).toBeLessThanOrEqual(seconds);
        expect(items.slice(fits).every(({ memory }) => memory.phase === "review")).toBe(true);
        if (fits < items.length) expect(spent + 10).toBeGreaterThan(seconds);
        else if (items.length < old + unseen) expect(spent + 60).toBeGreaterThan(seconds);
      }),
    );
  });
});
