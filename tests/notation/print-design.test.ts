import fc from "fast-check";
import { expect, test } from "vitest";
import { printDesign, readSheet } from "@/lib/notation";
import { designs } from "./designs";
import { fixture, sheetOf, withoutSpans } from "./support";

const FIXTURES = ["relational", "study-notes", "document", "key-value", "wide-column", "graph", "statements"];

function read(text: string) {
  return readSheet(text).value.design;
}

test("what is printed reads back as the same design", () => {
  fc.assert(
    fc.property(designs, (design) => {
      expect(withoutSpans(read(sheetOf(printDesign(design))))).toEqual(withoutSpans(design));
    }),
    { numRuns: 250 },
  );
});

test("printing what was printed changes nothing", () => {
  fc.assert(
    fc.property(designs, (design) => {
      const printed = printDesign(design);
      expect(printDesign(read(sheetOf(printed)))).toBe(printed);
    }),
    { numRuns: 80 },
  );
});

test.each(FIXTURES)("the contract's own block %s keeps its meaning in print", (name) => {
  const design = read(fixture(name));
  expect(withoutSpans(read(sheetOf(printDesign(design))))).toEqual(withoutSpans(design));
});

test("canonical print of the auction's answer", () => {
  expect(printDesign(read(fixture("relational")))).toBe(
    [
      "users: id (PK), username (unique), email (unique, not null)",
      "items: id (PK), seller_id (FK -> users.id, not null), title (not null), description",
      "auctions: id (PK), item_id (unique, FK -> items.id, not null), starts_at, ends_at (not null), status",
      "  index (status, ends_at)",
      "bids:",
      "  id (PK)",
      "  auction_id (FK -> auctions.id, not null)",
      "  bidder_id (FK -> users.id, not null)",
      "  amount numeric (check > 0, not null)",
      "  created_at",
      "  index (auction_id, amount desc)",
      "",
    ].join("\n"),
  );
});
