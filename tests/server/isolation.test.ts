import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { RULE_IDS } from "@/lib/rubric";
import { handIn, listAttempts, readAttempt } from "@/lib/server/attempts";
import { cardsById } from "@/lib/server/content";
import { readDraft, saveDraft } from "@/lib/server/drafts";
import { readDeck } from "@/lib/server/exchange/deck";
import { listDecks } from "@/lib/server/exchange/decks";
import { exportAnki, exportCsv } from "@/lib/server/exchange/export";
import { exportJson } from "@/lib/server/exchange/export-json";
import { deleteOwnCard, ownDeckNames, readOwnCard, saveOwnCard } from "@/lib/server/exchange/own-cards";
import { readHabits } from "@/lib/server/people";
import { readProgress } from "@/lib/server/progress";
import { readPlan } from "@/lib/server/progress-plan";
import { readReviewsADay } from "@/lib/server/progress-rows";
import { measureQueue, readQueue } from "@/lib/server/queue";
import { rate, undo } from "@/lib/server/reviews";
import { readRuleQueue } from "@/lib/server/rule-queue";
import { bury, resume, suspend } from "@/lib/server/set-aside";
import { readSettings, saveSettings } from "@/lib/server/settings";
import { countDue } from "@/lib/server/waiting";
import { accepted, DAY, NOON, newGuest, testDatabase } from "./support/database";

const database = testDatabase();
const CARD = `card:${[...cardsById().keys()][0]}`;
const TEXT = "---\nscenario: auction\n---\nusers: id (PK)\n";

let ada = "";
let eve = "";
const attemptId = randomUUID();
const reviewId = randomUUID();

const handed = (text = TEXT) => ({ id: attemptId, slug: "auction", text, seconds: 60 });
const pressed = () => ({ id: reviewId, itemId: CARD, rating: 3 as const, at: NOON, elapsed: 1_000 });

/** All that is Ada's, to the byte. */
function adas(): readonly unknown[] {
  return ["Draft", "Attempt", "Item", "Review", "Day", "Load", "Evidence", "OwnCard"].map((table) =>
    database.rows(`SELECT * FROM "${table}" WHERE "personId" = ?`, ada),
  );
}

beforeEach(async () => {
  ada = await newGuest();
  eve = await newGuest();
  accepted(await saveDraft(ada, "auction", { text: "Ada's", basedOn: null }, NOON));
  accepted(await handIn(ada, handed(), NOON));
  accepted(await rate(ada, pressed(), NOON));
});

test("reading: somebody else's work answers as if it did not exist", async () => {
  const fresh = await newGuest();
  for (const person of [eve, fresh]) {
    expect(await readDraft(person, "auction")).toBeNull();
    expect(await readAttempt(person, attemptId)).toBeNull();
    expect(await listAttempts(person)).toEqual([]);
    expect(await listAttempts(person, { slug: "auction" })).toEqual([]);
  }
  expect(await readQueue(eve, NOON)).toEqual(await readQueue(fresh, NOON));
  for (const rule of RULE_IDS)
    expect(await readRuleQueue(eve, rule, NOON)).toEqual(await readRuleQueue(fresh, rule, NOON));
  expect(await measureQueue(eve, NOON)).toEqual(await measureQueue(fresh, NOON));
  expect(await countDue(ada, NOON + 60 * DAY), "there would be something").toBeGreaterThan(0);
  expect(await countDue(eve, NOON + 60 * DAY)).toBe(0);
  expect(await readProgress(eve, NOON)).toEqual(await readProgress(fresh, NOON));
  expect(await readReviewsADay(eve, NOON)).toEqual(await readReviewsADay(fresh, NOON));
  for (const person of [eve, fresh]) accepted(await saveSettings(person, { interviewOn: "2026-12-12" }));
  expect(await readPlan(eve, NOON)).toEqual(await readPlan(fresh, NOON));
  expect((await readProgress(eve, NOON)).counts).toMatchObject({ attempts: 0, reviews: 0, cardsSeen: 0 });
});

describe("writing with somebody else's ids: one's own is made, theirs is not touched and not revealed", () => {
  test("a draft based on their revision", async () => {
    const before = adas();
    expect(await saveDraft(eve, "auction", { text: "Eve's", basedOn: 1 }, NOON)).toEqual({
      ok: true,
      revision: 1,
      savedAt: NOON,
    });
    expect(adas()).toEqual(before);
  });

  test("an attempt with their attempt's id", async () => {
    const before = adas();
    accepted(await handIn(eve, handed(`${TEXT}# Eve's\n`), NOON + 5));
    expect(await readAttempt(eve, attemptId)).toMatchObject({
      text: `${TEXT}# Eve's\n`,
      number: 1,
      createdAt: NOON + 5,
    });
    expect(await readAttempt(ada, attemptId)).toMatchObject({ text: TEXT, createdAt: NOON });
    expect(adas()).toEqual(before);
  });

  test("a rating with their rating's id, of the same card", async () => {
    const before = adas();
    expect(accepted(await rate(eve, pressed(), NOON))).toMatchObject({ repeated: false });
    expect(adas()).toEqual(before);
  });

  test("undoing their rating", async () => {
    const before = adas();
    expect(await undo(eve, reviewId)).toEqual(await undo(eve, randomUUID()));
    expect(await undo(eve, reviewId)).toMatchObject({ ok: false, code: "not-found" });
    expect(adas()).toEqual(before);
  });
});

