import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dayOf } from "@/lib/schedule";
import { handIn, readAttempt } from "@/lib/server/attempts";
import { readQueue } from "@/lib/server/queue";
import { rate, undo } from "@/lib/server/reviews";
import { accepted, DAY, NOON, newGuest, testDatabase } from "./support/database";

const database = testDatabase();
const UTC = { zone: "UTC", rollover: 4 };
const TOMORROW = Date.UTC(2026, 10, 24, 4);
/** Much is missing: constraints, indexes, half of the decisions. */
const WEAK = `---
scenario: auction
store: PostgreSQL
---
users: id (PK), username, email (not null)
items: id (PK), seller_id (FK -> users.id), title
auctions: id (PK), item_id (FK -> items.id), starts_at, ends_at, status
bids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount, created_at
`;

/** A sound answer with one thing wrong: its score alone would bring the scenario in weeks. */
const ONE_FLAW = readFileSync("content/scenarios/auction/mistakes/constraints-not-null.ends-at.txt", "utf8");

async function promisedDrills(person: string, text = WEAK) {
  const { attemptId } = accepted(await handIn(person, { id: randomUUID(), slug: "auction", text, seconds: 60 }, NOON));
  const scheduled = (await readAttempt(person, attemptId))?.scheduled ?? [];
  return { attemptId, scheduled, drills: scheduled.filter(({ kind }) => kind === "drill") };
}

const drillsAt = async (person: string, now: number) =>
  (await readQueue(person, now)).items.flatMap((item) => (item.kind === "drill" ? [item] : []));

test("a missed rule brings a drill of that rule and that scenario tomorrow, with its reason", async () => {
  const person = await newGuest();
  const { attemptId, drills } = await promisedDrills(person);
  expect(drills.length).toBeGreaterThan(1);
  const shown = await drillsAt(person, TOMORROW);
  const today = drills.filter(({ due }) => due <= TOMORROW).map(({ ref }) => ref);
  expect(
    shown
      .filter(({ why }) => why !== null)
      .map(({ ref }) => ref)
      .sort(),
  ).toEqual([...today].sort());
  for (const { drill, rule, why, attemptId: from, ref } of shown.filter((item) => item.why !== null)) {
    expect(drill.scenario).toBe("auction");
    expect(drill.rules).toContain(rule);
    expect(ref).toBe(`auction/${rule}`);
    expect(why).toContain(`\`${rule}\``);
    expect(from).toBe(attemptId);
  }
});

test("a rule that has no drill in the scenario brings one of another scenario", async () => {
  const person = await newGuest();
  const text = readFileSync("content/scenarios/auction/mistakes/document-unbounded-array.bids.txt", "utf8");
  const { drills } = await promisedDrills(person, text);
  expect(drills.map(({ ref }) => ref).filter((ref) => ref.endsWith("/document/unbounded-array"))).toHaveLength(1);
  expect(drills.every(({ ref }) => !ref.startsWith("auction/document"))).toBe(true);
  const shown = await drillsAt(person, TOMORROW);
  expect(shown.map(({ ref }) => ref)).toEqual(expect.arrayContaining(drills.map(({ ref }) => ref)));
});

test("each time another drill comes, until all were seen", async () => {
  const person = await newGuest();
  await promisedDrills(person);
  const [first] = await drillsAt(person, TOMORROW);
  if (!first) throw new Error("no drill");
  const seen: string[] = [];
  let at = TOMORROW;
  for (let turn = 0; turn < 5; turn++) {
    const now = at;
    const item = (await drillsAt(person, now)).find(({ id }) => id === first.id);
    if (!item) throw new Error(`it did not come at ${new Date(now).toISOString()}`);
    expect(
      (await drillsAt(person, now)).find(({ id }) => id === first.id)?.drill.id,
      "the same until it is rated",
    ).toBe(item.drill.id);
    seen.push(item.drill.id);
    at = accepted(
      await rate(
        person,
        { id: randomUUID(), itemId: item.id, rating: 3, at: now, elapsed: 9, shown: item.drill.id },
        now,
      ),
    ).due;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(database.rows(`SELECT "shown" FROM "Review" WHERE "shown" IS NOT NULL ORDER BY "at"`)).toEqual(
    seen.map((shown) => ({ shown })),
  );
});

test("the scenario comes with its weakest rule: later as its drill is known, sooner as it is forgotten, back when that is undone", async () => {
  const person = await newGuest();
  const { scheduled } = await promisedDrills(person, ONE_FLAW);
  const [scenario] = scheduled;
  const weakest = scenario?.rules[0];
  if (!weakest) throw new Error("the score alone decides");
  const row = () => database.rows(`SELECT "day", "due" FROM "Item" WHERE "kind" = 'scenario'`)[0];
  const day = () => Number(row()?.day);
  const byScore = dayOf(Number(row()?.due), UTC);
  expect(day()).toBe(dayOf(scenario?.due ?? 0, UTC));
  const itemId = `drill:auction/${weakest}`;
  const press = async (rating: 1 | 3 | 4, at: number) =>
    accepted(await rate(person, { id: randomUUID(), itemId, rating, at, elapsed: 1 }, at));
  const { reviewId } = await press(1, TOMORROW);
  expect(day(), "never on the same day").toBe(dayOf(TOMORROW, UTC) + 1);
  accepted(await undo(person, reviewId, TOMORROW));
  await press(4, TOMORROW);
  expect(day()).toBeLessThanOrEqual(byScore);
  const drillDay = Number(
    database.rows(`SELECT "day" FROM "Item" WHERE "kind" = 'drill' AND "ref" = ?`, itemId.slice(6))[0]?.day,
  );
  expect(day()).toBe(Math.min(byScore, drillDay));
});

test("a day brings one drill of a rule, whatever the scenario; the other one waits", async () => {
  const person = await newGuest();
  const [one, other] = ["drill:auction/constraints/unique", "drill:ticket-booking/constraints/unique"];
  for (const itemId of [one, other]) {
    accepted(await rate(person, { id: randomUUID(), itemId, rating: 4, at: NOON, elapsed: 1 }, NOON));
  }
  const later = NOON + 60 * DAY;
  const both = (await drillsAt(person, later)).filter(({ sibling }) => sibling === "constraints/unique");
  expect(both).toHaveLength(1);
  const [first] = both;
  accepted(await rate(person, { id: randomUUID(), itemId: first?.id ?? "", rating: 4, at: later, elapsed: 1 }, later));
  expect((await drillsAt(person, later + 1)).map(({ sibling }) => sibling)).not.toContain("constraints/unique");
  const next = (await drillsAt(person, later + DAY)).filter(({ sibling }) => sibling === "constraints/unique");
  expect(next.map(({ id }) => id)).toEqual([one, other].filter((id) => id !== first?.id));
});

test("drills of what the cards taught come among the new items, three cards to one", async () => {
  const person = await newGuest();
  let cards = (await readQueue(person, NOON)).items;
  expect(cards.every(({ kind }) => kind === "card")).toBe(true);
  for (const [turn, item] of cards.entries()) {
    const at = NOON + turn;
    accepted(await rate(person, { id: randomUUID(), itemId: item.id, rating: 4, at, elapsed: 1 }, at));
  }
  cards = (await readQueue(person, TOMORROW)).items;
  const kinds = cards.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "drill").length).toBeGreaterThan(0);
  expect(kinds.filter((kind) => kind === "drill").length * 3).toBeLessThanOrEqual(kinds.length);
});
