import { type EntityPlace, meaningsOf, type Placing } from "@/lib/align";
import { STORE_TYPES } from "@/lib/design";
import { findEntity } from "@/lib/scenario";
import { aSpoken, code, ownPlaces, tableName } from "../../context";
import { isPartitioned, keyOfHolder, namesAt, placingsOf } from "../../places";
import type { Context, Judgement, Rule } from "../../rule";

/** A table by username beside one by id is a way in, not the key that others refer to. */
function isOnlyLookup(context: Context, { entity, holder }: EntityPlace): boolean {
  if (!isPartitioned(holder) && !holder.template) return false;
  return placingsOf(context, entity).some((placing) => {
    const id = placing.names.get("id") ?? [];
    const key = keyOfHolder(placing.holder)?.columns ?? [];
    return id.length > 0 && !isChangeable(context, placing, key) && id.every((column) => key.includes(column));
  });
}

function isChangeable(context: Context, placing: Placing, columns: readonly string[]): boolean {
  const attributes = findEntity(context.scenario, placing.entity)?.attributes ?? {};
  return [...(namesAt(placing, columns) ?? [])].some((name) => attributes[name]?.facts.includes("mutable"));
}

function judgePlace(context: Context, place: ReturnType<typeof ownPlaces>[number]): readonly Judgement[] {
  const key = keyOfHolder(place.holder);
  if (!key || isOnlyLookup(context, place)) return [];
  return key.columns.flatMap((column) => {
    const meaning = meaningsOf(context.alignment, place.table, column).find(({ entity, name }) =>
      findEntity(context.scenario, entity)?.attributes[name]?.facts.includes("mutable"),
    );
    if (!meaning) return [];
    const what = aSpoken(meaning.name);
    const message = `${tableName(place.table)} is keyed by ${code(column)}, and ${what} changes: then every row that refers to it must change too.`;
    const fix = `Key ${tableName(place.table)} by an \`id\` that never changes, and keep ${code(column)} unique.`;
    const said = { verdict: "violated" as const, stake: "check" as const, message, fix, span: key.span };
    return [
      { ...said, subject: meaning.entity },
      { ...said, subject: `${meaning.entity}.${meaning.name}`, follows: true as const },
    ];
  });
}

export const mutableNatural: Rule = {
  id: "keys/mutable-natural",
  dimension: "keys",
  stores: STORE_TYPES,
  doc: {
    title: "Do not key by what changes",
    asks: "Is a primary key made of something that people change, such as a username or an e-mail?",
    why: "Other tables copy the key to refer to the row. When it changes, all of them must change in one step, and links that were shared break.",
    mend: "Use an id that means nothing as the key, and a unique constraint on the natural one. Codes, tokens and serials that never change are good keys.",
    examples: [
      {
        title: "Users keyed by username",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: username (PK), email (unique)\nbids: id (PK), bidder (FK -> users.username), amount",
        says: [
          { subject: "user", verdict: "violated" },
          { subject: "user.username", verdict: "violated" },
        ],
      },
      {
        title: "An id, and the username unique",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK), username (unique), email (unique)\nbids: id (PK), bidder_id (FK -> users.id), amount",
        says: [],
      },
    ],
  },
  check: (context) => ownPlaces(context).flatMap((place) => judgePlace(context, place)),
};
