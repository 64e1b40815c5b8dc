import {
  type Attribute,
  anAttribute,
  aReference,
  aTable,
  type Design,
  type Edge,
  findStore,
  type KeyTemplate,
  plainName,
  type StoreType,
  type Table,
} from "@/lib/design";

/** What kind of thing in a design may hold the rows of an entity. */
export type HolderKind = "table" | "node" | "embedded" | "template" | "edge";

/**
 * Anything in a design that may hold rows, seen as a table: a table or node itself; a list inside a document; a key template;
 * an edge label. One shape, so that aligning and tracing need not care in which store they are.
 */
export interface Holder {
  readonly kind: HolderKind;
  readonly store: StoreType;
  /** True in a second store (`== Redis`). */
  readonly second: boolean;
  readonly table: Table;
  /** The holder that an embedded list lies in, and its dotted path there. */
  readonly parent: Holder | null;
  readonly path: string;
  readonly template: KeyTemplate | null;
  readonly edge: Edge | null;
}

/** The columns that the ends of an edge are called, where it is seen as a table. */
export const EDGE_FROM = "from";
export const EDGE_TO = "to";

export function variablesOf(template: KeyTemplate): readonly string[] {
  return template.parts.flatMap((part) => (part.kind === "variable" ? [part.name] : []));
}

/** True where a template keeps many members under one key. */
export function isCollection(template: KeyTemplate): boolean {
  return template.holds === "set" || template.holds === "sorted set" || template.holds === "list";
}

function has(attributes: readonly Attribute[], name: string): boolean {
  return attributes.some((attribute) => plainName(attribute.name.text) === plainName(name));
}

/** `user:{user_id}:bids` → a table `user_bids` of its variables and what it holds, keyed by the variables (and the member of a collection). */
function templateTable(template: KeyTemplate): Table {
  const variables = variablesOf(template);
  const words = template.parts.flatMap((part) => (part.kind === "text" ? part.text.split(/[^\p{L}\p{N}]+/u) : []));
  const text = words.filter((word) => word !== "").join("_") || template.name.text;
  const held = template.attributes.filter((attribute) => !variables.some((name) => has([attribute], name)));
  const keyed = variables.map((name) => anAttribute({ text: name, span: template.span }, { span: template.span }));
  const sorted =
    template.by !== null && !has([...keyed, ...held], template.by)
      ? [anAttribute({ text: template.by, span: template.span }, { span: template.span })]
      : [];
  const member = isCollection(template) ? held.slice(0, 1).map((attribute) => attribute.name.text) : [];
  const columns = [...variables, ...member];
  return aTable(
    { text, span: template.name.span },
    {
      attributes: [...keyed, ...held, ...sorted],
      keys: columns.length > 0 ? [{ kind: "key", primary: true, columns, span: template.span }] : [],
      ttl: template.ttl,
      section: template.section,
      span: template.span,
    },
  );
}

/** An edge as a table of its own attributes with a reference to each end. */
function edgeTable(edge: Edge): Table {
  const end = (name: string) => anAttribute({ text: name, span: edge.span }, { span: edge.span, notNull: true });
  return aTable(edge.name, {
    attributes: [end(EDGE_FROM), end(EDGE_TO), ...edge.attributes],
    references: [
      aReference([EDGE_FROM], edge.from, { span: edge.span }),
      aReference([EDGE_TO], edge.to, { span: edge.span }),
    ],
    section: edge.section,
    span: edge.span,
  });
}

function embeddedTable(attribute: Attribute, owner: Table): Table {
  return aTable(attribute.name, {
    attributes: attribute.attributes,
    ttl: attribute.ttl,
    section: owner.section,
    span: attribute.span,
  });
}

/** Lists of objects inside a holder, however deep. */
function embeddedIn(parent: Holder, attributes: readonly Attribute[], prefix = ""): Holder[] {
  return attributes.flatMap((attribute): Holder[] => {
    const path = prefix + attribute.name.text;
    if (attribute.shape === "object") return embeddedIn(parent, attribute.attributes, `${path}.`);
    if (attribute.shape !== "objects") return [];
    const table = embeddedTable(attribute, parent.table);
    const holder: Holder = { ...parent, kind: "embedded", table, parent, path, template: null, edge: null };
    return [holder, ...embeddedIn(holder, attribute.attributes)];
  });
}

/** Everything of a design that may hold rows, in the order of the text's kinds: tables with the lists in them, templates, edges. */
export function holdersOf(design: Design, store: StoreType): readonly Holder[] {
  const types = design.sections.map((section) => findStore(section.engine)?.type ?? "key-value");
  const placed = (section: number | null) => ({
    store: section === null ? store : (types[section] ?? "key-value"),
    second: section !== null,
    parent: null,
    path: "",
    template: null,
    edge: null,
  });
  const tops: Holder[] = [
    ...design.tables.map(
      (table): Holder => ({
        kind: table.shape === "node" ? "node" : "table",
        ...placed(table.section),
        table,
      }),
    ),
    ...design.templates.map(
      (template): Holder => ({
        kind: "template",
        ...placed(template.section),
        table: templateTable(template),
        template,
      }),
    ),
    ...design.edges.map((edge): Holder => ({ kind: "edge", ...placed(edge.section), table: edgeTable(edge), edge })),
  ];
  return tops.flatMap((top) => [top, ...embeddedIn(top, top.table.attributes)]);
}

function hasTtl(attributes: readonly Attribute[]): boolean {
  return attributes.some(({ ttl }) => ttl !== null);
}

/** True where the store drops the rows at their time: a ttl on the holder, on a column, or on what it lies in. */
export function endsByItself(holder: Holder): boolean {
  if (holder.table.ttl !== null || hasTtl(holder.table.attributes)) return true;
  return holder.parent !== null && endsByItself(holder.parent);
}
