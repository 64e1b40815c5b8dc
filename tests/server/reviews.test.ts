import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, preview } from "@/lib/schedule";
import { cardsById } from "@/lib/server/content";
import { readQueue } from "@/lib/server/queue";
import { type Rating, rate, undo } from "@/lib/server/reviews";
import { accepted, DAY, MINUTE, NOON, newGuest, testDatabase } from "./support/database";

const CARDS_A_DAY = DEFAULT_SETTINGS.newPerDay;
/** When the next day begins in UTC. */
const TOMORROW = Date.UTC(2026, 10, 24, 4);
const database = testDatabase();
const [FIRST = ""] = [...cardsById().keys()].map((ref) => `card:${ref}`);

const press = (changes: Partial<Rating> = {}): Rating => ({
  id: randomUUID(),
  itemId: FIRST,
  rating: 3,
  at: NOON,
  elapsed: 4_000,
  ...changes,
});

const items = () => database.rows(`SELECT * FROM "Item" ORDER BY "ref"`);
const reviews = () => database.rows(`SELECT * FROM "Review" ORDER BY "at", "id"`);

test("a person who did nothing yet has the day's new cards, in the order of the decks", async () => {
  const person = await newGuest();
  const { items: shown, counts, nextDue } = await readQueue(person, NOON);
  expect(shown.map(({ ref }) => ref)).toEqual([...cardsById().keys()].slice(0, CARDS_A_DAY));
  expect(counts).toEqual({ due: 0, new: CARDS_A_DAY, learning: 0 });
  expect(nextDue).toBe(TOMORROW);
  expect(items(), "reading writes nothing").toEqual([]);
});

test("a rating does what its button said", async () => {
  for (const rating of [1, 2, 3, 4] as const) {
    const person = await newGuest();
    const { items: queue, scheduling } = await readQueue(person, NOON);
    const [shown] = queue;
    if (!shown) throw new Error("no card");
    const buttons = preview(shown.memory, NOON, { ...scheduling, policy: "card", seed: shown.id, load: null });
    const rated = accepted(await rate(person, press({ itemId: shown.id, rating }), NOON));
    expect(rated).toMatchObject({ due: buttons[rating].due, repeated: false });
  }
});

test("ten new cards a day: those begun count, and tomorrow brings ten more", async () => {
  const person = await newGuest();
  const { items: shown } = await readQueue(person, NOON);
  for (const { id } of shown.slice(0, 3)) accepted(await rate(person, press({ itemId: id, rating: 4 }), NOON));
  expect((await readQueue(person, NOON + MINUTE)).counts).toEqual({ due: 0, new: CARDS_A_DAY - 3, learning: 0 });
  for (const { id } of shown.slice(3)) accepted(await rate(person, press({ itemId: id, rating: 4 }), NOON));
  const done = await readQueue(person, NOON + MINUTE);
  expect(done).toMatchObject({ items: [], counts: { due: 0, new: 0, learning: 0 }, nextDue: TOMORROW });
  expect((await readQueue(person, TOMORROW)).counts.new).toBe(CARDS_A_DAY);
});

test("a card in learning comes back in its minutes, before the new ones", async () => {
  const person = await newGuest();
  const { due } = accepted(await rate(person, press({ rating: 1 }), NOON));
  expect((await readQueue(person, due - 1)).nextDue).toBe(due);
  const { items: shown, counts } = await readQueue(person, due);
  expect(shown[0]).toMatchObject({ id: FIRST, phase: "learning" });
  expect(counts).toEqual({ due: 0, new: CARDS_A_DAY - 1, learning: 1 });
});

describe("sent twice, counted once", () => {
  test("at once, later, and after later reviews", async () => {
    const person = await newGuest();
    const first = press({ rating: 1 });
    const together = await Promise.all(Array.from({ length: 5 }, () => rate(person, first, NOON)));
    const answers = together.map((one) => accepted(one));
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(answers.map(({ due }) => due)).size).toBe(1);
    accepted(await rate(person, press({ at: NOON + 2 * MINUTE }), NOON + 2 * MINUTE));
    accepted(await rate(person, press({ at: NOON + 20 * MINUTE }), NOON + 20 * MINUTE));
    const before = [items(), reviews()];
    expect(await rate(person, first, NOON + DAY)).toEqual({
      ok: true,
      reviewId: first.id,
      due: answers[0]?.due,
      repeated: true,
      leech: false,
    });
    expect(await rate(person, { ...first, rating: 4 }, NOON + DAY)).toMatchObject({ repeated: true });
    expect([items(), reviews()]).toEqual(before);
  });

  test("an undone one stays undone when it is sent again", async () => {
    const person = await newGuest();
    const first = press();
    accepted(await rate(person, first, NOON));
    accepted(await undo(person, first.id, NOON + 1));
    const before = [items(), reviews()];
    expect(await rate(person, first, NOON + 2)).toMatchObject({ ok: true, repeated: true });
    expect([items(), reviews()]).toEqual(before);
  });
});

