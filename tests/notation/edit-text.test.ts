import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addAttribute,
  addTable,
  type Edited,
  moveAttribute,
  removeAttribute,
  removeIndex,
  removeTable,
  renameAttribute,
  renameTable,
  setCheck,
  setDefault,
  setPrimaryKey,
  setReference,
  setType,
  toggleNotNull,
  toggleUnique,
} from "@/lib/notation";
import { done } from "./edit-places";

const SHEET = `---
scenario: auction
shard by: bids.auction_id  # one auction, one shard
consistency: { bids: strong, auctions.view_count: eventual }
---
users:    id (PK), email (unique)   # who
auctions: id (PK), view_count
bids:
  - id (PK),
  - auction_id (FK -> auctions.id), // which
  - amount numeric (check > 0)

index bids(auction_id, amount desc)
`;

/** The exact text after an edit: only the pieces named here change. */
const EXACT: readonly (readonly [string, (text: string) => Edited, readonly (readonly [string, string])[]])[] = [
  [
    "renames a table in its decisions too",
    (text) => renameTable(text, 2, "offers"),
    [
      ["shard by: bids.", "shard by: offers."],
      ["{ bids:", "{ offers:"],
      ["\nbids:\n", "\noffers:\n"],
      ["index bids(", "index offers("],
    ],
  ],
  [
    "renames a column in its decisions too",
    (text) => renameAttribute(text, 2, 1, "sale_id"),
    [
      ["bids.auction_id", "bids.sale_id"],
      ["- auction_id", "- sale_id"],
      ["(auction_id,", "(sale_id,"],
    ],
  ],
  ["requires a value", (text) => toggleNotNull(text, 0, 1), [["(unique)", "(unique, not null)"]]],
  ["takes a note out with its brackets", (text) => toggleUnique(text, 0, 1), [[" (unique)", ""]]],
  [
    "adds an item as the others are",
    (text) => addAttribute(text, 2, { name: "made_at" }),
    [["(check > 0)", "(check > 0),\n  - made_at"]],
  ],
  ["aims anew", (text) => setReference(text, 2, 1, { table: "users", column: "id" }), [["auctions.id)", "users.id)"]]],
  [
    "moves a remark with its line",
    (text) => moveAttribute(text, 2, 0, 1),
    [
      [
        "  - id (PK),\n  - auction_id (FK -> auctions.id), // which\n",
        "  - auction_id (FK -> auctions.id), // which\n  - id (PK),\n",
      ],
    ],
  ],
];

test.each(EXACT)("%s, and nothing else", (_, edit, changes) => {
  const expected = changes.reduce((text, [from, to]) => text.replace(from, to), SHEET);
  expect(done(edit(SHEET), SHEET)).toBe(expected);
});

test.each([
  ["a body in SQL", "create table users (id int);", "not-shorthand"],
  ["a name that is taken", "users: id\nfresh_table: id\n", "taken"],
] as const)("%s is refused", (_, body, code) => {
  expect(addTable(`---\n---\n${body}`, "fresh_table")).toEqual({ ok: false, code });
});

test("no text makes an edit throw", () => {
  const line = fc.constantFrom(
    "users: id (PK), email",
    "  index (a",
    "FK -> x.y",
    "a, b,",
    "x: (((",
    "bids(",
    "  (FK)",
    "unique",
    "== Redis",
    "k:{a} = { b }",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 8 }), fc.nat(3), fc.nat(3), (lines, at, one) => {
      const text = lines.join("\n");
      for (const edited of [
        addTable(text, "t1"),
        renameTable(text, at, "t2"),
        removeTable(text, at),
        addAttribute(text, at, { name: "c1" }),
        renameAttribute(text, at, one, "c2"),
        removeAttribute(text, at, one),
        moveAttribute(text, at, one, 0),
        setPrimaryKey(text, at, ["id"]),
        toggleUnique(text, at, one),
        toggleNotNull(text, at, one),
        setType(text, at, one, "int"),
        setCheck(text, at, one, "> 0"),
        setDefault(text, at, one, "1"),
        setReference(text, at, one, { table: "users", column: "id" }),
        removeIndex(text, at, 0),
      ])
        expect(typeof edited.ok).toBe("boolean");
    }),
    { numRuns: 100 },
  );
});
