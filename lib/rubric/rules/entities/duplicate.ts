import { STORE_TYPES } from "@/lib/design";
import { spoken, tableName } from "../../context";
import type { Context, Judgement, Rule } from "../../rule";

const MODEL =
  "---\nscenario: auction\n---\nusers: id (PK), username, email (unique)\nitems: id (PK), seller_id (FK -> users.id), title\nauctions: id (PK), item_id (FK -> items.id), starts_at, ends_at, status\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount, created_at";

function judgeDouble({ alignment }: Context, double: Context["alignment"]["doubles"][number]): Judgement {
  const own = alignment.entities.get(double.entity);
  const first = own ? tableName(own.table) : "another table";
  const message = `${tableName(double.table)} and ${first} both hold the ${spoken(double.entity)}: one person or thing can be in both, and the two rows drift apart.`;
  const fix = `Keep ${first} and let others refer to it${double.kind === "role" ? ": who sells and who bids is said by the reference" : ""}.`;
  return { subject: double.entity, verdict: "violated", stake: "check", message, fix, span: double.table.name.span };
}

export const duplicate: Rule = {
  id: "entities/duplicate",
  dimension: "entities",
  stores: STORE_TYPES,
  doc: {
    title: "Keep one table for one thing",
    asks: "Are there two tables for the same entity?",
    why: "A fact that can be in two places will one day differ in them. A person who sells and bids is still one person.",
    mend: "Keep one table and express the role by the name of the reference (`seller_id`, `bidder_id`).",
    examples: [
      {
        title: "Sellers beside users",
        scenario: "auction",
        sheet: `${MODEL}\nsellers: id (PK), username, email (unique)`,
        says: [{ subject: "user", verdict: "violated" }],
      },
      { title: "Roles as references", scenario: "auction", sheet: MODEL, says: [] },
    ],
  },
  check: (context) =>
    context.alignment.doubles
      .filter(({ kind, bound }) => kind === "twin" || (kind === "role" && !bound))
      .map((double) => judgeDouble(context, double)),
};
