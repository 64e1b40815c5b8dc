export { sourceOf, spanOf } from "../tokens";

/** `word`: a name, keyword or number. `quoted`: a name in double quotes. `string`: `'…'` or `'''…'''`. `code`: between backticks. */
export interface Token {
  readonly kind: "word" | "quoted" | "string" | "code" | "symbol";
  /** As written; of what is quoted, what stands between the quotes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** White space or a comment stands before it. */
  readonly spaced: boolean;
  /** The first of its line. */
  readonly first: boolean;
  /** Of an opening bracket, the index of what closes it or, where nothing does, of what stands behind it; -1 elsewhere. */
  match: number;
}

/** A range of tokens; every parsing function moves `at` forward or leaves it. */
export interface Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  at: number;
  readonly end: number;
}

export function peek(cursor: Cursor, ahead = 0): Token | null {
  const at = cursor.at + ahead;
  return at < cursor.end ? (cursor.tokens[at] ?? null) : null;
}

/** Another place and end over the same tokens. Written out: a spread is several times as dear. */
export function part({ text, tokens, end }: Cursor, from: number, to: number): Cursor {
  return { text, tokens, at: from, end: to < end ? to : end };
}

export function isSymbol(token: Token | null | undefined, ...texts: readonly string[]): boolean {
  return token?.kind === "symbol" && texts.includes(token.text);
}

export function isWord(token: Token | null | undefined, ...texts: readonly string[]): boolean {
  return token?.kind === "word" && texts.includes(token.text.toLowerCase());
}

export function isName(token: Token | null | undefined): token is Token {
  return token?.kind === "word" || (token?.kind === "quoted" && token.text.trim() !== "");
}

const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

function isClosed(cursor: Cursor, at: number): boolean {
  const open = cursor.tokens[at];
  return isSymbol(cursor.tokens[open?.match ?? -1], CLOSERS[open?.text ?? ""] ?? "");
}

/** The index behind the token at `at`, or behind its bracket. */
export function after(cursor: Cursor, at: number): number {
  const match = cursor.tokens[at]?.match ?? -1;
  if (match <= at) return Math.min(at + 1, cursor.end);
  return Math.min(isClosed(cursor, at) ? match + 1 : match, cursor.end);
}

/** The inside of the bracket at the cursor; the cursor moves behind it. */
export function inside(cursor: Cursor): Cursor {
  const open = cursor.at;
  cursor.at = after(cursor, open);
  return part(cursor, open + 1, cursor.tokens[open]?.match ?? open + 1);
}

/** Cuts a range at its commas, brackets kept whole; empty pieces are left out. */
export function splitCommas(cursor: Cursor): Cursor[] {
  const pieces: Cursor[] = [];
  let from = cursor.at;
  for (let at = cursor.at; at <= cursor.end; at = at < cursor.end ? after(cursor, at) : at + 1) {
    if (at < cursor.end && !isSymbol(cursor.tokens[at], ",")) continue;
    if (at > from) pieces.push(part(cursor, from, at));
    from = at + 1;
  }
  return pieces;
}

/** Cuts a block's inside where a line begins, brackets kept whole. */
export function splitLines(cursor: Cursor): Cursor[] {
  const lines: Cursor[] = [];
  let from = cursor.at;
  for (let at = cursor.at; at <= cursor.end; at = at < cursor.end ? after(cursor, at) : at + 1) {
    const begins = at === cursor.end || (cursor.tokens[at]?.first && !goesOn(cursor, at));
    if (!begins || at === from) continue;
    lines.push(part(cursor, from, at));
    from = at;
  }
  return lines;
}

/** Settings and the body of a block may stand on a line of their own. */
function goesOn(cursor: Cursor, at: number): boolean {
  return isSymbol(cursor.tokens[at], "[", "{") || isSymbol(cursor.tokens[at - 1], ":", ",");
}
