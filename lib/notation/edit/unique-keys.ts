import type { Design, Key } from "@/lib/design";
import { printColumns } from "../print/names";
import { withTable } from "./expect";
import { ascending, openerOf, relist } from "./lists";
import { attributeNamed } from "./names";
import { type Edited, refused } from "./outcome";
import { cutNote, cutStatement } from "./pieces";
import { withLine, withNote } from "./said";
import { settle } from "./settle";
import { applyEdits, openSource, type Source, sameSpan, statementsOf, tableOf } from "./source";

function withKeys(design: Design, at: number, change: (keys: readonly Key[]) => readonly Key[]): Design {
  return withTable(design, at, (table) => ({ ...table, keys: change(table.keys) }));
}

/** A unique key among the keys of a table, by its place there. */
function keyAt(text: string, at: number, key: number): { source: Source; known: Key } | null {
  const source = openSource(text);
  const known = source && tableOf(source, at)?.keys[key];
  return source && known && !known.primary ? { source, known } : null;
}

/** Says that columns are unique together: a line, or a note where it is one column. */
function* saidAnew(text: string | null, at: number, columns: readonly string[]): Generator<string | null> {
  const source = text === null ? null : openSource(text);
  const table = source && tableOf(source, at);
  const [only, more] = columns;
  if (table && only !== undefined && more === undefined)
    yield* withNote(text, at, attributeNamed(table, only), "unique");
  yield* withLine(text, at, (named) => `unique ${named}${printColumns(columns)}`);
}

/** Makes columns unique together. */
export function addUnique(text: string, at: number, columns: readonly string[]): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  if (!tableOf(source, at)) return refused("no-table");
  if (columns.length === 0) return refused("bad-words");
  const added: Key = { kind: "key", primary: false, columns, span: source.body };
  return settle(saidAnew(text, at, columns), { design: withKeys(source.design, at, (keys) => [...keys, added]) });
}

function statementOf(source: Source, at: number, known: Key) {
  const table = tableOf(source, at);
  return table && statementsOf(source, table).find((one) => sameSpan(one.span, known.span));
}

function without(source: Source, at: number, known: Key): string | null {
  const statement = statementOf(source, at, known);
  if (statement) return applyEdits(source.text, cutStatement(source, statement));
  const note = source.draft.notes.find((one) => sameSpan(one.span, known.span));
  return note ? applyEdits(source.text, cutNote(source, note.attribute, note.span)) : null;
}

/** Changes which columns are unique together, in their place. */
export function updateUnique(text: string, at: number, key: number, columns: readonly string[]): Edited {
  const found = keyAt(text, at, key);
  if (!found) return refused(openSource(text) ? "no-key" : "not-shorthand");
  if (columns.length === 0) return refused("bad-words");
  const { source, known } = found;
  const statement = statementOf(source, at, known);
  const edits = statement && relist(source, openerOf(source, statement.columns), statement.columns, ascending(columns));
  const change = (keys: readonly Key[]) => keys.map((one) => (one === known ? { ...one, columns } : one));
  function* texts(): Generator<string | null> {
    if (edits) yield applyEdits(text, edits);
    yield* saidAnew(without(source, at, known), at, columns);
  }
  return settle(texts(), { design: withKeys(source.design, at, change) });
}

/** Lets columns repeat again. */
export function removeUnique(text: string, at: number, key: number): Edited {
  const found = keyAt(text, at, key);
  if (!found) return refused(openSource(text) ? "no-key" : "not-shorthand");
  const { source, known } = found;
  const design = withKeys(source.design, at, (keys) => keys.filter((one) => one !== known));
  return settle([without(source, at, known)], { design });
}
