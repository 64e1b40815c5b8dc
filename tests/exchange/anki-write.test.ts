import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type Collection, type ExchangeCard, finish, writeAnki } from "@/lib/exchange";
import { DEFAULT_SETTINGS, dayOf, startOfDay } from "@/lib/schedule";
import { DAY, learn, NOW } from "./support/collections";
import { rowsOf, sqlite } from "./support/sqlite";

const CLOCK = { zone: "Europe/Berlin", rollover: 4 };
const BASE = {
  ordinal: 0,
  deck: "Keys::Primary",
  kind: "basic",
  back: "**A**",
  tags: ["sql", "x::y"],
  suspended: false,
  position: 3,
} as const;

function card(guid: string, part: Partial<ExchangeCard>): ExchangeCard {
  return { ...BASE, guid, front: `question ${guid}`, ...learn(CLOCK, `0 ${guid}`, []), ...part };
}

const LEARNT = learn(
  CLOCK,
  "0 B",
  [
    [3, 5_000],
    [3, 600_000],
    [3, 5 * DAY],
    [1, 20 * DAY],
    [3, 700_000],
  ],
  10 * DAY,
);
const STEPS = learn(CLOCK, "0 C", [[3, 5_000]]);
const COLLECTION: Collection = {
  cards: [
    card("A", {}),
    card("B", LEARNT),
    card("C", { ...STEPS, kind: "cloze", front: "a {{b::c}} d }\\} e {{f}}", suspended: true }),
    card("D", { ordinal: 2, deck: "Default" }),
  ],
};

async function written(collection = COLLECTION): Promise<Uint8Array> {
  return finish(writeAnki(await sqlite(), collection, { now: NOW, clock: CLOCK, settings: DEFAULT_SETTINGS }));
}

