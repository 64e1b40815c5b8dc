import type { IndexColumn } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import {
  type Cursor,
  cursorOf,
  inside,
  isName,
  isSymbol,
  isWord,
  peek,
  skipOne,
  sourceOf,
  spanOf,
  splitCommas,
} from "./token";

export interface ColumnSaid extends IndexColumn {
  readonly span: Span;
  /** A bare name, not an expression: it must be a column. */
  readonly plain: boolean;
}

/** Where the column's own words end and `COLLATE`, an operator class, `ASC` or `NULLS LAST` begin. */
function endOfExpression(cursor: Cursor): number {
  const ahead = cursorOf(cursor, cursor.at, cursor.end);
  skipOne(ahead);
  // A call, a qualified name, an operator: all that is no word stuck behind a word.
  while (ahead.at < ahead.end && !isName(peek(ahead)) && peek(ahead)?.kind !== "number") {
    const joins = !isSymbol(peek(ahead), "(");
    skipOne(ahead);
    if (joins && ahead.at < ahead.end) skipOne(ahead);
  }
  return ahead.at;
}

/** `title(20)` is a prefix of a column; `lower(email)` a call. */
function isPrefix(cursor: Cursor): boolean {
  return isName(peek(cursor)) && isSymbol(peek(cursor, 1), "(") && peek(cursor, 2)?.kind === "number";
}

function unwrap(cursor: Cursor): Cursor {
  let range = cursor;
  for (let i = 0; i < 8; i++) {
    const whole = isSymbol(peek(range), "(") && cursor.match[range.at] === range.end - 1;
    if (!whole) return range;
    range = cursorOf(range, range.at + 1, range.end - 1);
  }
  return range;
}

function isDescending(cursor: Cursor): boolean {
  for (let at = cursor.at; at < cursor.end; at++) if (isWord(cursor.tokens[at], "desc")) return true;
  return false;
}

/** One item of an index or a key: a column or an expression with its order. */
function readColumn(range: Cursor): ColumnSaid | null {
  // PostgreSQL 18's `FOREIGN KEY (room, PERIOD stay)`.
  if (isWord(peek(range), "period") && isName(peek(range, 1))) range.at++;
  if (range.at >= range.end) return null;
  const span = spanOf(range, range.at, range.end);
  const end = isPrefix(range) ? range.at + 1 : endOfExpression(range);
  const own = unwrap(cursorOf(range, range.at, end));
  const only = peek(own);
  const plain = own.end - own.at === 1 && (only?.kind === "string" || isName(only));
  const path = plain && only ? only.text : sourceOf(own, own.at, own.end);
  const rest = cursorOf(range, end, range.end);
  return { path, direction: isDescending(rest) ? "desc" : "asc", span, plain };
}

/** The columns between the brackets at the cursor; empty where no bracket stands. */
export function readColumns(cursor: Cursor): ColumnSaid[] {
  if (!isSymbol(peek(cursor), "(")) return [];
  return splitCommas(inside(cursor)).flatMap((range) => readColumn(range) ?? []);
}

export const pathsOf = (columns: readonly IndexColumn[]): string[] => columns.map(({ path }) => path);

export const orderOf = (columns: readonly IndexColumn[]): IndexColumn[] =>
  columns.map(({ path, direction }) => ({ path, direction }));
