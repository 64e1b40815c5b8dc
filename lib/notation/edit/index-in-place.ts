import type { Index } from "@/lib/design";
import type { Span, TextEdit } from "@/lib/diagnostics";
import { printColumns } from "../print/names";
import type { Statement } from "../shorthand/draft";
import { isSymbol, isWord } from "../shorthand/token";
import { phraseAt } from "../shorthand/words";
import { type IndexWords, printWhere } from "./index-words";
import { ascending, openerOf, relist } from "./lists";
import { cut, insertAt, type Source, tokenRange } from "./source";

type Edits = readonly TextEdit[] | null;

/** The words of an index statement as they stand: its columns' brackets and what follows them. */
interface Said {
  readonly source: Source;
  readonly open: number;
  readonly close: number;
  /** Behind its last token. */
  readonly to: number;
}

/** The first token of some words behind the columns, outside of brackets, or -1. */
function clauseAt({ source: { tokens }, close, to }: Said, ...words: readonly string[]): number {
  for (let at = close + 1; at < to; ) {
    const token = tokens[at];
    if (isWord(token, ...words)) return at;
    const match = token?.match ?? -1;
    at = match > at ? match + 1 : at + 1;
  }
  return -1;
}

const INCLUDE = ["include", "includes", "including", "covering", "storing"];

function includeEdits(said: Said, known: readonly string[], wanted: readonly string[]): Edits {
  if (known.join() === wanted.join()) return [];
  const { source, close } = said;
  const { tokens } = source;
  const at = clauseAt(said, ...INCLUDE);
  const end = tokens[close]?.end ?? 0;
  if (at < 0) return [insertAt(end, ` include ${printColumns(wanted)}`)];
  const open = at + 1;
  const last = tokens[tokens[open]?.match ?? -1];
  if (!isSymbol(tokens[open], "(", "[", "{") || !last) return null;
  if (wanted.length === 0) return [cut(tokens[at - 1]?.end ?? end, last.end)];
  return relist(source, open, ascending(known), ascending(wanted));
}

function whereEdits(said: Said, known: string | null, wanted: string | null): Edits {
  if (known === wanted) return [];
  const { source, to } = said;
  const { tokens } = source;
  const end = tokens[to - 1]?.end ?? 0;
  const at = clauseAt(said, "where");
  if (at < 0) return wanted === null ? null : [insertAt(end, ` where ${printWhere(wanted)}`)];
  const include = clauseAt({ ...said, close: at }, ...INCLUDE);
  const last = tokens[(include < 0 ? to : include) - 1];
  const first = tokens[at + 1];
  if (!first || !last) return null;
  if (wanted === null) return [cut(tokens[at - 1]?.end ?? end, last.end)];
  return [{ span: { start: first.start, end: last.end }, text: printWhere(wanted) }];
}

/** `index` and `unique index`, in capitals where the person writes so. */
function uniqueEdits({ tokens }: Source, { span, kind }: Statement, from: number, wanted: boolean): Edits {
  const phrase = phraseAt({ tokens, text: "", at: from, end: tokens.length, depth: 0 });
  const [first, second] = [tokens[from], tokens[from + 1]];
  if (!phrase || !first) return null;
  const capitals = first.text === first.text.toUpperCase();
  if (wanted) return phrase.phrase === "index" ? [insertAt(span.start, capitals ? "UNIQUE " : "unique ")] : null;
  if (phrase.length === 2 && kind === "index" && second) return [cut(first.start, second.start)];
  return [{ span: { start: first.start, end: first.end }, text: capitals ? "INDEX" : "index" }];
}

function together(parts: readonly Edits[]): Edits {
  return parts.some((edits) => edits === null) ? null : parts.flatMap((edits) => edits ?? []);
}

/** Only those words of an index that change, each in its place; null where its text cannot be followed. */
export function indexInPlace(source: Source, statement: Statement, known: Index, words: IndexWords): Edits {
  const [from, to] = tokenRange(source, statement.span);
  const open = openerOf(source, statement.columns);
  const close = source.tokens[open]?.match ?? -1;
  if (open < from || close < 0 || known.partition.length > 0) return null;
  const said = { source, open, close, to };
  const same = JSON.stringify(known.columns) === JSON.stringify(words.columns);
  return together([
    same ? [] : relist(source, open, statement.columns, words.columns),
    includeEdits(said, known.include, words.include),
    whereEdits(said, known.where, words.where),
    known.unique === words.unique ? [] : uniqueEdits(source, statement, from, words.unique),
  ]);
}

/** `email (index desc)`: the note, while it says all of the index. */
export function indexNote(known: Index, { columns, unique, where, include }: IndexWords, note: Span): Edits {
  const [only, more] = columns;
  if (!only || more || where !== null || include.length > 0 || only.path !== known.columns[0]?.path) return null;
  const words = `${unique ? "unique index" : "index"}${only.direction === "desc" ? " desc" : ""}`;
  return [{ span: note, text: words }];
}
