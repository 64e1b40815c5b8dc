import { expect, test } from "vitest";
import type { Decisions } from "@/lib/design";
import { readSheet, splitSheet } from "@/lib/notation";
import { spansIn } from "./support";

/** What the decisions say, without places. */
function said({ scenario, level, store, because, volume, shardBy, consistency, also }: Decisions) {
  return {
    scenario: scenario?.value,
    level: level?.value,
    store: store?.value.engine ?? store?.value.type,
    because: because.map((one) => one.value).join(" "),
    volume: volume?.value,
    shardBy: shardBy.map(({ value }) => `${value.table}(${value.columns.join(",")})`).join(" "),
    consistency: consistency
      .map(({ value }) => `${value.table}${value.column ? `.${value.column}` : ""}=${value.level}`)
      .join(" "),
    also: also.map(({ value }) => `${value.store.engine ?? value.store.type}:${value.reasons.join("+")}`).join(" "),
  };
}

type Said = Partial<ReturnType<typeof said>>;

const NOTHING: Said = { because: "", shardBy: "", consistency: "", also: "" };

/** Front matter, what it says, and no complaint. */
function check(lines: string, expected: Said, body = ""): void {
  const { value, diagnostics } = readSheet(`---\n${lines}\n---\n${body}`);
  expect(diagnostics, lines).toEqual([]);
  expect(said(value.decisions), lines).toEqual({ ...NOTHING, ...expected });
}

const BODY = "readings: device_id, day\nbids: auction_id\n";

const FORMS: readonly (readonly [string, Said])[] = [
  ["scenario: auction", { scenario: "auction" }],
  ['scenario: "auction"', { scenario: "auction" }],
  ["Scenario : 'auction' # the one", { scenario: "auction" }],
  ["level: Senior\nstore: postgres 16", { level: "senior", store: "PostgreSQL" }],
  ["LEVEL: staff\n\n# comment\n\nstore: pg", { level: "staff", store: "PostgreSQL" }],
  ["store: key value", { store: "key-value" }],
  ["database: mongo", { store: "MongoDB" }],
  ["store: DynamoDB", { store: "DynamoDB" }],
  ["because: [relationships, transactions]", { because: "relationships transactions" }],
  ["because: relationships, ad hoc queries", { because: "relationships ad-hoc-queries" }],
  ["because: write_volume", { because: "write-volume" }],
  ["because:\n  - relationships\n  - transactions", { because: "relationships transactions" }],
  [
    "because:\n- relationships # why\n- transactions\nvolume: single",
    { because: "relationships transactions", volume: "single" },
  ],
  ["because: [\n  relationships,\n  transactions,\n]", { because: "relationships transactions" }],
  ["because: [ 'relationships', \"transactions\" ]", { because: "relationships transactions" }],
  ["shard by: bids.auction_id", { shardBy: "bids(auction_id)" }],
  ["shard_by: bids.auction_id, readings(device_id, day)", { shardBy: "bids(auction_id) readings(device_id,day)" }],
  ["Shard-By: [bids.auction_id, readings(device_id, day)]", { shardBy: "bids(auction_id) readings(device_id,day)" }],
  [
    "shard by:\n  - bids.auction_id\n  - readings(device_id, day)",
    { shardBy: "bids(auction_id) readings(device_id,day)" },
  ],
  [
    "shard by: { bids: auction_id, readings: [device_id, day] }",
    { shardBy: "bids(auction_id) readings(device_id,day)" },
  ],
  ["shard by: auction_id", { shardBy: "bids(auction_id)" }],
  ["consistency: { bids: strong, a.b: eventual }", { consistency: "bids=strong a.b=eventual" }],
  ["consistency: bids: strong, a.b: read your writes", { consistency: "bids=strong a.b=read-your-writes" }],
  ["consistency:\n  bids: strong # both win\n  a.b: eventual", { consistency: "bids=strong a.b=eventual" }],
  ["consistency:\n  - bids: strong\n  - a.b: eventual", { consistency: "bids=strong a.b=eventual" }],
  ["consistency: {\n  bids: strong,\n  a.b: eventual\n}", { consistency: "bids=strong a.b=eventual" }],
  ["also: { Redis: [hot-data] }", { also: "Redis:hot-data" }],
  ["also: Redis", { also: "Redis:" }],
  [
    "also: { Redis: hot-data, mongo: [flexible-schema, expiry] }",
    { also: "Redis:hot-data MongoDB:flexible-schema+expiry" },
  ],
  ["also:\n  Redis: [hot-data, expiry]", { also: "Redis:hot-data+expiry" }],
  ["also:\n  Redis:\n    - hot-data\n    - expiry", { also: "Redis:hot-data+expiry" }],
];

