import { STORE_TYPES } from "@/lib/design";
import { code, listed, ownPlaces, spoken, tableName } from "../../context";
import { keyedPlaces, keyIdentifies, mainKeyOf, weakPlace } from "../../keys";
import { isPartitioned, keyOfHolder } from "../../places";
import type { Context, Judgement, Rule } from "../../rule";

/** In a store of partitions each table that a query has must keep all rows: the first that cannot is told. */
function judgePartitioned(context: Context, entity: string): readonly Judgement[] {
  const weak = weakPlace(context, entity);
  const shown = weak ?? keyedPlaces(context, entity)[0];
  const key = shown ? keyOfHolder(shown.holder) : null;
  if (!shown || !key) return [];
  const columns = listed(key.columns.map(code));
  const base = { subject: entity, stake: "integrity" as const, span: key.span };
  if (!weak)
    return [{ verdict: "met", ...base, message: `${columns} tells one ${spoken(entity)} from another.`, fix: "" }];
  const message = `${tableName(shown.holder.table)} keeps one row for each ${columns}: a second ${spoken(entity)} with the same overwrites the first.`;
  return [{ verdict: "violated", ...base, message, fix: `Add the id of the ${spoken(entity)} to the end of the key.` }];
}

function judgePlace(context: Context, place: ReturnType<typeof ownPlaces>[number]): readonly Judgement[] {
  const { table, entity, holder } = place;
  if (isPartitioned(holder) || holder.template) return judgePartitioned(context, entity);
  const key = mainKeyOf(table);
  if (!key) return [];
  const columns = listed(key.columns.map(code));
  const base = { subject: entity, stake: "integrity" as const, span: key.span };
  if (keyIdentifies(context, place)) {
    return [{ verdict: "met", ...base, message: `${columns} tells one ${spoken(entity)} from another.`, fix: "" }];
  }
  const message = `${tableName(table)} is keyed by ${columns}, which does not tell one ${spoken(entity)} from another: the second one is refused.`;
  const identity = context.scenario.entities[entity]?.identity ?? [];
  const fix =
    identity.length > 0
      ? `Key it by ${listed(identity.map(spoken))} together, or by an id of its own with a unique on them.`
      : "Give it an `id (PK)` of its own.";
  return [{ verdict: "violated", ...base, message, fix }];
}

export const notIdentifying: Rule = {
  id: "keys/not-identifying",
  dimension: "keys",
  stores: STORE_TYPES,
  doc: {
    title: "Key by what really identifies a row",
    asks: "Does the primary key tell every row from every other that must be allowed?",
    why: "A key that is too small refuses rows that the brief allows: likes keyed by user allow each person one like in a lifetime.",
    mend: "Ask “can there be two rows with this key?” If yes, add the column that differs, or use an id of its own.",
    examples: [
      {
        title: "Follows keyed by the follower alone",
        scenario: "news-feed",
        sheet:
          "---\nscenario: news-feed\n---\nusers: id (PK), username\nfollows: follower_id (PK, FK -> users.id), followee_id (FK -> users.id)",
        says: [{ subject: "follow", verdict: "violated" }],
      },
      {
        title: "Both ends in the key",
        scenario: "news-feed",
        sheet:
          "---\nscenario: news-feed\n---\nusers: id (PK), username\nfollows: follower_id (PK, FK -> users.id), followee_id (PK, FK -> users.id)",
        says: [],
      },
    ],
  },
  check: (context) => ownPlaces(context).flatMap((place) => judgePlace(context, place)),
};
