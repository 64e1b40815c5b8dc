import { expect, test } from "vitest";
import { readNames } from "@/lib/practice";
import { findBundle } from "@/lib/scenario/load";

const SHEET = `---
scenario: auction
store: PostgreSQL
---
acct:   id (PK), handle, email_address (unique)
goods:  id (PK), vendor_id (FK -> acct.id), title, colour
lots:   id (PK), goods_id (FK -> goods.id), ends_at
audit_log: id (PK), happened
`;

function auction() {
  const bundle = findBundle("auction");
  if (!bundle) throw new Error("no auction");
  return bundle;
}

test("each table says what it is, which columns go by another name, and what is left over", () => {
  const { tables, absent } = readNames(SHEET, auction().scenario);
  expect(tables.map(({ table, line, entities }) => [table, line, entities])).toEqual([
    ["acct", 5, ["user"]],
    ["goods", 6, ["item"]],
    ["lots", 7, ["auction"]],
    ["audit_log", 8, []],
  ]);
  expect(tables[0]?.renamed).toEqual([
    { column: "handle", means: "username" },
    { column: "email_address", means: "email" },
  ]);
  expect(tables[1]?.renamed).toEqual([{ column: "vendor_id", means: "seller" }]);
  expect(tables[1]?.leftOver).toEqual(["colour"]);
  // `goods_id` points at what is named goods here: nothing to explain.
  expect(tables[2]?.renamed).toEqual([]);
  expect(absent).toEqual(["bid"]);
});

test("every model answer is understood whole: no asked entity is absent", () => {
  const { scenario, answers } = auction();
  for (const { text } of answers) expect(readNames(text, scenario).absent).toEqual([]);
});

test("nothing is said of an empty sheet, and any text is read", () => {
  expect(readNames("", auction().scenario).tables).toEqual([]);
  expect(readNames("---\n((", auction().scenario).tables).toEqual([]);
});
