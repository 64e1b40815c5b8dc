import { startsHeader } from "./brackets";
import { after, type Cursor, isArrow, isName, isSymbol, isWord, isWordOf, peek, startsLine, type Token } from "./token";
import { phraseAt } from "./words";

const CONTINUES: ReadonlySet<string> = new Set(
  "include includes including covering storing where using references".split(" "),
);

/** A line that surely begins something new, though the line before ended in a comma. */
function startsAnew(tokens: readonly Token[], at: number, base: number): boolean {
  if (startsHeader(tokens, at, base) || isSymbol(tokens[at], "==")) return true;
  const cursor: Cursor = { tokens, text: "", at, end: tokens.length, depth: 0 };
  if (isWord(peek(cursor), "table", "node", "edge", "collection") && isName(peek(cursor, 1))) return true;
  const phrase = phraseAt(cursor);
  return phrase !== null && isName(peek(cursor, phrase.length)) && isSymbol(peek(cursor, phrase.length + 1), "(", "on");
}

/** The indentation that counts as none: that of the first line, or of a later one that stands further left. */
export function baseOf(tokens: readonly Token[]): number {
  return tokens[0]?.indent ?? 0;
}

/** Splits the body where a line begins that is not indented, follows no comma and stands in no bracket. */
export function splitLines(
  tokens: readonly Token[],
  start: number,
  end: number,
): readonly (readonly [number, number])[] {
  const lines: [number, number][] = [];
  let base = tokens[start]?.indent ?? 0;
  let from = start;
  for (let at = start; at < end; ) {
    const token = tokens[at];
    if (at > from && token && token.indent >= 0 && token.indent <= base && !joins(tokens, at, base)) {
      lines.push([from, at]);
      from = at;
    }
    if (token && token.indent >= 0) base = Math.min(base, token.indent);
    const match = token?.match ?? -1;
    at = match > at ? match + 1 : at + 1;
  }
  if (end > from) lines.push([from, end]);
  return lines;
}

function joins(tokens: readonly Token[], at: number, base: number): boolean {
  const before = tokens[at - 1];
  if (isSymbol(tokens[at], ")", "]", "}") || isSymbol(tokens[at], "{")) return true;
  return (isSymbol(before, ",") || isArrow(before)) && !startsAnew(tokens, at, base);
}

/** Where the physical line at the cursor ends, with the lines that only go on with it. */
export function endOfStatement(cursor: Cursor): number {
  let at = after(cursor, cursor.at);
  while (at < cursor.end) {
    const token = cursor.tokens[at];
    const before = cursor.tokens[at - 1];
    const goesOn = isSymbol(before, ",") || isArrow(before) || isArrow(token) || isSymbol(token, "(", ")");
    const clause = isWordOf(token, CONTINUES);
    const onDelete = isWord(token, "on") && isWord(cursor.tokens[at + 1], "delete", "update");
    if (startsLine(token) && !goesOn && !clause && !onDelete) break;
    if (startsLine(token) && isSymbol(before, ",") && phraseAt(cursor, at - cursor.at)) break;
    at = after(cursor, at);
  }
  return at;
}
