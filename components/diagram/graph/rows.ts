import { type Attribute, type Index, isRequired, plainName, primaryKeyOf, type Table, uniquesOf } from "@/lib/design";
import type { FootLine, Row } from "./model";

const among = (columns: readonly string[], path: string) =>
  columns.some((column) => plainName(column) === plainName(path));

/** Keys that point elsewhere and identify nothing here. */
export const POINTERS: ReadonlySet<string> = new Set(["FK", "ref"]);

const arrow = (direction: "asc" | "desc") => (direction === "desc" ? "↓" : "↑");

/** `FK`, or `ref` where the store does not enforce it. */
function pointsOf(table: Table, path: string): readonly string[] {
  const references = table.references.filter(({ columns }) => among(columns, path));
  if (references.length === 0) return [];
  return [references.some(({ enforced }) => enforced) ? "FK" : "ref"];
}

function keysOf(table: Table, path: string): readonly string[] {
  const sort = table.clustering.find((column) => plainName(column.path) === plainName(path));
  const divided = table.partition.length > 0;
  const primary = !divided && among(primaryKeyOf(table)?.columns ?? [], path);
  return [
    ...(primary ? ["PK"] : []),
    ...(among(table.partition, path) ? ["K"] : []),
    ...(sort ? [`C${arrow(sort.direction)}`] : []),
    ...pointsOf(table, path),
  ];
}

function isUniqueAlone(table: Table, path: string): boolean {
  return uniquesOf(table).some(
    ({ primary, where, columns }) => !primary && where === null && columns.length === 1 && among(columns, path),
  );
}

function marksOf(table: Table | null, path: string, attribute: Attribute, keys: readonly string[]): readonly string[] {
  const identifies = keys.some((key) => !POINTERS.has(key));
  return [
    ...(table && isUniqueAlone(table, path) ? ["UK"] : []),
    ...(table && !identifies && isRequired(table, path) ? ["NN"] : []),
    ...(attribute.copyOf ? ["copy"] : []),
    ...(attribute.ttl ? [`ttl ${attribute.ttl}`] : []),
  ];
}

/** The attributes of a table, or of a key template (`table` null), as lines. */
export function rowsOf(table: Table | null, attributes: readonly Attribute[], above = ""): readonly Row[] {
  return attributes.map((attribute) => {
    const path = above + attribute.name.text;
    const keys = table ? keysOf(table, path) : [];
    return {
      name: attribute.name.text,
      type: attribute.type,
      shape: attribute.shape,
      keys,
      marks: marksOf(table, path, attribute, keys),
      rows: rowsOf(table, attribute.attributes, `${path}.`),
    };
  });
}

const list = (columns: readonly string[]) => `(${columns.join(", ")})`;

function indexLine(index: Index): FootLine {
  const columns = index.columns.map(({ path, direction }) => (direction === "desc" ? `${path} ↓` : path));
  const include = index.include.length > 0 ? ` include ${list(index.include)}` : "";
  const where = index.where === null ? "" : ` where ${index.where}`;
  if (index.partition.length === 0)
    return { kind: index.unique ? "unique" : "index", words: list(columns) + include + where };
  const rest = columns.filter((_, i) => !among(index.partition, index.columns[i]?.path ?? ""));
  const sorted = rest.length > 0 ? ` · ${rest.join(", ")}` : "";
  return { kind: "gsi", words: `${index.name ?? ""} (${index.partition.join(", ")}${sorted})`.trim() + include };
}

/** What concerns several columns of a table: composite uniques, indexes, checks, time to live. */
export function footOf(table: Table): readonly FootLine[] {
  const uniques = table.keys
    .filter((key) => !key.primary && key.columns.length > 1)
    .map((key) => ({ kind: "unique", words: list(key.columns) }));
  // A unique index on one column is that column's UK, unless it holds for some rows only.
  const indexes = table.indexes.filter(
    ({ unique, columns, where, include }) =>
      !(unique && where === null && include.length === 0 && columns.length === 1),
  );
  return [
    ...uniques,
    ...indexes.map(indexLine),
    ...table.checks.map(({ expression }) => ({ kind: "check", words: expression })),
    ...(table.ttl ? [{ kind: "ttl", words: table.ttl }] : []),
  ];
}
