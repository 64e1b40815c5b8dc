import type { Attribute, Decisions, Design } from "@/lib/design";
import type { Span, TextEdit } from "@/lib/diagnostics";
import { layOutBody } from "../body";
import { Problems } from "../problems";
import { readSheet } from "../read-sheet";
import { layoutOf } from "../sheet/split";
import type { AttributeDraft, Draft, NoteSaid, Statement, TableDraft } from "../shorthand/draft";
import { type Lookup, lookupOf } from "../shorthand/lookup";
import { traceShorthand } from "../shorthand/read";
import type { Token } from "../shorthand/token";

/** A sheet in shorthand with the place of everything in it. */
export interface Source {
  readonly text: string;
  readonly body: Span;
  readonly newline: string;
  readonly design: Design;
  readonly draft: Draft;
  readonly tokens: readonly Token[];
  readonly lookup: Lookup;
}

/** Null where the body is in another language. */
export function openSource(text: string): Source | null {
  const { body } = layoutOf(text);
  if (layOutBody(text, body, new Problems()).language !== "shorthand") return null;
  const { design, draft, tokens } = traceShorthand(text, body, new Problems());
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  return { text, body, newline, design, draft, tokens, lookup: lookupOf(draft) };
}

export function decisionsIn(text: string): Decisions {
  return readSheet(text).value.decisions;
}

export function tableOf({ draft }: Source, table: number): TableDraft | null {
  return draft.tables[table] ?? null;
}

export function attributeOf(source: Source, table: number, attribute: number): AttributeDraft | null {
  // What was read into is what the draft holds.
  return (tableOf(source, table)?.attributes[attribute] as AttributeDraft | undefined) ?? null;
}

/** Notes beside an attribute, in the order of the text. */
export function notesOf({ draft }: Source, attribute: Attribute): readonly NoteSaid[] {
  return draft.notes.filter((note) => note.attribute === attribute).toSorted((a, b) => a.span.start - b.span.start);
}

/** Statements that speak of a table, wherever they stand, in the order of the text. */
export function statementsOf({ draft }: Source, table: TableDraft): readonly Statement[] {
  return draft.statements.filter((statement) => draft.bound.get(statement) === table);
}

/** The first token at or behind an offset. */
export function tokenAt({ tokens }: Source, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens of a span, as a half-open range. */
export function tokenRange(source: Source, { start, end }: Span): readonly [number, number] {
  return [tokenAt(source, start), tokenAt(source, end)];
}

export function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

export function startOfLine(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

/** Before the line break, whichever it is. */
export function endOfLine(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  if (newline === -1) return text.length;
  return newline > at && text[newline - 1] === "\r" ? newline - 1 : newline;
}

/** Behind the line break. */
export function nextLine(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  return newline === -1 ? text.length : newline + 1;
}

/** Applies edits to a text; what two of them take out is taken out once. Null where they contradict each other. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string | null {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces: string[] = [];
  let at = 0;
  for (const { span, text: words } of sorted) {
    if (span.start < at && words !== "") return null;
    pieces.push(text.slice(at, Math.max(at, span.start)), words);
    at = Math.max(at, span.end);
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

export function insertAt(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

export function cut(start: number, end: number): TextEdit {
  return { span: { start, end }, text: "" };
}
