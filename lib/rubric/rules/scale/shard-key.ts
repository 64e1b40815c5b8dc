import { STORE_TYPES } from "@/lib/design";
import { code, spoken } from "../../context";
import type { Context, Judgement, Rule } from "../../rule";
import { followsFit, type JudgedShard, judgedShards } from "../../shard-verdicts";

function judge(context: Context, { shard, verdict, why }: JudgedShard): readonly Judgement[] {
  const base = { subject: shard.entity, span: shard.span };
  if (verdict === "right") {
    const message = `${code(shard.written)} spreads the ${spoken(shard.entity)} well. ${why}`;
    return [{ verdict: "met", ...base, stake: "warm", message, fix: "" }];
  }
  if (verdict !== "wrong") return [];
  const message = `${code(shard.written)} lays the ${spoken(shard.entity)} where its questions do not look. ${why}`;
  const fix = "Shard by what the hot questions give by equality.";
  const follows = followsFit(context, shard) ? { follows: true as const } : {};
  return [{ verdict: "violated", ...base, stake: "hot", message, fix, ...follows }];
}

/** Where only a column beyond the brief spreads the rows well, that one is asked for. */
function firstAdded(added: Context["scenario"]["volume"]["shard"]["added"]) {
  const [one] = added;
  const entity = one?.of[0];
  return one && entity !== undefined ? { entity, why: one.why } : undefined;
}

/** True where more than one machine is asked for and nothing says how rows are spread. */
function judgeUnsaid(context: Context, shards: readonly JudgedShard[]): readonly Judgement[] {
  const { volume } = context.scenario;
  const first = volume.shard.right[0] ?? firstAdded(volume.shard.added);
  const sharded = context.answer.decisions.volume?.value === "sharded";
  const hashed = context.store === "key-value" && context.alignment.design.templates.length > 0;
  if (!first || !sharded || shards.length > 0 || hashed || context.answer.decisions.shardBy.length > 0) return [];
  const message = `You did not say by what the ${spoken(first.entity)} is spread over the machines. ${first.why}`;
  const fix = "Write `shard by:` with a column that the hot questions give.";
  return [
    {
      subject: first.entity,
      verdict: "missed",
      stake: "decision",
      message,
      fix,
      span: context.answer.decisions.volume?.span ?? null,
      brief: volume.words,
    },
  ];
}

export const shardKey: Rule = {
  id: "scale/shard-key",
  dimension: "scale",
  stores: STORE_TYPES,
  doc: {
    title: "Shard by what the hot questions give",
    asks: "Does the shard key send each hot question to one machine?",
    why: "A question that does not know the shard key asks every machine and waits for the slowest. More machines then make it slower, not faster.",
    mend: "Take a column that the hot questions give by equality and that spreads evenly; keep rows that are read or changed together under the same key.",
    examples: [
      {
        title: "Bids by who made them",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\nvolume: sharded\nshard by: bids.bidder_id\n---\nusers: id (PK), username, email (unique)\nauctions: id (PK), title, status, ends_at\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount, created_at",
        says: [{ subject: "bid", verdict: "violated" }],
      },
      {
        title: "Nothing said",
        scenario: "auction",
        sheet: "---\nscenario: auction\nvolume: sharded\n---\nbids: id (PK), auction_id, bidder_id, amount, created_at",
        says: [{ subject: "bid", verdict: "missed" }],
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
  check(context) {
    const shards = judgedShards(context);
    return [...shards.flatMap((one) => judge(context, one)), ...judgeUnsaid(context, shards)];
  },
};
