import type { Index, IndexColumn } from "@/lib/design";
import { printColumn, printColumns, printName } from "../print/names";
import { flat } from "./fragments";
import { printOrdered } from "./lists";

/** What an index is to be. */
export interface IndexWords {
  readonly columns: readonly IndexColumn[];
  readonly unique: boolean;
  readonly where: string | null;
  readonly include: readonly string[];
}

export function cleaned(words: IndexWords): IndexWords {
  const where = words.where === null || flat(words.where) === "" ? null : flat(words.where);
  return { ...words, where };
}

/** The index with these words; what the form does not know of it stays. */
export function indexOf({ columns, unique, where, include }: IndexWords, known: Index | null): Index {
  const rest = known ?? { kind: "index" as const, name: null, method: null, partition: [], span: { start: 0, end: 0 } };
  const ordered = columns.map(({ path, direction }) => ({ path, direction }));
  return { ...rest, columns: ordered, unique, where, include: [...include] };
}

/** Parentheses, where the condition holds what would end it. */
export function printWhere(where: string): string {
  return /[,;]|\b(include|includes|including|covering|storing)\b/i.test(where) ? `(${where})` : where;
}

/** The index as a statement; `named` is the table's name, or empty below its table. */
export function printIndex(words: IndexWords, known: Index | null, named: string): string {
  const { columns, unique, where, include } = words;
  if (known && known.partition.length > 0) return printSecondary(words, known, named);
  const head = known?.name ? ` ${printName(known.name)} on ${named}` : named === "" ? "" : ` ${named}`;
  const method = known?.method ? ` using ${printName(known.method)} ` : head === "" ? " " : "";
  const more = include.length > 0 ? ` include ${printColumns(include)}` : "";
  const condition = where === null ? "" : ` where ${printWhere(where)}`;
  return `${unique ? "unique index" : "index"}${head}${method}(${columns.map(printOrdered).join(", ")})${more}${condition}`;
}

/** `gsi by_status on orders: status (partition key), created_at (sort key)`. */
function printSecondary({ columns, include }: IndexWords, { name, partition }: Index, named: string): string {
  const keyed = columns.map(({ path, direction }, i) => {
    const role = i < partition.length ? "partition key" : `sort key${direction === "desc" ? " desc" : ""}`;
    return `${printColumn(path)} (${role})`;
  });
  const more = include.map((path) => `${printColumn(path)} (include)`);
  const head = `gsi${name === null ? "" : ` ${printName(name)}`}${named === "" ? "" : ` on ${named}`}`;
  return `${head}: ${[...keyed, ...more].join(", ")}`;
}
