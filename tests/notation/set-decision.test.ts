import fc from "fast-check";
import { expect, test } from "vitest";
import { CONSISTENCIES, ENGINES, LEVELS, REASONS, STORE_TYPES, VOLUMES } from "@/lib/design";
import { type DecisionChange, printDecisions, readSheet, setDecision, splitSheet } from "@/lib/notation";
import { fixture, withoutSpans } from "./support";

const SHEET =
  "---\n# Mine\nscenario: auction\nlevel: senior   # mid | senior | staff\nbecause:\n  - integrity\n  - expiry\n---\nusers: id (PK)\n";

const CHANGES: readonly (readonly [string, DecisionChange, string])[] = [
  [SHEET, { level: "staff" }, SHEET.replace("senior ", "staff ")],
  [SHEET, { level: null }, SHEET.replace(/level.*\n/, "")],
  [SHEET, { because: ["hot-data"] }, SHEET.replace(/because:[\s\S]*?expiry/, "because: [hot-data]")],
  [SHEET, { because: [] }, SHEET.replace(/because:[\s\S]*?expiry\n/, "")],
  [SHEET, { store: "SQL Server" }, SHEET.replace("because", "store: SQL Server\nbecause")],
  [SHEET, { volume: "sharded" }, SHEET.replace("---\nusers", "volume: sharded\n---\nusers")],
  [SHEET, { shardBy: ["bids.auction_id"] }, SHEET.replace("---\nusers", "shard by: bids.auction_id\n---\nusers")],
  [SHEET, { shardBy: ["a.b", "c(d, e)"] }, SHEET.replace("---\nusers", "shard by: [a.b, c(d, e)]\n---\nusers")],
  [SHEET, { shardBy: "a.b, c(d, e)" }, SHEET.replace("---\nusers", "shard by: a.b, c(d, e)\n---\nusers")],
  [
    SHEET,
    { consistency: { bids: "strong" } },
    SHEET.replace("---\nusers", "consistency: { bids: strong }\n---\nusers"),
  ],
  [SHEET, { also: { Redis: ["hot-data"] } }, SHEET.replace("---\nusers", "also: { Redis: [hot-data] }\n---\nusers")],
  [SHEET, {}, SHEET],
  [SHEET, { volume: null }, SHEET],
  ["users: id\n", { level: "mid" }, "---\nlevel: mid\n---\nusers: id\n"],
  ["", { scenario: "auction" }, "---\nscenario: auction\n---\n"],
  ["\uFEFFusers: id\r\n", { level: "mid" }, "\uFEFF---\r\nlevel: mid\r\n---\r\nusers: id\r\n"],
  ["---\nlevel:\n---\n", { level: "mid" }, "---\nlevel: mid\n---\n"],
  ["---\nlevel: mid\nlevel: staff\n---\n", { level: null }, "---\n---\n"],
  ["---\nscenario: auction\nusers: id\n", { level: "mid" }, "---\nscenario: auction\nlevel: mid\nusers: id\n"],
  ["---\nscenario: auction", { level: "mid" }, "---\nscenario: auction\nlevel: mid\n"],
];

test.each(CHANGES)("%j with %j", (text, set, expected) => {
  expect(setDecision(text, set)).toBe(expected);
});

const word = fc.stringMatching(/^[a-z][a-z_]{0,8}$/);
const path = fc.tuple(word, word).map((steps) => steps.join("."));
const stores = fc.constantFrom(...STORE_TYPES, ...Object.values(ENGINES).flat());
const reasons = fc.uniqueArray(fc.constantFrom(...REASONS), { maxLength: 4 });

