import type { Span } from "@/lib/diagnostics";
import type { Attribute, Check, Design, Edge, Index, Key, KeyTemplate, Name, Reference, Table } from "./design";

const NOWHERE: Span = { start: 0, end: 0 };

type Part<T extends { kind: string }> = Partial<Omit<T, "kind">>;

export function aName(text: string, at: Span = NOWHERE): Name {
  return { text, span: at };
}

export function aDesign(part: Part<Design> = {}): Design {
  return { dialect: "shorthand", tables: [], templates: [], edges: [], sections: [], ...part, kind: "design" };
}

export function aTable(name: string | Name, part: Part<Table> = {}): Table {
  return {
    shape: "table",
    attributes: [],
    keys: [],
    references: [],
    indexes: [],
    checks: [],
    partition: [],
    clustering: [],
    ttl: null,
    section: null,
    span: NOWHERE,
    ...part,
    name: typeof name === "string" ? aName(name) : name,
    kind: "table",
  };
}

export function anAttribute(name: string | Name, part: Part<Attribute> = {}): Attribute {
  return {
    type: null,
    shape: "scalar",
    attributes: [],
    notNull: false,
    default: null,
    copyOf: null,
    ttl: null,
    span: NOWHERE,
    ...part,
    name: typeof name === "string" ? aName(name) : name,
    kind: "attribute",
  };
}

export function aKey(columns: readonly string[], part: Part<Key> = {}): Key {
  return { primary: false, span: NOWHERE, ...part, columns, kind: "key" };
}

export function aReference(columns: readonly string[], table: string, part: Part<Reference> = {}): Reference {
  return {
    enforced: true,
    onDelete: null,
    span: NOWHERE,
    target: { table, columns: [] },
    ...part,
    columns,
    kind: "reference",
  };
}

export function anIndex(columns: readonly string[], part: Part<Index> = {}): Index {
  return {
    name: null,
    columns: columns.map((path) => ({ path, direction: "asc" })),
    unique: false,
    include: [],
    where: null,
    method: null,
    partition: [],
    span: NOWHERE,
    ...part,
    kind: "index",
  };
}

export function aCheck(expression: string, part: Part<Check> = {}): Check {
  return { span: NOWHERE, ...part, expression, kind: "check" };
}

export function aTemplate(name: string, part: Part<KeyTemplate> = {}): KeyTemplate {
  return {
    parts: [],
    holds: "value",
    attributes: [],
    by: null,
    ttl: null,
    section: null,
    span: NOWHERE,
    ...part,
    name: aName(name),
    kind: "template",
  };
}

export function anEdge(name: string, from: string, to: string, part: Part<Edge> = {}): Edge {
  return { attributes: [], section: null, span: NOWHERE, ...part, name: aName(name), from, to, kind: "edge" };
}
