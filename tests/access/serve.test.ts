import { describe, expect, it } from "vitest";
import { type Lookup, pathsOf, type Served, serve } from "@/lib/access";
import { holdersOf } from "@/lib/align";
import { aDesign, aKey, anAttribute, anIndex, aTable, type Index, plainName } from "@/lib/design";
import type { Fact } from "@/lib/scenario";

interface Ask {
  readonly equal?: readonly string[];
  readonly constant?: Readonly<Record<string, string>>;
  readonly range?: string;
  readonly order?: string;
  readonly limit?: number;
  readonly facts?: Readonly<Record<string, readonly Fact[]>>;
}

const COLUMNS = ["id", "auction_id", "bidder_id", "amount", "created_at", "status", "ends_at"];

function lookup(ask: Ask, index: Index): Lookup {
  const table = aTable("bids", {
    attributes: COLUMNS.map((name) => anAttribute(name)),
    keys: [aKey(["id"], { primary: true })],
    indexes: [index],
  });
  const [holder] = holdersOf(aDesign({ tables: [table] }), "relational");
  if (!holder) throw new Error("a table is a holder");
  return {
    holder,
    table,
    free: new Set(),
    around: new Set(),
    standIns: new Set(),
    equal: [
      ...(ask.equal ?? []).map((column) => ({
        column: plainName(column),
        constant: null,
        others: [],
        given: "parameter" as const,
      })),
      ...Object.entries(ask.constant ?? {}).map(([column, constant]) => ({
        column,
        constant,
        others: ["closed"],
        given: "constant" as const,
      })),
    ],
    range: ask.range === undefined ? null : plainName(ask.range),
    order: ask.order === undefined ? null : plainName(ask.order),
    limit: ask.limit ?? null,
    facts: new Map(Object.entries(ask.facts ?? {}).map(([name, facts]) => [plainName(name), facts])),
    spelling: new Map(COLUMNS.map((name) => [plainName(name), name])),
  };
}

function check(ask: Ask, index: Index, expected: Served): void {
  const asked = lookup(ask, index);
  const path = pathsOf({ design: aDesign({ tables: [asked.table] }), foreignKeysIndexed: false }, asked.holder).find(
    (one) => one.index === index,
  );
  expect(path).toBeDefined();
  if (path) expect(serve(path, asked).served).toBe(expected);
}

const on = (...columns: string[]): Index => anIndex(columns);
const newest: Ask = { equal: ["auction_id"], order: "created_at", limit: 20 };
const open: Ask = { constant: { status: "open" }, range: "ends_at", order: "ends_at", limit: 50 };

const cases: readonly (readonly [string, Ask, Index, Served])[] = [
  ["equality alone", { equal: ["auction_id"] }, on("auction_id"), "served"],
  ["equality with more columns behind", { equal: ["auction_id"] }, on("auction_id", "amount"), "served"],
  ["equalities in any order", { equal: ["auction_id", "bidder_id"] }, on("bidder_id", "auction_id"), "served"],
  ["equality, then the order", newest, on("auction_id", "created_at"), "served"],
  [
    "either direction of the order",
    newest,
    anIndex(["auction_id", "created_at"], {
      columns: [
        { path: "auction_id", direction: "asc" },
        { path: "created_at", direction: "desc" },
      ],
    }),
    "served",
  ],
  ["the order first", newest, on("created_at", "auction_id"), "unserved"],
  ["equality without the order", newest, on("auction_id"), "partly"],
  ["a column between equality and order", newest, on("auction_id", "amount", "created_at"), "partly"],
  [
    "an order without a limit only sorts the result",
    { equal: ["auction_id"], order: "created_at" },
    on("auction_id"),
    "served",
  ],
  ["another column first", newest, on("bidder_id", "created_at"), "unserved"],
  [
    "a unique column makes any order free",
    { equal: ["auction_id"], order: "amount", limit: 1, facts: { auction_id: ["unique"] } },
    on("auction_id"),
    "served",
  ],
  [
    "so does a bounded one",
    { equal: ["auction_id"], order: "amount", limit: 1, facts: { auction_id: ["bounded"] } },
    on("auction_id"),
    "served",
  ],
  [
    "a second equality that is not in the index",
    { equal: ["auction_id", "bidder_id"], limit: 1 },
    on("auction_id"),
    "partly",
  ],
  ["equality, then the range", open, on("status", "ends_at"), "served"],
  ["the range first", open, on("ends_at", "status"), "partly"],
  [
    "a range behind a column of few values, which is skipped over",
    { range: "created_at", facts: { status: ["few-values"] } },
    on("status", "created_at"),
    "served",
  ],
  [
    "the same in order, to a limit: it comes out value by value",
    { range: "created_at", order: "created_at", limit: 20, facts: { status: ["few-values"] } },
    on("status", "created_at"),
    "partly",
  ],
  [
    "two columns of few values are not skipped over",
    { equal: ["auction_id"], facts: { status: ["few-values"], amount: ["few-values"] } },
    on("status", "amount", "auction_id"),
    "unserved",
  ],
  ["the range alone", open, on("ends_at"), "partly"],
  ["a partial index for the state", open, anIndex(["ends_at"], { where: "status = 'open'" }), "served"],
  ["a partial index for another name of the state", open, anIndex(["ends_at"], { where: "status = 'live'" }), "served"],
  ["a partial index for another state", open, anIndex(["ends_at"], { where: "status = 'closed'" }), "unserved"],
  [
    "a partial index on what is not asked",
    newest,
    anIndex(["auction_id", "created_at"], { where: "amount > 100" }),
    "unserved",
  ],
  [
    "a partial index that equality implies",
    newest,
    anIndex(["auction_id", "created_at"], { where: "auction_id is not null" }),
    "served",
  ],
  [
    "a leading column of few values is skipped over",
    { equal: ["bidder_id"], facts: { status: ["few-values"] } },
    on("status", "bidder_id"),
    "served",
  ],
  [
    "but then no order comes out",
    { ...newest, facts: { status: ["few-values"] } },
    on("status", "auction_id", "created_at"),
    "partly",
  ],
  [
    "a range with another order stops early only by luck",
    { equal: ["auction_id"], range: "created_at", order: "amount", limit: 5 },
    on("auction_id", "created_at"),
    "partly",
  ],
  ["a hash index finds equals", { equal: ["auction_id"] }, anIndex(["auction_id"], { method: "hash" }), "served"],
  ["a hash index has no order", newest, anIndex(["auction_id", "created_at"], { method: "hash" }), "partly"],
];

describe("serve: the definition of a served pattern, case by case", () => {
  it.each(cases)("%s", (_title, ask, index, expected) => check(ask, index, expected));
});
