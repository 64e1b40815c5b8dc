import type { EntityPlace } from "@/lib/align";
import { STORE_TYPES } from "@/lib/design";
import { ownPlaces, spoken, tableName } from "../../context";
import { keyOfHolder, uniquesAt } from "../../places";
import type { Context, Judgement, Rule } from "../../rule";

/** A document has its `_id` whether it is written down or not. */
const hasOwnKey = ({ holder }: EntityPlace): boolean => holder.store === "document" && holder.kind === "table";

function judgePlace(place: ReturnType<typeof ownPlaces>[number]): Judgement {
  const { table, entity, holder } = place;
  const base = { subject: entity, stake: "integrity" as const };
  const indexed = holder.kind === "node" ? table.indexes[0] : undefined;
  const key =
    keyOfHolder(holder) ??
    uniquesAt(holder).find((unique) => unique.where === null) ??
    indexed ??
    (hasOwnKey(place) ? table.name : null);
  if (key) {
    const message = `${tableName(table)} has a key: each ${spoken(entity)} can be told from the others.`;
    return { verdict: "met", ...base, message, fix: "", span: key.span };
  }
  const message = `${tableName(table)} has no key: the same row can be in it twice, and no other table can refer to one of its rows.`;
  const fix = `Add a primary key: \`id (PK)\`, or \`PK ${table.name.text}(…)\` over the columns that identify a ${spoken(entity)}.`;
  return { verdict: "missed", ...base, message, fix, span: table.name.span };
}

export const missing: Rule = {
  id: "keys/missing",
  dimension: "keys",
  stores: STORE_TYPES,
  doc: {
    title: "Give every table a key",
    asks: "Does each table have a primary key, or at least one unique key?",
    why: "The key is how a row is found, linked to and told from its doubles. Without one, the same fact can be stored twice and nothing can point at it.",
    mend: "Add a surrogate `id (PK)`, or a composite key over the references that identify the row.",
    examples: [
      {
        title: "The notes' own likes, as follows: no key",
        scenario: "news-feed",
        sheet:
          "---\nscenario: news-feed\n---\nusers: id (PK), username\nfollows: follower_id (FK -> users.id), followee_id (FK -> users.id)",
        says: [{ subject: "follow", verdict: "missed" }],
      },
      {
        title: "A composite key",
        scenario: "news-feed",
        sheet:
          "---\nscenario: news-feed\n---\nusers: id (PK), username\nfollows: follower_id (FK -> users.id), followee_id (FK -> users.id)\nPK follows(follower_id, followee_id)",
        says: [],
      },
    ],
  },
  check: (context: Context) => ownPlaces(context).map(judgePlace),
};
