/** Renames a table or a column of a read answer everywhere it is named; nothing else changes. */
import {
  type Answer,
  type Attribute,
  type Check,
  type Decisions,
  type Design,
  findTable,
  type Index,
  plainName,
  type Reference,
  type Table,
} from "@/lib/design";

type Text = (text: string) => string;

const same = (a: string, b: string) => plainName(a) === plainName(b);

function inDecisions(decisions: Decisions, table: (name: string) => string, column: (t: string, c: string) => string) {
  return {
    ...decisions,
    shardBy: decisions.shardBy.map((said) => ({
      ...said,
      value: {
        table: table(said.value.table),
        columns: said.value.columns.map((one) => column(said.value.table, one)),
      },
    })),
    consistency: decisions.consistency.map((said) => ({
      ...said,
      value: {
        ...said.value,
        table: table(said.value.table),
        column: said.value.column === null ? null : column(said.value.table, said.value.column),
      },
    })),
  };
}

function mapAttributes(list: readonly Attribute[], change: (one: Attribute) => Attribute): readonly Attribute[] {
  return list.map((one) => change({ ...one, attributes: mapAttributes(one.attributes, change) }));
}

/** The table at this place under another name. */
export function renameTable({ decisions, design }: Answer, at: number, to: string): Answer {
  const from = design.tables[at];
  if (!from) return { decisions, design };
  const name: Text = (text) => (findTable(design, text) === from ? to : text);
  const copied = (one: Attribute): Attribute =>
    one.copyOf === null ? one : { ...one, copyOf: { ...one.copyOf, table: name(one.copyOf.table) } };
  const tables = design.tables.map((table, i) => ({
    ...table,
    name: i === at ? { ...table.name, text: to } : table.name,
    attributes: mapAttributes(table.attributes, copied),
    references: table.references.map((one) => ({
      ...one,
      target: { ...one.target, table: name(one.target.table) },
    })),
  }));
  const edges = design.edges.map((one) => ({ ...one, from: name(one.from), to: name(one.to) }));
  return { decisions: inDecisions(decisions, name, (_, column) => column), design: { ...design, tables, edges } };
}

/** Words of a condition, where the old name stands by itself. */
function inCondition(text: string, from: string, to: string): string {
  return text.replace(/'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*/gu, (word) => (same(word, from) ? to : word));
}

/** A path of which the step `from` (a whole path) becomes `to`. */
function repath(from: string, to: string): Text {
  return (path) => {
    if (same(path, from)) return to;
    return path.toLowerCase().startsWith(`${from.toLowerCase()}.`) ? `${to}${path.slice(from.length)}` : path;
  };
}

function renameAt(list: readonly Attribute[], steps: readonly string[], to: string): readonly Attribute[] {
  const [first = "", ...rest] = steps;
  return list.map((one) => {
    if (!same(one.name.text, first)) return one;
    if (rest.length === 0) return { ...one, name: { ...one.name, text: to } };
    return { ...one, attributes: renameAt(one.attributes, rest, to) };
  });
}

function renameInTable(table: Table, from: string, last: string): Table {
  const steps = from.split(".");
  const path = repath(from, [...steps.slice(0, -1), last].join("."));
  const to = path(from);
  const index = (one: Index): Index => ({
    ...one,
    columns: one.columns.map((column) => ({ ...column, path: path(column.path) })),
    include: one.include.map(path),
    partition: one.partition.map(path),
    where: one.where === null ? null : inCondition(one.where, from, to),
  });
  const check = (one: Check): Check => ({ ...one, expression: inCondition(one.expression, from, to) });
  return {
    ...table,
    attributes: renameAt(table.attributes, steps, last),
    keys: table.keys.map((one) => ({ ...one, columns: one.columns.map(path) })),
    references: table.references.map((one) => ({ ...one, columns: one.columns.map(path) })),
    indexes: table.indexes.map(index),
    checks: table.checks.map(check),
    partition: table.partition.map(path),
    clustering: table.clustering.map((one) => ({ ...one, path: path(one.path) })),
  };
}

/** The column at this path of a table under another last name. */
export function renameColumn({ decisions, design }: Answer, at: number, from: string, last: string): Answer {
  const table = design.tables[at];
  if (!table) return { decisions, design };
  const path = repath(from, [...from.split(".").slice(0, -1), last].join("."));
  const isHere = (name: string) => findTable(design, name) === table;
  const copied = (one: Attribute): Attribute =>
    one.copyOf !== null && isHere(one.copyOf.table)
      ? { ...one, copyOf: { ...one.copyOf, column: path(one.copyOf.column) } }
      : one;
  const aimed = (one: Reference): Reference =>
    isHere(one.target.table) ? { ...one, target: { ...one.target, columns: one.target.columns.map(path) } } : one;
  const tables = design.tables.map((one, i) => {
    const here = i === at ? renameInTable(one, from, last) : one;
    return {
      ...here,
      attributes: mapAttributes(here.attributes, copied),
      references: here.references.map(aimed),
    };
  });
  return {
    decisions: inDecisions(
      decisions,
      (name) => name,
      (name, column) => (isHere(name) ? path(column) : column),
    ),
    design: { ...design, tables },
  };
}

/** Every name of the tables and columns put through `style`. */
export function restyle(answer: Answer, style: Text): Answer {
  return answer.design.tables.reduce((all, table, at) => {
    const columns = (list: readonly Attribute[], prefix: string): readonly string[] =>
      list.flatMap((one) => [...columns(one.attributes, `${prefix}${one.name.text}.`), `${prefix}${one.name.text}`]);
    const named = renameTable(all, at, style(table.name.text));
    return columns(table.attributes, "").reduce(
      (next, path) => renameColumn(next, at, path, style(path.split(".").at(-1) ?? path)),
      named,
    );
  }, answer);
}

/** A design with its main tables changed. */
export function withTables(answer: Answer, change: (design: Design) => readonly Table[]): Answer {
  return { ...answer, design: { ...answer.design, tables: change(answer.design) } };
}
