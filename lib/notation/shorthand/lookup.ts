import { type Attribute, nameKey, plainName, type Table } from "@/lib/design";
import type { Draft, TableDraft } from "./draft";

/** Tables and columns by name, made once, so that a lookup costs the same in any design. */
export interface Lookup {
  readonly table: (name: string) => TableDraft | null;
  readonly hasColumn: (table: TableDraft, path: string) => boolean;
  readonly tableNames: readonly string[];
  readonly columnNames: (table: TableDraft) => readonly string[];
  /** Nodes and edges of a graph are named in indexes, too. */
  readonly isEdge: (name: string) => boolean;
  /** Tables of the body above, which another reader read. */
  readonly isAbove: (name: string) => boolean;
}

function pathsOf(attributes: readonly Attribute[], prefix: string, paths: string[]): string[] {
  for (const attribute of attributes) {
    const path = prefix + attribute.name.text;
    paths.push(path);
    pathsOf(attribute.attributes, `${path}.`, paths);
  }
  return paths;
}

function pathKey(path: string): string {
  return path.split(".").map(nameKey).join(".");
}

export function lookupOf(draft: Draft, above: readonly Table[] = []): Lookup {
  const exact = new Map<string, TableDraft>();
  const loose = new Map<string, TableDraft>();
  for (const table of draft.tables) {
    const [plain, key] = [plainName(table.name.text), nameKey(table.name.text)];
    if (!exact.has(plain)) exact.set(plain, table);
    if (!loose.has(key)) loose.set(key, table);
  }
  const columns = new Map<TableDraft, { paths: readonly string[]; keys: ReadonlySet<string> }>();
  const columnsOf = (table: TableDraft) => {
    const known = columns.get(table);
    if (known) return known;
    const paths = pathsOf(table.attributes, "", []);
    const made = { paths, keys: new Set(paths.map(pathKey)) };
    columns.set(table, made);
    return made;
  };
  const known = new Set(above.map((table) => nameKey(table.name.text)));
  const edges = new Set(draft.edges.map((edge) => nameKey(edge.name.text)));
  return {
    table: (name) => exact.get(plainName(name)) ?? loose.get(nameKey(name)) ?? null,
    hasColumn: (table, path) => columnsOf(table).keys.has(pathKey(path)),
    tableNames: draft.tables.map((table) => table.name.text),
    columnNames: (table) => columnsOf(table).paths,
    isEdge: (name) => edges.has(nameKey(name)),
    isAbove: (name) => known.has(nameKey(name)),
  };
}
