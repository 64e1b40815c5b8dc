import { code, listed, ownPlaces, spoken, tableName } from "../../context";
import { keyIdentifies, mainKeyOf } from "../../keys";
import type { Context, Judgement, Rule } from "../../rule";

function judgePlace(context: Context, place: ReturnType<typeof ownPlaces>[number]): readonly Judgement[] {
  const { table, entity } = place;
  const key = mainKeyOf(table);
  if (!key) return [];
  const columns = listed(key.columns.map(code));
  const base = { subject: entity, stake: "integrity" as const, span: key.span };
  if (keyIdentifies(context, place)) {
    return [{ ...base, verdict: "met", message: `${columns} tells one ${spoken(entity)} from another.`, fix: "" }];
  }
  const message = `${tableName(table)} is keyed by ${columns}, which does not tell one ${spoken(entity)} from another: the second one is refused.`;
  const identity = context.scenario.entities[entity]?.identity ?? [];
  const fix =
    identity.length > 0
      ? `Key it by ${listed(identity.map(spoken))} together, or by an id of its own with a unique on them.`
      : "Give it an `id (PK)` of its own.";
  return [{ ...base, verdict: "violated", message, fix }];
}

export const notIdentifying: Rule = {
  id: "keys/not-identifying",
  dimension: "keys",
  stores: ["relational"],
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