const change: fc.Arbitrary<DecisionChange> = fc.record(
  {
    scenario: fc.option(fc.constantFrom("auction", "news-feed")),
    level: fc.option(fc.constantFrom(...LEVELS)),
    store: fc.option(stores),
    because: fc.option(reasons),
    volume: fc.option(fc.constantFrom(...VOLUMES)),
    shardBy: fc.option(fc.uniqueArray(fc.oneof(path, fc.constant("readings(device_id, day)")), { maxLength: 3 })),
    consistency: fc.option(
      fc.dictionary(fc.oneof(word, path), fc.constantFrom(...CONSISTENCIES), { maxKeys: 3, noNullPrototype: true }),
    ),
    also: fc.option(
      fc
        .uniqueArray(fc.constantFrom("Redis", "MongoDB"), { maxLength: 2 })
        .chain((names) => reasons.map((all) => Object.fromEntries(names.map((name) => [name, all])))),
    ),
  },
  { requiredKeys: [] },
);

/** What a sheet says, in the words of a change. */
function saidIn(text: string): Required<DecisionChange> {
  const { scenario, level, store, because, volume, shardBy, consistency, also } = readSheet(text).value.decisions;
  const claims = consistency.map(({ value }) => [
    value.column === null ? value.table : `${value.table}.${value.column}`,
    value.level,
  ]);
  return {
    scenario: scenario?.value ?? null,
    level: level?.value ?? null,
    store: store ? (store.value.engine ?? store.value.type) : null,
    because: because.map((one) => one.value),
    volume: volume?.value ?? null,
    shardBy: shardBy.map(({ value }) =>
      value.columns.length === 1 ? `${value.table}.${value.columns[0]}` : `${value.table}(${value.columns.join(", ")})`,
    ),
    consistency: Object.fromEntries(claims),
    also: Object.fromEntries(also.map(({ value }) => [value.store.engine ?? value.store.type, value.reasons])),
  };
}

const EMPTY = { because: [], shardBy: [], consistency: {}, also: {} };

function afterwards(before: Required<DecisionChange>, set: DecisionChange) {
  const merged = { ...before, ...set };
  const filled = Object.entries(merged).map(([key, value]) => [key, value ?? EMPTY[key as keyof typeof EMPTY] ?? null]);
  return Object.fromEntries(filled);
}

const SHEETS = fc.oneof(
  fc.constantFrom(
    SHEET,
    SHEET.replaceAll("\n", "\r\n"),
    "",
    "users: id (PK)\n",
    fixture("relational"),
    fixture("statements"),
    "---\nscenario: auction\nusers: id\n",
  ),
  fc
    .record({
      front: fc.array(change, { maxLength: 3 }),
      body: fc.constantFrom("", "users: id (PK)\n", "# only words\n"),
    })
    .map(({ front, body }) => front.reduce(setDecision, body)),
);

test("reading after setting gives what was set, and all else as it was", () => {
  fc.assert(
    fc.property(SHEETS, change, (text, set) => {
      const changed = setDecision(text, set);
      expect(saidIn(changed), changed).toEqual(afterwards(saidIn(text), set));
      const [before, after] = [splitSheet(text).body, splitSheet(changed).body];
      expect(changed.slice(after.start, after.end)).toBe(text.slice(before.start, before.end).replace(/^\uFEFF/, ""));
      expect(withoutSpans(readSheet(changed).value.design)).toEqual(withoutSpans(readSheet(text).value.design));
    }),
    { numRuns: 500 },
  );
});

test("lines that a change does not speak of stay as they are", () => {
  fc.assert(
    fc.property(SHEETS, fc.constantFrom(...LEVELS), (text, level) => {
      const changed = setDecision(text, { level });
      const others = (sheet: string) => sheet.split("\n").filter((line) => !/^level/.test(line) && !/^---/.test(line));
      expect(others(changed)).toEqual(others(text));
    }),
  );
});

test("setting never throws, whatever the text", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: "binary" }).map((text) => `---\n${text}`),
      ),
      change,
      (text, set) => {
        expect(typeof setDecision(text, set)).toBe("string");
      },
    ),
  );
});

test("printed decisions read back the same", () => {
  fc.assert(
    fc.property(change, (set) => {
      const { decisions } = readSheet(setDecision("", set)).value;
      expect(withoutSpans(readSheet(printDecisions(decisions)).value.decisions)).toEqual(withoutSpans(decisions));
    }),
  );
});
