import { AROUND, EDGE_FROM, EDGE_TO, type Holder, isCollection, variablesOf, WHOLE } from "@/lib/align";
import {
  type Condition,
  type Design,
  findTable,
  type Index,
  type IndexColumn,
  type Key,
  parseCondition,
  primaryKeyOf,
  rememberedLast,
  type Table,
} from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import { INSERTED } from "./lookup";

/**
 * How a way in is walked. `tree`: a prefix of its columns. `partition`: its leading columns all by equality, then in order.
 * `scattered`: an index that every partition must be asked for. `hop`: from a node along an edge.
 */
export type Walked = "tree" | "partition" | "scattered" | "hop";

/** A way into a holder: a key or an index, as an ordered list of columns. */
export interface AccessPath {
  readonly table: Table;
  readonly walked: Walked;
  readonly columns: readonly IndexColumn[];
  /** How many of the columns must be given by equality; 0 for a tree. */
  readonly whole: number;
  readonly unique: boolean;
  /** Condition of a partial index. */
  readonly where: Condition | null;
  /** A hash index finds equals only, never an order or a range. */
  readonly ordered: boolean;
  /** As a person would write it: `index bids(auction_id, amount desc)`. */
  readonly written: string;
  readonly span: Span;
  /** Null for a key, or for the index that MySQL makes for a foreign key. */
  readonly index: Index | null;
}

function writeColumns(columns: readonly IndexColumn[]): string {
  return columns.map((column) => (column.direction === "desc" ? `${column.path} desc` : column.path)).join(", ");
}

function ascending(columns: readonly string[]): readonly IndexColumn[] {
  return columns.map((path) => ({ path, direction: "asc" }));
}

const TREE = { walked: "tree", whole: 0, where: null, ordered: true, index: null } as const;

function keyPath(table: Table, key: Key): AccessPath {
  const columns = ascending(key.columns);
  const written = `${key.primary ? "PK" : "unique"} ${table.name.text}(${writeColumns(columns)})`;
  return { table, ...TREE, columns, unique: true, written, span: key.span };
}

function indexPath(table: Table, index: Index): AccessPath {
  const kind = index.unique ? "unique index" : "index";
  const where = index.where === null ? "" : ` where ${index.where}`;
  return {
    table,
    ...TREE,
    columns: index.columns,
    unique: index.unique,
    where: index.where === null ? null : parseCondition(index.where),
    ordered: !/^(hash|gin|gist|brin|bloom|fulltext|spatial)$/i.test(index.method ?? ""),
    written: `${kind} ${table.name.text}(${writeColumns(index.columns)})${where}`,
    span: index.span,
    index,
  };
}

/** What a way in depends on beyond its holder. */
export interface Ground {
  readonly design: Design;
  /** True in MySQL and MariaDB: a foreign key brings its own index. In PostgreSQL and SQLite it does not. */
  readonly foreignKeysIndexed: boolean;
}

/** Ways into a table walked by prefix. */
function treePaths({ foreignKeysIndexed }: Ground, table: Table): readonly AccessPath[] {
  const implied = foreignKeysIndexed ? table.references.filter((reference) => reference.enforced) : [];
  return [
    ...table.keys.map((key) => keyPath(table, key)),
    ...table.indexes.map((index) => indexPath(table, index)),
    ...implied.map((reference): AccessPath => {
      const columns = ascending(reference.columns);
      const written = `the foreign key's index on ${table.name.text}(${writeColumns(columns)})`;
      return { table, ...TREE, columns, unique: false, written, span: reference.span };
    }),
  ];
}

/** A document is always found by its `_id`, marked as the key or not. */
function documentPaths(ground: Ground, table: Table): readonly AccessPath[] {
  const paths = treePaths(ground, table);
  const own = table.attributes.find(({ name }) => name.text.toLowerCase() === "_id");
  if (!own || table.keys.some(({ columns }) => columns.length === 1 && columns[0]?.toLowerCase() === "_id"))
    return paths;
  return [keyPath(table, { kind: "key", primary: true, columns: [own.name.text], span: own.span }), ...paths];
}

function partitioned(
  table: Table,
  partition: readonly string[],
  sorted: readonly IndexColumn[],
  written: string,
  span: Span,
  index: Index | null,
): AccessPath {
  const columns = [...ascending(partition), ...sorted];
  const whole = partition.length;
  return {
    table,
    walked: "partition",
    columns,
    whole,
    unique: index === null,
    where: null,
    ordered: true,
    written,
    span,
    index,
  };
}

/** The partition and what follows it inside: said so, else the key's first column and the rest. */
export function partitionOf(table: Table): {
  readonly partition: readonly string[];
  readonly sorted: readonly IndexColumn[];
} {
  if (table.partition.length > 0) return { partition: table.partition, sorted: table.clustering };
  const key = primaryKeyOf(table)?.columns ?? [];
  return { partition: key.slice(0, 1), sorted: ascending(key.slice(1)) };
}

