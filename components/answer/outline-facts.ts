import { type Attribute, type Design, findTable, isRequired, primaryKeyOf, type Table, uniquesOf } from "@/lib/design";

/** A column as the outline shows it. */
export interface ColumnFacts {
  readonly path: string;
  readonly depth: number;
  readonly type: string | null;
  readonly shape: Attribute["shape"];
  /** Short marks: `PK`, `unique`, `not null`, `partition`, `sort`. */
  readonly marks: readonly string[];
  /** Where it points, and whether that is in the design. */
  readonly target: { readonly words: string; readonly known: boolean } | null;
}

export interface TableFacts {
  readonly name: string;
  readonly start: number;
  readonly columns: readonly ColumnFacts[];
  /** What concerns several columns, or none in particular: keys, indexes, checks, time to live. */
  readonly lines: readonly { readonly kind: string; readonly words: string }[];
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function marksOf(table: Table, path: string, attribute: Attribute): readonly string[] {
  const inPrimary = primaryKeyOf(table)?.columns.some((column) => same(column, path)) ?? false;
  const alone = uniquesOf(table).some(
    (unique) => !unique.primary && unique.columns.length === 1 && same(unique.columns[0] ?? "", path),
  );
  return [
    inPrimary ? "PK" : "",
    table.partition.some((column) => same(column, path)) ? "partition" : "",
    table.clustering.some((column) => same(column.path, path)) ? "sort" : "",
    alone && !inPrimary ? "unique" : "",
    !inPrimary && isRequired(table, path) ? "not null" : "",
    attribute.copyOf ? `copy of ${attribute.copyOf.table}.${attribute.copyOf.column}` : "",
    attribute.ttl ? `ttl ${attribute.ttl}` : "",
  ].filter((mark) => mark !== "");
}

function targetOf(design: Design, table: Table, path: string): ColumnFacts["target"] {
  const reference = table.references.find((one) => one.columns.length === 1 && same(one.columns[0] ?? "", path));
  if (!reference) return null;
  const { table: name, columns } = reference.target;
  return {
    words: columns.length > 0 ? `${name}.${columns.join(", ")}` : name,
    known: findTable(design, name) !== null,
  };
}

function columnsOf(
  design: Design,
  table: Table,
  attributes: readonly Attribute[],
  above: string,
): readonly ColumnFacts[] {
  return attributes.flatMap((attribute) => {
    const path = above === "" ? attribute.name.text : `${above}.${attribute.name.text}`;
    const { type, shape } = attribute;
    const depth = path.split(".").length - 1;
    const column = {
      path,
      depth,
      type,
      shape,
      marks: marksOf(table, path, attribute),
      target: targetOf(design, table, path),
    };
    return [column, ...columnsOf(design, table, attribute.attributes, path)];
  });
}

function linesOf(table: Table): TableFacts["lines"] {
  const list = (columns: readonly string[]) => `(${columns.join(", ")})`;
  const keys = table.keys
    .filter((key) => key.columns.length > 1)
    .map((key) => ({ kind: key.primary ? "PK" : "unique", words: list(key.columns) }));
  const references = table.references
    .filter((reference) => reference.columns.length !== 1)
    .map(({ columns, target }) => ({ kind: "FK", words: `${list(columns)} → ${target.table}${list(target.columns)}` }));
  const indexes = table.indexes.map((index) => ({
    kind: index.unique ? "unique index" : "index",
    words:
      list(index.columns.map(({ path, direction }) => (direction === "desc" ? `${path} desc` : path))) +
      (index.where === null ? "" : ` where ${index.where}`),
  }));
  const checks = table.checks.map(({ expression }) => ({ kind: "check", words: expression }));
  return [...keys, ...references, ...indexes, ...checks, ...(table.ttl ? [{ kind: "ttl", words: table.ttl }] : [])];
}

/** The design as it was understood, a table at a time. */
export function outlineOf(design: Design): readonly TableFacts[] {
  return design.tables.map((table) => ({
    name: table.name.text,
    start: table.name.span.start,
    columns: columnsOf(design, table, table.attributes, ""),
    lines: linesOf(table),
  }));
}

/** `4 tables, 5 references, 2 indexes`. */
export function outlineInBrief(design: Design): string {
  const count = (n: number, one: string, many: string) => (n === 0 ? "" : `${n} ${n === 1 ? one : many}`);
  const sum = (of: (table: Table) => number) => design.tables.reduce((total, table) => total + of(table), 0);
  return [
    count(design.tables.length, "table", "tables"),
    count(design.templates.length, "key", "keys"),
    count(design.edges.length, "edge", "edges"),
    count(
      sum((table) => table.references.length),
      "reference",
      "references",
    ),
    count(
      sum((table) => table.indexes.length),
      "index",
      "indexes",
    ),
  ]
    .filter((part) => part !== "")
    .join(", ");
}
