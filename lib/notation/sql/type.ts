import type { AttributeShape } from "@/lib/design";
import {
  atWords,
  type Cursor,
  isName,
  isSymbol,
  isWord,
  peek,
  skipOne,
  sourceOf,
  takeSymbol,
  takeWords,
} from "./token";
import { COLUMN_WORDS, TYPE_TAILS } from "./words";

export interface ColumnType {
  readonly text: string;
  readonly shape: AttributeShape;
}

/** Behind a type's first word these are part of it, not of what follows. */
function isTail(cursor: Cursor): boolean {
  const token = peek(cursor);
  if (!token || token.first) return false;
  if (atWords(cursor, "with", "time") || atWords(cursor, "without", "time")) return true;
  if (atWords(cursor, "with", "local") || isWord(token, "unsigned", "signed", "zerofill")) return true;
  return TYPE_TAILS.has(token.word) && !atWords(cursor, "character", "set");
}

function skipTails(cursor: Cursor): void {
  while (isTail(cursor)) cursor.at += isWord(peek(cursor), "with", "without") ? 2 : 1;
}

function skipGeneric(cursor: Cursor): void {
  const from = cursor.at;
  let depth = 0;
  while (cursor.at < cursor.end && cursor.at < from + 64) {
    const token = peek(cursor);
    cursor.at++;
    if (isSymbol(token, "<")) depth++;
    if (isSymbol(token, ">") && --depth === 0) return;
    if (isSymbol(token, ">>")) depth -= 2;
  }
  cursor.at = from;
}

function readBrackets(cursor: Cursor): boolean {
  let list = false;
  while (isSymbol(peek(cursor), "[")) {
    list = true;
    skipOne(cursor);
  }
  if (!takeWords(cursor, "array")) return list;
  if (isSymbol(peek(cursor), "[")) skipOne(cursor);
  return true;
}

/** SQLite needs no type: what is said of the column may follow its name. `character` is both. */
function isColumnWord(cursor: Cursor): boolean {
  const first = peek(cursor);
  if (isWord(first, "unsigned", "signed")) return false;
  if (isWord(first, "character")) return isWord(peek(cursor, 1), "set");
  return COLUMN_WORDS.has(first?.word ?? "");
}

/** The type at the cursor, or null where none stands (SQLite needs none). */
export function readType(cursor: Cursor): ColumnType | null {
  const from = cursor.at;
  const first = peek(cursor);
  if (!isName(first) || isColumnWord(cursor)) return null;
  cursor.at++;
  while (isSymbol(peek(cursor), ".") && isName(peek(cursor, 1))) cursor.at += 2;
  if (takeSymbol(cursor, "%")) takeWords(cursor, "type");
  skipTails(cursor);
  if (isSymbol(peek(cursor), "(")) skipOne(cursor);
  if (isSymbol(peek(cursor), "<")) skipGeneric(cursor);
  skipTails(cursor);
  if (isSymbol(peek(cursor), "(") && isWord(cursor.tokens[cursor.at - 1], "second", "varying", "character", "char"))
    skipOne(cursor);
  // SQL Server's `[int]` is `int`.
  const text = sourceOf(cursor, from, cursor.at).replace(/^\[(\w{1,64})\]/, "$1");
  return { text, shape: readBrackets(cursor) ? "list" : "scalar" };
}
