import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type ExchangeCard, FileRefused, finish, LIMITS, type Limits, readAnki } from "@/lib/exchange";
import { dayOf, newMemory, type Rating, review, startOfDay } from "@/lib/schedule";
import { DAY, NOW, schedulingFor } from "./support/collections";
import { databaseOf, FORMATS, type GivenPackage, otherDatabase, packageOf, zstd } from "./support/packages";
import { sqlite } from "./support/sqlite";

const CLOCK = { zone: "Europe/Berlin", rollover: 4 };
/** Four in the morning in Berlin, a year before `NOW`. */
const CREATED = Date.UTC(2025, 11, 1, 3) / 1000;
const FIRST_DAY = dayOf(CREATED * 1000, CLOCK);
const TODAY = dayOf(NOW, CLOCK) - FIRST_DAY;
const BASIC = {
  name: "Basic",
  fields: ["Front", "Back"],
  templates: [["{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}"]],
} as const;

async function read(bytes: Uint8Array, limits: Limits = LIMITS) {
  return finish(readAnki(await sqlite(), bytes, { now: NOW, clock: CLOCK, scheduling: schedulingFor(CLOCK), limits }));
}

function given(part: Partial<GivenPackage>): GivenPackage {
  return { created: CREATED, offset: -60, types: { 10: BASIC }, notes: {}, cards: {}, ...part };
}

async function only(part: Partial<GivenPackage>): Promise<ExchangeCard> {
  const { cards } = await read(packageOf(given(part), "collection.anki21"));
  const [card] = cards;
  if (!card || cards.length > 1) throw new Error(`${cards.length} cards`);
  return card;
}

const NOTE = { 1: { guid: "G", type: 10, fields: ["q", "a"] } };

describe("a package of Anki's", () => {
  const whole = given({
    decks: { 1: "Default", 2: "Law::Contract", 3: "Filtered" },
    types: {
      10: BASIC,
      11: {
        name: "Both ways",
        fields: ["Front", "Back", "Note"],
        templates: [
          ["{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}"],
          [
            "{{Back}}",
            "{{FrontSide}}\n<hr id='answer'>\n{{Front}}{{#Note}}<br>({{Note}}){{/Note}}{{^Note}}none{{/Note}}",
          ],
        ],
      },
      12: {
        name: "Cloze",
        cloze: true,
        fields: ["Text", "Back Extra"],
        templates: [["{{cloze:Text}}", "{{cloze:Text}}<br>\n{{Back Extra}}"]],
      },
    },
    notes: {
      1: { guid: "G1", type: 10, fields: ["What is <b>it</b>?", "A <code>key</code>"], tags: " a b::c leech " },
      2: { guid: "G2", type: 11, fields: ["front", "back", "more"] },
      3: {
        guid: "G3",
        type: 12,
        fields: ["{{c1::One::number}} and {{c2::two {{c1::nested}}}} and a brace }}", "extra"],
      },
    },
    cards: {
      100: { note: 1, due: 7 },
      101: { note: 2, deck: 2 },
      102: { note: 2, ord: 1, deck: 3, odid: 2 },
      103: { note: 3 },
      104: { note: 3, ord: 1, queue: -1 },
    },
  });

  test.each(FORMATS)("is read in the format %s", async (format) => {
    const { cards, leftOut } = await read(packageOf(whole, format));
    const seen = cards.map(({ guid, ordinal, deck, kind, front, back, tags, suspended, position }) => {
      return { guid, ordinal, deck, kind, front, back, tags, suspended, position };
    });
    const base = { ordinal: 0, deck: "Default", tags: [], suspended: false, position: 0 };
    expect(seen).toEqual([
      {
        ...base,
        guid: "G1",
        kind: "basic",
        front: "What is **it**?",
        back: "A `key`",
        tags: ["a", "b::c", "leech"],
        position: 7,
      },
      { ...base, guid: "G2", kind: "basic", deck: "Law::Contract", front: "front", back: "back" },
      { ...base, guid: "G2", ordinal: 1, deck: "Law::Contract", kind: "basic", front: "back", back: "front\\\n(more)" },
      { ...base, guid: "G3", kind: "cloze", front: "{{One}} and two {{nested}} and a brace }\\}", back: "extra" },
      {
        ...base,
        guid: "G3",
        ordinal: 1,
        kind: "cloze",
        front: "One and {{two nested}} and a brace }\\}",
        back: "extra",
        suspended: true,
      },
    ]);
    expect(leftOut.first).toEqual([
      { what: expect.stringContaining("{{One}}"), why: "The hints of hidden words are not taken." },
    ]);
  });

  test("names what it leaves out, the first twenty and how many", async () => {
    const notes = Object.fromEntries(
      Array.from({ length: 30 }, (_, id) => [
        id + 1,
        { guid: `G${id}`, type: id === 0 ? 99 : 10, fields: [id === 1 ? '<img src="x.png">' : "", `a${id}`] },
      ]),
    );
    const cards = Object.fromEntries(Object.keys(notes).map((id) => [Number(id) + 100, { note: Number(id) }]));
    const found = await read(
      packageOf(
        given({
          notes: { ...notes, 31: { guid: "X", type: 10, fields: ["see <img src='y.png'>", "a"] } },
          cards: { ...cards, 200: { note: 31 }, 201: { note: 31, ord: 5 } },
        }),
        "collection.anki2",
      ),
    );
    expect(found.cards.map(({ front }) => front)).toEqual(["see \\[image: y.png\\]"]);
    expect(found.leftOut.first.map(({ why }) => why)).toEqual(
      expect.arrayContaining([
        "It asks about a picture or a sound, and those are not taken.",
        "It has no question.",
        "Pictures and sounds are not taken; the text names them.",
        "Its note type has no such card.",
      ]),
    );
    expect(found.leftOut.first.length).toBeLessThanOrEqual(20);
  });
});

