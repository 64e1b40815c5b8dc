import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { casesOf, historiesOf, type PastReview } from "@/lib/fit";
import { DEFAULT_PARAMETERS, dayOf, soundParameters } from "@/lib/schedule";
import { database } from "@/lib/server/database";
import { nextFit } from "@/lib/server/fitting/due";
import { fitIfDue } from "@/lib/server/fitting/fit-if-due";
import { readReviews } from "@/lib/server/fitting/read-reviews";
import { runFit } from "@/lib/server/fitting/run-fit";
import { fittedParameters, readFit } from "@/lib/server/fitting/saved-fit";
import { habitsOf } from "@/lib/server/people";
import { fsrsLearner } from "../bench/learners/kinds";
import { simulate } from "../bench/learners/simulate";
import { DAY, NOON, newGuest, testDatabase } from "./support/database";

const store = testDatabase();
// Each fit starts a process, which reads the program first: a second or so, ten on a busy machine.
vi.setConfig({ testTimeout: 90_000 });
const BERLIN = { zone: "Europe/Berlin", rollover: 4 };
const QUICK_TO_FORGET = DEFAULT_PARAMETERS.map((value, at) => (at < 4 ? value / 5 : at === 20 ? 0.4 : value));
const quick = (count: number) => simulate(fsrsLearner(QUICK_TO_FORGET), count, 7);

afterEach(() => {
  globalThis.cardinalityFitting = undefined;
});

/** A history as it would stand in the tables had each of its reviews been rated. */
async function give(personId: string, reviews: readonly PastReview[], kind = "card"): Promise<void> {
  const db = await database();
  const ids = new Map([...new Set(reviews.map(({ item }) => item))].map((item) => [item, randomUUID()]));
  const at = new Date(NOON);
  const state = {
    due: at,
    stability: 1,
    difficulty: 5,
    phase: "review",
    step: 0,
    reps: 1,
    lapses: 0,
    scheduledDays: 1,
  };
  const items = [...ids].map(([ref, id]) => ({ id, personId, kind, ref, createdAt: at, ...state }));
  await db.item.createMany({ data: items });
  const before = JSON.stringify(state);
  const rows = reviews.map(({ item, rating, at: time }) => {
    const itemId = ids.get(item) ?? "";
    return { id: randomUUID(), personId, itemId, rating, at: new Date(time), elapsed: 1, due: at, before };
  });
  await db.review.createMany({ data: rows });
  if (kind !== "scenario") await addToDay(personId, reviews.length);
}

async function addToDay(personId: string, reviews: number): Promise<void> {
  const where = { personId_day: { personId, day: 20_000 } };
  const add = {
    update: { reviews: { increment: reviews }, good: { increment: reviews } },
    create: { personId, day: 20_000, reviews, good: reviews },
  };
  await (await database()).day.upsert({ where, ...add });
}

async function savedFit(personId: string) {
  const row = await (await database()).person.findUniqueOrThrow({ where: { id: personId } });
  return { text: row.fit, fit: readFit(row.fit), habits: habitsOf(row) };
}

describe("what is read to learn from", () => {
  const steps: readonly PastReview[] = [
    { item: "a", rating: 3, day: 0, at: Date.UTC(2026, 10, 20, 22) },
    { item: "a", rating: 1, day: 0, at: Date.UTC(2026, 10, 21, 2, 30) },
    { item: "a", rating: 3, day: 0, at: Date.UTC(2026, 10, 21, 3, 30) },
  ];

  test("days are the person's own: two at night in Berlin is the evening before, half past four is not", async () => {
    const person = await newGuest();
    await give(person, steps);
    const read = await readReviews(await database(), person, BERLIN);
    expect(read.map(({ rating, at }) => [rating, at])).toEqual(steps.map(({ rating, at }) => [rating, at]));
    const evening = dayOf(steps[0]?.at ?? 0, BERLIN);
    expect(read.map(({ day }) => day - evening)).toEqual([0, 0, 1]);
    expect(casesOf(historiesOf(read)).map(({ days }) => days)).toEqual([1]);
  });

  test("what was undone, what is another's and what is no card or drill is left out", async () => {
    const [person, other] = [await newGuest(), await newGuest()];
    await give(person, steps);
    await give(person, [{ item: "auction/indexes/unserved", rating: 2, day: 0, at: NOON }], "drill");
    await give(person, [{ item: "mine", rating: 4, day: 0, at: NOON }], "own");
    await give(person, [{ item: "auction", rating: 4, day: 0, at: NOON }], "scenario");
    await give(other, steps);
    const client = await database();
    await client.review.updateMany({ where: { personId: person, rating: 1 }, data: { undoneAt: new Date(NOON) } });
    const read = await readReviews(client, person, BERLIN);
    expect(read.map(({ rating }) => rating).sort()).toEqual([2, 3, 3, 4]);
  });

  test("of too many, whole items are left out", async () => {
    const person = await newGuest();
    const many = Array.from({ length: 1_200 }, (_, at): PastReview => {
      return { item: `${at % 600}`, rating: 3, day: 0, at: NOON + at };
    });
    await give(person, many);
    const read = await readReviews(await database(), person, BERLIN, 800);
    expect(read.length).toBeGreaterThanOrEqual(800);
    expect(read.length).toBeLessThan(1_200);
    for (const { reviews } of historiesOf(read)) expect(reviews).toHaveLength(2);
  });
});

