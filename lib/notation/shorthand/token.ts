export { sourceOf, spanOf } from "../tokens";

/** `word`: a name, keyword or number. `string`: quoted. `symbol`: anything else, arrows and operators whole. */
export interface Token {
  readonly kind: "word" | "string" | "symbol";
  /** As written; of a string, what stands between the quotes. */
  readonly text: string;
  /** A word in lower case; empty for anything else. Made once, because keywords are looked for again and again. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** White space or a comment stands before it. */
  readonly spaced: boolean;
  /** Width of the white space before the first token of a line; -1 for the others. */
  readonly indent: number;
  /** Index of the bracket that closes (or opens) this one; -1 where it is no bracket. */
  match: number;
}

/** A cursor over a range of tokens; every parsing function moves `at` forward or leaves it. */
export interface Cursor {
  readonly tokens: readonly Token[];
  readonly text: string;
  at: number;
  readonly end: number;
  /** Brackets around it; nothing is read deeper than `DEEPEST`. */
  readonly depth: number;
}

export const DEEPEST = 24;

export function peek(cursor: Cursor, ahead = 0): Token | null {
  const at = cursor.at + ahead;
  return at < cursor.end ? (cursor.tokens[at] ?? null) : null;
}

/** Another place and end over the same tokens. Written out: a spread is several times as dear. */
export function part({ tokens, text, depth, end }: Cursor, from: number, to: number): Cursor {
  return { tokens, text, at: from, end: to < end ? to : end, depth };
}

/** A cursor of its own at another place. */
export function cursorAt({ tokens, text, depth, end }: Cursor, at: number): Cursor {
  return { tokens, text, at, end, depth };
}

export function isSymbol(token: Token | null | undefined, ...texts: readonly string[]): boolean {
  return token?.kind === "symbol" && texts.includes(token.text);
}

export function isWord(token: Token | null | undefined, ...texts: readonly string[]): boolean {
  return token?.kind === "word" && (texts.length === 0 || texts.includes(token.word));
}

/** As `isSymbol`, for lists too long to be handed over at each call. */
export function isSymbolOf(token: Token | null | undefined, texts: ReadonlySet<string>): boolean {
  return token?.kind === "symbol" && texts.has(token.text);
}

export function isWordOf(token: Token | null | undefined, words: ReadonlySet<string>): boolean {
  return token?.kind === "word" && words.has(token.word);
}

const ARROWS: ReadonlySet<string> = new Set(["->", "→", "=>", "⇒", "-->", "⟶", "➔", "➜", "↦"]);

export function isArrow(token: Token | null | undefined): boolean {
  return isSymbolOf(token, ARROWS);
}

/** A name can be a word or quoted. */
export function isName(token: Token | null | undefined): token is Token {
  return token?.kind === "word" || (token?.kind === "string" && token.text.trim() !== "");
}

export function startsLine(token: Token | null | undefined): boolean {
  return token !== null && token !== undefined && token.indent >= 0;
}

/** Steps over one token, or over a bracket and all that is in it. */
export function skipOne(cursor: Cursor): void {
  cursor.at = after(cursor, cursor.at);
}

/** The index behind the token at `at`, or behind its bracket. */
export function after(cursor: Cursor, at: number): number {
  const match = cursor.tokens[at]?.match ?? -1;
  return Math.min(match > at ? match + 1 : at + 1, cursor.end);
}

/** The inside of the bracket at the cursor; the cursor moves behind it. */
export function inside(cursor: Cursor): Cursor {
  const open = cursor.at;
  const match = cursor.tokens[open]?.match ?? -1;
  cursor.at = after(cursor, open);
  const { tokens, text, depth } = cursor;
  const end = match > open ? Math.min(match, cursor.end) : open + 1;
  return { tokens, text, at: open + 1, end, depth: depth + 1 };
}
