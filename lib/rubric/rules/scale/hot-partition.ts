import { STORE_TYPES } from "@/lib/design";
import { code, spoken } from "../../context";
import type { Rule } from "../../rule";
import { followsFit, judgedShards } from "../../shard-verdicts";

export const hotPartition: Rule = {
  id: "scale/hot-partition",
  dimension: "scale",
  stores: STORE_TYPES,
  doc: {
    title: "Do not send all writes to one shard",
    asks: "Is the shard or partition key a time, a counter, a state or another value that all writes of a moment share?",
    why: "Ten machines with one that works are one machine. By time or by a counter the newest shard takes every write; by a state of few values the shards cannot even be as many as the machines.",
    mend: "Shard by something with many values that are written evenly, or put a hash or an owner before the time.",
    examples: [
      {
        title: "Bids by the time they were made",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\nvolume: sharded\nshard by: bids.created_at\n---\nusers: id (PK), username, email (unique)\nauctions: id (PK), title, status, ends_at\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount, created_at",
        says: [{ subject: "bid", verdict: "violated" }],
      },
      {
        title: "Bids with their auction",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\nvolume: sharded\nshard by: bids.auction_id\n---\nusers: id (PK), username, email (unique)\nauctions: id (PK), title, status, ends_at\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount, created_at",
        says: [],
      },
    ],
  },
  check: (context) =>
    judgedShards(context)
      .filter(({ verdict }) => verdict === "hot")
      .map(({ shard, why }) => ({
        subject: shard.entity,
        verdict: "violated",
        stake: "hot",
        message: `${code(shard.written)} gathers the writes of the ${spoken(shard.entity)}. ${why}`,
        fix: "Shard by something that many writers spread evenly, with the time behind it.",
        span: shard.span,
        ...(followsFit(context, shard) ? { follows: true as const } : {}),
      })),
};
