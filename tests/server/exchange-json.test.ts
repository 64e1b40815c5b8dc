import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Account, readAccount } from "@/lib/exchange";
import { handIn } from "@/lib/server/attempts";
import { saveDraft } from "@/lib/server/drafts";
import { drillPools } from "@/lib/server/drills";
import { exportCsv } from "@/lib/server/exchange/export";
import { exportJson } from "@/lib/server/exchange/export-json";
import { undo } from "@/lib/server/reviews";
import { suspend } from "@/lib/server/set-aside";
import { saveSettings } from "@/lib/server/settings";
import { accepted, DAY, NOON, newGuest, testDatabase } from "./support/database";
import { bytes, CARDS, everything, LATER, learner, press, take } from "./support/learner";

const database = testDatabase();

describe("everything as JSON", () => {
  const TEXT = "---\nscenario: auction\n---\nusers: id (PK)\n";

  // The drills of a scenario are made once a process; that takes some seconds.
  beforeAll(() => {
    drillPools("auction");
  }, 120_000);

  async function rich(): Promise<string> {
    const person = await learner(database);
    accepted(await saveSettings(person, { retention: 0.85 }));
    accepted(await saveDraft(person, "auction", { text: TEXT, basedOn: null }, NOON));
    accepted(await handIn(person, { id: randomUUID(), slug: "auction", text: TEXT, seconds: 60 }, NOON + DAY));
    const drill = database.rows(`SELECT "ref" FROM "Item" WHERE "kind" = 'drill' AND "personId" = ?`, person)[0]?.ref;
    await press(person, `drill:${drill}`, 3, NOON + 2 * DAY);
    accepted(await undo(person, await press(person, `card:${CARDS[3]}`, 1, NOON + 2 * DAY), NOON + 2 * DAY));
    accepted(await suspend(person, `card:${CARDS[2]}`, NOON + 5 * DAY));
    return person;
  }

  async function exported(person: string): Promise<Account> {
    return readAccount(bytes(await exportJson(person, LATER)));
  }

  /** Without what is each person's own: no id of a row. */
  function essence({ items, reviews, attempts, ...rest }: Account) {
    const byName = (rows: readonly object[]) => rows.map((row) => JSON.stringify(ordered(row))).sort();
    const evidence = rest.evidence.map(({ weight, keptWeight, ...row }) => ({
      ...row,
      weight: Number(weight).toPrecision(9),
      keptWeight: Number(keptWeight).toPrecision(9),
    }));
    return {
      ...rest,
      evidence: byName(evidence),
      items: byName(items),
      reviews: byName(reviews),
      attempts: byName(attempts),
    };
  }

  /** The order of fields says nothing, in JSON inside JSON neither. */
  function ordered(value: unknown): unknown {
    if (typeof value === "string" && value.startsWith("{")) return ordered(JSON.parse(value));
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return Array.isArray(value) ? value.map(ordered) : value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, one]) => [key, ordered(one)]),
    );
  }

  test("is taken back whole into an empty account", async () => {
    const person = await rich();
    const other = await newGuest();
    const report = accepted(await take(other, await exportJson(person, LATER), "all.json"));
    expect(report.skipped).toEqual([]);
    expect(essence(await exported(other))).toEqual(essence(await exported(person)));
  });

  test("changes nothing where it came from", async () => {
    const person = await rich();
    const before = await exported(person);
    expect(accepted(await take(person, await exportJson(person, LATER), "all.json"))).toMatchObject({
      taken: { cards: 0, reviews: 0 },
      updated: 0,
    });
    expect(essence(await exported(person))).toEqual(essence(before));
  });

  test("joins what is there, which stays", async () => {
    const person = await rich();
    const other = await newGuest();
    accepted(await saveDraft(other, "auction", { text: "mine", basedOn: null }, NOON));
    accepted(await handIn(other, { id: randomUUID(), slug: "auction", text: TEXT, seconds: 60 }, NOON));
    const report = accepted(await take(other, await exportJson(person, LATER), "all.json"));
    expect(report.skipped).toEqual([
      { what: "The draft of auction", why: "There is another draft here, and it stays." },
    ]);
    const after = await exported(other);
    expect(after.drafts.map(({ text }) => text)).toEqual(["mine"]);
    expect(after.attempts.map(({ number }) => number).sort()).toEqual([1, 2]);
  });

  test("never reaches another person, whatever the file says", async () => {
    const victim = await rich();
    const before = everything(database, victim);
    const file = JSON.parse(await exportJson(victim, LATER));
    const forged = {
      ...file,
      personId: victim,
      items: file.items.map((item: object) => ({ ...item, personId: victim, id: "x", lapses: 99 })),
    };
    accepted(await take(await newGuest(), JSON.stringify(forged), "all.json"));
    expect(everything(database, victim)).toEqual(before);
    const stranger = await newGuest();
    for (const text of [
      await exportJson(stranger, LATER),
      await exportCsv(stranger, "cards", LATER),
      await exportCsv(stranger, "reviews", LATER),
    ]) {
      expect(text).not.toContain("What is a key?");
    }
    expect((await exported(stranger)).reviews).toEqual([]);
  });
});
