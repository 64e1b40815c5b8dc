import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { USUAL_PACES } from "@/lib/schedule";
import type { Progress } from "@/lib/server";
import { handIn } from "@/lib/server/attempts";
import { cardsById, scenarioTitles } from "@/lib/server/content";
import { readProgress } from "@/lib/server/progress";
import { readPlan } from "@/lib/server/progress-plan";
import { readReviewsADay } from "@/lib/server/progress-rows";
import { measureQueue } from "@/lib/server/queue";
import { type Rating, rate, undo } from "@/lib/server/reviews";
import { saveSettings } from "@/lib/server/settings";
import { seedHalfAYear } from "../support/half-a-year";
import { accepted, DAY, MINUTE, NOON, newGuest, testDatabase } from "./support/database";

const database = testDatabase();
const CARDS = [...cardsById().keys()];
const HOUR = 60 * MINUTE;
const MONDAY = NOON / DAY - 0.5;

const press = (changes: Partial<Rating> = {}): Rating => ({
  id: randomUUID(),
  itemId: `card:${CARDS[0]}`,
  rating: 3,
  at: NOON,
  elapsed: 4000,
  ...changes,
});

const TEXT = "---\nscenario: auction\n---\nusers: id (PK), email\n";

const practised = ({ calendar }: Progress) =>
  calendar.flatMap(({ days }) => days.flatMap(({ day, level }) => (level > 0 ? [day - MONDAY] : [])));

test("somebody new: nothing is known, nothing comes, and new cards wait", async () => {
  const progress = await readProgress(await newGuest(), NOON);
  expect(progress.counts).toEqual({ attempts: 0, reviews: 0, cardsSeen: 0, cardsInAll: CARDS.length });
  expect(progress.today).toMatchObject({ due: { reviews: 0, fresh: 10, scenarios: 0 }, spent: 0 });
  expect(progress.today.time).toBe(10 * USUAL_PACES.card.new * 1000);
  expect(progress.today.streak).toEqual({ days: 0, longest: 0, today: false, dayOff: true });
  expect(progress.weakest).toEqual([]);
  expect(progress.mastery.every(({ known, mastery }) => known === 0 && mastery === null)).toBe(true);
  expect(progress.forecast.every(({ due }) => due === 0)).toBe(true);
  expect(progress.retention.lately).toMatchObject({ seen: 0, share: null });
  expect(practised(progress)).toEqual([]);
});

test("one day of reviews: what is due agrees with the queue, and every day to come with the schedule", {
  // Where no drills were made before a build, the first queue makes a scenario's.
  timeout: 60_000,
}, async () => {
  const person = await newGuest();
  const shown = CARDS.slice(0, 10);
  for (const [place, id] of shown.entries())
    accepted(await rate(person, press({ itemId: `card:${id}`, rating: place < 4 ? 3 : 4 }), NOON));
  const progress = await readProgress(person, NOON + MINUTE);
  expect(progress.counts).toMatchObject({ reviews: shown.length, cardsSeen: shown.length });
  expect(progress.today.due).toEqual({ reviews: 0, fresh: 0, scenarios: 0 });
  expect(progress.today.spent).toBe(shown.length * 4000);
  expect(progress.forecast.map(({ day }) => day)).toEqual(Array.from({ length: 30 }, (_, ahead) => MONDAY + ahead));
  expect(progress.forecast[0]?.due, "four are in learning").toBe(4);
  const comes = database.rows(`SELECT "day" FROM "Item" WHERE "day" < ?`, MONDAY + 30);
  for (const { day, due } of progress.forecast) expect(due).toBe(comes.filter((row) => row.day === day).length);
  const late = await readProgress(person, NOON + 60 * DAY);
  expect(late.forecast[0]?.due, "what is overdue comes today").toBe(shown.length);
  const { due, learning } = (await measureQueue(person, NOON + 60 * DAY)).counts;
  expect(late.today.due.reviews).toBe(due + learning);
});

test("a day begins by the person's clock: what is done at two at night counts for the evening before", async () => {
  const person = await newGuest();
  // Two in the morning of Tuesday in Berlin, and seven.
  const [night, morning] = [NOON + 13 * HOUR, NOON + 18 * HOUR];
  accepted(await rate(person, press({ at: night, zone: "Europe/Berlin" }), night));
  expect(practised(await readProgress(person, night))).toEqual([0]);
  accepted(await rate(person, press({ at: morning, itemId: `card:${CARDS[1]}`, zone: "Europe/Berlin" }), morning));
  const progress = await readProgress(person, morning);
  expect(practised(progress)).toEqual([0, 1]);
  expect(progress.today.streak).toMatchObject({ days: 2, today: true });
  accepted(await saveSettings(person, { zone: "Asia/Tokyo" }));
  expect((await readProgress(person, NOON + 32 * HOUR)).forecast[0]?.day, "in Tokyo it is Wednesday").toBe(MONDAY + 2);
});

