import { expect, test } from "vitest";
import { consistencyRows, decisionsInBrief, shardKeys, shardText } from "@/components/answer/decisions-text";
import { outlineInBrief, outlineOf } from "@/components/answer/outline-facts";
import { blankSheet, isWholeSheet } from "@/components/answer/sheet-text";
import { readSheet, setDecision, splitSheet } from "@/lib/notation";

test("a blank sheet names its scenario, reads without remarks and has an empty body", () => {
  const text = blankSheet("auction");
  expect(readSheet(text).diagnostics).toEqual([]);
  expect(readSheet(text).value.decisions.scenario?.value).toBe("auction");
  expect(text.slice(splitSheet(text).body.start)).toBe("");
});

for (const [text, whole] of [
  ["---\nscenario: auction\n---\nusers: id (PK)", true],
  ["\n\n---\nlevel: mid\n---\n", true],
  ["users: id (PK)", false],
  ["-- a comment\nusers: id", false],
  ["", false],
] as const) {
  test(`a whole sheet: ${JSON.stringify(text)} ${whole}`, () => expect(isWholeSheet(text)).toBe(whole));
}

for (const [text, keys] of [
  ["bids.auction_id", ["bids.auction_id"]],
  ["readings(device_id, day), bids.auction_id", ["readings(device_id, day)", "bids.auction_id"]],
  ["", []],
] as const) {
  test(`shard keys go into the sheet and come back: ${text}`, () => {
    expect(shardKeys(text)).toEqual(keys);
    const sheet = setDecision(blankSheet("auction"), { shardBy: shardKeys(text) });
    expect(shardText(readSheet(sheet).value.decisions.shardBy.map((said) => said.value))).toBe(text);
  });
}

test("what the form shows is what the sheet says", () => {
  const sheet = setDecision(blankSheet("auction"), {
    level: "staff",
    store: "postgres",
    because: ["transactions"],
    volume: "sharded",
    shardBy: ["bids.auction_id"],
    consistency: { bids: "strong", "auctions.view_count": "eventual" },
  });
  const { decisions } = readSheet(sheet).value;
  expect(consistencyRows(decisions)).toEqual([
    { of: "bids", level: "strong" },
    { of: "auctions.view_count", level: "eventual" },
  ]);
  expect(decisionsInBrief(decisions)).toEqual([
    "staff",
    "PostgreSQL",
    "1 reason",
    "sharded",
    "by bids.auction_id",
    "2 consistency choices",
  ]);
});

test("the outline says keys, references and indexes, and which reference goes nowhere", () => {
  const { design } = readSheet(
    "users: id (PK), email (unique, not null)\nlikes: user_id (FK -> users.id), post_id (FK -> posts.id)\nPK likes(user_id, post_id)\nindex likes(post_id)",
  ).value;
  const [users, likes] = outlineOf(design);
  expect(users?.columns.map(({ path, marks }) => [path, marks])).toEqual([
    ["id", ["PK"]],
    ["email", ["unique", "not null"]],
  ]);
  expect(likes?.columns.map(({ target }) => target)).toEqual([
    { words: "users.id", known: true },
    { words: "posts.id", known: false },
  ]);
  expect(likes?.lines).toEqual([
    { kind: "PK", words: "(user_id, post_id)" },
    { kind: "index", words: "(post_id)" },
  ]);
  expect(outlineInBrief(design)).toBe("2 tables, 2 references, 1 index");
});
