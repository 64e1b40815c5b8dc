import { anIndex } from "@/lib/design";
import type { DbmlTable, Schema } from "./draft";
import { expressionOf, readSettings, reportRest, reportSetting, type Setting } from "./settings";
import { type Cursor, inside, isName, isSymbol, isWord, peek, sourceOf, spanOf, splitCommas } from "./token";

interface Column {
  readonly path: string;
  readonly direction: "asc" | "desc";
}

/** A column or an expression between backticks, with `desc` where people write it. */
function readColumn(range: Cursor, table: DbmlTable): readonly Column[] {
  const token = peek(range);
  if (!token) return [];
  const descending = isWord(range.tokens[range.end - 1], "desc") && range.end - range.at > 1;
  const ordered = descending || (isWord(range.tokens[range.end - 1], "asc") && range.end - range.at > 1);
  const end = ordered ? range.end - 1 : range.end;
  const plain = isName(token) && end === range.at + 1;
  const code = token.kind === "code" && end === range.at + 1;
  const path = plain || code ? token.text.trim() : sourceOf(range, range.at, end);
  if (plain) table.named.push({ path, span: spanOf(range, range.at, end) });
  const backward = descending || (code && /\sdesc$/i.test(path));
  const direction = backward ? "desc" : "asc";
  return [{ path: code ? path.replace(/\s+(asc|desc)$/i, "") : path, direction }];
}

function readColumns(cursor: Cursor, table: DbmlTable): readonly Column[] {
  if (isSymbol(peek(cursor), "(")) return splitCommas(inside(cursor)).flatMap((range) => readColumn(range, table));
  const from = cursor.at;
  while (cursor.at < cursor.end && !isSymbol(peek(cursor), "[")) cursor.at++;
  return splitCommas({ ...cursor, at: from, end: cursor.at }).flatMap((range) => readColumn(range, table));
}

const LEGAL = ["unique", "pk", "name:", "type:", "note:"];

interface Said {
  primary: boolean;
  unique: boolean;
  name: string | null;
  method: string | null;
  where: string | null;
  include: readonly string[];
}

function readSetting(setting: Setting, said: Said, schema: Schema): void {
  const value = setting.value && setting.value.at < setting.value.end ? setting.value : null;
  if (setting.name === "pk" || setting.name === "primary key") said.primary = true;
  else if (setting.name === "unique") said.unique = true;
  else if (setting.name === "name" && value) said.name = expressionOf(value);
  else if (setting.name === "type" && value) said.method = expressionOf(value);
  else if (setting.name === "where" && value) said.where = expressionOf(value);
  else if (setting.name === "include" && value) said.include = splitCommas(value).map(expressionOf);
  else if (setting.name !== "note") reportSetting(setting, LEGAL, schema.problems);
}

/** `(a, b) [unique, name: 'x']`, `created_at`, `` `lower(email)` ``. */
export function readIndex(cursor: Cursor, table: DbmlTable, schema: Schema): void {
  const span = spanOf(cursor, cursor.at, cursor.end);
  if (isWord(peek(cursor), "note") && isSymbol(peek(cursor, 1), ":")) return;
  const columns = readColumns(cursor, table);
  const said: Said = { primary: false, unique: false, name: null, method: null, where: null, include: [] };
  for (const setting of readSettings(cursor)) readSetting(setting, said, schema);
  reportRest(cursor, schema.problems);
  if (columns.length === 0) {
    schema.problems.report("error", span, "Say the columns: `(user_id, created_at)`.");
    return;
  }
  const { primary, ...index } = said;
  const { keys, indexes } = table.draft;
  if (primary) keys.push({ kind: "key", primary: true, columns: columns.map((column) => column.path), span });
  else indexes.push({ ...anIndex([], { ...index, columns }), span });
}

/** `` `amount > 0` [name: 'positive'] `` in a block of checks. */
export function readCheck(cursor: Cursor, table: DbmlTable, schema: Schema): void {
  const span = spanOf(cursor, cursor.at, cursor.end);
  const from = cursor.at;
  while (cursor.at < cursor.end && !isSymbol(peek(cursor), "[")) cursor.at++;
  const expression = expressionOf({ ...cursor, at: from, end: cursor.at });
  for (const setting of readSettings(cursor)) {
    if (setting.name !== "name" && setting.name !== "note") reportSetting(setting, ["name:"], schema.problems);
  }
  if (expression === "") schema.problems.report("error", span, "Say the condition between backticks: `amount > 0`.");
  else table.draft.checks.push({ kind: "check", expression, span });
  reportRest(cursor, schema.problems);
}
