import type { Alignment } from "@/lib/align";
import type { Table } from "@/lib/design";
import { type SqlColumn, type SqlTable, sqlName, sqlParts } from "@/lib/notation";
import type { Way } from "./plan";
import type { Kind } from "./values";

/** A table of the main store with all that a proof asks of it. */
export interface Subject {
  readonly parts: SqlTable;
  readonly kind: (column: string) => Kind;
  /** Sets of columns that two rows cannot share: of keys first, then of unique indexes on whole tables. */
  readonly uniqueSets: readonly (readonly string[])[];
  readonly ways: readonly Way[];
}

const LONGEST_NAME = 50;

/** Names that PostgreSQL would give: `bids_auction_id_amount_idx`; each once. */
class Names {
  private readonly taken = new Set<string>();

  take(words: readonly string[]): string {
    const base = words
      .join("_")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .slice(0, LONGEST_NAME);
    let name = base;
    for (let i = 2; this.taken.has(name); i++) name = `${base}_${i}`;
    this.taken.add(name);
    return name;
  }
}

const columnIn = ({ columns }: SqlTable, name: string): SqlColumn | undefined =>
  columns.find((one) => one.name === name);

/** Chains of references longer than this are cycles. */
const LONGEST_CHAIN = 12;

/** What texts of a column are called: as in the column that it points at, so that both have the same. */
function wordOf(all: readonly SqlTable[], parts: SqlTable, column: string, depth = 0): string {
  for (const { columns, target, targetColumns } of depth < LONGEST_CHAIN ? parts.references : []) {
    const end = all.find(({ table }) => table === target);
    const named = targetColumns[columns.indexOf(column)];
    if (end && named !== undefined && !(end === parts && named === column)) return wordOf(all, end, named, depth + 1);
  }
  return plainWords(column);
}

const plainWords = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();

function waysOf(parts: SqlTable, names: Names, foreignKeysIndexed: boolean): readonly Way[] {
  const { table, name } = parts;
  const own = table.name.text;
  const list = (columns: readonly string[]) => columns.join(", ");
  const keys = [
    ...(parts.primary ? [{ columns: parts.primary, words: `PK ${own}(${list(parts.primary)})`, end: "pkey" }] : []),
    ...parts.uniques.map((columns) => ({ columns, words: `unique ${own}(${list(columns)})`, end: "key" })),
  ].map(({ columns, words, end }) => ({
    name: names.take(end === "pkey" ? [own, end] : [own, ...columns, end]),
    words,
    create: null,
    unique: true,
    partial: false,
  }));
  const indexes = parts.indexes.map(({ index, statement }) => {
    const columns = index.columns.map(({ path, direction }) => (direction === "desc" ? `${path} desc` : path));
    const made = names.take([own, ...index.columns.map(({ path }) => path), "idx"]);
    const where = index.where === null ? "" : ` where ${index.where}`;
    const words = `${index.unique ? "unique index" : "index"} ${own}(${list(columns)})${where}`;
    return { name: made, words, create: statement(made), unique: index.unique, partial: index.where !== null };
  });
  /** Also of a reference that the database refuses: what is wrong with it is told where it is written. */
  const linked = parts.table.references.flatMap(({ enforced, columns }) => {
    const known = columns.map((path) => parts.column(path));
    return enforced && known.every((one) => one !== null) ? [known] : [];
  });
  const implied = (foreignKeysIndexed ? linked : []).map((columns) => {
    const made = names.take([own, ...columns, "fk"]);
    const create = `CREATE INDEX ${made} ON ${name} (${columns.map(sqlName).join(", ")})`;
    return {
      name: made,
      words: `the foreign key's index on ${own}(${list(columns)})`,
      create,
      unique: false,
      partial: false,
    };
  });
  return [...keys, ...indexes, ...implied];
}

function uniqueSetsOf(parts: SqlTable): readonly (readonly string[])[] {
  const indexed = parts.indexes
    .filter(({ index }) => index.unique && index.where === null)
    .flatMap(({ index }) => {
      const columns = index.columns.map(({ path }) => parts.column(path));
      return columns.every((one) => one !== null) ? [columns] : [];
    });
  return [...(parts.primary ? [parts.primary] : []), ...parts.uniques, ...indexed];
}

/** The tables that can be proved, in the design's order. */
export function subjectsOf({ design, foreignKeysIndexed }: Alignment): readonly Subject[] {
  const all = sqlParts(design);
  const names = new Names();
  for (const { table } of all) names.take([table.name.text]);
  return all.map((parts) => {
    const kinds = new Map<string, Kind>();
    return {
      parts,
      kind: (name) => {
        const known = kinds.get(name);
        if (known) return known;
        const column = columnIn(parts, name);
        const text = { text: "text", family: "text", values: [], list: false } as const;
        const made = {
          type: column?.type ?? text,
          typeText: column?.typeText ?? "text",
          word: wordOf(all, parts, name),
        };
        kinds.set(name, made);
        return made;
      },
      uniqueSets: uniqueSetsOf(parts),
      ways: waysOf(parts, names, foreignKeysIndexed),
    };
  });
}

export function subjectOf(all: readonly Subject[], table: Table): Subject | null {
  return all.find(({ parts }) => parts.table === table) ?? null;
}

/** The columns by the names that they have in the design; null where one is none. */
export function columnsNamed({ parts }: Subject, paths: readonly string[]): readonly string[] | null {
  const found = paths.map((path) => parts.column(path));
  return found.every((one) => one !== null) ? found : null;
}
