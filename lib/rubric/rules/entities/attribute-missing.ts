import { code, type Need, neededAttributes, tableName } from "../../context";
import type { Context, Judgement, Rule } from "../../rule";

function judgeNeed({ alignment }: Context, need: Need): readonly Judgement[] {
  const place = alignment.entities.get(need.entity);
  if (!place) return [];
  const subject = `${need.entity}.${need.attribute}`;
  const found = alignment.attributes.get(subject);
  const base = { subject, stake: need.stake, ...(need.words === "" ? {} : { brief: need.words }) };
  if (found) {
    const message = `${code(`${found.table.name.text}.${found.path}`)} keeps what the brief asks to know.`;
    return [{ ...base, verdict: "met", message, fix: "", span: found.attribute.span }];
  }
  const message = `${tableName(place.table)} has nothing for ${code(need.attribute)}, and the brief asks for it.`;
  const fix = `Add \`${need.attribute}\` to ${tableName(place.table)}.`;
  return [{ ...base, verdict: "missed", message, fix, span: place.table.name.span }];
}

export const attributeMissing: Rule = {
  id: "entities/attribute-missing",
  dimension: "entities",
  stores: ["relational"],
  doc: {
    title: "Keep what the brief asks to find, sort by or check",
    asks: "Is each attribute of the brief in the table of its entity, above all those that an access pattern or an invariant speaks of?",
    why: "A query can only filter and sort by what is stored. The columns follow from the questions, not from habit.",
    mend: "Go through the access patterns one by one and check that each thing they filter or sort by is a column.",
    examples: [
      {
        title: "Bids without a time",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK), username, email\nauctions: id (PK), starting_price, starts_at, ends_at, status\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount",
        says: [{ subject: "bid.created_at", verdict: "missed" }],
      },
      {
        title: "Other names are fine",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK), username, email\nauctions: id (PK), opening_price, start_time, end_time, state\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), price, placed_at",
        says: [],
      },
    ],
  },
  check: (context) => neededAttributes(context).flatMap((need) => judgeNeed(context, need)),
};
