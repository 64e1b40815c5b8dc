import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/schedule";
import { cardsById } from "@/lib/server/content";
import { readQueue } from "@/lib/server/queue";
import { rate, undo } from "@/lib/server/reviews";
import { bury, resume, suspend } from "@/lib/server/set-aside";
import { saveSettings } from "@/lib/server/settings";
import { accepted, DAY, NOON, newGuest, testDatabase } from "./support/database";

const database = testDatabase();
const CARD = `card:${[...cardsById().keys()][0]}`;
const TOMORROW = Date.UTC(2026, 10, 24, 4);

const ids = async (person: string, now: number) => (await readQueue(person, now)).items.map(({ id }) => id);
const press = (rating: 1 | 2 | 3 | 4, at: number) => ({ id: randomUUID(), itemId: CARD, rating, at, elapsed: 1 });
const load = () => database.rows(`SELECT coalesce(sum("due"), 0) AS due FROM "Load"`)[0]?.due;

test("a suspended card does not come until it is resumed, and then when it was due", async () => {
  const person = await newGuest();
  const { due } = accepted(await rate(person, press(4, NOON), NOON));
  accepted(await suspend(person, CARD, NOON));
  accepted(await suspend(person, CARD, NOON + 5));
  expect(await ids(person, due + DAY)).not.toContain(CARD);
  expect(load(), "it is no load of any day").toBe(0);
  accepted(await resume(person, CARD, NOON));
  expect(load()).toBe(1);
  expect(await ids(person, due - 1)).not.toContain(CARD);
  expect(await ids(person, due)).toContain(CARD);
});

test("a card that was never met can be suspended, and comes again as a new one", async () => {
  const person = await newGuest();
  expect(await ids(person, NOON)).toContain(CARD);
  accepted(await suspend(person, CARD, NOON));
  expect(await ids(person, NOON + 60 * DAY)).not.toContain(CARD);
  accepted(await resume(person, CARD, NOON));
  expect(await ids(person, NOON)).toContain(CARD);
});

test.each([
  { title: "never met", before: async () => {} },
  {
    title: "in its first minutes",
    before: async (person: string) => void accepted(await rate(person, press(1, NOON - DAY), NOON)),
  },
  {
    title: "learnt",
    before: async (person: string) => {
      database.rows(`UPDATE "Person" SET "createdAt" = 0 WHERE "id" = ?`, person);
      accepted(await rate(person, press(4, NOON - 90 * DAY), NOON));
    },
  },
])("a buried card comes on the next day: $title", async ({ before }) => {
  const person = await newGuest();
  await before(person);
  expect(await ids(person, NOON)).toContain(CARD);
  accepted(await bury(person, CARD, NOON));
  expect(await ids(person, TOMORROW - 1)).not.toContain(CARD);
  expect(await ids(person, TOMORROW)).toContain(CARD);
});

test("a burial is taken back: the card comes at once, in its minutes or learnt", async () => {
  const person = await newGuest();
  for (const at of [NOON - DAY, NOON]) {
    accepted(await rate(person, press(1, at), NOON));
    accepted(await bury(person, CARD, NOON));
    expect(await ids(person, TOMORROW - 1)).not.toContain(CARD);
    accepted(await resume(person, CARD, NOON + 1));
    expect(await ids(person, NOON + DAY / 24)).toContain(CARD);
  }
  database.rows(`UPDATE "Item" SET "phase" = 'review', "day" = ?`, Math.floor(NOON / DAY) - 3);
  accepted(await bury(person, CARD, NOON));
  expect(await ids(person, NOON)).not.toContain(CARD);
  accepted(await resume(person, CARD, NOON));
  expect(await ids(person, NOON)).toContain(CARD);
});

test("a burial that comes a day late hides nothing today", async () => {
  const person = await newGuest();
  accepted(await rate(person, press(1, NOON - DAY), NOON));
  accepted(await bury(person, CARD, NOON - DAY));
  expect(await ids(person, NOON)).toContain(CARD);
});

test("a card that is forgotten again and again is a leech and put aside; undoing brings it back, resuming starts anew", async () => {
  const person = await newGuest();
  accepted(await saveSettings(person, { ...DEFAULT_SETTINGS, leechAfter: 2, balance: false }));
  let at = NOON;
  const given: { id: string; leech: boolean }[] = [];
  for (const rating of [4, 1, 3, 1] as const) {
    const { due, leech, reviewId } = accepted(await rate(person, press(rating, at), at));
    given.push({ id: reviewId, leech });
    at = due;
  }
  expect(given.map(({ leech }) => leech)).toEqual([false, false, false, true]);
  const row = () => database.rows(`SELECT "leech", "suspendedAt" IS NOT NULL AS aside, "lapses" FROM "Item"`)[0];
  expect(row()).toEqual({ leech: 1, aside: 1, lapses: 2 });
  accepted(await undo(person, given.at(-1)?.id ?? ""));
  expect(row()).toEqual({ leech: 0, aside: 0, lapses: 1 });
  accepted(await rate(person, press(1, at), at));
  expect(await ids(person, at + 30 * DAY)).not.toContain(CARD);
  accepted(await resume(person, CARD, at));
  expect(row()).toEqual({ leech: 0, aside: 0, lapses: 2 });
  expect(await ids(person, at + DAY)).toContain(CARD);
});

test("what does not exist", async () => {
  const person = await newGuest();
  for (const id of ["card:nothing/like-it", "own:nothing", "scenario:auction", "drill:auction/no/rule", "x"]) {
    expect(await suspend(person, id, NOON)).toMatchObject({ ok: false, code: "not-found" });
  }
  expect(await suspend("nobody", CARD, NOON)).toMatchObject({ ok: false, code: "signed-out" });
});
