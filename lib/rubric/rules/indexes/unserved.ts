import { judgePatterns } from "../../patterns";
import type { Rule } from "../../rule";

export const unserved: Rule = {
  id: "indexes/unserved",
  dimension: "indexes",
  stores: ["relational", "document", "graph"],
  doc: {
    title: "Serve each access pattern by a key or an index",
    asks: "Is there a key or an index that begins with what the pattern gives, then has its range or its order?",
    why: "Without it the database reads every row, or all rows of one group, and sorts them. At a thousand rows nobody notices; at a billion the page does not come.",
    mend: "Write the equality columns first, in any order, then the column of the range or the order.",
    examples: [
      {
        title: "Nothing for a bid's auction",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK)\nitems: id (PK), seller_id (FK -> users.id), title\nauctions: id (PK), item_id (FK -> items.id), ends_at, status\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount, created_at\nindex bids(auction_id, created_at)\nindex bids(bidder_id, created_at)\nindex items(seller_id)\nindex auctions(status, ends_at)",
        says: [{ subject: "highest-bid", verdict: "partial" }],
      },
      {
        title: "The columns the wrong way round",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK)\nitems: id (PK), seller_id (FK -> users.id), title\nauctions: id (PK), item_id (FK -> items.id), ends_at, status\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount, created_at\nindex bids(auction_id, amount)\nindex bids(auction_id, created_at)\nindex bids(created_at, bidder_id)\nindex items(seller_id)\nindex auctions(status, ends_at)",
        says: [{ subject: "my-bids", verdict: "missed" }],
      },
      {
        title: "Each pattern has its index; a partial one serves too",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK)\nitems: id (PK), seller_id (FK -> users.id), title\nauctions: id (PK), item_id (FK -> items.id), ends_at, status\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount, created_at\nindex bids(auction_id, amount desc)\nindex bids(auction_id, created_at)\nindex bids(bidder_id, created_at desc)\nindex items(seller_id)\nindex auctions(ends_at) where status = 'open'",
        says: [],
      },
    ],
  },
  check: (context) => judgePatterns(context, (table, columns) => `Write \`index ${table}(${columns})\`.`),
};
