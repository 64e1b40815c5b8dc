import type { Attribute } from "@/lib/design";
import { printAttributes } from "../attribute";
import { sqlCondition } from "./conditions";
import { sqlDefault } from "./defaults";
import { remark, sqlName, sqlNames, sqlTable, sqlText } from "./names";
import type { PrintedTable } from "./scope";
import type { SqlType } from "./types";

const NO_NOTES = new Map<string, readonly string[]>();

export function typeText({ text, list }: SqlType): string {
  return list ? `${text}[]` : text;
}

/** The columns of a key in print, or null where one of them is no column. */
function keyColumns({ column }: PrintedTable, columns: readonly string[]): readonly string[] | null {
  const named = columns.map(column);
  const known = named.filter((name) => name !== null);
  return known.length === named.length && known.length > 0 ? [...new Set(known)] : null;
}

const NO_ORDER = /^(json|xml|point|box|circle|polygon)$/;

/** Columns that PostgreSQL can keep in order. */
export function isOrdered({ columns }: PrintedTable, names: readonly string[]): boolean {
  return names.every((name) => !NO_ORDER.test(columns.typeOf(name)?.text ?? ""));
}

export interface Keys {
  readonly primary: readonly string[] | null;
  /** Unique constraints of one column, by that column. */
  readonly single: ReadonlySet<string>;
  readonly several: readonly (readonly string[])[];
  readonly remarks: readonly string[];
}

/** The primary key that PostgreSQL keeps: the first one, or the partition and clustering of a wide-column table. */
function primaryOf(printed: PrintedTable): readonly string[] | null {
  const { keys, partition, clustering } = printed.table;
  const said = keys.filter((key) => key.primary).map((key) => key.columns);
  const stored = partition.length > 0 ? [[...partition, ...clustering.map(({ path }) => path)]] : [];
  for (const columns of [...said, ...stored]) {
    const named = keyColumns(printed, columns);
    if (named && isOrdered(printed, named)) return named;
  }
  return null;
}

/** The keys and unique constraints that PostgreSQL keeps. */
export function keysOf(printed: PrintedTable): Keys {
  const primary = primaryOf(printed);
  const single = new Set<string>();
  const several: (readonly string[])[] = [];
  const remarks: string[] = [];
  for (const key of printed.table.keys) {
    const named = keyColumns(printed, key.columns);
    const [first, second] = named ?? [];
    if (key.primary && named && named.join("\n") === primary?.join("\n")) continue;
    if (!named || !first || !isOrdered(printed, named)) {
      remarks.push(
        `${key.primary ? "primary key" : "unique"} (${key.columns.join(", ")}) is nothing that PostgreSQL can keep here`,
      );
    } else if (second === undefined && !single.has(first)) single.add(first);
    else several.push(named);
  }
  return { primary, single, several, remarks };
}

interface ColumnLine {
  readonly words: string;
  readonly remark: string;
}

function columnLine(printed: PrintedTable, attribute: Attribute, keys: Keys): ColumnLine {
  const name = attribute.name.text;
  const type = printed.type(attribute);
  const only = keys.primary?.length === 1 && keys.primary[0] === name;
  const value = attribute.default === null ? null : sqlDefault(attribute.default, type);
  const nested = printAttributes(attribute.attributes, NO_NOTES);
  const remarks = [
    ...(attribute.shape === "object" ? [`{ ${nested} }`] : attribute.shape === "objects" ? [`[ { ${nested} } ]`] : []),
    ...(attribute.copyOf ? [`copy of ${attribute.copyOf.table}.${attribute.copyOf.column}`] : []),
    ...(attribute.ttl === null ? [] : [`ttl ${attribute.ttl}`]),
    ...(attribute.default !== null && value === null ? [`default ${attribute.default}`] : []),
  ];
  const words = [
    sqlName(name),
    typeText(type),
    ...(only ? ["PRIMARY KEY"] : []),
    ...(attribute.notNull ? ["NOT NULL"] : []),
    ...(keys.single.has(name) ? ["UNIQUE"] : []),
    ...(value === null ? [] : [`DEFAULT ${value}`]),
  ];
  return { words: words.join(" "), remark: remarks.length > 0 ? ` ${remark(remarks.join("; "))}` : "" };
}

/** Checks that PostgreSQL takes, and remarks on the others. */
function checkLines({ table, columns }: PrintedTable): { lines: readonly string[]; remarks: readonly string[] } {
  const lines: string[] = [];
  const remarks: string[] = [];
  for (const { expression } of table.checks) {
    const words = sqlCondition(expression, columns, false);
    if (words === null) remarks.push(`check (${expression}) is nothing that PostgreSQL can hold here`);
    else lines.push(`CHECK (${words})`);
  }
  return { lines, remarks };
}

/** What of a table PostgreSQL has no words for. */
function asides({ table }: PrintedTable): readonly string[] {
  const order = table.clustering.map(({ path, direction }) => (direction === "desc" ? `${path} desc` : path));
  return [
    ...(table.shape === "node" ? [`${table.name.text}: a node of a graph`] : []),
    ...(table.partition.length > 0 ? [`partition key (${table.partition.join(", ")})`] : []),
    ...(order.length > 0 ? [`clustering (${order.join(", ")})`] : []),
    ...(table.ttl === null ? [] : [`ttl ${table.ttl}`]),
  ];
}

/** Types of the table's enums, which stand before it. */
export function enumLines(printed: PrintedTable): readonly string[] {
  return printed.attributes.flatMap((attribute) => {
    const { family, text, values } = printed.type(attribute);
    if (family !== "enum") return [];
    return [`CREATE TYPE ${sqlName(text)} AS ENUM (${values.map(sqlText).join(", ")});`];
  });
}

/** `CREATE TABLE` with what it needs before it. */
export function tableLines(printed: PrintedTable): readonly string[] {
  const keys = keysOf(printed);
  const checks = checkLines(printed);
  const columns = printed.attributes.map((attribute) => columnLine(printed, attribute, keys));
  const below = [
    ...(keys.primary && keys.primary.length > 1 ? [`PRIMARY KEY (${sqlNames(keys.primary)})`] : []),
    ...keys.several.map((names) => `UNIQUE (${sqlNames(names)})`),
    ...checks.lines,
  ].map((words) => ({ words, remark: "" }));
  const all = [...columns, ...below];
  const lines = all.map((line, i) => `  ${line.words}${i < all.length - 1 ? "," : ""}${line.remark}`);
  return [
    ...enumLines(printed),
    ...[...asides(printed), ...keys.remarks, ...checks.remarks].map(remark),
    `CREATE TABLE ${sqlTable(printed.table.name.text)} (`,
    ...lines,
    ");",
  ];
}

/** Columns that a reference may point at: those of a key or of a unique constraint, as a set. */
export function uniqueSets(printed: PrintedTable): readonly (readonly string[])[] {
  const { primary, single, several } = keysOf(printed);
  return [...(primary ? [primary] : []), ...[...single].map((name) => [name]), ...several];
}

export function primaryColumns(printed: PrintedTable): readonly string[] | null {
  return primaryOf(printed);
}
