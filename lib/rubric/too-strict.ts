import { meaningsOf } from "@/lib/align";
import { type Table, type Unique, uniquesOf } from "@/lib/design";
import { findEntity, findRole } from "@/lib/scenario";
import { code, listed, tableName } from "./context";
import { bareColumn, namesIdentify, namesOfColumns } from "./keys";
import { isPartitioned } from "./places";
import type { Context, Judgement } from "./rule";

interface Meaning {
  readonly entity: string;
  readonly name: string;
}

/** Numbers, times, flags and states repeat; a text may or may not, so nothing is said of it. */
function repeats({ scenario }: Context, { entity, name }: Meaning): boolean {
  if (findRole(scenario, entity, name)) return true;
  const attribute = findEntity(scenario, entity)?.attributes[name];
  if (!attribute) return false;
  return (
    attribute.facts.includes("repeats") ||
    attribute.facts.includes("few-values") ||
    ["number", "time", "flag"].includes(attribute.type)
  );
}

function entitiesIn(context: Context, table: Table): readonly string[] {
  const places = [...context.alignment.entities.values()];
  return places.filter((place) => place.table === table).map((place) => place.entity);
}

/** A unique that refuses what the brief allows: what is said of it, and the columns that may repeat. */
export interface TooStrict {
  readonly subject: string;
  readonly table: Table;
  readonly columns: readonly string[];
}

/** The subject of a unique that refuses too much; null for one that is sound or that the scenario cannot judge. */
function forbidden(context: Context, table: Table, one: Unique): string | null {
  const entities = entitiesIn(context, table);
  const known = namesOfColumns(context, table, one.columns.map(bareColumn));
  if (!known || entities.some((entity) => namesIdentify(context, entity, known))) return null;
  const meanings = one.columns.flatMap((column) => meaningsOf(context.alignment, table, bareColumn(column)));
  const [only] = meanings;
  if (!only || !meanings.every((meaning) => repeats(context, meaning))) return null;
  if (meanings.length > 1) return `${table.name.text}(${one.columns.join(", ")})`;
  const by = findRole(context.scenario, only.entity, only.name) ? "->" : ".";
  return `${only.entity}${by}${only.name}`;
}

function subjectOf(context: Context, table: Table, one: Unique): string | null {
  return one.primary || one.where !== null ? null : forbidden(context, table, one);
}

function judge(context: Context, table: Table, one: Unique): readonly Judgement[] {
  const subject = subjectOf(context, table, one);
  if (subject === null) return [];
  const columns = listed(one.columns.map(code));
  const message = `${columns} may be in ${tableName(table)} only once, but the brief allows it again: the second one is refused.`;
  return [
    {
      subject,
      verdict: "violated",
      stake: "integrity",
      message,
      fix: `Drop the unique on ${columns}.`,
      span: one.span,
    },
  ];
}

/** The tables of the scenario's entities whose uniques refuse a second row. */
function judgedTables({ alignment }: Context): readonly Table[] {
  const places = [...alignment.entities.values()];
  return [
    ...new Set(
      places.flatMap(({ holder, table }) => (holder.kind === "table" && !isPartitioned(holder) ? [table] : [])),
    ),
  ];
}

/** Uniques that refuse what the brief allows. The primary key has its own rule. */
export function judgeTooStrict(context: Context): readonly Judgement[] {
  return judgedTables(context).flatMap((table) => uniquesOf(table).flatMap((one) => judge(context, table, one)));
}

/** The same, as columns of tables, for those who would try it. */
export function tooStrictIn(context: Context): readonly TooStrict[] {
  return judgedTables(context).flatMap((table) =>
    uniquesOf(table).flatMap((one): TooStrict[] => {
      const subject = subjectOf(context, table, one);
      return subject === null ? [] : [{ subject, table, columns: one.columns }];
    }),
  );
}
