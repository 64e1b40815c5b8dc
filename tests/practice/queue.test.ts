import { describe, expect, test } from "vitest";
import { CARDS_A_DAY, composeQueue, itemId, readItemId, unseenCard, type Waiting } from "@/lib/practice";
import { type Memory, newMemory, review } from "@/lib/schedule";

const NOON = Date.UTC(2026, 10, 23, 12);
const DAY = 86_400_000;

function aCard(ref: string, changes: Partial<Memory> = {}, why: string | null = null): Waiting {
  return { id: itemId("card", ref), kind: "card", ref, memory: { ...newMemory(NOON), ...changes }, why, place: 0 };
}

const learnt = (daysAgo: number) => review(newMemory(NOON - daysAgo * DAY), 4, NOON - daysAgo * DAY).memory;
const unseen = (count: number) =>
  Array.from({ length: count }, (_, place) => unseenCard(`deck/n${place}`, place, NOON));
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
  const { items, counts } = composeQueue(waiting, NOON, 0);
  expect(refs(items)).toEqual(["deck/learning", "deck/promised", "deck/due", "deck/n0", "deck/n1", "auction"]);
  expect(counts).toEqual({ due: 2, new: 3, learning: 1 });
  expect(refs(composeQueue([...waiting].reverse(), NOON, 0).items)).toEqual(refs(items));
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
    const { items, counts } = composeQueue([...unseen(30), ...promised(promises)], NOON, begun);
    expect(counts).toEqual({ due: 0, new: fresh, learning: 0 });
    expect(items.filter(({ why }) => why !== null)).toHaveLength(promises);
  });
});

test("the counts are those of the items", () => {
  const { items, counts } = composeQueue([...unseen(30), aCard("deck/due", learnt(60))], NOON, 3);
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
