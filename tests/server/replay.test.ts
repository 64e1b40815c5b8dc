import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cardsById } from "@/lib/server/content";
import { database as client } from "@/lib/server/database";
import { rebuildDays } from "@/lib/server/days";
import { habitsInside } from "@/lib/server/people";
import { readQueue } from "@/lib/server/queue";
import { type Rating, rate, undo } from "@/lib/server/reviews";
import { saveSettings } from "@/lib/server/settings";
import { accepted, DAY, MINUTE, NOON, newGuest, testDatabase } from "./support/database";

const database = testDatabase();
const CARDS = [...cardsById().keys()].slice(0, 3).map((ref) => `card:${ref}`);
const THIRTY_DAYS = 30 * DAY;
/** When the last letter has come in. */
const LATE = NOON + 40 * DAY;

/** Something that a device sends: a rating, or the taking back of one. */
type Letter = { readonly rating: Rating } | { readonly undo: string };

interface Scene {
  readonly ratings: readonly Rating[];
  /** Ids of ratings that are taken back. */
  readonly undone: readonly string[];
}

/** Up to a dozen ratings of three cards within a month, some of them taken back. */
const scenes: fc.Arbitrary<Scene> = fc
  .array(
    fc.record({
      card: fc.constantFrom(...CARDS),
      rating: fc.constantFrom(1, 2, 3, 4),
      // Some at the very same moment, as two devices can.
      at: fc.oneof(fc.integer({ min: 0, max: THIRTY_DAYS }), fc.constantFrom(0, DAY, DAY + MINUTE)),
      taken: fc.boolean(),
      id: fc.uuid({ version: 4 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((presses) => ({
    ratings: presses.map(({ card, rating, at, id }) => ({ id, itemId: card, rating, at: NOON + at, elapsed: 3_000 })),
    undone: presses.flatMap(({ taken, id }, index) => (taken && index % 3 === 0 ? [id] : [])),
  }));

async function send(person: string, letters: readonly Letter[]): Promise<void> {
  for (const letter of letters) {
    accepted("rating" in letter ? await rate(person, letter.rating, LATE) : await undo(person, letter.undo, LATE));
  }
}

const byTime = (ratings: readonly Rating[]) => [...ratings].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** All that counts of a person: memories, ratings, days, evidence; without ids of rows and without the moment of undoing. */
function standing(person: string) {
  const items = database.rows(
    `SELECT "ref", "due", "day", "stability", "difficulty", "phase", "step", "reps", "lapses", "scheduledDays", "lastReview", "firstReview", "lastReviewId", "suspendedAt", "leech"
     FROM "Item" WHERE "personId" = ? AND "reps" > 0 ORDER BY "ref"`,
    person,
  );
  const ratings = database.rows(
    `SELECT "id", "rating", "at", "undoneAt" IS NOT NULL AS "undone" FROM "Review" WHERE "personId" = ? ORDER BY "id"`,
    person,
  );
  const days = database.rows(`SELECT * FROM "Day" WHERE "personId" = ? AND "reviews" > 0 ORDER BY "day"`, person);
  const evidence = database.rows(
    `SELECT "rule", "source", "seen", "kept", round("weight", 6) AS "weight", round("keptWeight", 6) AS "kept weight" FROM "Evidence" WHERE "personId" = ? AND "seen" > 0 ORDER BY 1, 2`,
    person,
  );
  return { items, ratings, days: days.map((day) => ({ ...day, personId: "" })), evidence };
}

/** Exact intervals: what comes of a rating must not depend on how full the days were when it came. */
async function newPerson(): Promise<string> {
  const person = await newGuest();
  accepted(await saveSettings(person, { balance: false }));
  return person;
}

/** What the same ratings come to, sent once each, in order, by one device that never took one back. */
async function expected({ ratings, undone }: Scene): Promise<ReturnType<typeof standing>> {
  const person = await newPerson();
  await send(
    person,
    byTime(ratings.filter(({ id }) => !undone.includes(id))).map((rating) => ({ rating })),
  );
  return standing(person);
}

const FEW = { numRuns: 25 };
const SLOW = { timeout: 180_000 };

describe("ratings that come late", () => {
  test("in any order, each any number of times: the same as once each in order", SLOW, async () => {
    const orders = scenes.chain((scene) =>
      fc.record({
        scene: fc.constant(scene),
        order: fc.shuffledSubarray([...scene.ratings, ...scene.ratings], {
          minLength: scene.ratings.length * 2,
          maxLength: scene.ratings.length * 2,
        }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ({ scene, order }) => {
        const person = await newPerson();
        await send(
          person,
          order.map((rating) => ({ rating })),
        );
        const { items, days, evidence, ratings } = await expected({ ...scene, undone: [] });
        expect(standing(person)).toEqual({ items, days, evidence, ratings });
      }),
      FEW,
    );
  });

  test("from two devices that were offline for a month, each sending twice, with some taken back", SLOW, async () => {
    const devices = scenes.chain((scene) =>
      fc.record({
        scene: fc.constant(scene),
        first: fc.array(fc.boolean(), { minLength: scene.ratings.length, maxLength: scene.ratings.length }),
        turns: fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(devices, async ({ scene, first, turns }) => {
        const outboxOf = (mine: boolean): Letter[] =>
          scene.ratings
            .filter((_, index) => first[index] === mine)
            .flatMap((rating): Letter[] => {
              const sent: Letter[] = [{ rating }, { rating }];
              return scene.undone.includes(rating.id) ? [...sent, { undo: rating.id }, { undo: rating.id }] : sent;
            });
        const outboxes = [outboxOf(true), outboxOf(false)] as const;
        const letters: Letter[] = [];
        for (const turn of turns) letters.push(...outboxes[turn ? 0 : 1].splice(0, 1));
        const person = await newPerson();
        await send(person, [...letters, ...outboxes[0], ...outboxes[1]]);
        const found = standing(person);
        const { items, days, evidence } = await expected(scene);
        expect({ items: found.items, days: found.days, evidence: found.evidence }).toEqual({ items, days, evidence });
        expect(found.ratings, "nothing is lost").toHaveLength(scene.ratings.length);
        expect(found.ratings.filter(({ undone }) => undone === 1)).toHaveLength(scene.undone.length);
      }),
      FEW,
    );
  });

  test("at once from two devices: each counts once", async () => {
    const person = await newPerson();
    const presses = Array.from({ length: 8 }, (_, index): Rating => {
      return { id: randomUUID(), itemId: CARDS[0] ?? "", rating: 3, at: NOON + index * DAY, elapsed: 1 };
    });
    await Promise.all([...presses, ...presses].reverse().map((press) => rate(person, press, LATE)));
    expect(standing(person)).toEqual(await expected({ ratings: presses, undone: [] }));
  });

  test("with days evened out the memory is the same, and the day lies near", SLOW, async () => {
    await fc.assert(
      fc.asyncProperty(scenes, async (scene) => {
        const person = await newGuest();
        await send(
          person,
          [...scene.ratings].reverse().map((rating) => ({ rating })),
        );
        const memories = (rows: ReturnType<typeof standing>) =>
          rows.items.map(({ ref, stability, difficulty, reps, lapses }) => ({
            ref,
            stability,
            difficulty,
            reps,
            lapses,
          }));
        const exact = await expected({ ...scene, undone: [] });
        const found = standing(person);
        expect(memories(found)).toEqual(memories(exact));
        for (const [index, { scheduledDays }] of found.items.entries()) {
          const plain = Number(exact.items[index]?.scheduledDays);
          expect(Math.abs(Number(scheduledDays) - plain)).toBeLessThanOrEqual(1 + plain * 0.3);
        }
      }),
      FEW,
    );
  });
});

test("the days of a person are what their ratings say, however they came", SLOW, async () => {
  await fc.assert(
    fc.asyncProperty(scenes, async ({ ratings, undone }) => {
      const person = await newGuest();
      await send(person, [...ratings.map((rating) => ({ rating })), ...undone.map((id) => ({ undo: id }))]);
      const days = () =>
        database.rows(`SELECT * FROM "Day" WHERE "personId" = ? AND "reviews" > 0 ORDER BY "day"`, person);
      const kept = days();
      await (await client()).$transaction(async (tx) =>
        rebuildDays(tx, person, (await habitsInside(tx, person)).clock),
      );
      expect(days()).toEqual(kept);
    }),
    FEW,
  );
});

test("a rating that comes late leaves a report's promise and what was put aside", async () => {
  const person = await newPerson();
  const [card = ""] = CARDS;
  accepted(await rate(person, { id: randomUUID(), itemId: card, rating: 4, at: NOON, elapsed: 1 }, NOON));
  const reason = JSON.stringify({ why: "because", slug: "auction", attemptId: "a" });
  database.rows(`UPDATE "Item" SET "reason" = ?, "due" = ?, "day" = 1`, reason, NOON + DAY);
  accepted(await rate(person, { id: randomUUID(), itemId: card, rating: 3, at: NOON - MINUTE, elapsed: 1 }, LATE));
  expect(database.rows(`SELECT "reason", "due", "reps" FROM "Item"`)).toEqual([{ reason, due: NOON + DAY, reps: 2 }]);
  database.rows(`UPDATE "Item" SET "suspendedAt" = 5, "day" = NULL`);
  accepted(await rate(person, { id: randomUUID(), itemId: card, rating: 3, at: NOON - 2 * MINUTE, elapsed: 1 }, LATE));
  expect(database.rows(`SELECT "suspendedAt", "day", "reps" FROM "Item"`)).toEqual([
    { suspendedAt: 5, day: null, reps: 3 },
  ]);
  expect((await readQueue(person, LATE)).items.map(({ id }) => id)).not.toContain(card);
});
