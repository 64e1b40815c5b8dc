import { plainName } from "@/lib/design";
import { code } from "../../context";
import { type Copy, saidCopies } from "../../copies";
import type { Context, Rule } from "../../rule";

/** A copy that a key or an index needs, or that the candidate shards by, has its reason. */
function isUsed({ answer, alignment }: Context, { table, attribute }: Copy): boolean {
  const plain = plainName(attribute.name.text);
  const names = [
    ...table.indexes.flatMap(({ columns }) => columns.map(({ path }) => path)),
    ...table.keys.flatMap((key) => key.columns),
  ];
  const sharded = answer.decisions.shardBy.flatMap(({ value }) => value.columns);
  const known = alignment.known.some((extra) => extra.table === table);
  return known || [...names, ...sharded, ...table.partition].some((name) => plainName(name) === plain);
}

/** Copied references and ids spare a join; derived values are the scenario's own copies. */
function isSound({ scenario }: Context, { of, attribute }: Copy): boolean {
  const [entity = "", name = ""] = of?.split(".") ?? [];
  const facts = scenario.entities[entity]?.attributes[name]?.facts ?? [];
  return facts.includes("derived") || /(^|[a-z_])(id|uuid)$/i.test(attribute.copyOf?.column ?? "");
}

export const unjustifiedCopy: Rule = {
  id: "normalization/unjustified-copy",
  dimension: "normalization",
  stores: ["relational"],
  doc: {
    title: "Copy only what a pattern needs",
    asks: "Is each deliberate copy needed by some access pattern?",
    why: "A copy costs a second write at each change, and a time in which the two differ. That is worth paying for a hot page, not for a habit.",
    mend: "Name the pattern that is too slow without it, or drop it and join.",
    examples: [
      {
        title: "An item's title in each bid",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK), username, email\nitems: id (PK), seller_id (FK -> users.id), title, description\nauctions: id (PK), item_id (FK -> items.id, unique), ends_at\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount, item_title (copy of items.title)",
        says: [{ subject: "bids.item_title", verdict: "violated" }],
      },
      {
        title: "The highest bid is found by an index",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK), username, email\nitems: id (PK), seller_id (FK -> users.id), title, description\nauctions: id (PK), item_id (FK -> items.id, unique), ends_at\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount",
        says: [],
      },
    ],
  },
  check: (context) =>
    saidCopies(context)
      .filter((copy) => !isUsed(context, copy) && !isSound(context, copy))
      .map(({ written, span }) => ({
        subject: written,
        verdict: "violated",
        stake: "decision",
        message: `${code(written)} is a copy that no question of the brief needs: every change must be made twice for nothing.`,
        fix: "Drop it and join, or name the pattern that needs it.",
        span,
      })),
};
