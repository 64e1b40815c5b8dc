import {
  type Condition,
  type Design,
  type Index,
  type IndexColumn,
  type Key,
  parseCondition,
  type Table,
} from "@/lib/design";
import type { Span } from "@/lib/diagnostics";

/** A way into a table: a key or an index, as an ordered list of columns. */
export interface AccessPath {
  readonly table: Table;
  readonly columns: readonly IndexColumn[];
  readonly unique: boolean;
  /** Condition of a partial index. */
  readonly where: Condition | null;
  /** A hash index finds equals only, never an order or a range. */
  readonly ordered: boolean;
  /** As a person would write it: `index bids(auction_id, amount desc)`. */
  readonly written: string;
  readonly span: Span;
  /** Null for a key, or for the index that MySQL makes for a foreign key. */
  readonly index: Index | null;
}

function writeColumns(columns: readonly IndexColumn[]): string {
  return columns.map((column) => (column.direction === "desc" ? `${column.path} desc` : column.path)).join(", ");
}

function ascending(columns: readonly string[]): readonly IndexColumn[] {
  return columns.map((path) => ({ path, direction: "asc" }));
}

function keyPath(table: Table, key: Key): AccessPath {
  const columns = ascending(key.columns);
  const written = `${key.primary ? "PK" : "unique"} ${table.name.text}(${writeColumns(columns)})`;
  return { table, columns, unique: true, where: null, ordered: true, written, span: key.span, index: null };
}

function indexPath(table: Table, index: Index): AccessPath {
  const kind = index.unique ? "unique index" : "index";
  const where = index.where === null ? "" : ` where ${index.where}`;
  return {
    table,
    columns: index.columns,
    unique: index.unique,
    where: index.where === null ? null : parseCondition(index.where),
    ordered: !/^(hash|gin|gist|brin|bloom|fulltext|spatial)$/i.test(index.method ?? ""),
    written: `${kind} ${table.name.text}(${writeColumns(index.columns)})${where}`,
    span: index.span,
    index,
  };
}

/** All ways into a relational table. In MySQL a foreign key brings its own index; in PostgreSQL and SQLite it does not. */
export function pathsOf(design: Design, table: Table): readonly AccessPath[] {
  const implied = design.dialect !== "mysql" ? [] : table.references.filter((reference) => reference.enforced);
  return [
    ...table.keys.map((key) => keyPath(table, key)),
    ...table.indexes.map((index) => indexPath(table, index)),
    ...implied.map((reference): AccessPath => {
      const columns = ascending(reference.columns);
      const written = `the foreign key's index on ${table.name.text}(${writeColumns(columns)})`;
      return { table, columns, unique: false, where: null, ordered: true, written, span: reference.span, index: null };
    }),
  ];
}
