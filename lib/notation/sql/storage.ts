import type { Schema } from "./draft";
import {
  type Cursor,
  inside,
  isName,
  isSymbol,
  peek,
  skipOne,
  spanOf,
  splitCommas,
  takeSymbol,
  takeWords,
} from "./token";
import { OPTION_WORDS } from "./words";

function note({ settings }: Schema, kind: string, many: number): void {
  settings.set(kind, (settings.get(kind) ?? 0) + many);
}

/** `WITH (fillfactor = 70, …)`: how many settings; `WITH a b c` is one for each word. */
function takeSettings(cursor: Cursor): number {
  if (isSymbol(peek(cursor), "(")) return splitCommas(inside(cursor)).filter(({ at, end }) => at < end).length;
  const from = cursor.at;
  while (isName(peek(cursor))) cursor.at++;
  return cursor.at - from;
}

/** CockroachDB's `FAMILY [name] (a, b)`: which columns are stored together. A column may be called `family`, too. */
export function takeFamily(schema: Schema, cursor: Cursor): boolean {
  const ahead = isSymbol(peek(cursor, 1), "(") ? 1 : 2;
  const named = ahead === 1 || isName(peek(cursor, 1));
  const lists = named && isSymbol(peek(cursor, ahead), "(") && isName(peek(cursor, ahead + 1));
  if (!lists || peek(cursor)?.word !== "family") return false;
  const from = cursor.at;
  cursor.at += ahead;
  skipOne(cursor);
  note(schema, "FAMILY", 1);
  schema.settingsAt ??= spanOf(cursor, from, cursor.at);
  return true;
}

/** Words behind a table that join others, or begin what is read for itself. */
const JOINING = new Set(
  "default with inherits on using as select data index union in order type primary no".split(" "),
);

/** One word behind a table: `ENGINE`, `CHARSET`, `PARTITION`, `STRICT`, with its value or before it. */
export function skipTableOption(schema: Schema, cursor: Cursor): void {
  const from = cursor.at;
  const word = peek(cursor)?.word ?? "";
  skipOne(cursor);
  if (!OPTION_WORDS.has(word) || JOINING.has(word)) return;
  note(schema, word.toUpperCase(), 1);
  schema.settingsAt ??= spanOf(cursor, from, cursor.at);
}

/**
 * Steps over what says where and how a table or an index is stored, and counts it, so that it can be said once that it was
 * left out. False where something else stands.
 */
export function takeStorage(schema: Schema, cursor: Cursor): boolean {
  const from = cursor.at;
  let kind = "WITH";
  let many = 1;
  if (takeWords(cursor, "with") || takeWords(cursor, "options")) many = takeSettings(cursor);
  else if (takeWords(cursor, "using", "index", "tablespace") || takeWords(cursor, "tablespace")) {
    kind = "TABLESPACE";
    takeSymbol(cursor, "=");
    cursor.at = Math.min(cursor.at + 1, cursor.end);
  } else return false;
  note(schema, kind, many);
  schema.settingsAt ??= spanOf(cursor, from, cursor.at);
  return true;
}