describe("a schedule of Anki's", () => {
  const log = [
    [NOW - 30 * DAY, 100, 3, -600, 0, 5_000, 0],
    [NOW - 30 * DAY + 600_000, 100, 3, 2, 0, 4_000, 0],
    [NOW - 28 * DAY, 100, 3, 25, 0, 3_000, 1],
  ] as const;

  test("is taken from FSRS's state", async () => {
    const data = '{"pos":3,"s":25.5,"d":4.25,"dr":0.9}';
    const { memory, log: reviews } = await only({
      notes: NOTE,
      cards: { 100: { note: 1, type: 2, due: TODAY + 5, ivl: 25, factor: 2500, reps: 3, lapses: 1, data } },
      log,
    });
    expect(memory).toEqual({
      due: startOfDay(FIRST_DAY + TODAY + 5, CLOCK),
      stability: 25.5,
      difficulty: 4.25,
      phase: "review",
      reps: 3,
      lapses: 1,
      step: 0,
      scheduledDays: 25,
      lastReview: NOW - 28 * DAY,
    });
    expect(reviews.map(({ at, rating, phase, elapsed }) => ({ at, rating, phase, elapsed }))).toEqual([
      { at: NOW - 30 * DAY, rating: 3, phase: "new", elapsed: 5_000 },
      { at: NOW - 30 * DAY + 600_000, rating: 3, phase: "learning", elapsed: 4_000 },
      { at: NOW - 28 * DAY, rating: 3, phase: "review", elapsed: 3_000 },
    ]);
    expect(reviews[2]?.due).toBe(startOfDay(dayOf(NOW - 28 * DAY, CLOCK) + 25, CLOCK));
  });

  test("is worked out from the log where there is no state, and keeps Anki's day", async () => {
    const { memory } = await only({
      notes: NOTE,
      cards: { 100: { note: 1, type: 2, due: TODAY + 5, ivl: 25, factor: 2500, reps: 3 } },
      log,
    });
    const ratings: readonly (readonly [number, Rating])[] = log.map(([at, , ease]) => [at, ease]);
    const replayed = ratings.reduce(
      (before, [at, rating]) => review(before, rating, at, schedulingFor(CLOCK, "0 G")).memory,
      newMemory(NOW - 30 * DAY),
    );
    expect(memory.stability).toBe(replayed.stability);
    expect(memory.difficulty).toBe(replayed.difficulty);
    expect(memory.due).toBe(startOfDay(FIRST_DAY + TODAY + 5, CLOCK));
  });

  // fsrs-rs: memory_state_from_sm2(2.5, 10, 0.9) and (1.3, 20, 0.9) with the default parameters of FSRS-6.
  test.each([
    [2500, 10, 6.9140563],
    [1300, 20, 10],
  ])("is worked out from SM-2's ease %i and interval %i where there is no log", async (factor, ivl, difficulty) => {
    const { memory } = await only({
      notes: NOTE,
      cards: { 100: { note: 1, type: 2, due: TODAY, ivl, factor, reps: 9 } },
    });
    expect(memory.stability).toBe(ivl);
    expect(memory.difficulty).toBeCloseTo(difficulty, 4);
    expect(memory.lastReview).toBe(Math.min(NOW, startOfDay(FIRST_DAY + TODAY, CLOCK) - ivl * DAY));
  });

  test("keeps the minutes of steps, and the day of those that are a day off", async () => {
    const data = '{"s":1.5,"d":5}';
    const soon = Math.floor(NOW / 1000) + 300;
    expect(
      (await only({ notes: NOTE, cards: { 100: { note: 1, type: 1, due: soon, left: 1001, reps: 1, data } } })).memory,
    ).toMatchObject({ phase: "learning", step: 1, due: soon * 1000, scheduledDays: 0 });
    expect(
      (
        await only({
          notes: NOTE,
          cards: { 100: { note: 1, type: 3, queue: 3, due: TODAY + 1, left: 1001, reps: 9, data } },
        })
      ).memory,
    ).toMatchObject({ phase: "relearning", step: 0, due: startOfDay(FIRST_DAY + TODAY + 1, CLOCK) });
    expect(
      (
        await only({
          notes: NOTE,
          cards: { 100: { note: 1, type: 2, queue: 2, due: -100_000, odue: TODAY + 2, odid: 1, ivl: 9, data } },
        })
      ).memory.due,
    ).toBe(startOfDay(FIRST_DAY + TODAY + 2, CLOCK));
  });

  test("forgets what was before a reset, what was set by hand and what was crammed", async () => {
    const cards = { 100: { note: 1, type: 2, due: TODAY, ivl: 3, reps: 2, data: '{"s":3,"d":5}' } };
    const entries = [
      [NOW - 20 * DAY, 100, 3, 5, 0, 1_000, 0],
      [NOW - 19 * DAY, 100, 0, 0, 0, 0, 4],
      [NOW - 10 * DAY, 100, 3, 3, 0, 1_000, 0],
      [NOW - 9 * DAY, 100, 3, 3, 0, 1_000, 3],
      [NOW - 8 * DAY, 100, 0, 3, 2500, 0, 5],
      [NOW + 8 * DAY, 100, 3, 3, 0, 1_000, 1],
    ] as const;
    const card = await only({ notes: NOTE, cards, log: entries });
    expect(card.log.map(({ at, phase }) => ({ at, phase }))).toEqual([{ at: NOW - 10 * DAY, phase: "new" }]);
  });

  test("counts days from the date of the collection where it was made, and by the person's zone where that is not said", async () => {
    const cards = { 100: { note: 1, type: 2, due: 10, ivl: 3, data: '{"s":3,"d":5}' } };
    const made = Date.UTC(2026, 10, 1, 22) / 1000;
    const due = async (part: Partial<GivenPackage>) =>
      dayOf((await only({ created: made, notes: NOTE, cards, ...part })).memory.due, CLOCK);
    const first = Date.UTC(2026, 10, 1) / DAY;
    expect(await due({ offset: 300 })).toBe(first + 10);
    expect(await due({ offset: -600 })).toBe(first + 11);
    const { offset: _, ...unsaid } = given({ created: made, notes: NOTE, cards });
    const [card] = (await read(packageOf(unsaid, "collection.anki2"))).cards;
    expect(dayOf(card?.memory.due ?? 0, CLOCK)).toBe(first + 10);
  });
});

