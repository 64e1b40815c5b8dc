import type { Attribute } from "@/lib/design";
import type { TextEdit } from "@/lib/diagnostics";
import type { TableDraft } from "../shorthand/draft";
import { isSymbol, startsLine } from "../shorthand/token";
import { placeItem } from "./pieces";
import {
  endOfLine,
  insertAt,
  notesOf,
  type Source,
  sameSpan,
  startOfLine,
  statementsOf,
  tokenAt,
  tokenRange,
  within,
} from "./source";

/** Edits, the one that people would make first. */
export type Ways = readonly (readonly TextEdit[])[];

/** Where the type of an attribute stands, if it has one. */
function typeSpan({ draft }: Source, { span }: Attribute) {
  for (const [one, place] of draft.types) if (sameSpan(one.span, span)) return place;
  return undefined;
}

/** The offset behind the opening bracket and before the closing one of an attribute's own notes, or null. */
function noteBrackets(source: Source, attribute: Attribute): { open: number; close: number } | null {
  const { tokens } = source;
  const [from, to] = tokenRange(source, attribute.span);
  const close = tokens[to - 1];
  const open = close && close.match >= from ? tokens[close.match] : undefined;
  if (!open || !close || !isSymbol(open, "(", "[")) return null;
  const type = typeSpan(source, attribute);
  if (type && type.start < open.start && type.end >= close.end) return null;
  const notes = notesOf(source, attribute);
  // `check (a > 0)`: the brackets are the note's.
  if (notes.some(({ span }) => span.start < open.start && span.end >= close.end)) return null;
  if (isSymbol(open, "[") && !notes.some(({ span }) => within(span, { start: open.end, end: close.start })))
    return null;
  return { open: open.end, close: close.start };
}

/** Ways to add a note to an attribute; a key goes before the other notes. */
export function addNote(source: Source, attribute: Attribute, words: string, first = false): Ways {
  const brackets = noteBrackets(source, attribute);
  const type = typeSpan(source, attribute);
  const named = Math.max(attribute.name.span.end, type && within(type, attribute.span) ? type.end : 0);
  const end = attribute.span.end;
  const empty = brackets?.open === brackets?.close;
  const beside = brackets
    ? [
        [
          first
            ? insertAt(brackets.open, empty ? words : `${words}, `)
            : insertAt(brackets.close, empty ? words : `, ${words}`),
        ],
      ]
    : [];
  return [...beside, [insertAt(end, ` (${words})`)], [insertAt(end, ` ${words}`)], [insertAt(named, ` (${words})`)]];
}

/** White space and bullet that a line begins with. */
function marginOf({ text }: Source, at: number): string {
  return text.slice(startOfLine(text, at), at);
}

function isBlank(margin: string): boolean {
  return /^[ \t]*([-*•+–—·‣▪][ \t]+)?$/.test(margin);
}

/** A line of its own behind the line of an offset. */
export function addLine({ text, newline }: Source, at: number, words: string): readonly TextEdit[] {
  return [insertAt(endOfLine(text, at), newline + words)];
}

/** Behind the last attribute, as the ones before it are written; or at the head of a table without any. */
export function addItem(source: Source, table: TableDraft, words: string): Ways {
  const last = table.attributes.at(-1);
  if (!last) return firstItem(source, table, words);
  const inline = [insertAt(last.span.end, `, ${words}`)];
  const { opensLine, behind, start } = placeItem(source, last.span);
  const margin = marginOf(source, last.span.start);
  if (!opensLine || !isBlank(margin)) return [inline, ...wrapped(source, table, words)];
  const before = table.attributes.at(-2);
  const commas = before !== undefined && isSymbol(source.tokens[tokenRange(source, before.span)[1]], ",");
  const closed = isSymbol(behind, ",") ? (behind?.end ?? last.span.end) : last.span.end;
  const comma = commas && closed === last.span.end ? [insertAt(last.span.end, ",")] : [];
  const own = [...comma, ...addLine(source, Math.max(start, closed), margin + words)];
  const trailing = isSymbol(behind, ",") ? [own.map((edit) => ({ ...edit, text: `${edit.text},` }))] : [];
  return [...trailing, own, [insertAt(last.span.end, ","), ...addLine(source, closed, margin + words)], inline];
}

/** A line that holds everything takes one more; the continuation is for what the reader needs apart. */
function wrapped(source: Source, table: TableDraft, words: string): Ways {
  const end = source.draft.groups.get(table)?.end ?? table.name.span.end;
  return [addLine(source, end, `  ${words}`)];
}

function firstItem(source: Source, table: TableDraft, words: string): Ways {
  const { tokens } = source;
  const { end } = table.name.span;
  const sign = tokens[tokenAt(source, end)];
  const close = sign && sign.match >= 0 ? tokens[sign.match] : undefined;
  const inner = tokens[tokenAt(source, sign?.end ?? end)];
  if (isSymbol(sign, ":", "=") && sign && isSymbol(inner, "{", "(", "[") && inner && !startsLine(inner))
    return [[insertAt(inner.end, ` ${words}`)], [insertAt(sign.end, ` ${words}`)]];
  if (isSymbol(sign, ":", "=") && sign && !startsLine(sign))
    return [[insertAt(sign.end, ` ${words}`)], ...wrapped(source, table, words)];
  if (isSymbol(sign, "{", "(") && sign && close)
    return [[insertAt(sign.end, sign.text === "{" ? ` ${words} ` : words)]];
  return [[insertAt(end, `: ${words}`)], ...wrapped(source, table, words)];
}

/** Where statements about a table stand, and how. */
interface Style {
  readonly top: readonly number[];
  readonly below: readonly number[];
}

function styleOf(source: Source, table: TableDraft | null): Style {
  const { draft, tokens, text } = source;
  const all = table ? statementsOf(source, table) : draft.statements.filter((one) => draft.bound.has(one));
  const own = all.filter((one) => startsLine(tokens[tokenAt(source, one.span.start)]));
  const isBelow = (at: number) => /^[ \t]/.test(text.slice(startOfLine(text, at), at));
  const ends = (below: boolean) => own.filter((one) => isBelow(one.span.start) === below).map((one) => one.span.end);
  return { top: ends(false), below: ends(true) };
}

/**
 * Ways to add a statement about a table: where and as those about it stand, else as those about others do, else below
 * a table of several lines, or at the margin.
 */
export function addStatement(source: Source, table: TableDraft, named: string, bare: string): Ways {
  const group = source.draft.groups.get(table) ?? table.span;
  const items = table.attributes.find((one) => placeItem(source, one.span).opensLine);
  const margin = items ? marginOf(source, items.span.start) : "  ";
  const indent = isBlank(margin) ? (/^[ \t]*/.exec(margin)?.[0] ?? "  ") : "  ";
  const [here, anywhere] = [styleOf(source, table), styleOf(source, null)];
  const below = (at: number) => addLine(source, at, indent + bare);
  const above = (at: number) => addLine(source, at, named);
  const last = (list: readonly number[]) => list.slice(-1);
  const sheetIsFlat = anywhere.top.length >= anywhere.below.length && !items;
  const section = source.draft.tables.filter((one) => one.section === table.section);
  const flat = [
    ...last(here.top).map(above),
    ...last(anywhere.top.filter((at) => at > group.end)).map(above),
    ...section.slice(-1).map((one) => above((source.draft.groups.get(one) ?? one.span).end)),
    above(group.end),
  ];
  const deep = [...last(here.below).map(below), below(group.end)];
  if (here.below.length > 0 || (here.top.length === 0 && !sheetIsFlat)) return [...deep, ...flat];
  return [...flat, ...deep];
}
