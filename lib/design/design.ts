import type { Span } from "@/lib/diagnostics";

/** The language that the body of the answer was written in. */
export const DIALECTS = ["shorthand", "postgresql", "mysql", "sqlite", "cql", "dbml"] as const;
export type Dialect = (typeof DIALECTS)[number];

/** A name as it was written, and where. */
export interface Name {
  readonly text: string;
  readonly span: Span;
}

/**
 * What a candidate designed, whatever the notation: the one shape between reading and judging.
 * Columns are named by dotted paths from their table (`author.id` inside a document).
 */
export interface Design {
  readonly kind: "design";
  readonly dialect: Dialect;
  readonly tables: readonly Table[];
  readonly templates: readonly KeyTemplate[];
  readonly edges: readonly Edge[];
  /** Second stores, in the order of their `== Engine` lines. */
  readonly sections: readonly Section[];
}

export interface Section {
  readonly kind: "section";
  readonly engine: string;
  readonly span: Span;
}

/** A table, collection, column family or node label. */
export interface Table {
  readonly kind: "table";
  readonly shape: "table" | "node";
  readonly name: Name;
  readonly attributes: readonly Attribute[];
  readonly keys: readonly Key[];
  readonly references: readonly Reference[];
  readonly indexes: readonly Index[];
  readonly checks: readonly Check[];
  /** Partition key of a wide-column or DynamoDB table, in order; empty elsewhere. */
  readonly partition: readonly string[];
  /** Clustering columns or sort key, in order; empty elsewhere. */
  readonly clustering: readonly IndexColumn[];
  /** Time to live as written (`30d`), or null. */
  readonly ttl: string | null;
  /** Index into `Design.sections`, or null for the main store. */
  readonly section: number | null;
  readonly span: Span;
}

/** `scalar`: one value. `list`: a list of values. `object`, `objects`: one or many embedded objects with `attributes`. */
export type AttributeShape = "scalar" | "list" | "object" | "objects";

export interface Attribute {
  readonly kind: "attribute";
  readonly name: Name;
  /** As written, lower case not applied; null where none was given. */
  readonly type: string | null;
  readonly shape: AttributeShape;
  readonly attributes: readonly Attribute[];
  /** Said `not null` or `required`. A primary key is not null without saying so: ask `isRequired`. */
  readonly notNull: boolean;
  readonly default: string | null;
  /** `copy of table.column`: a deliberate duplicate. */
  readonly copyOf: { readonly table: string; readonly column: string } | null;
  readonly ttl: string | null;
  readonly span: Span;
}

/** A primary key or a unique constraint. Unique indexes are in `Table.indexes`: ask `uniquesOf` for all of them. */
export interface Key {
  readonly kind: "key";
  readonly primary: boolean;
  readonly columns: readonly string[];
  readonly span: Span;
}

export interface Reference {
  readonly kind: "reference";
  readonly columns: readonly string[];
  /** Names as written; `columns` is empty where only the table was named. */
  readonly target: { readonly table: string; readonly columns: readonly string[] };
  /** False for `ref ->`: a link that the store does not enforce. */
  readonly enforced: boolean;
  /** `cascade`, `restrict`, `set null`, `no action`, `set default`; null where nothing was said. */
  readonly onDelete: string | null;
  readonly span: Span;
}

export interface IndexColumn {
  /** A dotted path, or an expression as written (`lower(email)`). */
  readonly path: string;
  readonly direction: "asc" | "desc";
}

export interface Index {
  readonly kind: "index";
  readonly name: string | null;
  readonly columns: readonly IndexColumn[];
  readonly unique: boolean;
  readonly include: readonly string[];
  /** Condition of a partial index, as written. */
  readonly where: string | null;
  /** `btree`, `hash`, `gin`, … as written, or null. */
  readonly method: string | null;
  /** Partition key of a global secondary index; empty for any other index. */
  readonly partition: readonly string[];
  readonly span: Span;
}

export interface Check {
  readonly kind: "check";
  /** The condition with its column names in it (`amount > 0`), as written. */
  readonly expression: string;
  readonly span: Span;
}

/** One piece of a key template: fixed text, or a variable (`{user_id}`). */
export type TemplatePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "variable"; readonly name: string };

/** A key template of a key-value store and what it holds. */
export interface KeyTemplate {
  readonly kind: "template";
  readonly name: Name;
  readonly parts: readonly TemplatePart[];
  readonly holds: "object" | "value" | "list" | "set" | "sorted set" | "hash" | "counter";
  readonly attributes: readonly Attribute[];
  /** What a sorted set is ordered by. */
  readonly by: string | null;
  readonly ttl: string | null;
  readonly section: number | null;
  readonly span: Span;
}

/** An edge label of a graph. */
export interface Edge {
  readonly kind: "edge";
  readonly name: Name;
  readonly from: string;
  readonly to: string;
  readonly attributes: readonly Attribute[];
  readonly section: number | null;
  readonly span: Span;
}
