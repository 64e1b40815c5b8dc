import type { Attribute, Design, Key, Table } from "./design";
import { remembered, rememberedLast } from "./remembered";

/** A uniqueness that the store enforces: a primary key, a unique constraint or a unique index. */
export interface Unique {
  readonly columns: readonly string[];
  readonly primary: boolean;
  /** Condition of a partial unique index, as written. */
  readonly where: string | null;
  readonly span: Key["span"];
}

export function uniquesOf(table: Table): readonly Unique[] {
  return [
    ...table.keys.map((key) => ({ where: null, ...key })),
    ...table.indexes
      .filter((index) => index.unique)
      .map((index) => ({
        columns: index.columns.map((column) => column.path),
        primary: false,
        where: index.where,
        span: index.span,
      })),
  ];
}

export function primaryKeyOf(table: Table): Key | null {
  return table.keys.find((key) => key.primary) ?? null;
}

/** Case, plural and snake_case/camelCase never matter when a design names its own parts. */
export const plainName = remembered((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));

function singular(name: string): string {
  if (/(ss|us|is)$/.test(name)) return name;
  if (/ies$/.test(name)) return `${name.slice(0, -3)}y`;
  if (/(x|ch|sh|ss|z)es$/.test(name)) return name.slice(0, -2);
  return name.replace(/s$/, "");
}

/** Equal for names that are the same up to case, separators and plural: a key for looking names up in a map. */
export const nameKey = remembered((name) => singular(plainName(name)));

/** The same name up to case, separators and plural. */
export function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

interface TableIndex {
  readonly exact: ReadonlyMap<string, Table>;
  readonly singular: ReadonlyMap<string, Table>;
}

const indexTables = rememberedLast((design: Design): TableIndex => {
  const inOrder = design.tables.toReversed();
  return {
    exact: new Map(inOrder.map((table) => [plainName(table.name.text), table])),
    singular: new Map(inOrder.map((table) => [nameKey(table.name.text), table])),
  };
});

/** The table that a name in the text means: exact first, then up to plural; null where there is none. The first one wins. */
export function findTable(design: Design, name: string): Table | null {
  const { exact, singular: byKind } = indexTables(design);
  return exact.get(plainName(name)) ?? byKind.get(nameKey(name)) ?? null;
}

/** The attribute at a dotted path, or null. Separators and case do not matter; plural does not within a path's step. */
export function findAttribute(table: Table, path: string): Attribute | null {
  let level: readonly Attribute[] = table.attributes;
  let found: Attribute | null = null;
  for (const step of path.split(".")) {
    const plain = plainName(step);
    found =
      level.find((attribute) => plainName(attribute.name.text) === plain) ??
      level.find((attribute) => sameName(attribute.name.text, step)) ??
      null;
    if (!found) return null;
    level = found.attributes;
  }
  return found;
}

export function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((column, i) => plainName(column) === plainName(b[i] ?? ""));
}

/** True where the column can never be null: said so, or part of the primary, partition or clustering key. */
export function isRequired(table: Table, path: string): boolean {
  const plain = plainName(path);
  const holds = (columns: readonly string[]) => columns.some((column) => plainName(column) === plain);
  return (
    findAttribute(table, path)?.notNull === true ||
    table.keys.some((key) => key.primary && holds(key.columns)) ||
    holds(table.partition) ||
    holds(table.clustering.map((column) => column.path))
  );
}

const RANDOM_TYPE = /^(uuid|guid|uniqueidentifier)\b/i;

/** True for an id whose values come in no order: a UUID, where nothing says that it begins with the time (version 7). */
export function isRandomId({ type, default: made }: Attribute): boolean {
  return RANDOM_TYPE.test(type ?? "") && !/v7|ulid/i.test(made ?? "");
}
