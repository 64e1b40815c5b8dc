import { type Span, span } from "@/lib/diagnostics";
import { asAscii } from "../full-width";

/** `word`: a bare name or keyword. `quoted`: an identifier in quotes. `string`: a literal, dollar quotes included. */
export interface Token {
  readonly kind: "word" | "quoted" | "string" | "number" | "symbol";
  /** As written; of what is quoted, what stands between the quotes. */
  readonly text: string;
  /** A bare word in lower case; empty for anything else, so that nothing quoted is ever a keyword. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** White space or a comment stands before it. */
  readonly spaced: boolean;
  /** The first one on its line. */
  readonly first: boolean;
}

/** The tokens of one body. `match` holds for an open bracket the index where its inside ends; -1 elsewhere. */
export interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly match: Int32Array;
}

/** A range of tokens; every reading function moves `at` forward or leaves it. */
export interface Cursor extends Source {
  at: number;
  readonly end: number;
}

export function cursorOf({ text, tokens, match }: Source, at: number, end: number): Cursor {
  return { text, tokens, match, at, end };
}

export function peek(cursor: Cursor, ahead = 0): Token | null {
  const at = cursor.at + ahead;
  return at < cursor.end ? (cursor.tokens[at] ?? null) : null;
}

export function isSymbol(token: Token | null | undefined, text: string): boolean {
  return token?.kind === "symbol" && token.text === text;
}

export function isWord(token: Token | null | undefined, ...words: readonly string[]): boolean {
  return token !== null && token !== undefined && token.word !== "" && words.includes(token.word);
}

/** A bare word or a quoted identifier. */
export function isName(token: Token | null | undefined): token is Token {
  return token?.kind === "word" || token?.kind === "quoted";
}

/** True where these keywords stand at the cursor. */
export function atWords(cursor: Cursor, ...words: readonly string[]): boolean {
  return words.every((word, i) => peek(cursor, i)?.word === word);
}

/** Steps over these keywords where they stand at the cursor. */
export function takeWords(cursor: Cursor, ...words: readonly string[]): boolean {
  if (!atWords(cursor, ...words)) return false;
  cursor.at += words.length;
  return true;
}

export function takeSymbol(cursor: Cursor, text: string): boolean {
  if (!isSymbol(peek(cursor), text)) return false;
  cursor.at++;
  return true;
}

const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** The index behind the token at `at`, or behind its bracket. A bracket that was never closed ends where it was given up. */
export function after({ tokens, match }: Source, at: number): number {
  const inner = match[at] ?? -1;
  if (inner <= at) return at + 1;
  return isSymbol(tokens[inner], CLOSERS[tokens[at]?.text ?? ""] ?? "") ? inner + 1 : inner;
}

/** Steps over one token, or over a bracket and all that is in it. */
export function skipOne(cursor: Cursor): void {
  cursor.at = Math.min(after(cursor, cursor.at), cursor.end);
}

/** The inside of the bracket at the cursor; the cursor moves behind it. */
export function inside(cursor: Cursor): Cursor {
  const open = cursor.at;
  skipOne(cursor);
  return cursorOf(cursor, open + 1, Math.max(open + 1, Math.min(cursor.match[open] ?? 0, cursor.end)));
}

/** Ranges between the commas that stand in no inner bracket. */
export function splitCommas(cursor: Cursor): Cursor[] {
  const ranges: Cursor[] = [];
  let from = cursor.at;
  let at = cursor.at;
  while (at < cursor.end) {
    if (isSymbol(cursor.tokens[at], ",")) {
      ranges.push(cursorOf(cursor, from, at));
      from = at + 1;
    }
    at = after(cursor, at);
  }
  ranges.push(cursorOf(cursor, from, cursor.end));
  return ranges;
}

export function spanOf({ tokens }: Source, from: number, to: number): Span {
  const first = tokens[from] ?? tokens.at(-1);
  const last = tokens[Math.max(from, to - 1)] ?? first;
  return first && last ? span(first.start, last.end) : span(0, 0);
}

export function spanOfToken({ start, end }: Token): Span {
  return { start, end };
}

/** The source of a range on one line: white space and comments between tokens become one space. */
export function sourceOf({ text, tokens }: Source, from: number, to: number): string {
  let source = "";
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token) break;
    if (at > from && token.spaced) source += " ";
    source += writtenOf(text, token);
  }
  return source;
}

/** A word processor's quotes are read as quotes, and written as SQL's. */
function writtenOf(text: string, { kind, start, end, text: value }: Token): string {
  const curly = kind === "string" && /[‘’]/.test(text[start] ?? "");
  if (curly) return `'${value.replaceAll("'", "''")}'`;
  const source = text.slice(start, end);
  return kind === "symbol" ? asAscii(source) : source;
}
