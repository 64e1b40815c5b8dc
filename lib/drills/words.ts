/** Rows, links and values of a scenario in words, with columns as the sheet calls them. */
import { AROUND, columnsFor } from "@/lib/align";
import { type Answer, type Condition, findAttribute, findTable, type Operand, parseCondition } from "@/lib/design";
import { aSpoken, code, listed, spoken } from "@/lib/rubric";
import { findRelation, type Invariant } from "@/lib/scenario";
import type { Model } from "./model";

interface Column {
  readonly table: string;
  readonly path: string;
}

/** A row that the brief forbids, and the columns that its words name. */
export interface BadRow {
  readonly text: string;
  readonly columns: readonly Column[];
}

export function plural(words: string): string {
  if (/[^aeiou]y$/.test(words)) return words.replace(/y$/, "ies");
  return /(s|x|ch|sh)$/.test(words) ? `${words}es` : `${words}s`;
}

function columnsOf(model: Model, entity: string, name: string): readonly Column[] {
  const place = columnsFor(model.alignment, entity, name);
  return place?.columns.map((path) => ({ table: place.table.name.text, path })) ?? [];
}

/** The scenario's name → the sheet's, for what a condition speaks of. */
type Naming = (name: string) => string;

function literal(operand: Operand): string | null {
  return operand.kind === "value" ? operand.text : null;
}

function comparedRow(condition: Extract<Condition, { kind: "compare" }>, own: Naming): string | null {
  const { left, op, right } = condition;
  if (left.kind !== "column") return null;
  const name = own(left.path);
  if (right.kind === "column") {
    const other = own(right.path);
    if (op === "<>") return `with \`${name}\` the same as \`${other}\``;
    return op === ">" || op === ">=" ? `with \`${name}\` before \`${other}\`` : `with \`${name}\` above \`${other}\``;
  }
  const value = literal(right);
  if (value === null) return null;
  if (op === "<>" || op === ">") return value === "" ? `with an empty \`${name}\`` : `with \`${name}\` = ${value}`;
  return op === ">=" ? `with \`${name}\` = ${Number(value) - 1}` : null;
}

/** What breaks a condition: `with amount = 0`. Null for a shape that no scenario has so far. */
function breaking(condition: Condition, own: Naming): string | null {
  if (condition.kind === "compare") return comparedRow(condition, own);
  if (condition.kind === "in" && condition.operand.kind === "column")
    return `with a \`${own(condition.operand.path)}\` that nobody knows`;
  const [first, second] = condition.kind === "and" || condition.kind === "or" ? condition.parts : [];
  if (first?.kind !== "compare" || first.left.kind !== "column") return null;
  const name = own(first.left.path);
  if (condition.kind === "and" && second?.kind === "compare")
    return `with \`${name}\` = ${Number(literal(first.right)) - 1}`;
  if (second?.kind !== "null" || second.operand.kind !== "column") return null;
  return `with \`${name}\` = ${literal(first.right)} and no \`${own(second.operand.path)}\``;
}

function badCheck(model: Model, invariant: Extract<Invariant, { kind: "check" }>): BadRow | null {
  const columns: Column[] = [];
  const own = (name: string) => {
    const [column] = columnsOf(model, invariant.entity, name);
    if (column) columns.push(column);
    return column?.path ?? name;
  };
  const how = breaking(parseCondition(invariant.condition), own);
  return how === null || columns.length === 0 ? null : { text: `${aSpoken(invariant.entity)} ${how}`, columns };
}

function badReference(model: Model, invariant: Extract<Invariant, { kind: "reference" }>): BadRow | null {
  const relation = findRelation(model.scenario, invariant.relation);
  const kept = model.alignment.relations.get(invariant.relation);
  if (!relation || !kept?.reference?.enforced || kept.columns.length !== 1) return null;
  const columns = kept.columns.map((path) => ({ table: kept.table.name.text, path }));
  const text = `${aSpoken(relation.from)} whose ${listed(kept.columns.map(code))} matches no ${spoken(relation.to)}`;
  return { text, columns };
}

function badDouble(model: Model, invariant: Extract<Invariant, { kind: "unique" }>): BadRow | null {
  const columns = invariant.columns.flatMap((name) => columnsOf(model, invariant.entity, name));
  if (columns.length === 0 || columns.some(({ path }) => path.startsWith(AROUND))) return null;
  const same = `two ${plural(spoken(invariant.entity))} with the same ${listed(columns.map(({ path }) => code(path)))}`;
  if (invariant.where === undefined) return { text: same, columns };
  const where = invariant.where.replace(
    /[a-z_]+(?= )/,
    (name) => columnsOf(model, invariant.entity, name)[0]?.path ?? name,
  );
  return { text: `${same}, both ${code(where)}`, columns };
}

/** A row that an invariant forbids; null where this design has no columns for it. */
export function badRow(model: Model, invariant: Invariant): BadRow | null {
  switch (invariant.kind) {
    case "reference":
      return badReference(model, invariant);
    case "unique":
      return badDouble(model, invariant);
    case "check":
      return badCheck(model, invariant);
    case "not-null": {
      const columns = columnsOf(model, invariant.entity, invariant.column);
      const text = `${aSpoken(invariant.entity)} with no ${listed(columns.map(({ path }) => code(path)))}`;
      return columns.length === 0 ? null : { text, columns };
    }
  }
}

/** False where a table of the design lacks a column that words name: they would give the answer away. */
export function isNamedIn({ design }: Answer, columns: readonly Column[]): boolean {
  return columns.every(({ table, path }) => {
    const found = findTable(design, table);
    return found === null || findAttribute(found, path) !== null;
  });
}

/** `the bid's bidder`, `when the bid was created`, `when the auction ends` */
export function ofIts(entity: string, name: string): string {
  const [, verb] = /^([a-z]+)_at$/.exec(name) ?? [];
  if (verb === undefined) return `the ${spoken(entity)}'s ${spoken(name).replace(/ at$/, "")}`;
  const was = /s$|^joined$/.test(verb) ? "" : "was ";
  return `when the ${spoken(entity)} ${was}${verb}`;
}

/** `a second bid with the same bidder` */
export const aSecond = (entity: string, name: string): string =>
  `a second ${spoken(entity)} with the same ${spoken(name)}`;
