import type { Attribute, Edge, Index, IndexColumn, KeyTemplate, Name, Reference, Section, Table } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import type { Phrase } from "./words";

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** A table while it is being read. */
export type TableDraft = Mutable<Table>;
export type AttributeDraft = Mutable<Attribute>;

/** A column as a statement names it. */
export interface ColumnSaid extends IndexColumn {
  readonly span: Span;
}

/** A place where a column or table is named, to be checked when all tables are known. */
export interface Mention {
  readonly table: string;
  readonly tableSpan: Span;
  readonly column: string | null;
  readonly columnSpan: Span;
  /** A reference that no store enforces, or a copy: what it names may stand in another design. */
  readonly soft?: boolean;
}

/** `(FK)` without a target: it is found by the column's name, once all tables are known. */
export interface Unaimed {
  readonly table: TableDraft;
  readonly column: string;
  readonly enforced: boolean;
  /** Where in `table.references` it belongs. */
  readonly slot: number;
  readonly span: Span;
}

/** A statement, until the table that it speaks of is known. */
export interface Statement {
  readonly kind: "pk" | "unique" | "index" | "fk" | "check" | "partition" | "clustering" | "ttl";
  /** The first name after the keyword: a table, or else a name of its own. */
  readonly head: Name | null;
  /** Set where `name on table` said which is which. */
  readonly table: Name | null;
  /** The table above or around it. */
  readonly context: TableDraft | null;
  readonly columns: readonly ColumnSaid[];
  readonly index: Partial<Omit<Index, "kind">>;
  readonly target: Reference["target"] | null;
  readonly targetSpan: Span;
  readonly enforced: boolean;
  readonly onDelete: string | null;
  readonly text: string;
  readonly span: Span;
}

/** A note beside an attribute, and where: what an edit of the text takes out or replaces. */
export interface NoteSaid {
  readonly attribute: AttributeDraft;
  readonly phrase: Phrase;
  readonly span: Span;
}

/** All that one body has said so far. */
export interface Draft {
  readonly tables: TableDraft[];
  readonly templates: KeyTemplate[];
  readonly edges: Edge[];
  readonly sections: Section[];
  readonly statements: Statement[];
  readonly mentions: Mention[];
  readonly unaimed: Unaimed[];
  /** Where in `table.keys` the key made of `PK` notes is. */
  readonly noted: Map<TableDraft, number>;
  /** Names of the attributes read so far. */
  readonly declared: Map<TableDraft, Set<string>>;
  readonly notes: NoteSaid[];
  /** Where the type of an attribute stands. */
  readonly types: Map<AttributeDraft, Span>;
  /** Head and body of a table with what is indented below, without the statements elsewhere that speak of it. */
  readonly groups: Map<TableDraft, Span>;
  /** The table that each statement was found to speak of. */
  readonly bound: Map<Statement, TableDraft>;
  /** The table that statements without a name speak of. */
  last: TableDraft | null;
}

export function newDraft(): Draft {
  return {
    tables: [],
    templates: [],
    edges: [],
    sections: [],
    statements: [],
    mentions: [],
    unaimed: [],
    noted: new Map(),
    declared: new Map(),
    notes: [],
    types: new Map(),
    groups: new Map(),
    bound: new Map(),
    last: null,
  };
}

export function newTable(name: Name, shape: Table["shape"], section: number | null, span: Span): TableDraft {
  return {
    kind: "table",
    shape,
    name,
    attributes: [],
    keys: [],
    references: [],
    indexes: [],
    checks: [],
    partition: [],
    clustering: [],
    ttl: null,
    section,
    span,
  };
}
