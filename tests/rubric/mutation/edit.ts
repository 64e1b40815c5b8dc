/** Small changes to a read answer that operators are made of. */
import { type Answer, type Attribute, conditionColumns, parseCondition, plainName, type Table } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";

export const same = (a: string, b: string): boolean => plainName(a) === plainName(b);
export const has = (list: readonly string[], name: string): boolean => list.some((one) => same(one, name));

export function withTable(answer: Answer, at: number, change: (table: Table) => Table): Answer {
  const tables = answer.design.tables.map((one, i) => (i === at ? change(one) : one));
  return { ...answer, design: { ...answer.design, tables } };
}

/** A place of its own for what was not in the text, so that no two parts are taken for one. */
export const placeFor = (nth: number): Span => ({ start: 1_000_000 + nth, end: 1_000_000 + nth });

export function mapAt(
  list: readonly Attribute[],
  path: string,
  change: (one: Attribute) => Attribute | null,
): readonly Attribute[] {
  const [first = "", ...rest] = path.split(".");
  return list.flatMap((one) => {
    if (!same(one.name.text, first)) return [one];
    if (rest.length > 0) return [{ ...one, attributes: mapAt(one.attributes, rest.join("."), change) }];
    return change(one) ?? [];
  });
}

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

/** The decisions without what they say of a column, or of a whole table. */
export function withoutWords({ decisions, design }: Answer, table: string, path: string | null): Answer {
  const about = (name: string, columns: readonly string[]) =>
    same(name, table) && (path === null || has(columns, path));
  return {
    design,
    decisions: {
      ...decisions,
      shardBy: decisions.shardBy.filter(({ value }) => !about(value.table, value.columns)),
      consistency: decisions.consistency.filter(
        ({ value }) => !about(value.table, value.column === null ? [] : [value.column]),
      ),
    },
  };
}