describe("undo", () => {
  test("gives back the row to the byte, whatever was rated when, one after the other", {
    timeout: 60_000,
  }, async () => {
    const presses = fc.array(fc.tuple(fc.constantFrom(1, 2, 3, 4), fc.integer({ min: 0, max: 90 * DAY })), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(presses, async (sequence) => {
        const person = await newGuest();
        const own = () => database.rows(`SELECT * FROM "Item" WHERE "personId" = ?`, person);
        const taken: { id: string; before: readonly unknown[] }[] = [];
        let at = NOON;
        for (const [rating, wait] of sequence) {
          at += wait;
          const before = own();
          const { reviewId } = accepted(await rate(person, press({ rating, at }), at));
          taken.push({ id: reviewId, before });
        }
        for (const { id, before } of taken.reverse()) {
          expect(await undo(person, id, at)).toEqual({ ok: true, itemId: FIRST });
          // A card's first rating makes its row, and undoing leaves it as a card that was never reviewed.
          if (before.length > 0) expect(own()).toEqual(before);
          else
            expect(own()).toMatchObject([
              { phase: "new", reps: 0, lastReview: null, firstReview: null, lastReviewId: null },
            ]);
        }
      }),
      { numRuns: 15 },
    );
  });

  test("a new card that was undone is new again, and today has room for it", async () => {
    const person = await newGuest();
    const before = await readQueue(person, NOON);
    const { reviewId } = accepted(await rate(person, press({ rating: 4 }), NOON));
    accepted(await undo(person, reviewId));
    const after = await readQueue(person, NOON);
    expect(after.items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
    expect(after.counts).toEqual(before.counts);
  });

  test("marks the review and keeps it; twice is once", async () => {
    const person = await newGuest();
    const { reviewId } = accepted(await rate(person, press(), NOON));
    accepted(await undo(person, reviewId, NOON + 5));
    expect(await undo(person, reviewId, NOON + 9)).toMatchObject({ ok: true });
    expect(reviews()).toMatchObject([{ id: reviewId, undoneAt: NOON + 5 }]);
  });

  test("one that others came after: they are worked out as if it had never been", async () => {
    const [one, other] = [await newGuest(), await newGuest()];
    const again = accepted(await rate(one, press({ rating: 1 }), NOON));
    for (const [rating, wait] of [
      [3, MINUTE],
      [3, 11 * MINUTE],
      [4, 3 * DAY],
    ] as const) {
      const at = NOON + wait;
      accepted(await rate(one, press({ rating, at }), at));
      accepted(await rate(other, press({ rating, at }), at));
    }
    accepted(await undo(one, again.reviewId));
    const memories = database.rows(`SELECT "stability", "difficulty", "phase", "reps", "lapses" FROM "Item"`);
    expect(memories[0]).toEqual(memories[1]);
    const days = (person: string) =>
      database.rows(`SELECT * FROM "Day" WHERE "personId" = ? AND "reviews" > 0`, person);
    const plain = (person: string) => days(person).map((day) => ({ ...day, personId: "" }));
    expect(plain(one)).toEqual(plain(other));
  });

  test("what never was", async () => {
    const person = await newGuest();
    expect(await undo(person, randomUUID())).toMatchObject({ ok: false, code: "not-found" });
  });
});

describe("refused, and nothing kept", () => {
  const cases: readonly { title: string; change: Record<string, unknown>; code: string }[] = [
    ...[0, 5, -1, 2.5, Number.NaN, "3", null].map((rating) => ({
      title: `a rating of ${rating}`,
      change: { rating },
      code: "invalid",
    })),
    { title: "an id that is none", change: { id: "x" }, code: "invalid" },
    { title: "a moment that is none", change: { at: Number.POSITIVE_INFINITY }, code: "invalid" },
    { title: "less than no time", change: { elapsed: -1 }, code: "invalid" },
    { title: "a card that does not exist", change: { itemId: "card:keys/nothing-like-it" }, code: "not-found" },
    { title: "a scenario: its answer rates it", change: { itemId: "scenario:auction" }, code: "not-found" },
    { title: "no item's name", change: { itemId: "keys" }, code: "not-found" },
  ];
  test.each(cases)("$title", async ({ change, code }) => {
    const person = await newGuest();
    const input = Object.assign(press(), change);
    expect(await rate(person, input, NOON)).toMatchObject({ ok: false, code });
    expect([items(), reviews()]).toEqual([[], []]);
  });

  test("a person who is gone", async () => {
    expect(await rate("nobody", press(), NOON)).toMatchObject({ ok: false, code: "signed-out" });
  });
});

describe("a device's clock that is wrong", () => {
  const came = NOON - DAY;
  test.each([
    { title: "years ahead", at: NOON + 900 * DAY, counts: NOON },
    { title: "before one came", at: 1_000, counts: came },
    { title: "an hour ago, from a queue that was offline", at: NOON - 60 * MINUTE, counts: NOON - 60 * MINUTE },
  ])("$title", async ({ at, counts }) => {
    const person = await newGuest();
    accepted(await rate(person, press({ at }), NOON));
    expect(items()).toMatchObject([{ lastReview: counts, firstReview: counts }]);
    expect(reviews()).toMatchObject([{ at: counts }]);
  });

  test("backwards between two reviews: the earlier one takes its place before the other", async () => {
    const person = await newGuest();
    accepted(await rate(person, press({ rating: 1 }), NOON));
    accepted(await rate(person, press({ at: NOON - 60 * MINUTE }), NOON + MINUTE));
    expect(items()).toMatchObject([{ lastReview: NOON, firstReview: NOON - 60 * MINUTE, reps: 2 }]);
  });
});
