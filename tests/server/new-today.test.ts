import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { DEFAULT_SETTINGS, type Settings } from "@/lib/schedule";
import { cardsById } from "@/lib/server/content";
import { readPlan } from "@/lib/server/progress-plan";
import { readQueue } from "@/lib/server/queue";
import { rate } from "@/lib/server/reviews";
import { saveSettings } from "@/lib/server/settings";
import { accepted, NOON, newGuest, testDatabase } from "./support/database";

testDatabase();

const fresh = async (person: string, now = NOON) => (await readQueue(person, now)).counts.new;

async function withSettings(changes: Partial<Settings>): Promise<string> {
  const person = await newGuest();
  accepted(await saveSettings(person, { ...DEFAULT_SETTINGS, ...changes }));
  return person;
}

test("an interview soon asks for more new cards a day than the person does, and no more after the first are begun", async () => {
  const person = await withSettings({ interviewOn: "2026-12-07" });
  const [today] = (await readPlan(person, NOON))?.days ?? [];
  expect(today?.newItems).toBeGreaterThan(DEFAULT_SETTINGS.newPerDay);
  expect(await fresh(person)).toBe(today?.newItems);
  for (const { id } of (await readQueue(person, NOON)).items.slice(0, 5)) {
    accepted(await rate(person, { id: randomUUID(), itemId: id, rating: 4, at: NOON, elapsed: 1 }, NOON));
  }
  expect(await fresh(person, NOON + 1)).toBe((today?.newItems ?? 0) - 5);
});

test("ten minutes a day hold it back", async () => {
  const person = await withSettings({ interviewOn: "2026-12-07", minutesPerDay: 10 });
  const { counts, budget } = await readQueue(person, NOON);
  expect(counts.new).toBeLessThanOrEqual(15);
  expect(budget.expected).toBeLessThanOrEqual(600);
});

test("on the eve nothing new is begun; after the day it is as before", async () => {
  expect(await fresh(await withSettings({ interviewOn: "2026-11-24" }))).toBe(0);
  expect(await fresh(await withSettings({ interviewOn: "2026-11-23" }))).toBe(DEFAULT_SETTINGS.newPerDay);
  expect(await fresh(await withSettings({ interviewOn: "2026-11-01" }))).toBe(DEFAULT_SETTINGS.newPerDay);
});

test("far away it is no hurry", async () => {
  const person = await withSettings({ interviewOn: "2027-06-01" });
  expect(cardsById().size).toBeGreaterThan(100);
  expect(await fresh(person)).toBe(DEFAULT_SETTINGS.newPerDay);
});
