import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Collection, FileRefused, finish, readCsv, writeCardsCsv, writeReviewsCsv } from "@/lib/exchange";
import { readTable, unguarded, writeTable } from "@/lib/exchange/csv/table";
import { anyCollection, CLOCKS, NOW } from "./support/collections";

function read(text: string) {
  return finish(readCsv(new TextEncoder().encode(text), { now: NOW, deck: "file" }));
}

function cards(text: string) {
  const file = read(text);
  if (file.kind !== "cards") throw new Error("these are no cards");
  return file.cards;
}

const sides = (text: string) =>
  cards(text).map(({ deck, kind, front, back, tags }) => ({ deck, kind, front, back, tags }));

describe("a table", () => {
  test("reads back as it was written, whatever its cells hold", () => {
    const cell = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('"', ",", "\n", "\r\n", "=", "'", "-", "a", " ", ";", "\t"), { maxLength: 6 })
        .map((parts) => parts.join("")),
    );
    const row = fc.array(cell, { minLength: 1, maxLength: 4 }).filter((cells) => cells.some((one) => one !== ""));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const text = writeTable(rows).slice(1);
        expect(readTable(text, ",").map((cells) => cells.map(unguarded))).toEqual(rows);
      }),
      { numRuns: 1_000 },
    );
  });

  test("begins no cell as a formula", () => {
    for (const start of ["=", "+", "-", "@", "\t", "\r", "'=", "''@"]) {
      const line = writeTable([[`${start}cmd|' /C calc'!A0`]]).slice(1);
      expect(line.replace(/^"/, "")).toMatch(/^'/);
    }
  });
});

describe("our own tables", () => {
  test("bring back every card with its schedule", () => {
    fc.assert(
      fc.property(anyCollection(CLOCKS[1] ?? { zone: "UTC", rollover: 4 }), (collection) => {
        const back = cards(writeCardsCsv(collection));
        expect(back).toEqual(collection.cards.map((card, position) => ({ ...card, position, log: [] })));
      }),
      { numRuns: 40 },
    );
  });

  test("bring back every rating", () => {
    fc.assert(
      fc.property(anyCollection({ zone: "UTC", rollover: 4 }), (collection: Collection) => {
        const file = read(writeReviewsCsv(collection));
        const rated = collection.cards.filter(({ log }) => log.length > 0);
        expect(file.kind).toBe("reviews");
        expect(file.kind === "reviews" ? [...file.reviews.values()] : []).toEqual(
          rated.map(({ log }) => log.map((review) => ({ ...review, difficulty: null }))),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe("tables from elsewhere", () => {
  const card = { deck: "file", kind: "basic" as const, tags: [] as string[] };
  test.each([
    ["front,back\nq,a\n", [{ ...card, front: "q", back: "a" }]],
    ["\uFEFFback;front\r\na;q\r\n", [{ ...card, front: "q", back: "a" }]],
    ["Question\tAnswer\tTags\nq\ta\tx y\n", [{ ...card, front: "q", back: "a", tags: ["x", "y"] }]],
    ['front,back\n"two\nlines","a ""b"""\n\n', [{ ...card, front: "two\nlines", back: 'a "b"' }]],
    [
      "#separator:tab\n#html:true\n#tags column:3\nq<br>r\t<b>a</b>\tx\n",
      [{ ...card, front: "q\\\nr", back: "**a**", tags: ["x"] }],
    ],
    [
      "#separator:Semicolon\n#columns:Front;Back\n#deck:Keys\nq;a\n",
      [{ ...card, deck: "Keys", front: "q", back: "a" }],
    ],
    [
      "#separator:tab\n#html:false\n#guid column:1\n#deck column:2\nG\tKeys\tq\ta",
      [{ ...card, deck: "Keys", front: "q", back: "a" }],
    ],
    ["kind,front,back\ncloze,a {{b}} c,d", [{ ...card, kind: "cloze", front: "a {{b}} c", back: "d" }]],
    ["front,back\n'-1 is kept,'=1", [{ ...card, front: "-1 is kept", back: "=1" }]],
  ])("%j", (text, expected) => expect(sides(text)).toEqual(expected));

  test("are found again by the question", () => {
    const [first] = cards("front,back\nq,a");
    const [second] = cards("back,front\nanother,q");
    expect(first?.guid).toBe(second?.guid);
  });

  test.each([
    ["", "No columns “front” and “back”"],
    ["a,b\nc,d", "No columns “front” and “back”"],
  ])("%j is refused", (text, words) => expect(() => read(text)).toThrow(words));

  test("what is not UTF-8 is refused, UTF-16 is read", () => {
    expect(() => finish(readCsv(new Uint8Array([0x66, 0xe9, 0x2c]), { now: NOW, deck: "" }))).toThrow(FileRefused);
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...[..."front\tback\nq\ta"].flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);
    const file = finish(readCsv(wide, { now: NOW, deck: "" }));
    expect(file.kind === "cards" && file.cards[0]?.front).toBe("q");
  });

  test("rows without a question are named", () => {
    expect(read("front,back\n,a\nq,a\nq,b")).toMatchObject({
      cards: [{ front: "q" }],
      leftOut: {
        count: 2,
        first: [
          { what: "Row 1", why: "It has no question." },
          { what: "q", why: "It is in the file twice." },
        ],
      },
    });
  });
});
