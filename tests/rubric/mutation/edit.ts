/** Small changes to a read answer that operators are made of. */
import { type Answer, conditionColumns, parseCondition, type Table } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import { has, mapAt, same, withoutWords } from "@/lib/drills/edit";

export { has, same, withoutWords };

export function withTable(answer: Answer, at: number, change: (table: Table) => Table): Answer {
  const tables = answer.design.tables.map((one, i) => (i === at ? change(one) : one));
  return { ...answer, design: { ...answer.design, tables } };
}

/** A place of its own for what was not in the text, so that no two parts are taken for one. */
export const placeFor = (nth: number): Span => ({ start: 1_000_000 + nth, end: 1_000_000 + nth });

const within = (path: string, gone: string) =>
  same(path, gone) || path.toLowerCase().startsWith(`${gone.toLowerCase()}.`);

/** The table without a column and all that names it; the rest of a key that held it stays a key where `shrinks`. */
export function withoutColumn(table: Table, path: string, shrinks = false): Table {
  const free = (columns: readonly string[]) => !columns.some((one) => within(one, path));
  const names = (text: string) => conditionColumns(parseCondition(text));
  return {
    ...table,
    attributes: mapAt(table.attributes, path, () => null),
    keys: table.keys.flatMap((key) => {
      if (free(key.columns)) return [key];
      const columns = key.columns.filter((one) => !within(one, path));
      return shrinks && key.primary && columns.length > 0 ? [{ ...key, columns }] : [];
    }),
    references: table.references.filter(({ columns }) => free(columns)),
    indexes: table.indexes
      .filter(({ columns, where }) => free(columns.map((one) => one.path)) && (where === null || free(names(where))))
      .map((one) => ({ ...one, include: one.include.filter((name) => !within(name, path)) })),
    checks: table.checks.filter(({ expression }) => free(names(expression))),
    partition: table.partition.filter((one) => !within(one, path)),
    clustering: table.clustering.filter((one) => !within(one.path, path)),
  };
}
