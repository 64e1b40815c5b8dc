import { short } from "../problems";
import { readAlterTable, renameTable } from "./alter";
import { reportRange } from "./constraint";
import { readCreateIndex, takeIndexKind } from "./create-index";
import { newSqlTable, readCreateTable } from "./create-table";
import { readAlterType, readCreateDomain, readCreateType } from "./create-type";
import { leaveOut, register, removeTable, type Schema, tableOf } from "./draft";
import { dropConstraint, dropIndex } from "./drop";
import { readTableName } from "./names";
import type { Statement } from "./split";
import {
  type Cursor,
  cursorOf,
  inside,
  isSymbol,
  isWord,
  peek,
  type Source,
  spanOf,
  splitCommas,
  takeSymbol,
  takeWords,
} from "./token";
import { beginsStatement, LEFT_OUT } from "./words";

const MODIFIERS = [
  "temp",
  "temporary",
  "unlogged",
  "global",
  "local",
  "foreign",
  "external",
  "transient",
  "volatile",
  "cached",
  "memory",
];

interface Place {
  readonly from: number;
  readonly end: number;
  /** Nothing comes after it: a table that is not known now never will be. */
  readonly last: boolean;
}

/** Reads one statement into the schema. False where it speaks of a table that is not known yet. */
export function readStatement(schema: Schema, source: Source, { from, to, end }: Statement, last: boolean): boolean {
  const cursor = cursorOf(source, from, to);
  while (isSymbol(peek(cursor), " ") || isWord(peek(cursor), "go")) cursor.at++;
  if (isSymbol(peek(cursor), "/") || cursor.at >= to) cursor.at = Math.max(cursor.at, Math.min(to, from + 1));
  if (cursor.at >= to) return true;
  const place = { from: cursor.at, end, last };
  if (takeWords(cursor, "create")) return readCreate(schema, cursor, place);
  if (takeWords(cursor, "alter")) return readAlter(schema, cursor, place);
  if (takeWords(cursor, "drop")) return readDrop(schema, cursor, place);
  if (takeWords(cursor, "rename", "table")) return readRename(schema, cursor, place);
  return pass(schema, cursor, place);
}

function spanAt(cursor: Cursor, { from, end }: Place) {
  return { start: cursor.tokens[from]?.start ?? 0, end };
}

/** A statement without design is counted; words that begin none are named. */
function pass(schema: Schema, cursor: Cursor, place: Place): boolean {
  cursor.at = place.from;
  const first = peek(cursor);
  if (first && LEFT_OUT.has(first.word)) leaveOut(schema, kindOf(cursor), spanAt(cursor, place));
  else reportUnknown(schema, cursor, place);
  return true;
}

const FIRST_WORDS = ["create", "alter", "insert", "select", "drop"];

/** `CRATE TABLE`: a slip in the first word, or no statement at all. */
function reportUnknown(schema: Schema, cursor: Cursor, place: Place): void {
  const first = peek(cursor);
  const second = peek(cursor, 1);
  const isSlip = first?.kind === "word" && beginsStatement({ ...first, word: "create" }, second ?? undefined);
  const guess = first && isSlip ? schema.problems.guess(first.word, FIRST_WORDS) : null;
  if (!first || guess === null) {
    const advice = "A statement begins with CREATE TABLE, CREATE INDEX or ALTER TABLE; a comment with --.";
    reportRange(schema, cursor, place.from, cursor.end, advice);
    return;
  }
  const text = guess.toUpperCase();
  const message = `“${short(first.text)}” begins no statement. Did you mean “${text}”?`;
  schema.problems.report("error", spanOf(cursor, place.from, cursor.end), message, {
    label: `Write “${text}”`,
    edits: [{ span: { start: first.start, end: first.end }, text }],
  });
}

const KINDS =
  "materialized view recursive function procedure trigger extension schema database sequence role user policy rule aggregate operator collation event publication server statistics cast keyspace type index table domain default".split(
    " ",
  );

/** `CREATE FUNCTION`, `INSERT`: what the hint calls it. */
export function kindOf(cursor: Cursor): string {
  const first = (peek(cursor)?.text ?? "").toUpperCase();
  if (!["CREATE", "ALTER", "DROP"].includes(first)) return short(first);
  for (let ahead = 1; ahead < 12; ahead++) {
    const word = peek(cursor, ahead)?.word ?? "";
    if (word !== "materialized" && word !== "recursive" && KINDS.includes(word))
      return `${first} ${word.toUpperCase()}`;
  }
  return first;
}

