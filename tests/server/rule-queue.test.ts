import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { RULE_IDS } from "@/lib/rubric";
import { handIn } from "@/lib/server/attempts";
import { teaching } from "@/lib/server/content";
import { readQueue } from "@/lib/server/queue";
import { rate } from "@/lib/server/reviews";
import { readRuleQueue } from "@/lib/server/rule-queue";
import { bury, suspend } from "@/lib/server/set-aside";
import { saveSettings } from "@/lib/server/settings";
import { accepted, DAY, MINUTE, NOON, newGuest, testDatabase } from "./support/database";
import { press } from "./support/learner";

const database = testDatabase();
const RULE = "constraints/unique";

const idsOf = async (person: string, now = NOON) => (await readRuleQueue(person, RULE, now)).items.map(({ id }) => id);
const cards = () => (teaching().get(RULE) ?? []).map((ref) => `card:${ref}`);

test("somebody new gets its cards and a drill of the first scenario, however few new ones they want a day", async () => {
  const person = await newGuest();
  accepted(await saveSettings(person, { newPerDay: 0, minutesPerDay: 1 }));
  const { items, counts, budget } = await readRuleQueue(person, RULE, NOON);
  expect(items.map(({ id }) => id).sort()).toEqual([...cards(), `drill:auction/${RULE}`].sort());
  expect(counts).toEqual({ due: 0, new: items.length, learning: 0 });
  expect(budget).toMatchObject({ minutes: null, fits: items.length });
  expect(database.rows(`SELECT * FROM "Item" WHERE "personId" = ?`, person), "it reads only").toEqual([]);
});

test("every rule has something to go through", async () => {
  const person = await newGuest();
  for (const rule of RULE_IDS) expect((await readRuleQueue(person, rule, NOON)).items.length, rule).toBeGreaterThan(1);
});

test("a scenario that was met gives a drill as well", async () => {
  const person = await newGuest();
  const text = "---\nscenario: ticket-booking\n---\nusers: id (PK)\n";
  accepted(await handIn(person, { id: randomUUID(), slug: "ticket-booking", text, seconds: 60 }, NOON));
  expect((await idsOf(person)).filter((id) => id.startsWith("drill:")).sort()).toEqual([
    `drill:auction/${RULE}`,
    `drill:ticket-booking/${RULE}`,
  ]);
});

test("what is not due comes ahead, is rated, and is done for the day; on the next it may come again", async () => {
  const person = await newGuest();
  for (const id of await idsOf(person)) await press(person, id, 4, NOON);
  expect(await idsOf(person, NOON + MINUTE)).toEqual([]);
  const later = NOON + DAY;
  const due = (await readQueue(person, later)).items.map(({ id }) => id);
  const [ahead = "", ...rest] = await idsOf(person, later);
  expect(rest.length).toBe(cards().length);
  expect(due).not.toContain(ahead);
  const rating = { id: randomUUID(), itemId: ahead, rating: 3 as const, at: later, elapsed: 1_000 };
  expect(accepted(await rate(person, rating, later)).due).toBeGreaterThan(later + DAY);
  expect((await idsOf(person, later + MINUTE)).sort()).toEqual(rest.toSorted());
});

test("a slip comes back in its steps", async () => {
  const person = await newGuest();
  const [first = ""] = await idsOf(person);
  await press(person, first, 1, NOON);
  const { items, nextDue } = await readRuleQueue(person, RULE, NOON + 1);
  expect(items.map(({ id }) => id)).not.toContain(first);
  expect(nextDue).toBeGreaterThan(NOON);
  expect((await idsOf(person, nextDue ?? 0))[0]).toBe(first);
});

test("what was suspended or buried stays so", async () => {
  const person = await newGuest();
  const [first = "", second = "", ...rest] = await idsOf(person);
  accepted(await suspend(person, first, NOON));
  accepted(await bury(person, second, NOON));
  expect(await idsOf(person)).toEqual(rest);
  expect(await idsOf(person, NOON + DAY)).toContain(second);
});
