import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readSheet } from "@/lib/notation";

const CONTRACT = readFileSync(fileURLToPath(new URL("./fixtures/contract.md", import.meta.url)), "utf8");
const BLOCKS = new Map(
  [...CONTRACT.matchAll(/^(\S+)\n```\n([\s\S]*?)```$/gm)].map(([, name, text]) => [name, text ?? ""]),
);

/** Each block with the engines that its design may be for. */
test.each([
  ["relational", ["PostgreSQL"]],
  ["study-notes", ["PostgreSQL", "MySQL", "SQLite"]],
  ["document", ["MongoDB"]],
  ["key-value", ["Redis"]],
  ["dynamo-and-wide-column", ["DynamoDB", "key-value", "Cassandra", "wide-column"]],
  ["graph", ["Neo4j"]],
])("the contract’s block “%s” is read without a word, with a store of its kind and with none", (name, engines) => {
  const block = BLOCKS.get(name) ?? "";
  const body = block.replace(/^---[\s\S]*?\n---\n/, "");
  expect(body).not.toBe("");
  const sheets = [block, body, `---\n---\n${body}`, ...engines.map((engine) => `---\nstore: ${engine}\n---\n${body}`)];
  for (const sheet of sheets) expect(readSheet(sheet).diagnostics, sheet).toEqual([]);
});

test.each([
  ["users： id （PK）， name varchar（20） （unique）\nposts: id (PK)、 user_id （FK -> users。id）", 2],
  ["Table users ｛\n  id int ［pk］\n｝", 1],
])("full-width punctuation is read as what it stands for: %s", (text, tables) => {
  const { value, diagnostics } = readSheet(text);
  expect(diagnostics).toEqual([]);
  expect(value.design.tables).toHaveLength(tables);
  expect(value.design.tables.every(({ keys }) => keys.some(({ primary }) => primary))).toBe(true);
});
