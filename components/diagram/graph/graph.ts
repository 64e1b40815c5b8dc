import {
  type Answer,
  type Attribute,
  type Design,
  type Edge,
  findStore,
  findTable,
  type KeyTemplate,
  plainName,
  type Reference,
  type StoreType,
  type Table,
} from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import { referredEnd, referringEnd } from "./ends";
import type { DiagramEdge, DiagramGraph, DiagramNode } from "./model";
import { footOf, rowsOf } from "./rows";
import { heldWords, inWords, tableLabel, templateLabel } from "./words";

/** What is known of the text beside the design. */
export interface Writing {
  /** True where the text at a span is not understood. */
  readonly isDoubtful: (span: Span) => boolean;
  /** True where the person is writing just now: a name that leads nowhere may only be half written. */
  readonly isBeingWritten: (span: Span) => boolean;
}

const SURE: Writing = { isDoubtful: () => false, isBeingWritten: () => false };

/** The store that a design without a decision looks like. */
function looksLike({ tables, templates }: Design): StoreType {
  const has = (test: (table: Table) => boolean) => tables.some((table) => table.section === null && test(table));
  if (has(({ shape }) => shape === "node")) return "graph";
  const byKey = templates.some(({ section }) => section === null);
  // DynamoDB's tables are divided, too; beside key templates they are that.
  if (has(({ partition }) => partition.length > 0)) return byKey ? "key-value" : "wide-column";
  if (has(({ attributes }) => attributes.some(({ shape }) => shape !== "scalar"))) return "document";
  return byKey && !has(() => true) ? "key-value" : "relational";
}

/** Collects nodes and edges in the order of the text; ghosts come last. */
class Builder {
  readonly nodes: DiagramNode[] = [];
  readonly edges: DiagramEdge[] = [];
  private readonly ids = new Map<string, number>();
  private readonly places = new Map<Table, number>();
  private readonly relations = new Map<number, string[]>();
  private readonly ghosts = new Map<string, number>();
  private readonly stores: readonly StoreType[];

  constructor(
    private readonly design: Design,
    private readonly main: StoreType,
    private readonly writing: Writing,
  ) {
    this.stores = design.sections.map(({ engine }) => findStore(engine)?.type ?? "key-value");
  }

  private id(kind: string, name: string): string {
    const plain = `${kind}:${plainName(name)}`;
    const seen = (this.ids.get(plain) ?? 0) + 1;
    this.ids.set(plain, seen);
    return seen === 1 ? plain : `${plain}#${seen}`;
  }

  private store(section: number | null): StoreType {
    return section === null ? this.main : (this.stores[section] ?? "key-value");
  }

  private isDoubtful(spans: readonly Span[]): boolean {
    return spans.some(this.writing.isDoubtful);
  }

  table(table: Table): void {
    const spans = [table, ...table.keys, ...table.references, ...table.indexes, ...table.checks].map(
      ({ span }) => span,
    );
    const names = table.references.map(({ target }) => target.table);
    const known = names.flatMap((name) => findTable(this.design, name)?.name.text ?? []);
    const missing = names.filter((name) => !findTable(this.design, name));
    const half = table.references.some((one) => !findTable(this.design, one.target.table) && this.isHalf(one.span));
    this.places.set(table, this.nodes.length);
    this.nodes.push({
      id: this.id("table", table.name.text),
      kind: table.shape === "node" ? "label" : "table",
      title: table.name.text,
      store: table.shape === "node" ? "graph" : this.store(table.section),
      rows: rowsOf(table, table.attributes),
      holds: null,
      foot: footOf(table),
      section: table.section,
      at: table.name.span,
      spans,
      doubt: half || this.isDoubtful(spans),
      label: tableLabel(table, known, missing),
    });
  }

  template(template: KeyTemplate): void {
    const { name, section, span, ttl } = template;
    const held = heldWords(template);
    this.nodes.push({
      id: this.id("template", name.text),
      kind: "template",
      title: name.text,
      store: this.store(section),
      rows: held === null ? rowsOf(null, template.attributes) : [],
      holds: held ?? (template.holds === "hash" ? "hash" : null),
      foot: ttl ? [{ kind: "ttl", words: ttl }] : [],
      section,
      at: name.span,
      spans: [span],
      doubt: this.isDoubtful([span]),
      label: templateLabel(template),
    });
    this.copies(this.nodes.length - 1, template.attributes);
  }

