import { endsByItself } from "@/lib/align";
import { STORE_TYPES } from "@/lib/design";
import { code, type Need, neededAttributes, tableName } from "../../context";
import { isWithoutEnd, saysEnd } from "../../expiry";
import { placingsOf } from "../../places";
import type { Context, Judgement, Rule } from "../../rule";

/** A JSON column or an object holds whatever the entity has; a place that stands in for it orders as well. */
function isHeldWhole(context: Context, need: Need): boolean {
  return placingsOf(context, need.entity).some(
    ({ holder, standIns, names }) =>
      (holder.kind === "embedded" && holder.table.attributes.length === 0) ||
      (standIns.get(need.attribute)?.some((column) => !(names.get("id") ?? []).includes(column)) ?? false),
  );
}

/** Rows that end by themselves need no column that says when. */
function endsAnyway(context: Context, need: Need): boolean {
  const places = placingsOf(context, need.entity);
  /** A cache that forgets ends no row of the main store. */
  const main = places.filter(({ holder }) => !holder.second);
  return (
    saysEnd(context, need.entity, need.attribute) &&
    (main.length > 0 ? main : places).some(({ holder }) => endsByItself(holder))
  );
}

function judgeNeed(context: Context, need: Need): readonly Judgement[] {
  const { alignment } = context;
  const place = alignment.entities.get(need.entity);
  if (!place) return [];
  const subject = `${need.entity}.${need.attribute}`;
  const found = alignment.attributes.get(subject);
  if (isHeldWhole(context, need)) return [];
  const base = { subject, stake: need.stake, ...(need.words === "" ? {} : { brief: need.words }) };
  if (found) {
    const message = `${code(`${found.table.name.text}.${found.path}`)} keeps what the brief asks to know.`;
    return [{ verdict: "met", ...base, message, fix: "", span: found.attribute.span }];
  }
  if (endsAnyway(context, need)) return [];
  const message = `${tableName(place.table)} has nothing for ${code(need.attribute)}, and the brief asks for it.`;
  const fix = `Add \`${need.attribute}\` to ${tableName(place.table)}.`;
  const ttl = saysEnd(context, need.entity, need.attribute) && isWithoutEnd(context, need.entity);
  const follows = ttl ? { follows: true as const } : {};
  return [{ verdict: "missed", ...base, message, fix, span: place.table.name.span, ...follows }];
}

export const attributeMissing: Rule = {
  id: "entities/attribute-missing",
  dimension: "entities",
  stores: STORE_TYPES,
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