/** Ways into a table that is spread by a partition key; `global`: its secondary indexes have partitions of their own. */
function partitionPaths(table: Table, global: boolean): readonly AccessPath[] {
  const { partition, sorted } = partitionOf(table);
  const inner = sorted.length > 0 ? `; ${writeColumns(sorted)}` : "";
  const written = `partition ${table.name.text}(${partition.join(", ")}${inner})`;
  const span = primaryKeyOf(table)?.span ?? table.name.span;
  const own = partition.length === 0 ? [] : [partitioned(table, partition, sorted, written, span, null)];
  const indexes = table.indexes.map((index): AccessPath => {
    const at = index.partition.length > 0 ? index.partition.length : 1;
    const name = `${index.partition.length > 0 ? "gsi" : "index"} ${index.name ?? table.name.text}(${writeColumns(index.columns)})`;
    const lead = index.columns.slice(0, at).map(({ path }) => path);
    const made = partitioned(table, lead, index.columns.slice(at), name, index.span, index);
    return global ? made : { ...made, walked: "scattered" };
  });
  return [...own, ...indexes];
}

/** A template: every variable by equality; what it holds in the order it is kept in. */
function templatePaths({ table, template }: Holder): readonly AccessPath[] {
  if (!template) return [];
  const by = template.by === null ? (template.holds === "list" ? [INSERTED] : []) : [template.by];
  const variables = variablesOf(template);
  const sorted = isCollection(template) ? ascending(by) : [];
  const made = partitioned(table, variables, sorted, template.name.text, template.span, null);
  return [{ ...made, unique: !isCollection(template) }];
}

/** A B-tree over a JSON column compares whole values; only an inverted index knows what is in them. */
function looksInside({ store }: Holder, index: Index | null): boolean {
  return store !== "relational" || /^gin$/i.test(index?.method ?? "");
}

/** Ways to the list through its document, and through indexes of the document on the list's own paths. */
function embeddedPaths(ground: Ground, holder: Holder): readonly AccessPath[] {
  const { parent, path, table } = holder;
  if (!parent) return [];
  const whole = table.attributes.length === 0;
  const rename = (column: IndexColumn, index: Index | null): IndexColumn => {
    if (whole && looksInside(holder, index) && (column.path === path || column.path.startsWith(`${path}.`)))
      return { ...column, path: WHOLE };
    const inside = column.path.startsWith(`${path}.`);
    return { ...column, path: inside ? column.path.slice(path.length + 1) : AROUND + column.path };
  };
  return pathsOf(ground, parent).map((way) => ({
    ...way,
    table,
    columns: way.columns.map((one) => rename(one, way.index)),
  }));
}

const isFindable = (table: Table | null): boolean =>
  table !== null && (table.keys.length > 0 || table.indexes.length > 0);

function hop(table: Table, column: string, written: string, span: Span): AccessPath {
  return { table, ...TREE, walked: "hop", columns: ascending([column]), unique: false, written, span };
}

/** From a node at either end, which a key or an index finds, along the edge. */
function edgePaths(design: Design, { table, edge }: Holder): readonly AccessPath[] {
  if (!edge) return [];
  const way = (column: string, start: string) =>
    isFindable(findTable(design, start))
      ? [hop(table, column, `edge ${edge.from} -${edge.name.text}-> ${edge.to}`, edge.span)]
      : [];
  return [...way(EDGE_FROM, edge.from), ...way(EDGE_TO, edge.to)];
}

function nodePaths(ground: Ground, { table }: Holder): readonly AccessPath[] {
  const { design } = ground;
  const touching = design.edges.filter(({ from, to }) => [from, to].some((end) => findTable(design, end) === table));
  const hops = touching
    .filter(({ from, to }) => [from, to].some((end) => isFindable(findTable(design, end))))
    .map((edge) => hop(table, `~${edge.name.text}`, `edge ${edge.from} -${edge.name.text}-> ${edge.to}`, edge.span));
  return [...treePaths(ground, table), ...hops];
}

const pathsBy = rememberedLast((_ground: Ground) => new Map<Holder, readonly AccessPath[]>());

/** All ways into a holder, by the rules of its store. Each step of each pattern asks: found once. */
export function pathsOf(ground: Ground, holder: Holder): readonly AccessPath[] {
  const known = pathsBy(ground);
  const made = known.get(holder) ?? findPaths(ground, holder);
  known.set(holder, made);
  return made;
}

function findPaths(ground: Ground, holder: Holder): readonly AccessPath[] {
  if (holder.kind === "template") return templatePaths(holder);
  if (holder.kind === "embedded") return embeddedPaths(ground, holder);
  if (holder.kind === "edge") return edgePaths(ground.design, holder);
  if (holder.kind === "node") return nodePaths(ground, holder);
  if (holder.store === "wide-column") return partitionPaths(holder.table, false);
  if (holder.store === "document") return documentPaths(ground, holder.table);
  if (holder.store === "key-value" || holder.table.partition.length > 0) return partitionPaths(holder.table, true);
  return treePaths(ground, holder.table);
}