describe("in a process of its own", () => {
  test("a person's reviews become parameters of their own, which schedule them from then on", async () => {
    const person = await newGuest();
    const reviews = quick(3_000);
    await give(person, reviews);
    expect(await fitIfDue(person, NOON)).toBe(true);
    const { text, fit, habits } = await savedFit(person);
    if (!fit?.kept) throw new Error(text ?? "nothing was saved");
    expect(fit).toMatchObject({ at: NOON, ratings: 3_000, heldBack: Math.floor(fit.reviews / 5) });
    expect(fit.losses[fit.kind]).toBeLessThan(fit.losses.default);
    expect(soundParameters(fit.parameters)).toEqual(fit.parameters);
    expect(fittedParameters(text)).toEqual(fit.parameters);
    expect(habits.parameters).toEqual(fit.parameters);
  });

  test("its failure is thrown with what it said", async () => {
    vi.stubEnv("DATABASE_URL", "postgres://nowhere");
    await expect(runFit("nobody")).rejects.toThrow(/ended with 1: .*DATABASE_URL must name a file/s);
    vi.unstubAllEnvs();
  });
});

describe("when", () => {
  test("two hundred ratings first; then a fifth more, two hundred at least, and a day later", () => {
    expect(nextFit(null)).toEqual({ ratings: 200, at: 0 });
    expect(nextFit({ ratings: 500, at: NOON })).toEqual({ ratings: 700, at: NOON + DAY });
    expect(nextFit({ ratings: 10_001, at: NOON })).toEqual({ ratings: 12_002, at: NOON + DAY });
  });

  test("not before there are enough ratings, then at once; what comes to nothing is kept as well, with why", async () => {
    const person = await newGuest();
    await give(person, quick(198));
    expect(await fitIfDue(person, NOON)).toBe(false);
    await addToDay(person, 1);
    expect(await fitIfDue(person, NOON)).toBe(false);
    await addToDay(person, 1);
    expect(await fitIfDue(person, NOON)).toBe(true);
    const { text, fit } = await savedFit(person);
    expect(fit).toMatchObject({ kept: false, why: "too-few", losses: null, at: NOON, ratings: 200 });
    expect(fittedParameters(text)).toBeNull();
  });

  test("not twice a day, whatever comes and whether or not the server was started anew; again after it", async () => {
    const person = await newGuest();
    await addToDay(person, 200);
    expect(await fitIfDue(person, NOON)).toBe(true);
    await addToDay(person, 1_000);
    for (let rating = 0; rating < 300; rating += 1) expect(await fitIfDue(person, NOON + DAY - 1)).toBe(false);
    globalThis.cardinalityFitting = undefined;
    for (let rating = 0; rating < 300; rating += 1) expect(await fitIfDue(person, NOON + DAY - 1)).toBe(false);
    expect((await savedFit(person)).fit?.at).toBe(NOON);
    expect(await fitIfDue(person, NOON + DAY)).toBe(true);
  });

  test("never two at once", async () => {
    const [ada, eve] = [await newGuest(), await newGuest()];
    for (const person of [ada, eve]) await addToDay(person, 200);
    expect(await Promise.all([fitIfDue(ada, NOON), fitIfDue(eve, NOON)])).toEqual([true, false]);
    expect((await savedFit(eve)).fit).toBeNull();
    expect(globalThis.cardinalityFitting?.busy).toBe(false);
  });

  test("what goes wrong is logged and harms nothing; it is tried again a day later", async () => {
    const person = await newGuest();
    await give(person, quick(200));
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    store.rows(`UPDATE "Person" SET "zone" = 'Nowhere' WHERE "id" = ?`, person);
    expect(await fitIfDue(person, NOON)).toBe(false);
    expect(log).toHaveBeenCalledExactlyOnceWith(
      "fitting",
      expect.objectContaining({ message: expect.stringContaining("Nowhere") }),
    );
    store.rows(`UPDATE "Person" SET "zone" = 'UTC' WHERE "id" = ?`, person);
    expect(await fitIfDue(person, NOON + 1)).toBe(false);
    expect(await fitIfDue(person, NOON + DAY)).toBe(true);
  });
});
