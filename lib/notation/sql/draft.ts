import type { Check, Dialect, Index, Key, Reference } from "@/lib/design";
import { plainName } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import type { Problems } from "../problems";
import type { AttributeDraft, TableDraft } from "../shorthand/draft";
import type { Token } from "./token";

export { type AttributeDraft };

/** `public.users`: the schema is kept apart, since a design has no schemas. */
export interface TableName {
  readonly schema: string | null;
  readonly text: string;
  readonly span: Span;
}

export type Part = Key | Reference | Index | Check;

/** How much of another table comes along with its columns. */
export interface TakenOver {
  readonly defaults: boolean;
  readonly checks: boolean;
  /** Keys and indexes. */
  readonly keys: boolean;
}

/** `LIKE other` or `INHERITS (other)`: columns of another table, taken over when all tables are known. */
export interface Borrowed {
  readonly from: TableName;
  /** Where in the attributes they belong. */
  readonly at: number;
  readonly taken: TakenOver;
}

/** A table while it is read, with what a design does not keep. */
export interface SqlTable {
  readonly draft: TableDraft;
  name: TableName;
  /** Constraints and indexes by name in lower case, for DROP CONSTRAINT. */
  readonly named: Map<string, Part>;
  readonly borrowed: Borrowed[];
  /** Where each reference names its table, to be checked when all tables are known. */
  readonly targets: Map<Reference, TableName>;
}

/** A type that the text itself declares. */
export type DeclaredType =
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "composite"; readonly columns: SqlTable | null }
  | {
      readonly kind: "domain";
      readonly base: string;
      readonly notNull: boolean;
      readonly default: string | null;
      readonly checks: readonly string[];
    };

/** All that one body has said so far. */
export interface Schema {
  readonly dialect: Dialect;
  readonly problems: Problems;
  readonly tables: SqlTable[];
  /** The last table of a name, with and without its schema, in lower case. */
  readonly byName: Map<string, SqlTable>;
  readonly types: Map<string, DeclaredType>;
  /** Views and what else an index may stand on without being in the design. */
  readonly others: Set<string>;
  readonly leftOut: Map<string, number>;
  /** The first place that was left out. */
  leftOutAt: Span | null;
  /** How a table or an index is stored, by the first word: what a database is told, not what a design says. */
  readonly settings: Map<string, number>;
  settingsAt: Span | null;
  /** Every place that was read or counted, for the test that nothing is lost. */
  readonly accounted: Span[];
}

export function newSchema(dialect: Dialect, problems: Problems): Schema {
  return {
    dialect,
    problems,
    tables: [],
    byName: new Map(),
    types: new Map(),
    others: new Set(),
    leftOut: new Map(),
    leftOutAt: null,
    settings: new Map(),
    settingsAt: null,
    accounted: [],
  };
}

/** Counts a statement that holds no part of the design. */
export function leaveOut(schema: Schema, kind: string, span: Span): void {
  schema.leftOut.set(kind, (schema.leftOut.get(kind) ?? 0) + 1);
  schema.leftOutAt ??= span;
  schema.accounted.push(span);
}

const keysOf = ({ schema, text }: TableName): readonly string[] =>
  schema === null ? [text.toLowerCase()] : [`${schema}.${text}`.toLowerCase(), text.toLowerCase()];

export function register(schema: Schema, table: SqlTable): void {
  for (const key of keysOf(table.name)) schema.byName.set(key, table);
}

/** The table of this name; with a schema in front the one of that schema, else any of that name. */
export function tableOf(schema: Schema, name: TableName): SqlTable | null {
  for (const key of keysOf(name)) {
    const found = schema.byName.get(key);
    if (found) return found;
  }
  return null;
}

export function removeTable(schema: Schema, table: SqlTable): void {
  const at = schema.tables.indexOf(table);
  if (at >= 0) schema.tables.splice(at, 1);
  const { draft } = table;
  const parts = [...draft.keys, ...draft.references, ...draft.indexes, ...draft.checks];
  schema.accounted.push(draft.span, ...parts.map(({ span }) => span));
  for (const [key, known] of schema.byName) if (known === table) schema.byName.delete(key);
}

export function attributeOf(table: SqlTable, column: string): AttributeDraft | null {
  const { attributes } = table.draft;
  const exact = attributes.find(({ name }) => name.text.toLowerCase() === column.toLowerCase());
  const found = exact ?? attributes.find(({ name }) => plainName(name.text) === plainName(column));
  // Attributes of a table draft are drafts, too: nothing else is ever put into it.
  return (found as AttributeDraft | undefined) ?? null;
}

/** Keeps a constraint under its name, so that it can be dropped by it. */
export function keepName(table: SqlTable, name: Token | null, part: Part): void {
  if (name) table.named.set(name.text.toLowerCase(), part);
}
