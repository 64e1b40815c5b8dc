import { anIndex } from "@/lib/design";
import type { DbmlTable, Schema } from "./draft";
import { expressionOf, readSettings, reportRest, reportSetting, type Setting } from "./settings";
import { type Cursor, inside, isName, isSymbol, isWord, part, peek, sourceOf, spanOf, splitCommas } from "./token";

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
  return splitCommas(part(cursor, from, cursor.at)).flatMap((range) => readColumn(range, table));
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

const SET: Readonly<Record<string, (said: Said, value: Cursor) => void>> = {
  name: (said, value) => {
    said.name = expressionOf(value);
  },
  type: (said, value) => {
    said.method = expressionOf(value);
  },
  note: (said, value) => readNote(expressionOf(value), said),
};

function readSetting({ name, value, span }: Setting, said: Said, schema: Schema): void {
  if (name === "pk" || name === "primary key") said.primary = true;
  else if (name === "unique") said.unique = true;
  else if (!Object.hasOwn(SET, name)) reportSetting({ name, value, span }, LEGAL, schema.problems);
  else if (value && value.at < value.end) SET[name]?.(said, value);
  else schema.problems.report("error", span, `Say the ${name}: \`${name}: …\`.`);
}

/** DBML has no words for a part of a table: `note: 'include (title) where status = open'` says it. */
function readNote(note: string, said: Said): void {
  const found = /^(?:include \(([^)]*)\)\s*)?(?:where\s+(\S.*))?$/is.exec(note);
  if (found?.[1] !== undefined) said.include = found[1].split(",").map((name) => name.trim());
  if (found?.[2] !== undefined) said.where = found[2].trim();
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
  const expression = expressionOf(part(cursor, from, cursor.at));
  for (const setting of readSettings(cursor)) {
    if (setting.name !== "name" && setting.name !== "note") reportSetting(setting, ["name:"], schema.problems);
  }
  if (expression === "") schema.problems.report("error", span, "Say the condition between backticks: `amount > 0`.");
  else table.draft.checks.push({ kind: "check", expression, span });
  reportRest(cursor, schema.problems);
}
