import type { EntityPlace } from "@/lib/align";
import { findTable, plainName, primaryKeyOf, STORE_TYPES, uniquesOf } from "@/lib/design";
import { aSpoken, code, ownPlaces, spoken, tableName } from "../../context";
import { keyOfHolder, uniquesAt } from "../../places";
import type { Context, Judgement, Rule } from "../../rule";

/** A document has its `_id` whether it is written down or not. */
const hasOwnKey = ({ holder }: EntityPlace): boolean => holder.store === "document" && holder.kind === "table";

/** A reference that no database takes: what it points at is in no key of the table, and the table has no primary key. */
function refusedReference({ answer }: Context, { table, holder }: EntityPlace): string | null {
  if (holder.store !== "relational" || holder.kind !== "table" || primaryKeyOf(table)) return null;
  const keyed = (columns: readonly string[]) =>
    uniquesOf(table).some((unique) => unique.where === null && sameNames(unique.columns, columns));
  for (const from of answer.design.tables)
    for (const { enforced, columns, target } of from.references)
      if (enforced && findTable(answer.design, target.table) === table && !keyed(target.columns))
        return `${from.name.text}.${columns.join(", ")}`;
  return null;
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  const names = new Set(b.map(plainName));
  return a.length === names.size && a.every((name) => names.has(plainName(name)));
}

function judgePlace(context: Context, place: ReturnType<typeof ownPlaces>[number]): Judgement {
  const { table, entity, holder } = place;
  const base = { subject: entity, stake: "integrity" as const };
  const indexed = holder.kind === "node" ? table.indexes[0] : undefined;
  const key =
    keyOfHolder(holder) ??
    uniquesAt(holder).find((unique) => unique.where === null) ??
    indexed ??
    (hasOwnKey(place) ? table.name : null);
  const refused = refusedReference(context, place);
  if (refused !== null) {
    const message = `${tableName(table)} has no primary key, and ${code(refused)} refers to it: a database refuses a reference to what is no key.`;
    const fix = `Write \`PK\` behind the column that ${code(refused)} points at.`;
    return { verdict: "missed", ...base, message, fix, span: table.name.span };
  }
  if (key) {
    const message = `${tableName(table)} has a key: each ${spoken(entity)} can be told from the others.`;
    return { verdict: "met", ...base, message, fix: "", span: key.span };
  }
  const message = `${tableName(table)} has no key: the same row can be in it twice, and no other table can refer to one of its rows.`;
  const fix = `Add a primary key: \`id (PK)\`, or \`PK ${table.name.text}(…)\` over the columns that identify ${aSpoken(entity)}.`;
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
  check: (context: Context) => ownPlaces(context).map((place) => judgePlace(context, place)),
};