test("what stays: reviews of what was learnt, and undo takes one back", async () => {
  const person = await newGuest();
  const lately = async (now: number) => {
    const { seen, kept } = (await readProgress(person, now)).retention.lately;
    return [seen, kept];
  };
  let at = NOON;
  let due = NOON;
  let last = "";
  const said: (readonly number[])[] = [];
  for (const rating of [4, 4, 1] as const) {
    at = due;
    const rated = accepted(await rate(person, press({ rating, at }), at));
    [due, last] = [rated.due, rated.reviewId];
    said.push(await lately(at));
  }
  expect(said, "a new card was not learnt before; then it was kept, and then not").toEqual([
    [0, 0],
    [1, 1],
    [1, 0],
  ]);
  accepted(await undo(person, last));
  expect(await lately(at)).toEqual([0, 0]);
});

test("an answer shows what is weak, and where to work on it", async () => {
  const person = await newGuest();
  accepted(await handIn(person, { id: randomUUID(), slug: "auction", text: TEXT, seconds: 600 }, NOON));
  const progress = await readProgress(person, NOON + MINUTE);
  expect(progress.weakest).toHaveLength(3);
  const shares = progress.weakest.map(({ mastery }) => mastery ?? 1);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.every((share) => share < 0.5)).toBe(true);
  for (const { scenario } of progress.weakest) {
    expect(scenario && scenarioTitles().get(scenario.slug)).toBe(scenario?.title);
  }
  expect(
    progress.weakest.some(({ scenario }) => scenario?.tried === false),
    "another one first",
  ).toBe(true);
  expect(progress.scenarios).toMatchObject([{ slug: "auction", attempts: [{ number: 1 }] }]);
  expect(practised(progress)).toEqual([0]);
  expect(progress.time.at(-1)).toMatchObject({ cards: 0, drills: 0, scenarios: 10 * MINUTE });
});

test("reviews a day are said once there are enough of them, without today's", async () => {
  const person = await newGuest();
  const day = `INSERT INTO "Day" ("personId", "day", "reviews", "good") VALUES (?, ?, ?, ?)`;
  database.rows(day, person, MONDAY - 4, 12, 12);
  database.rows(day, person, MONDAY, 50, 50);
  expect(await readReviewsADay(person, NOON)).toBeNull();
  database.rows(day, person, MONDAY - 2, 8, 8);
  expect(await readReviewsADay(person, NOON)).toBe(5);
});

test("half a year: what is read is days, loads, evidence and attempts, and no review", async () => {
  const person = await newGuest();
  const scenarios = [...scenarioTitles().keys()];
  seedHalfAYear({ file: database.file(), personId: person, now: NOON, cards: CARDS, scenarios });
  const prepare = vi.spyOn(Database.prototype, "prepare");
  const progress = await readProgress(person, NOON);
  const sent = prepare.mock.calls.map(([sql]) => sql);
  prepare.mockRestore();
  expect(sent.filter((sql) => /"Review"/.test(sql))).toEqual([]);
  expect(progress.calendar).toHaveLength(53);
  expect(progress.retention.lately.share).toBeGreaterThan(0.8);
  expect(progress.retention.weeks.filter(({ share }) => share !== null).length).toBeGreaterThan(15);
  expect(progress.weakest).toHaveLength(3);
  expect(progress.scenarios).toHaveLength(scenarios.length);
  const sums = database.rows(
    `SELECT sum("milliseconds" + "attemptMilliseconds") AS "all" FROM "Day" WHERE "day" >= ?`,
    MONDAY - 175,
  );
  const time = progress.time.reduce((total, week) => total + week.cards + week.drills + week.scenarios, 0);
  expect(time, "26 weeks from a Monday on").toBe(sums[0]?.all);
});

test("a plan back from an interview, by what is new, due and tried", async () => {
  const person = await newGuest();
  expect(await readPlan(person, NOON)).toBeNull();
  accepted(await saveSettings(person, { interviewOn: "2026-12-07", minutesPerDay: 15 }));
  const fresh = await readPlan(person, NOON);
  expect(fresh?.days).toHaveLength(14);
  expect((fresh?.fits ?? 0) + (fresh?.left ?? 0), "all that is new").toBe(CARDS.length);
  expect(fresh?.days[0]?.reviews).toBe(0);
  seedHalfAYear({
    file: database.file(),
    personId: person,
    now: NOON,
    cards: CARDS.slice(0, 60),
    scenarios: ["auction"],
  });
  const plan = await readPlan(person, NOON);
  expect((plan?.fits ?? 0) + (plan?.left ?? 0)).toBe(CARDS.length - 60);
  const [due] = database.rows(`SELECT count(*) AS "count" FROM "Item" WHERE "day" <= ?`, MONDAY);
  expect(plan?.days[0]?.reviews).toBe(due?.count);
  expect(plan?.days.map(({ rule }) => rule)).toContain((await readProgress(person, NOON)).weakest[0]?.rule);
  expect(plan?.days.flatMap(({ scenario }) => (scenario?.again === false ? [scenario.slug] : []))).not.toContain(
    "auction",
  );
  accepted(await saveSettings(person, { interviewOn: "2028-12-07" }));
  expect(await readPlan(person, NOON), "too far ahead to plan by days").toBeNull();
});
