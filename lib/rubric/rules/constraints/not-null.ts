import { columnsFor } from "@/lib/align";
import { findAttribute, isRequired } from "@/lib/design";
import type { Invariant } from "@/lib/scenario";
import { aSpoken, code, invariantsOf, listed, tableName } from "../../context";
import type { Context, Judgement, Rule } from "../../rule";

type NotNull = Extract<Invariant, { kind: "not-null" }>;

function judge(context: Context, invariant: NotNull): readonly Judgement[] {
  const place = columnsFor(context.alignment, invariant.entity, invariant.column);
  if (!place || place.columns.length === 0) return [];
  const { table, columns } = place;
  const base = { subject: invariant.id, stake: "check" as const, brief: invariant.words };
  const span = findAttribute(table, columns[0] ?? "")?.span ?? table.name.span;
  const names = listed(columns.map((column) => code(`${table.name.text}.${column}`)));
  if (columns.every((column) => isRequired(table, column))) {
    return [{ ...base, verdict: "met", message: `${names} can never be empty.`, fix: "", span }];
  }
  const message = `${names} can be empty: ${aSpoken(invariant.entity)} without it gets into ${tableName(table)}, and everything that counts on it is wrong.`;
  return [{ ...base, verdict: "missed", message, fix: `Write \`not null\` behind ${names}.`, span }];
}

export const notNull: Rule = {
  id: "constraints/not-null",
  dimension: "constraints",
  stores: ["relational"],
  doc: {
    title: "Refuse rows without what they must have",
    asks: "Is each value that the brief takes for granted `not null`?",
    why: "A null is neither greater nor smaller than anything: a bid without an amount wins nothing, loses nothing, and spoils every sum and sort.",
    mend: "Write `not null` (or `required`) behind the column. A primary key has it already.",
    examples: [
      {
        title: "A bid without an amount",
        scenario: "auction",
        sheet: "---\nscenario: auction\n---\nbids: id (PK), amount numeric (check > 0), created_at",
        says: [{ subject: "bid-amount-known", verdict: "missed" }],
      },
      {
        title: "Required",
        scenario: "auction",
        sheet: "---\nscenario: auction\n---\nbids: id (PK), amount numeric (not null, check > 0), created_at",
        says: [],
      },
    ],
  },
  check: (context) => invariantsOf(context, "not-null").flatMap((invariant) => judge(context, invariant)),
};
