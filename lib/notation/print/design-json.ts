import type { Attribute, Design, Edge, Index, Key, KeyTemplate, Reference, Table } from "@/lib/design";
import { isRequired, plainName, primaryKeyOf } from "@/lib/design";
import { indexLines, positionAt, type Span } from "@/lib/diagnostics";

/** Where something stands in the text, counted from 1. */
export interface PlaceJson {
  readonly line: number;
  readonly column: number;
}

export interface ColumnJson extends PlaceJson {
  readonly name: string;
  readonly type: string | null;
  /** `scalar`, `list`, `object`, `objects`. */
  readonly shape: string;
  /** Can never be null: said so, or part of the primary key. */
  readonly notNull: boolean;
  readonly default: string | null;
  /** Part of the primary key. */
  readonly primary: boolean;
  /** Unique by itself. */
  readonly unique: boolean;
  readonly copyOf: { readonly table: string; readonly column: string } | null;
  readonly ttl: string | null;
  /** What stands in an embedded object. */
  readonly columns: readonly ColumnJson[];
}

export interface KeyJson extends PlaceJson {
  readonly columns: readonly string[];
}

export interface UniqueJson extends KeyJson {
  /** True where it is a unique index, which `indexes` lists, too. */
  readonly index: boolean;
  /** Condition of a partial unique index. */
  readonly where: string | null;
}

export interface ReferenceJson extends KeyJson {
  readonly target: { readonly table: string; readonly columns: readonly string[] };
  /** False for a link that the store does not enforce. */
  readonly enforced: boolean;
  readonly onDelete: string | null;
}

export interface IndexJson extends PlaceJson {
  readonly name: string | null;
  readonly columns: readonly { readonly path: string; readonly direction: "asc" | "desc" }[];
  readonly unique: boolean;
  readonly include: readonly string[];
  readonly where: string | null;
  readonly method: string | null;
  /** Partition key of a global secondary index. */
  readonly partition: readonly string[];
}

export interface CheckJson extends PlaceJson {
  readonly expression: string;
}

export interface TableJson extends PlaceJson {
  readonly name: string;
  readonly shape: "table" | "node";
  /** The engine of the section that it stands in; null in the main store. */
  readonly section: string | null;
  readonly columns: readonly ColumnJson[];
  /** The columns of the primary key, in order; null where there is none. */
  readonly primaryKey: readonly string[] | null;
  /** Primary keys (one, unless the text gives two). */
  readonly keys: readonly KeyJson[];
  /** Everything unique but the primary key. */
  readonly uniques: readonly UniqueJson[];
  readonly references: readonly ReferenceJson[];
  readonly checks: readonly CheckJson[];
  /** All indexes, the unique ones too; what a key or unique constraint brings by itself is not among them. */
  readonly indexes: readonly IndexJson[];
  readonly partition: readonly string[];
  readonly clustering: readonly { readonly path: string; readonly direction: "asc" | "desc" }[];
  readonly ttl: string | null;
}

export interface TemplateJson extends PlaceJson {
  readonly name: string;
  readonly variables: readonly string[];
  readonly holds: string;
  readonly columns: readonly ColumnJson[];
  readonly by: string | null;
  readonly ttl: string | null;
  readonly section: string | null;
}

export interface EdgeJson extends PlaceJson {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly columns: readonly ColumnJson[];
  readonly section: string | null;
}

/**
 * A design as plain data that anything can read: what `npm run -s parse` prints. Names and types are as written;
 * every element has the line and column where it stands.
 */
export interface DesignJson {
  /** `shorthand`, `postgresql`, `mysql`, `sqlite`, `cql`, `dbml`. */
  readonly dialect: string;
  readonly tables: readonly TableJson[];
  readonly templates: readonly TemplateJson[];
  readonly edges: readonly EdgeJson[];
  readonly sections: readonly ({ readonly engine: string } & PlaceJson)[];
}

type Place = (span: Span) => PlaceJson;

