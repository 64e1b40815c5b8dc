import type { ColumnSaid } from "./draft";
import {
  after,
  type Cursor,
  cursorAt,
  inside,
  isName,
  isSymbol,
  isWord,
  part,
  peek,
  sourceOf,
  spanOf,
  startsLine,
  type Token,
} from "./token";

/** Where the list item at the cursor ends: at a comma outside brackets or, where `lines` is set, at a line's end. */
export function endOfItem(cursor: Cursor, lines: boolean): number {
  let at = cursor.at;
  while (at < cursor.end) {
    const token = cursor.tokens[at];
    if (isSymbol(token, ",", ";")) return at;
    if (lines && at > cursor.at && startsLine(token) && !goesOn(cursor, at)) return at;
    at = opensGeneric(cursor, at) ? afterGeneric(cursor, at) : after(cursor, at);
  }
  return cursor.end;
}

/** The items of a list; empty ones are left out. */
export function splitList(cursor: Cursor, lines: boolean): Cursor[] {
  const items: Cursor[] = [];
  for (let at = cursor.at; at < cursor.end; ) {
    if (isSymbol(cursor.tokens[at], ",", ";")) at++;
    else {
      const end = endOfItem(cursorAt(cursor, at), lines);
      items.push(part(cursor, at, end));
      at = end;
    }
  }
  return items;
}

/** A line that cannot begin an attribute belongs to the one before. */
function goesOn(cursor: Cursor, at: number): boolean {
  const token = cursor.tokens[at];
  const before = cursor.tokens[at - 1];
  if (isSymbol(before, "->", "→", "=>", ":", ".")) return true;
  if (isSymbol(token, "(", "[", "{", "->", "→", "=>", ")", "]", "}")) return true;
  if (isWord(token, "references")) return true;
  return isWord(token, "not", "on", "default") && isWord(cursor.tokens[at + 1]);
}

/** The comma in `map<text, int>` separates nothing. */
function opensGeneric(cursor: Cursor, at: number): boolean {
  const before = cursor.tokens[at - 1];
  return isSymbol(cursor.tokens[at], "<") && isWord(before, "map", "list", "set", "array", "frozen", "tuple", "record");
}

function afterGeneric(cursor: Cursor, from: number): number {
  let depth = 0;
  for (let at = from; at < Math.min(cursor.end, from + 32); at++) {
    if (isSymbol(cursor.tokens[at], "<")) depth++;
    if (isSymbol(cursor.tokens[at], ">") && --depth === 0) return at + 1;
  }
  return from + 1;
}

const DIRECTIONS: ReadonlyMap<string, "asc" | "desc"> = new Map([
  ["asc", "asc"],
  ["ascending", "asc"],
  ["1", "asc"],
  ["↑", "asc"],
  ["desc", "desc"],
  ["descending", "desc"],
  ["↓", "desc"],
]);

function wordBefore({ tokens, at }: Cursor, end: number, back: number): Token | undefined {
  return end - back >= at ? tokens[end - back] : undefined;
}

/** `desc`, `: -1`, `nulls last` behind a column; returns the direction and where the column's own words end. */
function readDirection(range: Cursor): { direction: "asc" | "desc"; end: number } {
  let end = range.end;
  if (isWord(wordBefore(range, end, 1), "first", "last") && isWord(wordBefore(range, end, 2), "nulls")) end -= 2;
  const last = wordBefore(range, end, 1);
  if (end - range.at < 2 || last === undefined) return { direction: "asc", end };
  const direction = DIRECTIONS.get(last.text.toLowerCase());
  if (!direction || last.kind === "string" || isSymbol(wordBefore(range, end, 2), "."))
    return { direction: "asc", end };
  const minus = isSymbol(wordBefore(range, end, 2), "-");
  end -= minus ? 2 : 1;
  if (isSymbol(wordBefore(range, end, 1), ":")) end -= 1;
  return { direction: minus ? "desc" : direction, end: Math.max(end, range.at + 1) };
}

/** A path where the words are one, else the expression as written. */
function pathOf(range: Cursor, end: number): string {
  const words: string[] = [];
  for (let at = range.at; at < end; at += 2) {
    const token = range.tokens[at];
    if (!isName(token) || (at + 1 < end && !isSymbol(range.tokens[at + 1], "."))) return sourceOf(range, range.at, end);
    words.push(token.text);
  }
  return words.join(".");
}

/** One column of a list: `created_at desc`, `lower(email)`, `author.id`. */
export function readColumn(range: Cursor): ColumnSaid {
  const { direction, end } = readDirection(range);
  return { path: pathOf(range, end), direction, span: spanOf(range, range.at, end) };
}

/** The columns in the parentheses at the cursor, or in the bare list up to where a clause begins. */
export function readColumns(cursor: Cursor, stops: (cursor: Cursor, at: number) => boolean): readonly ColumnSaid[] {
  if (isSymbol(peek(cursor), "(", "[", "{")) return splitList(inside(cursor), false).map(readColumn);
  let end = cursor.at;
  while (end < cursor.end && !stops(cursor, end)) end = after(cursor, end);
  const range = part(cursor, cursor.at, end);
  cursor.at = end;
  return splitList(range, true).map(readColumn);
}
