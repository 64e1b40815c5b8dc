import { type PatternTrace, wantedColumns } from "@/lib/access";
import { code } from "../../context";
import type { Judgement, Rule, Verdict } from "../../rule";

const VERDICT: Readonly<Record<PatternTrace["served"], Verdict>> = {
  served: "met",
  partly: "partial",
  unserved: "missed",
};

/** The index that would serve the first step that nothing serves. */
function fixOf(trace: PatternTrace): string {
  const weak = trace.steps.find((step) => step.served !== "served" && step.lookup !== null);
  if (!weak?.lookup) return "Keep in one table what is asked for together.";
  return `Write \`index ${weak.lookup.table.name.text}(${wantedColumns(weak.lookup)})\`.`;
}

function judge(trace: PatternTrace): readonly Judgement[] {
  if (trace.missing.length > 0) return [];
  const { id, heat, words, asks } = trace.pattern;
  const base = { subject: id, stake: heat, brief: words } as const;
  const question = asks.replace(/[.?]$/, "");
  if (trace.served === "served") {
    return [
      { ...base, verdict: "met", message: `“${question}” is served by ${code(trace.by)}.`, fix: "", span: trace.span },
    ];
  }
  const ending = trace.served === "partly" ? "so the work grows with the table." : "so every row is read.";
  const message = `“${question}”: ${trace.why}, ${ending}`;
  const table = trace.steps.find((step) => step.served !== "served")?.lookup?.table;
  return [
    {
      ...base,
      verdict: VERDICT[trace.served],
      message,
      fix: fixOf(trace),
      span: trace.span ?? table?.name.span ?? null,
    },
  ];
}

export const unserved: Rule = {
  id: "indexes/unserved",
  dimension: "indexes",
  stores: ["relational"],
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
  check: ({ traces }) => traces.flatMap(judge),
};
