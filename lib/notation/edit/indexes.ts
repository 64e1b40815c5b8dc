import type { Design, Index } from "@/lib/design";
import { printName } from "../print/names";
import type { Statement } from "../shorthand/draft";
import { withTable } from "./expect";
import { indexInPlace, indexNote } from "./index-in-place";
import { cleaned, type IndexWords, indexOf, printIndex } from "./index-words";
import { addStatement } from "./insert";
import { type Edited, refused } from "./outcome";
import { cutNote, cutStatement } from "./pieces";
import { settle } from "./settle";
import { applyEdits, openSource, type Source, sameSpan, statementsOf, tableOf } from "./source";

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
  const note = source.draft.notes.find((one) => sameSpan(one.span, known.span));
  const edits = statement ? indexInPlace(source, statement, known, words) : note && indexNote(known, words, note.span);
  if (edits) yield applyEdits(source.text, edits);
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

/** A secondary index keeps its partition key first, and has neither condition nor uniqueness. */
function isSound({ columns, unique, where }: IndexWords, { partition }: Index): boolean {
  if (partition.length === 0) return columns.length > 0;
  return !unique && where === null && partition.every((path, i) => columns[i]?.path === path);
}

/** Changes an index in its place. */
export function updateIndex(text: string, at: number, index: number, words: IndexWords): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  const known = tableOf(source, at)?.indexes[index];
  if (!known) return refused("no-index");
  const clean = cleaned(words);
  if (!isSound(clean, known)) return refused("bad-words");
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
