import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { mergeGuest } from "@/lib/server/accounts/merge";
import { register } from "@/lib/server/accounts/register";
import { handIn, listAttempts, readAttempt } from "@/lib/server/attempts";
import { cardsById } from "@/lib/server/content";
import { readDraft, saveDraft } from "@/lib/server/drafts";
import { readQueue } from "@/lib/server/queue";
import { rate, undo } from "@/lib/server/reviews";
import { accepted, DAY, MINUTE, NOON, newGuest, testDatabase } from "./support/database";

const database = testDatabase();
const WEAK = "---\nscenario: auction\nlevel: mid\n---\nusers: id (PK), email\nbids: id (PK), amount\n";
const [FIRST = "", SECOND = ""] = [...cardsById().keys()];

let guest = "";
let account = "";
beforeEach(async () => {
  guest = await newGuest();
  const made = accepted(await register(null, { email: "ada@example.com", password: "a long enough sentence" }, NOON));
  account = made.person.id;
});

const answer = (slug = "auction") => ({ id: randomUUID(), slug, text: WEAK.replace("auction", slug), seconds: 1 });
const press = (ref: string, at: number) => ({
  id: randomUUID(),
  itemId: `card:${ref}`,
  rating: 4 as const,
  at,
  elapsed: 1,
});
const items = (person: string) =>
  database.rows(`SELECT * FROM "Item" WHERE "personId" = ? ORDER BY "kind", "ref"`, person);
const withoutPerson = (rows: readonly Record<string, unknown>[]) => rows.map(({ personId: _, ...row }) => row);

test("an empty account takes everything, to the byte", async () => {
  accepted(await saveDraft(guest, "auction", { text: "mine", basedOn: null }, NOON));
  const { attemptId } = accepted(await handIn(guest, answer(), NOON));
  const { reviewId } = accepted(await rate(guest, press(FIRST, NOON), NOON));
  const [before, attempt, queue] = [
    items(guest),
    await readAttempt(guest, attemptId),
    await readQueue(guest, NOON + MINUTE),
  ];
  expect(await mergeGuest(guest, account)).toEqual({ ok: true, merged: true });
  expect(withoutPerson(items(account))).toEqual(withoutPerson(before));
  expect(await readAttempt(account, attemptId)).toEqual(attempt);
  expect(await readDraft(account, "auction")).toMatchObject({ text: "mine" });
  expect(await readQueue(account, NOON + MINUTE)).toEqual(queue);
  expect(database.rows(`SELECT "id" FROM "Person"`)).toEqual([{ id: account }]);
  expect(await undo(account, reviewId), "what the guest rated can still be undone").toMatchObject({ ok: true });
});

test("where both rated a card it is one history; the account's draft stands, and attempts are added after its own", async () => {
  accepted(await saveDraft(account, "auction", { text: "the account's", basedOn: null }, NOON));
  accepted(await saveDraft(guest, "auction", { text: "the guest's", basedOn: null }, NOON));
  accepted(await saveDraft(guest, "news-feed", { text: "the guest's", basedOn: null }, NOON));
  const own = [accepted(await handIn(account, answer(), NOON)), accepted(await handIn(account, answer(), NOON + 1))];
  const theirs = [
    accepted(await handIn(guest, answer(), NOON + 2)),
    accepted(await handIn(guest, answer("news-feed"), NOON + 3)),
  ];
  accepted(await rate(account, press(FIRST, NOON), NOON));
  accepted(await rate(guest, press(FIRST, NOON + 3 * DAY), NOON + 3 * DAY));
  accepted(await rate(guest, press(SECOND, NOON), NOON));
  const cardOf = (person: string, ref: string) => items(person).find((item) => item.ref === ref);
  const theirSecond = cardOf(guest, SECOND);
  const alone = await newGuest();
  for (const at of [NOON, NOON + 3 * DAY]) accepted(await rate(alone, press(FIRST, at), at));
  accepted(await mergeGuest(guest, account));
  expect(await readDraft(account, "auction")).toMatchObject({ text: "the account's" });
  expect(await readDraft(account, "news-feed")).toMatchObject({ text: "the guest's" });
  const numbers = new Map((await listAttempts(account)).map(({ id, number }) => [id, number]));
  expect([...own, ...theirs].map(({ attemptId }) => numbers.get(attemptId))).toEqual([1, 2, 3, 1]);
  const { stability, reps, firstReview, lastReview } = cardOf(alone, FIRST) ?? {};
  expect(cardOf(account, FIRST)).toMatchObject({ stability, reps, firstReview, lastReview });
  const days = database.rows(
    `SELECT "day", "reviews", "fresh", "youngSeen", "attempts" FROM "Day" WHERE "personId" = ? ORDER BY "day"`,
    account,
  );
  expect(days).toMatchObject([
    { reviews: 2, fresh: 2, attempts: 4 },
    { reviews: 1, fresh: 0, youngSeen: 1, attempts: 0 },
  ]);
  expect(cardOf(account, SECOND)).toEqual({ ...theirSecond, personId: account });
  expect(database.rows("PRAGMA foreign_key_check")).toEqual([]);
});

test("what a guest's report promised comes when it said, though the account knew the card", async () => {
  const { attemptId } = accepted(await handIn(guest, answer(), NOON));
  const promised = (await readAttempt(guest, attemptId))?.scheduled.find(({ kind }) => kind === "card");
  if (!promised) throw new Error("nothing was scheduled");
  const { due } = accepted(await rate(account, press(promised.ref, NOON), NOON));
  expect(due).toBeGreaterThan(promised.due);
  accepted(await mergeGuest(guest, account));
  const item = (await readQueue(account, promised.due)).items.find(({ ref }) => ref === promised.ref);
  expect(item).toMatchObject({ due: promised.due, why: promised.why, attemptId });
});

test("only a guest is merged, once, and never with themselves", async () => {
  const other = accepted(await register(null, { email: "b@example.com", password: "a long enough sentence" }, NOON));
  accepted(await saveDraft(other.person.id, "auction", { text: "b's", basedOn: null }, NOON));
  for (const id of [other.person.id, account, randomUUID()]) {
    expect(await mergeGuest(id, account)).toEqual({ ok: true, merged: false });
  }
  expect(await readDraft(other.person.id, "auction")).toMatchObject({ text: "b's" });
  expect(await mergeGuest(guest, account)).toEqual({ ok: true, merged: false });
  expect(await mergeGuest(guest, account)).toEqual({ ok: true, merged: false });
  expect(await saveDraft(guest, "auction", { text: "late", basedOn: null }, NOON)).toMatchObject({
    code: "signed-out",
  });
});

test("an account that is not there takes nothing away", async () => {
  accepted(await saveDraft(guest, "auction", { text: "mine", basedOn: null }, NOON));
  expect(await mergeGuest(guest, randomUUID())).toMatchObject({ ok: false, code: "signed-out" });
  expect(await readDraft(guest, "auction")).toMatchObject({ text: "mine" });
});
