import { aCheck, aKey, anAttribute } from "@/lib/design";
import { takeBareCondition } from "./check";
import { condition, reportRange } from "./constraint";
import { type AttributeDraft, keepName, type Schema, type SqlTable } from "./draft";
import { takeName } from "./names";
import { readAim, referenceOf, skipTiming } from "./reference";
import { takeStorage } from "./storage";
import {
  atWords,
  type Cursor,
  inside,
  isName,
  isSymbol,
  isWord,
  peek,
  skipOne,
  sourceOf,
  spanOf,
  spanOfToken,
  type Token,
  takeSymbol,
  takeWords,
} from "./token";
import { readType } from "./type";
import { COLUMN_WORDS, EXPRESSION_WORDS } from "./words";

interface Column {
  readonly schema: Schema;
  readonly table: SqlTable;
  readonly attribute: AttributeDraft;
  readonly cursor: Cursor;
}

/** Where the default's expression ends: at the next thing that is said of the column, or at a new line's name. */
function endsDefault(cursor: Cursor, from: number): boolean {
  const token = peek(cursor);
  if (!token || cursor.at === from) return token === null;
  if (isSymbol(cursor.tokens[cursor.at - 1], "::")) return false;
  if (token.word === "character" && !isWord(peek(cursor, 1), "set")) return false;
  if (token.first && isName(token) && !EXPRESSION_WORDS.has(token.word)) return true;
  return token.word !== "" && COLUMN_WORDS.has(token.word);
}

function readDefault({ schema, attribute, cursor }: Column, start: number): void {
  const from = cursor.at;
  const missing = isWord(peek(cursor), "not", "primary", "unique", "check", "references") || cursor.at >= cursor.end;
  if (missing) {
    reportRange(schema, cursor, start, cursor.at, "Say the value: `DEFAULT 0`.");
    return;
  }
  while (cursor.at < cursor.end && !endsDefault(cursor, from)) {
    // `::timestamp(6) with time zone`: its last words are the type's, not the column's.
    if (!takeSymbol(cursor, "::") || readType(cursor) === null) skipOne(cursor);
  }
  attribute.default = sourceOf(cursor, from, cursor.at);
}

function readReference(column: Column, start: number, name: Token | null): void {
  const { schema, table, attribute, cursor } = column;
  const aim = readAim(cursor);
  if (!aim) {
    reportRange(schema, cursor, start, cursor.at, "Say the table: `REFERENCES users (id)`.");
    return;
  }
  const reference = referenceOf([attribute.name.text], aim, cursor, start);
  table.draft.references.push(reference);
  table.targets.set(reference, aim.target);
  keepName(table, name, reference);
}

function readKey({ table, attribute, cursor }: Column, start: number, name: Token | null, primary: boolean): void {
  if (!takeWords(cursor, "nulls", "not", "distinct")) takeWords(cursor, "nulls", "distinct");
  for (const word of ["asc", "desc", "clustered", "nonclustered", "autoincrement", "auto_increment"])
    takeWords(cursor, word);
  if (takeWords(cursor, "on", "conflict")) cursor.at++;
  takeWords(cursor, "autoincrement");
  const key = aKey([attribute.name.text], { primary, span: spanOf(cursor, start, cursor.at) });
  const twice = table.draft.keys.some(
    (known) => known.primary === primary && known.columns.join() === key.columns.join(),
  );
  if (!twice) table.draft.keys.push(key);
  keepName(table, name, key);
}

function readColumnCheck({ schema, table, cursor }: Column, start: number, name: Token | null): void {
  const body = isSymbol(peek(cursor), "(") ? inside(cursor) : null;
  const expression = body ? condition(cursor, body.at, body.end) : takeBareCondition(schema, cursor);
  if (expression === null) {
    reportRange(schema, cursor, start, cursor.end, "Put the condition in brackets: `CHECK (amount > 0)`.");
    cursor.at = cursor.end;
    return;
  }
  while (skipTiming(cursor));
  const check = aCheck(expression, { span: spanOf(cursor, start, cursor.at) });
  if (check.expression === "") {
    reportRange(schema, cursor, start, cursor.at, "Write the condition.");
    return;
  }
  table.draft.checks.push(check);
  keepName(table, name, check);
}

