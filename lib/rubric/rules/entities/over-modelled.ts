import { spoken, tableName } from "../../context";
import type { Context, Judgement, Rule } from "../../rule";

const MODEL =
  "---\nscenario: auction\n---\nusers: id (PK), username, email (unique)\nitems: id (PK), seller_id (FK -> users.id), title\nauctions: id (PK), item_id (FK -> items.id), starts_at, ends_at, status\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount, created_at";

function judgePart({ alignment }: Context, double: Context["alignment"]["doubles"][number]): Judgement {
  const own = alignment.entities.get(double.entity);
  const first = own ? tableName(own.table) : "its table";
  const message = `${tableName(double.table)} is one-to-one with ${first} and holds only a part of the ${spoken(double.entity)}: every read pays a join for it.`;
  const fix = `Move its columns into ${first}.`;
  return { subject: double.entity, verdict: "violated", stake: "tidy", message, fix, span: double.table.name.span };
}

export const overModelled: Rule = {
  id: "entities/over-modelled",
  dimension: "entities",
  stores: ["relational"],
  doc: {
    title: "Do not split what belongs together",
    asks: "Is one thing spread over several tables, one-to-one, for no reason in the brief?",
    why: "Each table more is a join, a key and a reference more to explain in a short interview. Split only for a reason you can say.",
    mend: "Put one-to-one parts back into the table of the thing itself.",
    examples: [
      {
        title: "A bid's amount in a table of its own",
        scenario: "auction",
        sheet: `${MODEL.replace("amount, ", "")}\nbid_amounts: bid_id (PK, FK -> bids.id), amount`,
        says: [{ subject: "bid", verdict: "violated" }],
      },
      { title: "All of a bid in one table", scenario: "auction", sheet: MODEL, says: [] },
    ],
  },
  check: (context) =>
    context.alignment.doubles
      .filter(({ kind, bound }) => kind === "part" || (kind === "role" && bound))
      .map((double) => judgePart(context, double)),
};
