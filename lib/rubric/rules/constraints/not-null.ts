import { columnsFor, endsByItself, partsIn } from "@/lib/align";
import { findAttribute, isRequired, STORE_TYPES } from "@/lib/design";
import type { Invariant } from "@/lib/scenario";
import { aSpoken, code, invariantsOf, listed, spoken, tableName } from "../../context";
import { keyOfHolder, placingsOf } from "../../places";
import type { Context, Judgement, Rule } from "../../rule";

type NotNull = Extract<Invariant, { kind: "not-null" }>;

/** Away from a relational store only a key or a ttl holds it; nobody asks for more. */
function judgeElsewhere(context: Context, invariant: NotNull): readonly Judgement[] {
  const base = {
    subject: invariant.id,
    stake: "check" as const,
    brief: invariant.words,
    fix: "",
    verdict: "met" as const,
  };
  for (const { holder, names } of placingsOf(context, invariant.entity)) {
    const span = holder.table.span;
    if (invariant.metBy.includes("ttl") && endsByItself(holder))
      return [{ ...base, message: `Each ${spoken(invariant.entity)} ends by itself.`, span }];
    const columns = names.get(invariant.column) ?? [];
    const key = keyOfHolder(holder)?.columns ?? [];
    if (columns.length > 0 && columns.every((column) => key.includes(column)))
      return [{ ...base, message: `${listed(columns.map(code))} is part of the key, so it is always there.`, span }];
  }
  return [];
}

function judge(context: Context, invariant: NotNull): readonly Judgement[] {
  if (context.store !== "relational") return judgeElsewhere(context, invariant);
  const place = columnsFor(context.alignment, invariant.entity, invariant.column);
  if (!place || place.columns.length === 0) return [];
  const { table } = place;
  const columns = [
    ...new Set([...place.columns, ...partsIn(context.alignment, invariant.entity, invariant.column, table)]),
  ];
  const base = { subject: invariant.id, stake: "check" as const, brief: invariant.words };
  const span = findAttribute(table, columns[0] ?? "")?.span ?? table.name.span;
  const names = listed(columns.map((column) => code(`${table.name.text}.${column}`)));
  if (columns.every((column) => isRequired(table, column))) {
    return [{ verdict: "met", ...base, message: `${names} can never be empty.`, fix: "", span }];
  }
  const message = `${names} can be empty: ${aSpoken(invariant.entity)} without it gets into ${tableName(table)}, and everything that counts on it is wrong.`;
  return [{ verdict: "missed", ...base, message, fix: `Write \`not null\` behind ${names}.`, span }];
}

export const notNull: Rule = {
  id: "constraints/not-null",
  dimension: "constraints",
  stores: STORE_TYPES,
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