const OPTION_VALUES = new Set(
  "collate comment charset storage compression srid encode column_format family after engine_attribute".split(" "),
);

/** Steps over words and a value behind them: what is no part of a design. */
function skipOption(cursor: Cursor): boolean {
  const word = peek(cursor)?.word ?? "";
  if (OPTION_VALUES.has(word) || atWords(cursor, "character", "set")) {
    cursor.at += word === "character" ? 2 : 1;
    takeSymbol(cursor, "=");
    skipOne(cursor);
    while (isSymbol(peek(cursor), ".")) cursor.at += 2;
    return true;
  }
  if (takeWords(cursor, "on", "conflict")) {
    cursor.at++;
    return true;
  }
  if (takeWords(cursor, "on", "update")) {
    skipOne(cursor);
    skipBrackets(cursor);
    return true;
  }
  if (["identity", "auto_random"].some((flag) => takeWords(cursor, flag))) {
    skipBrackets(cursor);
    return true;
  }
  if (takeWords(cursor, "with", "system", "versioning") || takeWords(cursor, "without", "system", "versioning"))
    return true;
  return skipGenerated(cursor) || skipTiming(cursor) || skipFlag(cursor);
}

function skipBrackets(cursor: Cursor): void {
  if (isSymbol(peek(cursor), "(")) skipOne(cursor);
}

function skipGenerated(cursor: Cursor): boolean {
  const generated = takeWords(cursor, "generated", "always") || takeWords(cursor, "generated", "by", "default");
  if (generated) takeWords(cursor, "on", "null");
  if (!takeWords(cursor, "as")) return generated;
  // MariaDB's and SQL Server's system versions: the row's own first and last moment.
  if (takeWords(cursor, "row")) return takeWords(cursor, "start") || takeWords(cursor, "end");
  takeWords(cursor, "identity");
  skipBrackets(cursor);
  return true;
}

const FLAGS = new Set(
  "auto_increment autoincrement stored virtual persisted persistent visible invisible hidden sparse rowguidcol static first zerofill unsigned signed ascii unicode binary distkey sortkey always local no key".split(
    " ",
  ),
);

function skipFlag(cursor: Cursor): boolean {
  if (!FLAGS.has(peek(cursor)?.word ?? "")) return false;
  cursor.at++;
  return true;
}

/** MySQL's `id int AUTO_INCREMENT KEY` is its primary key. */
function isBareKey(cursor: Cursor): boolean {
  return isWord(peek(cursor), "key") && !isSymbol(peek(cursor, 1), "(") && !isName(peek(cursor, 2));
}

/** One thing that is said of a column; false where what stands there is not known. */
function readPart(column: Column): boolean {
  const { schema, cursor, attribute } = column;
  const start = cursor.at;
  const name = takeWords(cursor, "constraint") ? takeName(cursor) : null;
  if (takeWords(cursor, "not", "null")) attribute.notNull = true;
  else if (takeWords(cursor, "null")) attribute.notNull = false;
  else if (takeWords(cursor, "default")) readDefault(column, start);
  else if (takeWords(cursor, "primary", "key") || takeWords(cursor, "primary")) readKey(column, start, name, true);
  else if (takeWords(cursor, "unique", "key") || takeWords(cursor, "unique")) readKey(column, start, name, false);
  else if (takeWords(cursor, "check")) readColumnCheck(column, start, name);
  else if (isBareKey(cursor) && takeWords(cursor, "key")) readKey(column, start, name, true);
  else if (takeWords(cursor, "foreign", "key", "references") || takeWords(cursor, "references"))
    readReference(column, start, name);
  else return skipOption(cursor) || takeStorage(schema, cursor) || cursor.at > start;
  return true;
}

