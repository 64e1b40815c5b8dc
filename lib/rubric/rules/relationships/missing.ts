import { primaryKeyOf, STORE_TYPES } from "@/lib/design";
import { relationsOf } from "@/lib/scenario";
import { code, listed, spoken } from "../../context";
import { baseOf, columnOf, ends, type Kept, keptRelations, spanOf } from "../../relations";
import type { Context, Judgement, Rule } from "../../rule";

function keyOf(context: Context, kept: Kept): string {
  const target = context.alignment.entities.get(kept.relation.to)?.table;
  return target ? `${target.name.text}.${primaryKeyOf(target)?.columns.join(", ") ?? "id"}` : kept.relation.to;
}

function judgeAbsent(context: Context, kept: Kept): Judgement {
  const { from, to, role } = ends(context, kept);
  const message = `${from} has no column that says which ${role} it belongs to, so it cannot be joined with ${to}.`;
  const fix = `Add \`${kept.relation.as ?? kept.relation.to}_id (FK -> ${keyOf(context, kept)})\` to ${from}.`;
  const span = context.alignment.entities.get(kept.relation.from)?.table.name.span ?? null;
  return { verdict: "missed", ...baseOf(kept), message, fix, span };
}

/** In one table with another entity, what it belongs to may be reached through that one (a seat's venue by the ticket's event). */
function isReached({ scenario, alignment }: Context, { relation }: Kept): boolean {
  const place = alignment.entities.get(relation.from);
  const beside = [...alignment.entities.values()].filter(
    (one) => one.table === place?.table && one.entity !== relation.from,
  );
  return beside.some(({ entity }) =>
    relationsOf(scenario, entity).some(
      ({ to }) =>
        to !== relation.from &&
        (to === relation.to || relationsOf(scenario, to).some((next) => next.to === relation.to)),
    ),
  );
}

/** Elsewhere the key of an entity that has no table here is all that is wanted. */
function isKeyOnly({ alignment }: Context, { relation }: Kept): boolean {
  return !alignment.entities.has(relation.to);
}

function judgePlaced(context: Context, kept: Kept, place: NonNullable<Kept["place"]>): readonly Judgement[] {
  const { from, to, role } = ends(context, kept);
  const base = { span: spanOf(place), ...baseOf(kept) };
  switch (place.how) {
    case "reference":
    case "through":
      if (place.also && !place.also.reference?.enforced && kept.enforced && context.store === "relational") {
        const other = listed(place.also.columns.map((column) => code(`${place.table.name.text}.${column}`)));
        const message = `${other} names the ${role} as well, but nothing stops it from naming one that does not exist.`;
        return [{ verdict: "partial", ...base, message, fix: `Write \`FK -> ${keyOf(context, kept)}\` behind it.` }];
      }
      return [
        {
          verdict: "met",
          ...base,
          message: `${columnOf(place)} refers to the ${role}, and the database holds it.`,
          fix: "",
        },
      ];
    case "merged":
      return [
        {
          verdict: "met",
          ...base,
          message: `The ${spoken(kept.relation.from)} and its ${role} are one row of ${from}: nothing to link.`,
          fix: "",
        },
      ];
    case "embedded":
      return [
        {
          verdict: "met",
          ...base,
          message: `Each ${spoken(kept.relation.from)} lies inside its ${role}: there is nothing to look up.`,
          fix: "",
        },
      ];
    case "column": {
      if (!kept.enforced || context.store !== "relational" || place.table.section !== null || isKeyOnly(context, kept))
        return [{ verdict: "met", ...base, message: `${columnOf(place)} names the ${role}.`, fix: "" }];
      const message = `${columnOf(place)} names the ${role}, but nothing stops it from naming one that does not exist.`;
      return [{ verdict: "partial", ...base, message, fix: `Write \`FK -> ${keyOf(context, kept)}\` behind it.` }];
    }
    case "elsewhere": {
      if (context.store !== "relational" && kept.place?.reference === null) return [];
      const message = `${columnOf(place)} refers to \`${place.reference?.target.table ?? ""}\`, not to ${to}: the ${role} is never checked.`;
      return [{ verdict: "violated", ...base, message, fix: `Let it refer to \`${keyOf(context, kept)}\`.` }];
    }
    default:
      return [];
  }
}

export const missing: Rule = {
  id: "relationships/missing",
  dimension: "relationships",
  stores: STORE_TYPES,
  doc: {
    title: "Link what belongs together, and let the database hold the link",
    asks: "Is each relation of the brief a foreign key from the many side to the one side?",
    why: "Without the column the two cannot be joined; without the reference a row can point at something that does not exist, and no one notices until it is shown.",
    mend: "On the many side add the column and write `FK -> table.column` behind it.",
    examples: [
      {
        title: "A bidder's column without a reference",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK), username, email\nauctions: id (PK), ends_at\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id, amount",
        says: [{ subject: "bid->bidder", verdict: "partial" }],
      },
      {
        title: "No column for the auction at all",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK), username, email\nauctions: id (PK), ends_at\nbids: id (PK), bidder_id (FK -> users.id), amount",
        says: [{ subject: "bid->auction", verdict: "missed" }],
      },
      {
        title: "Both ends held",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK), username, email\nauctions: id (PK), ends_at\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount",
        says: [],
      },
    ],
  },
  check: (context) =>
    keptRelations(context).flatMap((kept) =>
      kept.place
        ? judgePlaced(context, kept, kept.place)
        : isReached(context, kept)
          ? []
          : [judgeAbsent(context, kept)],
    ),
};
