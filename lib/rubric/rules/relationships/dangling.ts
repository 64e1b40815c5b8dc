import { findTable } from "@/lib/design";
import { baseOf, columnOf, ends, keptRelations, namesMissing, spanOf } from "../../relations";
import type { Rule } from "../../rule";

export const dangling: Rule = {
  id: "relationships/dangling",
  dimension: "relationships",
  stores: ["relational", "document"],
  doc: {
    title: "Refer to what is there",
    asks: "Does every reference name a table and a column of the design?",
    why: "A reference to a table that is not there cannot be made: the database refuses the whole statement.",
    mend: "Correct the name, or add the table.",
    examples: [
      {
        title: "A reference to accounts, and no such table",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK), username, email\nauctions: id (PK), ends_at\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> accounts.id), amount",
        says: [{ subject: "bid->bidder", verdict: "violated" }],
      },
      {
        title: "A reference to users",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK), username, email\nauctions: id (PK), ends_at\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount",
        says: [],
      },
    ],
  },
  check: (context) =>
    keptRelations(context).flatMap((kept) => {
      if (kept.place?.how !== "dangling" || namesMissing(context, kept)) return [];
      const { table = "", columns = [] } = kept.place.reference?.target ?? {};
      const there = findTable(context.answer.design, table) !== null;
      const name = there ? `${table}.${columns.join(", ")}` : table;
      const message = `${columnOf(kept.place)} refers to \`${name}\`, and your design has no such ${there ? "column" : "table"}: the database refuses it.`;
      const fix = `Let it refer to ${there ? "the key of " : ""}${ends(context, kept).to}.`;
      return [{ verdict: "violated", ...baseOf(kept), message, fix, span: spanOf(kept.place) }];
    }),
};
