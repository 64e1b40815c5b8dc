import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Planning, planReviews } from "@/lib/practice";
import { loadScenarios } from "@/lib/scenario/load";
import { DEFAULT_SETTINGS, dayOf, startOfDay } from "@/lib/schedule";
import { type HandIn, handIn, listAttempts, readAttempt } from "@/lib/server/attempts";
import { drillsFor } from "@/lib/server/drills";
import { readQueue } from "@/lib/server/queue";
import { undo } from "@/lib/server/reviews";
import { accepted, DAY, NOON, newGuest, testDatabase } from "./support/database";

const CLOCK = { zone: "UTC", rollover: 4 };
const PLANNING: Planning = {
  now: NOON,
  clock: CLOCK,
  scheduling: (policy, seed) => ({
    policy,
    settings: DEFAULT_SETTINGS,
    clock: CLOCK,
    parameters: null,
    seed,
    load: null,
  }),
  drills: drillsFor,
};

const database = testDatabase();
const SLUG = "auction";
/** Not much of an answer, so that something is missed. */
const WEAK = "---\nscenario: auction\nlevel: mid\n---\nusers: id (PK), email\nbids: id (PK), amount\n";

const answer = (changes: Partial<HandIn> = {}): HandIn => ({
  id: randomUUID(),
  slug: SLUG,
  text: WEAK,
  seconds: 600,
  ...changes,
});

function counts(): readonly unknown[] {
  return database.rows(
    `SELECT (SELECT count(*) FROM "Attempt") AS attempts, (SELECT count(*) FROM "Item") AS items, (SELECT count(*) FROM "Review") AS reviews`,
  );
}

test("an answer is graded, kept whole, and schedules what its report asks for", async () => {
  const person = await newGuest();
  const { attemptId } = accepted(await handIn(person, answer(), NOON));
  const attempt = await readAttempt(person, attemptId);
  if (!attempt) throw new Error("not kept");
  expect(attempt).toMatchObject({ id: attemptId, slug: SLUG, number: 1, text: WEAK, seconds: 600, createdAt: NOON });
  expect(attempt.report.scenario).toBe(SLUG);
  expect([attempt.score, attempt.signal, attempt.level]).toEqual([
    attempt.report.score,
    attempt.report.signal,
    attempt.report.level,
  ]);
  const plan = planReviews(attempt.report, [], PLANNING);
  expect(plan.items.length).toBeGreaterThan(0);
  expect(attempt.scheduled.map(({ kind, ref, due, change }) => ({ kind, ref, due, change }))).toEqual([
    { kind: "scenario", ref: SLUG, due: startOfDay(plan.scenario.day, PLANNING.clock), change: "rated" },
    ...plan.items.map(({ kind, ref, memory, change }) => ({ kind, ref, due: memory.due, change })),
  ]);
  expect(attempt.scheduled.every(({ title, why }) => title !== "" && why.startsWith("because "))).toBe(true);
  const kept = database.rows(`SELECT "kind", "ref", "day" FROM "Item" ORDER BY rowid`);
  expect(kept).toEqual(attempt.scheduled.map(({ kind, ref, due }) => ({ kind, ref, day: dayOf(due, PLANNING.clock) })));
});

test("what was missed comes tomorrow with its reason, first of the new cards, and the scenario by its score", async () => {
  const person = await newGuest();
  const { attemptId } = accepted(await handIn(person, answer({ zone: "Africa/Cairo" }), NOON));
  const scheduled = (await readAttempt(person, attemptId))?.scheduled ?? [];
  // Four in the morning, two hours east.
  const tomorrow = Date.UTC(2026, 10, 24, 2);
  const cards = scheduled.filter(({ kind }) => kind !== "scenario");
  expect(cards[0]?.due).toBe(tomorrow);
  const { items } = await readQueue(person, tomorrow);
  const promised = cards.filter(({ due }) => due <= tomorrow);
  expect(
    items
      .slice(0, promised.length)
      .map(({ ref }) => ref)
      .sort(),
  ).toEqual(promised.map(({ ref }) => ref).sort());
  expect(items.slice(0, promised.length).map(({ why, attemptId: from }) => [why, from])).toEqual(
    items.slice(0, promised.length).map(({ ref }) => [cards.find((card) => card.ref === ref)?.why, attemptId]),
  );
  const back = scheduled.find(({ kind }) => kind === "scenario")?.due ?? 0;
  expect((await readQueue(person, back - 1)).items.some(({ kind }) => kind === "scenario")).toBe(false);
  expect((await readQueue(person, back)).items.at(-1)).toMatchObject({ kind: "scenario", ref: SLUG });
});