function readCreate(schema: Schema, cursor: Cursor, place: Place): boolean {
  takeWords(cursor, "or", "replace");
  while (MODIFIERS.some((word) => takeWords(cursor, word)));
  if (takeWords(cursor, "table")) {
    readCreateTable(schema, cursor, place.from, place.end);
    return true;
  }
  if (takeWords(cursor, "virtual", "table")) return readVirtual(schema, cursor, place);
  if (takeWords(cursor, "type")) readCreateType(schema, cursor, place.from);
  else if (takeWords(cursor, "domain")) readCreateDomain(schema, cursor, place.from);
  else {
    const kind = takeIndexKind(cursor);
    if (kind) return readCreateIndex(schema, cursor, kind, place.from, place.last);
    rememberView(schema, cursor);
    return pass(schema, cursor, place);
  }
  return true;
}

/** `CREATE [MATERIALIZED] VIEW name`: an index on it is no error. */
function rememberView(schema: Schema, cursor: Cursor): void {
  for (let ahead = 0; ahead < 10; ahead++) {
    if (!isWord(peek(cursor, ahead), "view", "sequence")) continue;
    cursor.at += ahead + 1;
    takeWords(cursor, "if", "not", "exists");
    const name = readTableName(cursor);
    if (name) schema.others.add(name.text.toLowerCase());
    return;
  }
}

/** SQLite's `CREATE VIRTUAL TABLE notes USING fts5(title, body)`: its arguments are its columns. */
function readVirtual(schema: Schema, cursor: Cursor, place: Place): boolean {
  takeWords(cursor, "if", "not", "exists");
  const name = readTableName(cursor);
  if (!name) return pass(schema, cursor, place);
  const table = newSqlTable(name);
  table.draft.span = spanAt(cursor, place);
  while (cursor.at < cursor.end && !isSymbol(peek(cursor), "(")) cursor.at++;
  const body = cursor.at < cursor.end ? inside(cursor) : cursor;
  for (const range of splitCommas(body)) {
    // R-Tree marks what it does not index: `+name text`.
    takeSymbol(range, "+");
    const column = peek(range);
    if (!column || isSymbol(peek(range, 1), "=")) continue;
    const at = { start: column.start, end: column.end };
    table.draft.attributes.push({
      kind: "attribute",
      name: { text: column.text, span: at },
      type: null,
      shape: "scalar",
      attributes: [],
      notNull: false,
      default: null,
      copyOf: null,
      ttl: null,
      span: spanOf(range, range.at, range.end),
    });
  }
  schema.tables.push(table);
  register(schema, table);
  return true;
}

function readAlter(schema: Schema, cursor: Cursor, place: Place): boolean {
  takeWords(cursor, "foreign");
  if (takeWords(cursor, "table")) return readAlterTable(schema, cursor, place.from, place.last);
  if (takeWords(cursor, "type")) readAlterType(schema, cursor, place.from);
  else return pass(schema, cursor, place);
  return true;
}

/** Dropping a table that stands in the text takes it out; dropping one that comes later is the habit of dumps. */
function readDrop(schema: Schema, cursor: Cursor, place: Place): boolean {
  const table = takeWords(cursor, "table");
  const index = !table && takeWords(cursor, "index");
  if (!table && !index) return pass(schema, cursor, place);
  takeWords(cursor, "concurrently");
  takeWords(cursor, "if", "exists");
  let done = false;
  for (const range of splitCommas(cursor)) {
    const name = readTableName(range);
    const known = name && table ? tableOf(schema, name) : null;
    if (known) removeTable(schema, known);
    done = known !== null || (name !== null && index && dropNamedIndex(schema, name.text, range)) || done;
  }
  if (!done) return pass(schema, cursor, place);
  schema.accounted.push(spanAt(cursor, place));
  return true;
}

function dropNamedIndex(schema: Schema, name: string, range: Cursor): boolean {
  const on = takeWords(range, "on") ? readTableName(range) : null;
  const table = on ? tableOf(schema, on) : null;
  return table ? dropConstraint(schema, table, name) : dropIndex(schema, name);
}

/** MySQL's `RENAME TABLE a TO b, c TO d`. */
function readRename(schema: Schema, cursor: Cursor, place: Place): boolean {
  for (const range of splitCommas(cursor)) {
    const from = readTableName(range);
    const to = takeWords(range, "to") ? readTableName(range) : null;
    const table = from ? tableOf(schema, from) : null;
    if (table && to) renameTable(schema, table, to.text, to.span);
    else if (!place.last) return false;
    else reportRange(schema, range, range.at, range.end, "Name a table that stands above: `RENAME TABLE a TO b`.");
  }
  schema.accounted.push(spanAt(cursor, place));
  return true;
}