function columnJson(attribute: Attribute, prefix: string, table: Table | null, place: Place): ColumnJson {
  const path = prefix + attribute.name.text;
  const plain = plainName(path);
  const isIt = (columns: readonly string[]) => columns.length === 1 && plainName(columns[0] ?? "") === plain;
  const primary = table ? primaryKeyOf(table) : null;
  return {
    name: attribute.name.text,
    type: attribute.type,
    shape: attribute.shape,
    notNull: attribute.notNull || (table !== null && isRequired(table, path)),
    default: attribute.default,
    primary: primary?.columns.some((column) => plainName(column) === plain) ?? false,
    unique:
      table !== null &&
      (table.keys.some((key) => isIt(key.columns)) ||
        table.indexes.some(
          ({ unique, where, columns }) => unique && where === null && isIt(columns.map((column) => column.path)),
        )),
    copyOf: attribute.copyOf,
    ttl: attribute.ttl,
    columns: attribute.attributes.map((inner) => columnJson(inner, `${path}.`, table, place)),
    ...place(attribute.name.span),
  };
}

const keyJson = ({ columns, span }: Key, place: Place): KeyJson => ({ columns, ...place(span) });

function referenceJson({ columns, target, enforced, onDelete, span }: Reference, place: Place): ReferenceJson {
  return { columns, target, enforced, onDelete, ...place(span) };
}

function indexJson({ kind: _, span, ...index }: Index, place: Place): IndexJson {
  return { ...index, ...place(span) };
}

function uniquesJson({ keys, indexes }: Table, place: Place): readonly UniqueJson[] {
  const constraints = keys.filter((key) => !key.primary);
  return [
    ...constraints.map((key) => ({ index: false, where: null, ...keyJson(key, place) })),
    ...indexes
      .filter((index) => index.unique)
      .map(({ columns, where, span }) => ({
        index: true,
        where,
        columns: columns.map((column) => column.path),
        ...place(span),
      })),
  ];
}

function tableJson(table: Table, engines: Engines, place: Place): TableJson {
  return {
    name: table.name.text,
    shape: table.shape,
    section: engines(table.section),
    columns: table.attributes.map((attribute) => columnJson(attribute, "", table, place)),
    primaryKey: primaryKeyOf(table)?.columns ?? null,
    keys: table.keys.filter((key) => key.primary).map((key) => keyJson(key, place)),
    uniques: uniquesJson(table, place),
    references: table.references.map((reference) => referenceJson(reference, place)),
    checks: table.checks.map(({ expression, span }) => ({ expression, ...place(span) })),
    indexes: table.indexes.map((index) => indexJson(index, place)),
    partition: table.partition,
    clustering: table.clustering,
    ttl: table.ttl,
    ...place(table.name.span),
  };
}

function templateJson(template: KeyTemplate, engines: Engines, place: Place): TemplateJson {
  return {
    name: template.name.text,
    variables: template.parts.flatMap((part) => (part.kind === "variable" ? [part.name] : [])),
    holds: template.holds,
    columns: template.attributes.map((attribute) => columnJson(attribute, "", null, place)),
    by: template.by,
    ttl: template.ttl,
    section: engines(template.section),
    ...place(template.name.span),
  };
}

function edgeJson({ name, from, to, attributes, section }: Edge, engines: Engines, place: Place): EdgeJson {
  const columns = attributes.map((attribute) => columnJson(attribute, "", null, place));
  return { name: name.text, from, to, columns, section: engines(section), ...place(name.span) };
}

type Engines = (section: number | null) => string | null;

/** The design as plain data. `text` is what it was read from: lines and columns are counted in it. */
export function designToJson(design: Design, text = ""): DesignJson {
  const lines = indexLines(text);
  const place: Place = ({ start }) => positionAt(lines, start);
  const engines: Engines = (section) => (section === null ? null : (design.sections[section]?.engine ?? null));
  return {
    dialect: design.dialect,
    tables: design.tables.map((table) => tableJson(table, engines, place)),
    templates: design.templates.map((template) => templateJson(template, engines, place)),
    edges: design.edges.map((edge) => edgeJson(edge, engines, place)),
    sections: design.sections.map(({ engine, span }) => ({ engine, ...place(span) })),
  };
}
