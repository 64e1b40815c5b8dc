import { describe, expect, test } from "vitest";
import { composeQueue, itemId, pacesOf, readDrillRef, readItemId, unseenItem, type Waiting } from "@/lib/practice";
import { type Memory, newMemory, review } from "@/lib/schedule";
import { BY, DAY, NOON } from "./support/scheduling";

const CARDS_A_DAY = 10;
const today = (newToday = 0) => ({ newPerDay: CARDS_A_DAY, newToday, bury: true });

function aCard(ref: string, changes: Partial<Memory> = {}, why: string | null = null): Waiting {
  return { id: itemId("card", ref), kind: "card", ref, memory: { ...newMemory(NOON), ...changes }, why, place: 0 };
}

const learnt = (daysAgo: number) => review(newMemory(NOON - daysAgo * DAY), 4, NOON - daysAgo * DAY, BY).memory;
const unseen = (count: number) =>
  Array.from({ length: count }, (_, place) => unseenItem("card", `deck/n${place}`, place, NOON));
const refs = (items: readonly Waiting[]) => items.map(({ ref }) => ref);

test("learning first, then due cards with new ones among them, promised before others by deck, and scenarios last", () => {
  const scenario: Waiting = { id: "scenario:auction", kind: "scenario", ref: "auction", memory: learnt(60), why: null };
  const waiting = [
    scenario,
    ...unseen(2),
    aCard("deck/promised", {}, "because `keys/missing` was missed"),
    aCard("deck/due", learnt(60)),
    aCard("deck/learning", { phase: "learning", lastReview: NOON - 600_000, reps: 1, stability: 1, difficulty: 5 }),
    aCard("deck/later", { due: NOON + 1 }),
  ];
  const { items, counts } = composeQueue(waiting, NOON, today());
  expect(refs(items)).toEqual(["deck/learning", "deck/promised", "deck/due", "deck/n0", "deck/n1", "auction"]);
  expect(counts).toEqual({ due: 2, new: 3, learning: 1 });
  expect(refs(composeQueue([...waiting].reverse(), NOON, today()).items)).toEqual(refs(items));
});

describe("new cards a day", () => {
  const promised = (count: number) => Array.from({ length: count }, (_, n) => aCard(`deck/p${n}`, {}, "because"));
  test.each([
    { begun: 0, promises: 0, fresh: CARDS_A_DAY },
    { begun: 4, promises: 0, fresh: CARDS_A_DAY - 4 },
    { begun: CARDS_A_DAY + 5, promises: 0, fresh: 0 },
    { begun: 0, promises: 3, fresh: CARDS_A_DAY },
    { begun: 4, promises: 3, fresh: CARDS_A_DAY - 4 },
    { begun: CARDS_A_DAY, promises: 3, fresh: 3 },
    { begun: 0, promises: CARDS_A_DAY + 2, fresh: CARDS_A_DAY + 2 },
  ])("$begun begun, $promises promised: $fresh are shown, the promised among them", ({ begun, promises, fresh }) => {
    const { items, counts } = composeQueue([...unseen(30), ...promised(promises)], NOON, today(begun));
    expect(counts).toEqual({ due: 0, new: fresh, learning: 0 });
    expect(items.filter(({ why }) => why !== null)).toHaveLength(promises);
  });
});

test("the counts are those of the items", () => {
  const { items, counts } = composeQueue([...unseen(30), aCard("deck/due", learnt(60))], NOON, today(3));
  expect(counts.due + counts.new + counts.learning).toBe(items.length);
});

describe("an item's id", () => {
  test.each([
    { id: "card:keys/what-is-a-key", is: { kind: "card", ref: "keys/what-is-a-key" } },
    { id: "scenario:auction", is: { kind: "scenario", ref: "auction" } },
    { id: "card:", is: null },
    { id: "deck:keys", is: null },
    { id: "keys/what-is-a-key", is: null },
    { id: "", is: null },
  ])("$id", ({ id, is }) => {
    expect(readItemId(id)).toEqual(is);
    if (is?.kind === "card" || is?.kind === "scenario") expect(itemId(is.kind, is.ref)).toBe(id);
  });
});

test("a drill's ref is the scenario and the rule", () => {
  expect(readDrillRef("auction/indexes/unserved")).toEqual({ scenario: "auction", rule: "indexes/unserved" });
});

describe("a person's pace", () => {
  const spent = { reviews: 0, milliseconds: 0, drills: 0, drillMilliseconds: 0 };
  test("is the usual one while too little is known", () => {
    expect(pacesOf({ ...spent, reviews: 49, milliseconds: 49_000 }).card.review).toBe(10);
  });
  test("is their own of cards and of drills, each by itself", () => {
    const paces = pacesOf({ reviews: 120, milliseconds: 1_600_000, drills: 20, drillMilliseconds: 1_000_000 });
    expect(paces.card).toEqual({ review: 6, new: 24 });
    expect(paces.own).toEqual(paces.card);
    expect(paces.drill).toEqual({ review: 50, new: 100 });
  });
});

test("what does not fit into the day's minutes waits, and is told of", () => {
  const paces = pacesOf({ reviews: 0, milliseconds: 0, drills: 0, drillMilliseconds: 0 });
  const due = Array.from({ length: 9 }, (_, n) => aCard(`deck/d${n}`, learnt(60 + n)));
  const { items, fits, counts } = composeQueue([...due, ...unseen(5)], NOON, {
    ...today(),
    budget: { secondsLeft: 65, paces },
  });
  expect(counts).toEqual({ due: 9, new: 0, learning: 0 });
  expect([items.length, fits]).toEqual([9, 6]);
});