test.each(FORMS)("%j", (lines, expected) => check(lines, expected, BODY));

test.each(FORMS)("with CRLF and a byte order mark: %j", (lines, expected) => {
  const text = `\uFEFF---\n${lines}\n---\n${BODY}`.replaceAll("\n", "\r\n");
  const { value, diagnostics } = readSheet(text);
  expect(diagnostics).toEqual([]);
  expect(said(value.decisions)).toEqual({ ...NOTHING, ...expected });
  expect(value.design.tables).toHaveLength(2);
});

test("each decision has its place in the sheet", () => {
  const text = "---\nlevel: staff\nshard by: a.b, c(d, e)\nconsistency: { x: strong }\n---\n";
  const places = spansIn(readSheet(text).value.decisions).map(({ start, end }) => text.slice(start, end));
  expect(places).toEqual(["staff", "a.b", "c(d, e)", "x: strong"]);
});

const SLIPS: readonly (readonly [string, string, RegExp, string?])[] = [
  ["---\nlevl: mid\n---\n", "levl", /no decision.*Did you mean “level”/, "level"],
  ["---\nlevel: seniour\n---\n", "seniour", /no level.*Did you mean “senior”/, "senior"],
  ["---\nbecause: [relationship]\n---\n", "relationship", /Did you mean “relationships”/, "relationships"],
  ["---\nstore: Postgress\n---\n", "Postgress", /Did you mean “PostgreSQL”/, "PostgreSQL"],
  ["---\nstore: Excel sheets\n---\n", "Excel sheets", /not a store/],
  ["---\nconsistency: { bids: strongest }\n---\n", "strongest", /Did you mean “strong”/, "strong"],
  ["---\nconsistency: bids\n---\n", "bids", /Say how strict/],
  ["---\nshard by: nobody\n---\n", "nobody", /Name the table/],
  ["---\nlevel:\n---\n", "level", /says nothing yet/],
  ["---\nlevel: mid\nlevel: staff\n---\n", "level", /said twice/],
  ["---\nbecause: [expiry\nlevel: mid\n---\n", "[", /never closed/],
  ["---\nhello there\n---\n", "hello there", /not understood/],
  ["---\nscenario: auction\nusers: id (PK)\n", "---", /never closed/],
  ["scenario: auction\nlevel: mid\n---\nusers: id (PK)\n", "s", /without a line/],
];

test.each(SLIPS.map((slip) => [slip[0], slip] as const))("%j", (text, [, at, message, word]) => {
  const { diagnostics } = readSheet(text);
  const [first] = diagnostics;
  expect(diagnostics, JSON.stringify(diagnostics)).toHaveLength(1);
  expect(text.slice(first?.span.start, first?.span.end)).toBe(at);
  expect(first?.message).toMatch(message);
  if (word) expect(first?.fix?.edits[0]?.text).toBe(word);
});

test("a sheet whose fence was forgotten still has its decisions and its tables", () => {
  const { decisions, design } = readSheet(
    "---\nscenario: auction\nlevel: staff\n\nusers: id (PK)\nbids: id (PK)\n",
  ).value;
  expect(said(decisions)).toMatchObject({ scenario: "auction", level: "staff" });
  expect(design.tables.map((table) => table.name.text)).toEqual(["users", "bids"]);
});

test("the fix for a forgotten fence mends it", () => {
  const text = "---\nscenario: auction\nusers: id (PK)\n";
  const edit = readSheet(text).diagnostics[0]?.fix?.edits[0];
  const mended = text.slice(0, edit?.span.start) + edit?.text + text.slice(edit?.span.end);
  expect(mended).toBe("---\nscenario: auction\n---\nusers: id (PK)\n");
});

test.each([
  ["", null, ""],
  ["users: id", null, "users: id"],
  ["---\na: b\n---\nusers: id", "---\na: b\n---\n", "users: id"],
  ["\n\n---\nlevel: mid\n---\n\nusers: id", "---\nlevel: mid\n---\n", "\nusers: id"],
  ["\uFEFF---\r\nlevel: mid\r\n---\r\nx", "---\r\nlevel: mid\r\n---\r\n", "x"],
  ["---\n---\n", "---\n---\n", ""],
  ["store: id (PK)\nitems: id", null, "store: id (PK)\nitems: id"],
])("halves of %j", (text, front, body) => {
  const { frontMatter, body: rest } = splitSheet(text);
  expect(frontMatter && text.slice(frontMatter.start, frontMatter.end)).toBe(front);
  expect(text.slice(rest.start, rest.end)).toBe(body);
});