/** A name at the head of a line, or a constraint of the table: the comma before it is missing. */
function beginsNextLine(cursor: Cursor, isConstraint: boolean): boolean {
  const token = peek(cursor);
  if (!token?.first) return false;
  if (isConstraint) return true;
  if (!isName(token)) return false;
  return token.kind === "quoted" || !COLUMN_WORDS.has(token.word) || hasOwnType(cursor);
}

/** `comment text`, `key varchar(20)`: a column with a keyword's name. */
function hasOwnType(cursor: Cursor): boolean {
  const [token, next] = [peek(cursor), peek(cursor, 1)];
  if (!isWord(token, "comment", "key", "storage", "options", "option", "hidden", "visible", "index", "first", "static"))
    return false;
  return next?.kind === "word" && !next.first && !COLUMN_WORDS.has(next.word);
}

/** `UNIQUE (a, b)` or `PRIMARY KEY (a, b)` on a line of its own below a column. */
function isWholeTable(cursor: Cursor): boolean {
  if (!peek(cursor)?.first) return false;
  const at = atWords(cursor, "constraint") ? 2 : 0;
  const [one, two, three] = [peek(cursor, at), peek(cursor, at + 1), peek(cursor, at + 2)];
  if (isWord(one, "primary", "foreign"))
    return isWord(two, "key") && (isSymbol(three, "(") || isSymbol(peek(cursor, at + 3), "("));
  if (isWord(one, "key", "index")) return isName(two) && isSymbol(three, "(") && isName(peek(cursor, at + 3));
  if (isWord(one, "unique")) return isSymbol(two, "(") || isWord(two, "key", "index");
  return isWord(one, "exclude");
}

/** SQLite takes `'name'` for a column's name; elsewhere it is a slip that is clear all the same. */
function takeString(cursor: Cursor): Token | null {
  const token = peek(cursor);
  if (token?.kind !== "string" || token.text === "" || !isName(peek(cursor, 1))) return null;
  cursor.at++;
  return token;
}

/**
 * Reads one column up to the end of its range, or up to what begins the next line without a comma. Returns the
 * attribute; null where no column's name stands.
 */
export function readColumnLine(schema: Schema, table: SqlTable, cursor: Cursor): AttributeDraft | null {
  const from = cursor.at;
  const token = takeName(cursor) ?? takeString(cursor);
  if (!token) {
    reportRange(schema, cursor, from, cursor.end, "A column is `name type constraints`.");
    cursor.at = cursor.end;
    return null;
  }
  const type = readType(cursor);
  const name = { text: token.text, span: spanOfToken(token) };
  const attribute: AttributeDraft = { ...anAttribute(name), attributes: [], type: type?.text ?? null };
  attribute.shape = type?.shape ?? "scalar";
  table.draft.attributes.push(attribute);
  const column = { schema, table, attribute, cursor };
  if (schema.dialect === "mysql" && type?.text.toLowerCase() === "serial") readSerial(column);
  readParts(column);
  attribute.span = spanOf(cursor, from, cursor.at);
  return attribute;
}

/** MySQL's SERIAL is short for `bigint unsigned NOT NULL AUTO_INCREMENT UNIQUE`. */
function readSerial({ table, attribute }: Column): void {
  attribute.notNull = true;
  const { text, span } = attribute.name;
  const known = table.draft.keys.some((key) => !key.primary && key.columns.join() === text);
  if (!known) table.draft.keys.push(aKey([text], { span }));
}

export function readParts(column: Column): void {
  const { schema, cursor } = column;
  let unknown = -1;
  const flush = () => {
    if (unknown >= 0) reportRange(schema, cursor, unknown, cursor.at, "The rest of this column is kept.");
    unknown = -1;
  };
  while (cursor.at < cursor.end && !beginsNextLine(cursor, isWholeTable(cursor))) {
    const at = cursor.at;
    const known = isSymbol(peek(cursor), " ") ? takeSymbol(cursor, " ") : readPart(column);
    if (known && cursor.at > at) {
      const to = cursor.at;
      cursor.at = at;
      flush();
      cursor.at = to;
    } else {
      if (unknown < 0) unknown = at;
      skipOne(cursor);
    }
  }
  cursor.at = Math.min(cursor.at, cursor.end);
  flush();
}