/** What another SQLite than ours finds in the package. */
describe("a package for Anki", () => {
  test("is a collection of schema 11 beside an empty list of media", async () => {
    const bytes = await written();
    expect(Object.keys(unzipSync(bytes)).sort()).toEqual(["collection.anki2", "media"]);
    expect(rowsOf(bytes, "PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
    const tables = rowsOf(bytes, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map(
      ({ name }) => name,
    );
    expect(tables).toEqual(["cards", "col", "graves", "notes", "revlog"]);
    expect(rowsOf(bytes, "SELECT ver FROM col")).toEqual([{ ver: 11 }]);
  });

  test("counts days from four in the morning of its first day, where the person is", async () => {
    const [col] = rowsOf(await written(), "SELECT crt, conf FROM col");
    const first = dayOf(Math.min(...LEARNT.log.map(({ at }) => at)), CLOCK);
    expect(col?.crt).toBe(startOfDay(first, CLOCK) / 1000);
    const conf = JSON.parse(String(col?.conf));
    expect(conf).toMatchObject({ schedVer: 2, sched2021: true, rollover: 4 });
    // The date of the collection, as Anki reckons it, is that of its first day.
    expect(Math.floor((Number(col?.crt) - conf.creationOffset * 60) / 86_400)).toBe(first);
  });

  test("has its notes by their guids, in HTML, with checksums of their first fields", async () => {
    const notes = rowsOf(await written(), "SELECT guid, mid, flds, sfld, csum, tags FROM notes ORDER BY id");
    expect(notes.map(({ guid }) => guid)).toEqual(["A", "B", "C", "D card 3"]);
    expect(notes[0]).toMatchObject({
      flds: "question A\u001f<strong>A</strong>",
      sfld: "question A",
      tags: " sql x::y ",
    });
    expect(notes[2]?.flds).toBe("a {{c1::b:&#58;c}} d }&#125; e {{c1::f}}\u001f<strong>A</strong>");
    // SHA-1 of "question A" begins with these 32 bits.
    expect(notes[0]?.csum).toBe(0x00226518);
  });

  test("has decks and note types that Anki finds again by name and id", async () => {
    const [col] = rowsOf(await written(), "SELECT models, decks FROM col");
    const decks: Record<string, { name: string }> = JSON.parse(String(col?.decks));
    expect(
      Object.values(decks)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["Default", "Keys::Primary"]);
    const models: Record<string, { type: number; flds: unknown[]; tmpls: unknown[] }> = JSON.parse(String(col?.models));
    expect(Object.values(models).map(({ type, flds, tmpls }) => [type, flds.length, tmpls.length])).toEqual([
      [0, 2, 1],
      [1, 2, 1],
    ]);
    const used = rowsOf(await written(), "SELECT DISTINCT mid FROM notes").map(({ mid }) => String(mid));
    expect(used.sort()).toEqual(Object.keys(models).sort());
  });

  test("has each card's schedule as Anki keeps it", async () => {
    const bytes = await written();
    const first = dayOf(Math.min(...LEARNT.log.map(({ at }) => at)), CLOCK);
    const cards = rowsOf(
      bytes,
      "SELECT type, queue, due, ivl, factor, reps, lapses, left, data FROM cards ORDER BY id",
    );
    expect(cards[0]).toEqual({ type: 0, queue: 0, due: 3, ivl: 0, factor: 0, reps: 0, lapses: 0, left: 0, data: "{}" });
    const { memory } = LEARNT;
    expect(memory.phase).toBe("review");
    expect(cards[1]).toMatchObject({
      type: 2,
      queue: 2,
      due: dayOf(memory.due, CLOCK) - first,
      ivl: memory.scheduledDays,
      reps: 5,
      lapses: 1,
      left: 0,
    });
    expect(JSON.parse(String(cards[1]?.data))).toEqual({
      s: memory.stability,
      d: memory.difficulty,
      dr: 0.9,
      lrt: Math.floor((memory.lastReview ?? 0) / 1000),
    });
    expect(cards[2]).toMatchObject({ type: 1, queue: -1, due: Math.ceil(STEPS.memory.due / 1000), left: 1001 });
    const orphans = rowsOf(
      bytes,
      "SELECT count(*) AS n FROM cards LEFT JOIN notes ON notes.id = nid WHERE notes.id IS NULL OR ord <> 0",
    );
    expect(orphans).toEqual([{ n: 0 }]);
  });

  test("has every review, with its kind, its intervals and its difficulty", async () => {
    const bytes = await written();
    const [second] = rowsOf(bytes, "SELECT id FROM cards ORDER BY id LIMIT 1 OFFSET 1");
    const log = rowsOf(
      bytes,
      `SELECT id, ease, ivl, lastIvl, factor, time, type FROM revlog WHERE cid = ${second?.id} ORDER BY id`,
    );
    const { log: reviews } = LEARNT;
    expect(log.map(({ id }) => id)).toEqual(reviews.map(({ at }) => at));
    expect(log.map(({ ease, type }) => [ease, type])).toEqual([
      [3, 0],
      [3, 0],
      [3, 1],
      [1, 1],
      [3, 2],
    ]);
    const days = (index: number) => dayOf(reviews[index]?.due ?? 0, CLOCK) - dayOf(reviews[index]?.at ?? 0, CLOCK);
    expect(log.map(({ ivl }) => ivl)).toEqual([-600, days(1), days(2), -600, days(4)]);
    expect(log.map(({ lastIvl }) => lastIvl)).toEqual([0, -600, days(1), days(2), -600]);
    expect(log.map(({ factor }) => factor)).toEqual(
      reviews.map(({ difficulty }) => Math.round((((difficulty ?? 1) - 1) / 9 + 0.1) * 1000)),
    );
    expect(log.map(({ time }) => time)).toEqual(reviews.map(({ elapsed }) => elapsed));
    expect(
      rowsOf(
        bytes,
        "SELECT max(id) <= ? AS past FROM (SELECT id FROM notes UNION SELECT id FROM cards UNION SELECT id FROM revlog)".replace(
          "?",
          String(NOW),
        ),
      ),
    ).toEqual([{ past: 1 }]);
  });

  test("is the same each time, so that a second import finds the same notes", async () => {
    expect(await written()).toEqual(await written());
  });
});
