/** What lets a bad row in: constraints that are gone, or hold less than they should. */
import { columnsFor } from "@/lib/align";
import { findTable, primaryKeyOf, type Table } from "@/lib/design";
import { has, mapAt, same, withTable } from "../edit";
import type { Model } from "../model";
import { linksOf, mainTables, type Operator, placeOf } from "../operator";

export const dropUnique: Operator = {
  name: "drop-unique",
  draw: (model) =>
    mainTables(model).flatMap((table) => [
      ...table.keys
        .filter(({ primary }) => !primary)
        .map((gone) => ({
          place: placeOf(table.name.text, gone.columns),
          answer: withTable(model.answer, table, (one) => ({ ...one, keys: one.keys.filter((key) => key !== gone) })),
        })),
      ...table.indexes
        .filter(({ unique }) => unique)
        .map((gone) => ({
          place: placeOf(
            table.name.text,
            gone.columns.map(({ path }) => path),
          ),
          answer: withTable(model.answer, table, (one) => ({
            ...one,
            indexes: one.indexes.map((index) => (index === gone ? { ...index, unique: false } : index)),
          })),
        })),
    ]),
};

export const dropReference: Operator = {
  name: "drop-reference",
  draw: (model) =>
    mainTables(model).flatMap((table) =>
      table.references
        .filter(({ enforced }) => enforced)
        .map((gone) => ({
          place: placeOf(table.name.text, gone.columns),
          answer: withTable(model.answer, table, (one) => ({
            ...one,
            references: one.references.filter((reference) => reference !== gone),
          })),
        })),
    ),
};

/** True where references lead from one table to another: a new one back would make a ring, and no row could be the first. */
function leadsTo(model: Model, from: Table, to: Table, seen: readonly Table[] = []): boolean {
  if (from === to) return true;
  const next = from.references.flatMap(({ target }) => findTable(model.answer.design, target.table) ?? []);
  return next.some((one) => !seen.includes(one) && leadsTo(model, one, to, [...seen, from]));
}

export const repointReference: Operator = {
  name: "repoint-reference",
  draw: (model) =>
    linksOf(model).flatMap(({ table, column, end }) => {
      const old = table.references.find(({ columns }) => columns.length === 1 && same(columns[0] ?? "", column));
      const other = mainTables(model).find(
        (one) => one !== end && !leadsTo(model, one, table) && primaryKeyOf(one)?.columns.length === 1,
      );
      if (!old?.enforced || !other || model.store !== "relational") return [];
      const target = { table: other.name.text, columns: primaryKeyOf(other)?.columns ?? [] };
      const answer = withTable(model.answer, table, (one) => ({
        ...one,
        references: one.references.map((reference) => (reference === old ? { ...reference, target } : reference)),
      }));
      return [{ place: placeOf(table.name.text, [column]), answer }];
    }),
};

/** Columns of a table that the brief asks never to be empty. */
function askedOf({ scenario, alignment }: Model, table: Table): readonly string[] {
  return scenario.invariants.flatMap((one) => {
    const place = one.kind === "not-null" ? columnsFor(alignment, one.entity, one.column) : null;
    return place?.table === table ? place.columns : [];
  });
}

export const dropNotNull: Operator = {
  name: "drop-not-null",
  draw: (model) =>
    mainTables(model).flatMap((table) =>
      table.attributes
        .filter(({ name, notNull }) => notNull && has(askedOf(model, table), name.text))
        .map(({ name }) => ({
          place: placeOf(table.name.text, [name.text]),
          answer: withTable(model.answer, table, (one) => ({
            ...one,
            attributes: mapAt(one.attributes, name.text, (column) => ({ ...column, notNull: false })),
          })),
        })),
    ),
};

export const dropCheck: Operator = {
  name: "drop-check",
  draw: (model) =>
    mainTables(model).flatMap((table) =>
      table.checks.map((gone) => ({
        place: placeOf(table.name.text, [gone.expression]),
        answer: withTable(model.answer, table, (one) => ({
          ...one,
          checks: one.checks.filter((check) => check !== gone),
        })),
      })),
    ),
};

/** One value more gets through, or the comparison points the other way; the check as it was where there is nothing to loosen. */
function loosened(expression: string): string {
  if (/between 1 and/i.test(expression)) return expression.replace(/between 1 and/i, "between 0 and");
  if (/[a-z_"`] *(>=|<=) *[a-z_"`]/i.test(expression))
    return expression.replace(/>=|<=/, (one) => (one === ">=" ? "<=" : ">="));
  if (/[a-z_"`] *[<>] *[a-z_"`]/i.test(expression))
    return expression.replace(/[<>]/, (one) => (one === ">" ? "<" : ">"));
  if (/[^<>=]> *0\b/.test(expression)) return expression.replace(/> *0\b/, ">= 0");
  return expression.replace(/>= *0\b/, ">= -1");
}

export const loosenCheck: Operator = {
  name: "loosen-check",
  draw: (model) =>
    mainTables(model).flatMap((table) =>
      table.checks
        .filter(({ expression }) => loosened(expression) !== expression)
        .map((old) => ({
          place: placeOf(table.name.text, [old.expression]),
          answer: withTable(model.answer, table, (one) => ({
            ...one,
            checks: one.checks.map((check) =>
              check === old ? { ...check, expression: loosened(check.expression) } : check,
            ),
          })),
        })),
    ),
};
