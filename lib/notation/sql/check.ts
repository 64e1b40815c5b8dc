import type { Schema } from "./draft";
import { type Cursor, isName, isSymbol, isWord, peek, skipOne, sourceOf, spanOf } from "./token";
import { COLUMN_WORDS, EXPRESSION_WORDS } from "./words";

const COMPARES = new Set(["=", "<", ">", "<=", ">=", "<>", "!=", "~", "~*", "~~"]);
const TESTS = new Set("is in between like ilike similar regexp rlike glob".split(" "));

/** Where a condition without brackets ends: at what is said of the column next, or where a line begins. */
function endsCondition(cursor: Cursor): boolean {
  const token = peek(cursor);
  if (!token || isWord(cursor.tokens[cursor.at - 1], "is", "not")) return token === null;
  if (isWord(token, "not")) return isWord(peek(cursor, 1), "null");
  if (EXPRESSION_WORDS.has(token.word) || token.word === "collate") return false;
  return (token.first && isName(token)) || COLUMN_WORDS.has(token.word);
}

/**
 * `CHECK amount > 0`: what is meant is clear, though every database wants brackets. Null, and the cursor stays, where no
 * condition stands.
 */
export function takeBareCondition(schema: Schema, cursor: Cursor): string | null {
  const from = cursor.at;
  let compares = false;
  while (cursor.at < cursor.end && !endsCondition(cursor)) {
    const token = peek(cursor);
    compares ||= (token?.kind === "symbol" && COMPARES.has(token.text)) || TESTS.has(token?.word ?? "");
    skipOne(cursor);
  }
  if (!compares || isSymbol(cursor.tokens[from], "=")) {
    cursor.at = from;
    return null;
  }
  const words = sourceOf(cursor, from, cursor.at);
  const span = spanOf(cursor, from, cursor.at);
  schema.problems.replace("warning", span, `(${words})`, "The condition of a check stands in brackets.");
  return words;
}