describe("a file that means harm, or is broken", () => {
  const good = packageOf(given({ notes: NOTE, cards: { 100: { note: 1 } } }), "collection.anki2");
  const database = databaseOf(given({ notes: NOTE, cards: { 100: { note: 1 } } }), false);
  const small: Limits = { bytes: 1_000_000, unpacked: 2_000_000, cards: 1, reviews: 1 };

  /** The same archive with another size in its list. */
  function lying(bytes: Uint8Array, size: number): Uint8Array {
    const copy = bytes.slice();
    const view = new DataView(copy.buffer);
    for (let at = 0; at < copy.length - 30; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
    return copy;
  }

  const bomb = zipSync({ "collection.anki2": new Uint8Array(5_000_000) });
  const framed = new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0x40, ...Array.from({ length: 20 }, () => 0)]);
  const runs = new Uint8Array([
    0x28,
    0xb5,
    0x2f,
    0xfd,
    0x00,
    0x58,
    ...Array.from({ length: 40 }, () => [0x02, 0, 0x10, 0]).flat(),
    0x03,
    0,
    0x10,
    0,
  ]);
  const packed = (content: Uint8Array) => zipSync({ "collection.anki21b": content });

  const FILES: readonly (readonly [string, Uint8Array, string])[] = [
    ["a package cut short", good.slice(0, good.length - 40), "not whole"],
    [
      "a package whose middle is gone",
      Uint8Array.from(good, (byte, at) => (at > 60 && at < 300 ? 0 : byte)),
      "damaged",
    ],
    ["an archive without a collection", zipSync({ "a.txt": strToU8("a") }), "no collection of Anki"],
    ["an archive that is a bomb", bomb, "unpacks to more"],
    ["a bomb that says it is small", lying(bomb, 100), "unpacks to more"],
    ["a file that says it is larger than it is", lying(good, 1_900_000), "not whole"],
    ["a file larger than may be", new Uint8Array(1_000_001), "larger than"],
    ["Zstandard that says it is huge", packed(framed), "unpacks to more"],
    ["Zstandard that is a bomb", packed(runs), "unpacks to more"],
    ["Zstandard that is none", packed(strToU8("nothing of the kind")), "damaged"],
    ["a collection that is no database", zipSync({ "collection.anki2": strToU8("hello") }), "not a database"],
    [
      "a database that is none of Anki's",
      zipSync({ "collection.anki2": otherDatabase("CREATE TABLE a (b)") }),
      "not one of Anki's",
    ],
    [
      "a table that is another",
      zipSync({
        "collection.anki2": otherDatabase(
          "CREATE TABLE col (a); CREATE TABLE notes (a); CREATE TABLE cards (a); CREATE TABLE revlog (a); INSERT INTO col VALUES (1)",
        ),
      }),
      "not one of Anki's",
    ],
    [
      "a view in place of a table",
      zipSync({
        "collection.anki2": otherDatabase(
          "CREATE VIEW notes AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT i FROM r",
        ),
      }),
      "more than data",
    ],
    [
      "a generated column",
      zipSync({
        "collection.anki2": databaseOf(
          { types: {}, notes: {}, cards: {} },
          false,
          "CREATE TABLE x (a, b AS (zeroblob(1000000000)))",
        ),
      }),
      "more than data",
    ],
    ["half a database", zipSync({ "collection.anki2": database.slice(0, 9_000) }), "not a database"],
    [
      "more cards than may be",
      packageOf(given({ notes: NOTE, cards: { 100: { note: 1 }, 101: { note: 1, ord: 1 } } }), "collection.anki2"),
      "2 cards",
    ],
  ];

  test.each(FILES)("%s is refused in words", async (_, bytes, words) => {
    const refused = await read(bytes, small).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(FileRefused);
    expect(String(refused)).toContain(words);
  });

  test("names of files are never places, and Zstandard with raw blocks is read", async () => {
    const odd = zipSync({
      "../../etc/passwd": strToU8("x"),
      "collection.anki21b": zstd(databaseOf(given({ notes: NOTE, cards: { 100: { note: 1 } } }), true)),
    });
    expect((await read(odd, small)).cards).toHaveLength(1);
  });
});
