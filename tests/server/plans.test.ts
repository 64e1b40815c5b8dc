import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { authenticate } from "@/lib/server/accounts/authenticate";
import { mergeGuest } from "@/lib/server/accounts/merge";
import { register } from "@/lib/server/accounts/register";
import { handIn, listAttempts, readAttempt } from "@/lib/server/attempts";
import { cardsById } from "@/lib/server/content";
import { readDraft, saveDraft } from "@/lib/server/drafts";
import { readProgress } from "@/lib/server/progress";
import { readPlan } from "@/lib/server/progress-plan";
import { readReviewsADay } from "@/lib/server/progress-rows";
import { readQueue } from "@/lib/server/queue";
import { rate, undo } from "@/lib/server/reviews";
import { endAllSessions, endSession, makeToken, newClaims, readSession } from "@/lib/server/session/token";
import { readSettings, saveSettings } from "@/lib/server/settings";
import { accepted, NOON, newGuest, testDatabase } from "./support/database";

const database = testDatabase();
const CARD = `card:${[...cardsById().keys()][0]}`;
const TEXT = "---\nscenario: auction\n---\nusers: id (PK)\n";

/** A table of the program, whole; `sub` is what an index has found already. */
const SCAN = /^SCAN (Person|Draft|Attempt|Item|Review|Day|Load|Evidence|OwnCard|EndedSession|Throttle)\b/;

/** Every SQL text that a piece of work sends to SQLite. */
async function sqlOf(work: () => Promise<void>): Promise<ReadonlySet<string>> {
  const prepare = vi.spyOn(Database.prototype, "prepare");
  await work();
  const sent = new Set(prepare.mock.calls.map(([sql]) => sql));
  prepare.mockRestore();
  return new Set([...sent].filter((sql) => /^\s*(select|insert|update|delete)\b/i.test(sql)));
}

async function everything(): Promise<void> {
  const person = await newGuest();
  const fields = { email: "ada@example.com", password: "a long enough sentence" };
  accepted(await saveDraft(person, "auction", { text: "a", basedOn: null }, NOON));
  accepted(await saveDraft(person, "auction", { text: "b", basedOn: 1 }, NOON));
  await readDraft(person, "auction");
  const { attemptId } = accepted(
    await handIn(person, { id: randomUUID(), slug: "auction", text: TEXT, seconds: 1, zone: "Europe/Berlin" }, NOON),
  );
  accepted(await handIn(person, { id: randomUUID(), slug: "auction", text: TEXT, seconds: 1 }, NOON + 1));
  await readAttempt(person, attemptId);
  await listAttempts(person);
  await listAttempts(person, { slug: "auction" });
  const { reviewId } = accepted(
    await rate(person, { id: randomUUID(), itemId: CARD, rating: 3, at: NOON, elapsed: 1 }, NOON),
  );
  await readQueue(person, NOON);
  await readProgress(person, NOON);
  accepted(await saveSettings(person, { interviewOn: "2026-12-12" }));
  await readSettings(person);
  await readReviewsADay(person, NOON);
  await readPlan(person, NOON);
  accepted(await undo(person, reviewId));
  const account = accepted(await register(null, fields, NOON)).person.id;
  accepted(await authenticate(fields, NOON));
  const claims = newClaims(account, 0);
  await readSession(await makeToken(claims));
  await endSession(claims);
  accepted(await mergeGuest(person, account));
  await endAllSessions(account);
  accepted(await register(await newGuest(), { ...fields, email: "b@example.com" }, NOON));
}

test("no query of the program reads a whole table: the time it takes does not grow with other people", {
  timeout: 120_000,
}, async () => {
  const sent = await sqlOf(everything);
  expect(sent.size).toBeGreaterThan(30);
  const scans = [...sent].flatMap((sql) => {
    const plan = database.rows(`EXPLAIN QUERY PLAN ${sql}`, ...Array.from(sql.matchAll(/\?/g), () => "1"));
    return plan.flatMap(({ detail }) => (SCAN.test(String(detail)) ? [`${detail}: ${sql}`] : []));
  });
  expect(scans).toEqual([]);
});

test("a scan would be seen", () => {
  const [plan] = database.rows(`EXPLAIN QUERY PLAN SELECT * FROM "Person" WHERE "name" = ?`, "Ada");
  expect(plan?.detail).toMatch(SCAN);
});
