import { type Attribute, findAttribute, findTable, primaryKeyOf } from "@/lib/design";
import { code } from "../../context";
import { baseOf, columnOf, type Kept, keptRelations, spanOf } from "../../relations";
import type { Context, Judgement, Rule } from "../../rule";
import { typeFamily } from "../../types";

/** The column that a single-column reference points at, and the column that points. */
function pairOf(context: Context, { place }: Kept): { from: Attribute; to: Attribute } | null {
  const reference = place?.reference;
  if (!place || !reference || reference.columns.length !== 1) return null;
  const target = findTable(context.answer.design, reference.target.table);
  const name = reference.target.columns[0] ?? (target ? primaryKeyOf(target)?.columns[0] : undefined);
  const from = findAttribute(place.table, reference.columns[0] ?? "");
  const to = target && name !== undefined ? findAttribute(target, name) : null;
  return from && to ? { from, to } : null;
}

function judge(context: Context, kept: Kept): readonly Judgement[] {
  const pair = pairOf(context, kept);
  if (!pair || !kept.place || pair.from.type === null || pair.to.type === null) return [];
  const [from, to] = [typeFamily(pair.from.type), typeFamily(pair.to.type)];
  if (from === null || to === null || from === to) return [];
  const message = `${columnOf(kept.place)} is ${code(pair.from.type)}, and the column it refers to is ${code(pair.to.type)}: the database refuses the reference.`;
  return [
    {
      verdict: "violated",
      ...baseOf(kept),
      message,
      fix: `Give both the type ${code(pair.to.type)}.`,
      span: spanOf(kept.place),
    },
  ];
}

export const typeMismatch: Rule = {
  id: "relationships/type-mismatch",
  dimension: "relationships",
  stores: ["relational"],
  doc: {
    title: "Give both ends of a reference one type",
    asks: "Has a reference's column the type of the column that it refers to?",
    why: "A number cannot refer to a UUID: the statement fails, and where a store lets it pass, joins convert each row and no index helps.",
    mend: "Copy the type of the key to the column that refers to it.",
    examples: [
      {
        title: "A number that refers to a UUID",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id uuid (PK), username, email\nauctions: id (PK), ends_at\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id bigint (FK -> users.id), amount",
        says: [{ subject: "bid->bidder", verdict: "violated" }],
      },
      {
        title: "The same type at both ends",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id bigserial (PK), username, email\nauctions: id (PK), ends_at\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id bigint (FK -> users.id), amount",
        says: [],
      },
    ],
  },
  check: (context) => keptRelations(context).flatMap((kept) => judge(context, kept)),
};
