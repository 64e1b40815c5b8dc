import type { Attribute, Check, IndexColumn } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import type { Problems } from "../problems";
import type { AttributeDraft, TableDraft } from "../shorthand/draft";
import type { Token } from "./token";

/** `schema.users`, `U`: a table as it is named; which one it is, is found when all are known. */
export interface TableName {
  readonly schema: string | null;
  readonly text: string;
  readonly span: Span;
}

/** One end of a relation. */
export interface End {
  readonly table: TableName;
  readonly columns: readonly Token[];
}

export type Cardinality = "<" | ">" | "-" | "<>";

export interface Relation {
  readonly left: End;
  readonly right: End;
  readonly sign: Cardinality;
  readonly onDelete: string | null;
  readonly span: Span;
}

/** Where a named partial's columns belong. */
export interface Injection {
  readonly name: Token;
  /** How many attributes stand before it. */
  readonly at: number;
}

/** A name in an index, to be checked against the columns. */
export interface Named {
  readonly path: string;
  readonly span: Span;
}

/** A `Table` or `TablePartial` while it is read. */
export interface DbmlTable {
  readonly draft: TableDraft;
  readonly name: TableName;
  readonly injections: Injection[];
  readonly named: Named[];
  /** Types as they are named, for enums. */
  readonly types: Map<Attribute, Span>;
  /** `[pk]` columns in order, which make one key. */
  readonly primary: { readonly path: string; readonly span: Span }[];
}

export interface Schema {
  readonly problems: Problems;
  readonly tables: DbmlTable[];
  readonly partials: DbmlTable[];
  /** By alias, in lower case. */
  readonly aliases: Map<string, DbmlTable>;
  readonly relations: Relation[];
  /** Values by the enum's name in lower case, with and without its schema. */
  readonly enums: Map<string, readonly string[]>;
}

export function newSchema(problems: Problems): Schema {
  return { problems, tables: [], partials: [], aliases: new Map(), relations: [], enums: new Map() };
}

export { type AttributeDraft, type Check, type IndexColumn, type TableDraft };