  private isHalf(span: Span): boolean {
    return this.writing.isBeingWritten(span);
  }

  /** The place of a name: its table, or a ghost of it; null while the name may only be half written. */
  private find(name: string, span: Span, section: number | null): number | null {
    const table = findTable(this.design, name);
    if (table) return this.places.get(table) ?? null;
    if (name === "" || this.isHalf(span)) return null;
    const plain = `${plainName(name)}@${section ?? ""}`;
    const known = this.ghosts.get(plain);
    if (known !== undefined) return known;
    this.ghosts.set(plain, this.nodes.length);
    this.nodes.push({
      id: this.id("ghost", name),
      kind: "ghost",
      title: name,
      store: this.store(section),
      rows: [],
      holds: null,
      foot: [],
      section,
      at: null,
      spans: [],
      doubt: false,
      label: `${name}: not in the design`,
    });
    return this.nodes.length - 1;
  }

  private edge(edge: Omit<DiagramEdge, "id">): void {
    const [from, to] = [this.nodes[edge.from]?.id ?? "", this.nodes[edge.to]?.id ?? ""];
    this.edges.push({ ...edge, id: this.id("edge", `${from} ${edge.kind} ${edge.words.join(" ")} ${to}`) });
  }

  reference(table: Table, reference: Reference): void {
    const from = this.places.get(table);
    const to = this.find(reference.target.table, reference.span, table.section);
    if (from === undefined || to === null) return;
    const columns = reference.columns.map((column) => `${table.name.text}.${column}`).join(", ");
    this.edge({
      kind: "reference",
      from,
      to,
      fromEnd: referringEnd(table, reference),
      toEnd: referredEnd(table, reference),
      dashed: !reference.enforced,
      words: [],
      label: `${columns || table.name.text} refers to ${reference.target.table}`,
    });
  }

  /** One line for all that one box copies from another. */
  copies(from: number, attributes: readonly Attribute[]): void {
    const bySource = new Map<number, string[]>();
    const walk = (level: readonly Attribute[]): void => {
      for (const { copyOf, span, attributes: inner } of level) {
        const to = copyOf ? this.find(copyOf.table, span, this.nodes[from]?.section ?? null) : null;
        if (copyOf && to !== null) bySource.set(to, [...(bySource.get(to) ?? []), copyOf.column]);
        walk(inner);
      }
    };
    walk(attributes);
    for (const [to, columns] of bySource) {
      const [copier, source] = [this.nodes[from]?.title ?? "", this.nodes[to]?.title ?? ""];
      const label = `${copier} keeps a copy of ${columns.map((column) => `${source}.${column}`).join(", ")}`;
      this.edge({ kind: "copy", from, to, fromEnd: null, toEnd: null, dashed: true, words: [], label });
    }
  }

  relation({ name, from, to, attributes, section, span }: Edge): void {
    const [start, end] = [this.find(from, span, section), this.find(to, span, section)];
    if (start === null || end === null) return;
    const properties = attributes.map((attribute) => attribute.name.text).join(", ");
    const words = [name.text, ...(properties ? [properties] : [])];
    const label = `${from} ${name.text} ${to}`;
    this.relations.set(start, [...(this.relations.get(start) ?? []), `${name.text} ${to}`]);
    this.edge({ kind: "relation", from: start, to: end, fromEnd: null, toEnd: null, dashed: false, words, label });
  }

  build(): DiagramGraph {
    const { tables, templates, edges, sections } = this.design;
    for (const table of tables) this.table(table);
    for (const template of templates) this.template(template);
    for (const table of tables) for (const reference of table.references) this.reference(table, reference);
    for (const table of tables) this.copies(this.places.get(table) ?? 0, table.attributes);
    for (const edge of edges) this.relation(edge);
    return {
      nodes: this.nodes.map((node, i) => {
        const leaving = this.relations.get(i);
        return leaving ? { ...node, label: `${node.label}, ${inWords(leaving)}` } : node;
      }),
      edges: this.edges,
      sections: sections.map(({ engine }, i) => ({ engine, store: this.stores[i] ?? "key-value" })),
    };
  }
}

/** A design as boxes and lines. Pure: the same answer always gives the same graph. */
export function graphOf({ design, decisions }: Answer, writing: Writing = SURE): DiagramGraph {
  return new Builder(design, decisions.store?.value.type ?? looksLike(design), writing).build();
}
