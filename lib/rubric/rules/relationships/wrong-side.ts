import { baseOf, columnOf, ends, keptRelations, spanOf } from "../../relations";
import type { Rule } from "../../rule";

export const wrongSide: Rule = {
  id: "relationships/wrong-side",
  dimension: "relationships",
  stores: ["relational", "document"],
  doc: {
    title: "Put the reference on the many side",
    asks: "Is a many-to-one relation kept by a column of the many side?",
    why: "A column holds one value. On the one side it can name a single partner, so the second bid on an auction has no place.",
    mend: "Move the reference to the table that has many rows for each row of the other.",
    examples: [
      {
        title: "An auction that refers to its bid",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK), username, email\nauctions: id (PK), ends_at, bid_id (FK -> bids.id)\nbids: id (PK), bidder_id (FK -> users.id), amount",
        says: [{ subject: "bid->auction", verdict: "violated" }],
      },
      {
        title: "Each bid refers to its auction",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK), username, email\nauctions: id (PK), ends_at\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount",
        says: [],
      },
    ],
  },
  check: (context) =>
    keptRelations(context).flatMap((kept) => {
      if (kept.place?.how !== "reversed") return [];
      const { from, to } = ends(context, kept);
      const message = `${columnOf(kept.place)} holds one value, but ${to} can have many rows in ${from}: the second one has no place.`;
      const fix = `Move the reference into ${from}.`;
      return [{ verdict: "violated", ...baseOf(kept), message, fix, span: spanOf(kept.place) }];
    }),
};