describe("sent twice, counted once", () => {
  test("one after the other, even with another text: the first stands", async () => {
    const person = await newGuest();
    const first = answer();
    const { attemptId } = accepted(await handIn(person, first, NOON));
    const before = [counts(), await readAttempt(person, attemptId), database.rows(`SELECT * FROM "Item"`)];
    expect(await handIn(person, first, NOON + DAY)).toEqual({ ok: true, attemptId });
    expect(await handIn(person, { ...first, text: `${WEAK}# more` }, NOON + DAY)).toEqual({ ok: true, attemptId });
    expect([counts(), await readAttempt(person, attemptId), database.rows(`SELECT * FROM "Item"`)]).toEqual(before);
  });

  test("at the same moment", async () => {
    const person = await newGuest();
    const first = answer();
    const answers = await Promise.all(Array.from({ length: 5 }, () => handIn(person, first, NOON)));
    expect(new Set(answers.map((one) => accepted(one).attemptId))).toEqual(new Set([first.id]));
    expect(counts()).toMatchObject([{ attempts: 1, reviews: 1 }]);
  });
});

test("attempts are numbered by scenario, even when they come at the same moment, and listed newest first", async () => {
  const person = await newGuest();
  const other =
    loadScenarios()
      .map(({ scenario }) => scenario.slug)
      .find((slug) => slug !== SLUG) ?? "";
  await Promise.all([1, 2, 3].map((minute) => handIn(person, answer(), NOON + minute)));
  accepted(await handIn(person, answer({ slug: other }), NOON + 9));
  const lines = await listAttempts(person);
  expect(lines.map(({ slug }) => slug)).toEqual([other, SLUG, SLUG, SLUG]);
  expect((await listAttempts(person, { slug: SLUG })).map(({ number }) => number).sort()).toEqual([1, 2, 3]);
  expect(await listAttempts(person, { slug: other })).toMatchObject([{ number: 1, slug: other, createdAt: NOON + 9 }]);
});

test("the scenario's review is its attempt's, and cannot be taken back", async () => {
  const person = await newGuest();
  const { attemptId } = accepted(await handIn(person, answer(), NOON));
  expect(await undo(person, attemptId)).toMatchObject({ ok: false, code: "not-found" });
  accepted(await handIn(person, answer(), NOON + 3 * DAY));
  expect(database.rows(`SELECT "reps" FROM "Item" WHERE "kind" = 'scenario'`)).toEqual([{ reps: 2 }]);
});

describe("refused, and nothing kept", () => {
  const cases: readonly { title: string; change: Partial<HandIn>; code: string }[] = [
    { title: "no text", change: { text: "" }, code: "empty" },
    { title: "white space", change: { text: " \n\t\u00a0" }, code: "empty" },
    { title: "a megabyte of noise", change: { text: "\u0000\ud800{[(".repeat(200_000) }, code: "too-long" },
    { title: "an unknown scenario", change: { slug: "no-such-scenario" }, code: "not-found" },
    { title: "a path for a scenario", change: { slug: "../../package" }, code: "not-found" },
    { title: "an id that is none", change: { id: "1" }, code: "invalid" },
    { title: "less than no time", change: { seconds: -1 }, code: "invalid" },
    { title: "half a second", change: { seconds: 0.5 }, code: "invalid" },
    { title: "a clock from nowhere", change: { zone: "Mars/Olympus" }, code: "invalid" },
  ];
  test.each(cases)("$title", async ({ change, code }) => {
    const person = await newGuest();
    expect(await handIn(person, answer(change), NOON)).toMatchObject({
      ok: false,
      code,
      message: expect.stringMatching(/\.$/),
    });
    expect(counts()).toEqual([{ attempts: 0, items: 0, reviews: 0 }]);
  });

  test("a person who is gone", async () => {
    expect(await handIn("nobody", answer(), NOON)).toMatchObject({ ok: false, code: "signed-out" });
    expect(counts()).toEqual([{ attempts: 0, items: 0, reviews: 0 }]);
  });
});

test("64 kB of noise is graded like anything else", async () => {
  const person = await newGuest();
  const noise = "{[(:,->;=|\u0000é".repeat(5_000).slice(0, 60_000);
  const { attemptId } = accepted(await handIn(person, answer({ text: noise }), NOON));
  expect((await readAttempt(person, attemptId))?.text).toBe(noise);
});