describe("putting aside and settings", () => {
  test("an item of the same name is one's own", async () => {
    const before = adas();
    for (const act of [suspend, resume, bury]) expect(await act(eve, CARD, NOON)).toMatchObject({ ok: true });
    expect(adas()).toEqual(before);
  });

  test("a card that somebody wrote is theirs alone", async () => {
    database.rows(
      `INSERT INTO "OwnCard" VALUES (?, ?, 'd', 'n', 0, 'basic', 'f', 'b', '', ?)`,
      "00000000-0000-4000-8000-000000000000",
      ada,
      NOON,
    );
    database.rows(
      `INSERT INTO "Item" ("id", "personId", "kind", "ref", "due", "stability", "difficulty", "phase", "step", "reps", "lapses", "scheduledDays", "createdAt")
       VALUES ('own', ?, 'own', '00000000-0000-4000-8000-000000000000', ?, 0, 0, 'new', 0, 0, 0, 0, ?)`,
      ada,
      NOON,
      NOON,
    );
    const before = adas();
    const itemId = "own:00000000-0000-4000-8000-000000000000";
    for (const act of [suspend, resume, bury]) {
      expect(await act(eve, itemId, NOON)).toMatchObject({ ok: false, code: "not-found" });
    }
    expect(await rate(eve, { ...pressed(), id: randomUUID(), itemId }, NOON)).toMatchObject({ code: "not-found" });
    expect(adas()).toEqual(before);
    expect((await readQueue(ada, NOON)).items.map(({ id }) => id)).toContain(itemId);
    expect((await readQueue(eve, NOON)).items.map(({ id }) => id)).not.toContain(itemId);
  });

  test("what one wrote is in nobody else's decks and files, and nobody else writes over it", async () => {
    const secret = { deck: "Ada's deck", kind: "basic", front: "Ada's question", back: "Ada's answer" } as const;
    const { id } = accepted(await saveOwnCard(ada, null, secret, NOON));
    const before = adas();
    expect(await readOwnCard(eve, id)).toBeNull();
    expect(await saveOwnCard(eve, id, { ...secret, back: "Eve's" }, NOON)).toMatchObject({ code: "not-found" });
    expect(await deleteOwnCard(eve, id)).toMatchObject({ code: "not-found" });
    expect(await ownDeckNames(eve)).toEqual([]);
    expect(await readDeck(eve, { kind: "own", id: secret.deck, words: "", page: 1 }, NOON)).toBeNull();
    const fresh = await newGuest();
    expect(await listDecks(eve, NOON)).toEqual(await listDecks(fresh, NOON));
    expect(await readHabits(eve)).toEqual(await readHabits(fresh));
    expect(await readPlan(eve, NOON)).toEqual(await readPlan(fresh, NOON));
    for (const what of ["cards", "reviews"] as const) {
      expect(await exportCsv(eve, what, NOON)).toBe(await exportCsv(fresh, what, NOON));
    }
    expect(await exportJson(eve, NOON)).not.toContain("Ada's");
    expect(await exportAnki(eve, NOON)).toHaveLength((await exportAnki(fresh, NOON)).length);
    expect(await exportJson(ada, NOON), "there is something to see").toContain("Ada's answer");
    expect(adas()).toEqual(before);
  });

  test("settings are each person's", async () => {
    const before = await readSettings(ada);
    accepted(await saveSettings(eve, { newPerDay: 3, zone: "Asia/Tokyo" }));
    expect(await readSettings(ada)).toEqual(before);
    expect((await readSettings(eve)).settings).toMatchObject({ newPerDay: 3, zone: "Asia/Tokyo" });
  });
});

test("every function of the data layer that takes a person is in the tests above", async () => {
  const index = await import("@/lib/server");
  const covered = [
    "countDue",
    "readDraft",
    "saveDraft",
    "handIn",
    "readAttempt",
    "listAttempts",
    "readQueue",
    "readRuleQueue",
    "rate",
    "undo",
    "readProgress",
    "readReviewsADay",
    "readPlan",
    "suspend",
    "resume",
    "bury",
    "readSettings",
    "saveSettings",
    "readOwnCard",
    "saveOwnCard",
    "deleteOwnCard",
    "ownDeckNames",
    "listDecks",
    "readDeck",
    "exportAnki",
    "exportCsv",
    "exportJson",
    "readHabits",
    // What it takes is in tests/server/exchange-json.test.ts.
    "importFile",
    // What it reads is in tests/server/fitting-process.test.ts.
    "fitIfDue",
  ];
  // These take the person from the session and never by id.
  const bySession = [
    "asPerson",
    "changePassword",
    "currentPerson",
    "endOtherSessions",
    "signIn",
    "signOut",
    "signUp",
    "startGuest",
  ];
  /** These speak of the program and the content alone. */
  const nobody = ["answerAuth", "buildId", "mostBytes", "authOptions", "isHealthy", "gradedAnswers", "placesOfRule"];
  const functions = Object.entries(index).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
  expect(functions.sort()).toEqual([...covered, ...bySession, ...nobody].sort());
});
