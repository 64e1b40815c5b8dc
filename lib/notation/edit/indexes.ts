import type { Design, Index, IndexColumn } from "@/lib/design";
import { printColumn, printColumns, printName } from "../print/names";
import type { Statement } from "../shorthand/draft";
import { withTable } from "./expect";
import { flat } from "./fragments";
import { addStatement } from "./insert";
import { type Edited, refused } from "./outcome";
import { cutNote, cutStatement } from "./pieces";
import { settle } from "./settle";
import { applyEdits, openSource, type Source, sameSpan, statementsOf, tableOf } from "./source";

/** What an index is to be. */
export interface IndexWords {
  readonly columns: readonly IndexColumn[];
  readonly unique: boolean;
  readonly where: string | null;
  readonly include: readonly string[];
}

function printOrdered({ path, direction }: IndexColumn): string {
  return direction === "desc" ? `${printColumn(path)} desc` : printColumn(path);
}

/** Parentheses, where the condition holds what would end it. */
function printWhere(where: string): string {
  return /[,;]|\b(include|includes|including|covering|storing)\b/i.test(where) ? `(${where})` : where;
}

/** The index as a statement; `named` is the table's name, or empty below its table. */
function printIndex({ columns, unique, where, include }: IndexWords, known: Index | null, named: string): string {
  const head = known?.name ? ` ${printName(known.name)} on ${named}` : named === "" ? "" : ` ${named}`;
  const method = known?.method ? ` using ${printName(known.method)} ` : head === "" ? " " : "";
  const more = include.length > 0 ? ` include ${printColumns(include)}` : "";
  const condition = where === null ? "" : ` where ${printWhere(where)}`;
  return `${unique ? "unique index" : "index"}${head}${method}(${columns.map(printOrdered).join(", ")})${more}${condition}`;
}

function cleaned(words: IndexWords): IndexWords {
  const where = words.where === null || flat(words.where) === "" ? null : flat(words.where);
  return { ...words, where };
}

function indexOf({ columns, unique, where, include }: IndexWords, known: Index | null): Index {
  const rest = known ?? { kind: "index" as const, name: null, method: null, partition: [], span: { start: 0, end: 0 } };
  const ordered = columns.map(({ path, direction }) => ({ path, direction }));
  return { ...rest, columns: ordered, unique, where, include: [...include] };
}

function withIndexes(design: Design, at: number, change: (indexes: readonly Index[]) => readonly Index[]): Design {
  return withTable(design, at, (table) => ({ ...table, indexes: change(table.indexes) }));
}

function* added(source: Source, at: number, words: IndexWords, known: Index | null): Generator<string | null> {
  const table = tableOf(source, at);
  if (!table) return;
  const name = printName(table.name.text);
  const bare = printIndex(words, known, known?.name ? name : "");
  for (const edits of addStatement(source, table, printIndex(words, known, name), bare))
    yield applyEdits(source.text, edits);
}

/** Adds an index to a table. */
export function addIndex(text: string, at: number, words: IndexWords): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  if (!tableOf(source, at)) return refused("no-table");
  const clean = cleaned(words);
  if (clean.columns.length === 0) return refused("bad-words");
  const design = withIndexes(source.design, at, (indexes) => [...indexes, indexOf(clean, null)]);
  return settle(added(source, at, clean, null), { design });
}

/** Where an index is said: a statement, or a note beside its attribute. */
function saidIn(source: Source, at: number, index: Index): Statement | null {
  const table = tableOf(source, at);
  return (table && statementsOf(source, table).find((one) => sameSpan(one.span, index.span))) ?? null;
}

function dropped(source: Source, at: number, index: Index): string | null {
  const statement = saidIn(source, at, index);
  if (statement) return applyEdits(source.text, cutStatement(source, statement));
  const note = source.draft.notes.find((one) => sameSpan(one.span, index.span));
  return note ? applyEdits(source.text, cutNote(source, note.attribute, note.span)) : null;
}

function* rewritten(source: Source, at: number, known: Index, words: IndexWords): Generator<string | null> {
  const table = tableOf(source, at);
  const statement = saidIn(source, at, known);
  if (table && statement) {
    const name = printName(table.name.text);
    const heads = statement.head || statement.table ? [name, ""] : ["", name];
    for (const head of heads)
      yield applyEdits(source.text, [{ span: statement.span, text: printIndex(words, known, head) }]);
  }
  const without = dropped(source, at, known);
  const next = without === null ? null : openSource(without);
  if (next) yield* added(next, at, words, known);
}

/** Changes an index in its place. A global secondary index is left as it is. */
export function updateIndex(text: string, at: number, index: number, words: IndexWords): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  const known = tableOf(source, at)?.indexes[index];
  if (!known) return refused("no-index");
  if (known.partition.length > 0) return refused("unclear");
  const clean = cleaned(words);
  if (clean.columns.length === 0) return refused("bad-words");
  const design = withIndexes(source.design, at, (all) => all.map((one) => (one === known ? indexOf(clean, one) : one)));
  return settle(rewritten(source, at, known, clean), { design });
}

/** Takes an index out. */
export function removeIndex(text: string, at: number, index: number): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  const known = tableOf(source, at)?.indexes[index];
  if (!known) return refused("no-index");
  const design = withIndexes(source.design, at, (all) => all.filter((one) => one !== known));
  return settle([dropped(source, at, known)], { design });
}
