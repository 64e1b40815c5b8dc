import {
  type Answer,
  type Attribute,
  conditionColumns,
  findTable,
  parseCondition,
  plainName,
  type Table,
} from "@/lib/design";

export const same = (a: string, b: string): boolean => plainName(a) === plainName(b);
export const has = (list: readonly string[], name: string): boolean => list.some((one) => same(one, name));

/** The answer with one of its tables changed, or taken out. */
export function withTable(answer: Answer, table: Table, change: (table: Table) => Table | null): Answer {
  const tables = answer.design.tables.flatMap((one) => (one === table ? (change(one) ?? []) : [one]));
  return { ...answer, design: { ...answer.design, tables } };
}

/** Attributes with the one at a dotted path changed, or taken out. */
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

/** The table without a column and without all that names it. */
function withoutColumn(table: Table, path: string): Table {
  const free = (columns: readonly string[]) => !has(columns, path);
  const names = (text: string) => conditionColumns(parseCondition(text));
  return {
    ...table,
    attributes: mapAt(table.attributes, path, () => null),
    keys: table.keys.filter(({ columns }) => free(columns)),
    references: table.references.filter(({ columns }) => free(columns)),
    indexes: table.indexes
      .filter(({ columns, where }) => free(columns.map((one) => one.path)) && (where === null || free(names(where))))
      .map((one) => ({ ...one, include: one.include.filter((name) => !same(name, path)) })),
    checks: table.checks.filter(({ expression }) => free(names(expression))),
  };
}

/** The decisions without what they say of a table, or of one column of it. */
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

/** A column gone, with all that named it. */
export function dropColumn(answer: Answer, table: Table, path: string): Answer {
  return withoutWords(
    withTable(answer, table, (one) => withoutColumn(one, path)),
    table.name.text,
    path,
  );
}

/** A table gone, with the references to it and the words about it. */
export function dropTable(answer: Answer, gone: Table): Answer {
  const tables = answer.design.tables
    .filter((one) => one !== gone)
    .map((one) => ({
      ...one,
      references: one.references.filter(({ target }) => findTable(answer.design, target.table) !== gone),
    }));
  return withoutWords({ ...answer, design: { ...answer.design, tables } }, gone.name.text, null);
}
