import { expect, test } from "vitest";
import { composeAhead, itemId, type Waiting } from "@/lib/practice";
import { type Memory, newMemory, type Rating, review } from "@/lib/schedule";
import { BY, DAY, NOON } from "./support/scheduling";

const MORNING = NOON - 8 * 3_600_000;

const rated = (at: number, rating: Rating) => review(newMemory(at), rating, at, BY).memory;
const card = (ref: string, memory: Memory): Waiting => ({
  id: itemId("card", ref),
  kind: "card",
  ref,
  memory,
  why: null,
});

const there = [
  card("new", newMemory(NOON)),
  card("promised for tomorrow", { ...newMemory(NOON), due: NOON + DAY }),
  card("learnt yesterday", rated(NOON - DAY, 4)),
  card("learnt last month", rated(NOON - 30 * DAY, 4)),
  card("rated this morning", rated(MORNING + 1, 4)),
  card("rated in the night before the day began", rated(MORNING - 1, 4)),
  card("in its steps, later", rated(NOON - 60_000, 3)),
  card("in its steps, now", rated(NOON - DAY, 1)),
];
const asked = () => composeAhead(there, NOON, MORNING, null);

test("all comes but what was rated today: steps first, the likeliest forgotten before others, then new ones", () => {
  const { items, counts, fits } = asked();
  const refs = items.map(({ ref }) => ref);
  expect(refs[0]).toBe("in its steps, now");
  expect([...refs].sort()).toEqual(
    there
      .map(({ ref }) => ref)
      .filter((ref) => ref !== "rated this morning" && ref !== "in its steps, later")
      .sort(),
  );
  expect(refs.indexOf("learnt last month")).toBeLessThan(refs.indexOf("learnt yesterday"));
  expect(refs.indexOf("learnt yesterday")).toBeLessThan(refs.indexOf("rated in the night before the day began"));
  expect(counts).toEqual({ due: 3, new: 2, learning: 1 });
  expect(fits).toBe(items.length);
});

test("memories are given as they are: a page that rates them must know how early it is", () => {
  for (const item of asked().items) expect(item.memory).toBe(there.find(({ id }) => id === item.id)?.memory);
});

test("what is in its steps says when it comes", () => {
  expect(asked().nextDue).toBe(there[6]?.memory.due);
  expect(composeAhead(there.slice(0, 6), NOON, MORNING, null).nextDue).toBeNull();
});
