import { short } from "../problems";
import { newTable } from "../shorthand/draft";
import { readColumnLine } from "./column";
import { isTableConstraint, readConstraint, reportRange } from "./constraint";
import {
  type Borrowed,
  leaveOut,
  register,
  type Schema,
  type SqlTable,
  type TableName,
  type TakenOver,
  tableOf,
} from "./draft";
import { readTableName } from "./names";
import { skipTableOption, takeFamily, takeStorage } from "./storage";
import { takeOver } from "./take-over";
import {
  atWords,
  type Cursor,
  cursorOf,
  inside,
  isSymbol,
  isWord,
  peek,
  skipOne,
  spanOf,
  splitCommas,
  takeWords,
} from "./token";
import { readTypeColumns, readTypedLine } from "./typed-table";
import { OPTION_WORDS } from "./words";

export function newSqlTable(
  name: TableName,
  draft = newTable({ text: name.text, span: name.span }, "table", null, name.span),
): SqlTable {
  return { draft, name, named: new Map(), borrowed: [], targets: new Map() };
}

export function reportComma(schema: Schema, cursor: Cursor, at: number): void {
  const last = cursor.tokens[at - 1];
  const next = cursor.tokens[at];
  if (!last || !next) return;
  const place = { start: last.end, end: last.end };
  schema.problems.report(
    "warning",
    { start: next.start, end: next.end },
    `A comma is missing before “${short(next.text)}”. It is read as a line of its own.`,
    { label: "Add ,", edits: [{ span: place, text: "," }] },
  );
}

/** One range between commas: a column, a constraint, or several of them where commas are missing. */
export function readLines(schema: Schema, table: SqlTable, cursor: Cursor): void {
  const start = cursor.at;
  while (cursor.at < cursor.end) {
    const from = cursor.at;
    if (from > start && peek(cursor)?.first) reportComma(schema, cursor, from);
    readLine(schema, table, cursor);
    if (cursor.at < cursor.end && !peek(cursor)?.first) skipRest(schema, cursor);
    if (cursor.at <= from) cursor.at = from + 1;
  }
}

/** What stands behind a constraint on its line. */
function skipRest(schema: Schema, cursor: Cursor): void {
  const from = cursor.at;
  while (cursor.at < cursor.end && !peek(cursor)?.first) skipOne(cursor);
  if (!isSymbol(cursor.tokens[from], " ") || cursor.at > from + 1)
    reportRange(schema, cursor, from, cursor.at, "What stands before it is kept.");
}

function readLine(schema: Schema, table: SqlTable, cursor: Cursor): void {
  if (isSymbol(peek(cursor), " ")) cursor.at++;
  else if (isWord(peek(cursor), "like") && table.draft.attributes.every(({ name }) => name.text !== ""))
    readLike(schema, table, cursor);
  else if (atWords(cursor, "period", "for")) cursor.at = cursor.end;
  else if (takeFamily(schema, cursor)) return;
  else if (isTableConstraint(cursor)) readConstraint(schema, table, cursor);
  else readColumnLine(schema, table, cursor);
}

function readLike(schema: Schema, table: SqlTable, cursor: Cursor): void {
  const from = cursor.at;
  cursor.at++;
  const name = readTableName(cursor);
  if (!name) {
    reportRange(schema, cursor, from, cursor.end, "Name the table that it is like.");
    return;
  }
  const taken = schema.dialect === "postgresql" ? readTaken(cursor) : WHOLE;
  borrow(schema, table, { from: name, at: table.draft.attributes.length, taken });
}

const WHOLE: TakenOver = { defaults: true, checks: true, keys: true };
/** A child of a table has its columns and checks; keys and indexes are each table's own. */
export const INHERITED: TakenOver = { ...WHOLE, keys: false };

const TAKEN: Readonly<Record<string, readonly (keyof TakenOver)[]>> = {
  all: ["defaults", "checks", "keys"],
  defaults: ["defaults"],
  constraints: ["checks"],
  indexes: ["keys"],
};

/** `LIKE other INCLUDING ALL EXCLUDING INDEXES`; without a word only columns and their NOT NULL. */
function readTaken(cursor: Cursor): TakenOver {
  const taken = { defaults: false, checks: false, keys: false };
  while (isWord(peek(cursor), "including", "excluding")) {
    const include = isWord(peek(cursor), "including");
    for (const part of TAKEN[peek(cursor, 1)?.word ?? ""] ?? []) taken[part] = include;
    cursor.at += 2;
  }
  return taken;
}

/** LIKE copies what the other table has by now; where it only comes later, it is copied at the end. */
function borrow(schema: Schema, table: SqlTable, borrowed: Borrowed): void {
  const other = tableOf(schema, borrowed.from);
  if (other && other !== table) takeOver(table, other, borrowed.at, borrowed.taken);
  else table.borrowed.push(borrowed);
}

function readBody(schema: Schema, table: SqlTable, body: Cursor): void {
  const ranges = splitCommas(body);
  ranges.forEach((range, i) => {
    if (range.at < range.end) {
      readLines(schema, table, range);
      return;
    }
    const comma = range.tokens[i === ranges.length - 1 ? range.at - 1 : range.end];
    if (!comma || ranges.length === 1 || !isSymbol(comma, ",")) return;
    const span = { start: comma.start, end: comma.end };
    schema.problems.report("warning", span, "This comma is one too many. Take it out.", {
      label: "Take out ,",
      edits: [{ span, text: "" }],
    });
  });
}

/** `CREATE [TEMP] TABLE [IF NOT EXISTS] name`: the cursor stands behind TABLE. */
export function readCreateTable(schema: Schema, cursor: Cursor, from: number, end: number): void {
  const careful = takeWords(cursor, "if", "not", "exists");
  const name = readTableName(cursor);
  const span = { start: cursor.tokens[from]?.start ?? 0, end };
  if (!name) {
    const advice = "Name the table: `CREATE TABLE users (id bigint PRIMARY KEY)`.";
    reportRange(schema, cursor, from, cursor.end, advice);
    return;
  }
  if (takeWords(cursor, "partition", "of")) {
    schema.others.add(name.text.toLowerCase());
    leaveOut(schema, "partition", span);
    return;
  }
  const known = tableOf(schema, name);
  const again = known && known.name.schema === name.schema && known.name.text.toLowerCase() === name.text.toLowerCase();
  const table = newSqlTable(name);
  table.draft.span = span;
  if (again) reportTwice(schema, name, careful);
  if (!again || !careful) {
    schema.tables.push(table);
    register(schema, table);
  }
  readDefinition(schema, table, cursor);
}

function reportTwice(schema: Schema, name: TableName, careful: boolean): void {
  const kept = careful ? "The first one is kept." : "Rename one of them, or make them one table.";
  schema.problems.report("warning", name.span, `“${short(name.text)}” stands here twice. ${kept}`);
}

function readDefinition(schema: Schema, table: SqlTable, cursor: Cursor): void {
  if (takeWords(cursor, "like")) {
    const other = readTableName(cursor);
    if (other) borrow(schema, table, { from: other, at: 0, taken: WHOLE });
    else reportRange(schema, cursor, cursor.at - 1, cursor.end, "Name the table that it is like.");
  } else if (isSymbol(peek(cursor), "(") && !isWord(peek(cursor, 1), "select", "with")) {
    readBody(schema, table, inside(cursor));
  } else if (takeWords(cursor, "of")) {
    readTypeColumns(schema, table, cursor);
    if (isSymbol(peek(cursor), "(")) for (const line of splitCommas(inside(cursor))) readTypedLine(schema, table, line);
  }
  readOptions(schema, table, cursor);
}

/** What stands behind the body: of it only INHERITS and a query say something of the design. */
function readOptions(schema: Schema, table: SqlTable, cursor: Cursor): void {
  const first = peek(cursor);
  const from = cursor.at;
  const empty = table.draft.attributes.length + table.borrowed.length === 0;
  if (first && first.kind === "symbol" && isSymbol(first, "(") && empty) {
    reportQuery(schema, cursor, from);
    return;
  }
  if (first && !OPTION_WORDS.has(first.word) && !isSymbol(first, " ")) {
    const advice = "The table above it is kept. Close its bracket behind its last line.";
    reportRange(schema, cursor, from, cursor.end, advice);
    return;
  }
  while (cursor.at < cursor.end) {
    if (takeWords(cursor, "inherits") && isSymbol(peek(cursor), "(")) readParents(table, inside(cursor));
    else if (isWord(peek(cursor), "select") && empty) {
      reportQuery(schema, cursor, cursor.at);
      return;
    } else if (!takeStorage(schema, cursor)) skipTableOption(schema, cursor);
  }
}

function readParents(table: SqlTable, body: Cursor): void {
  for (const range of splitCommas(body).toReversed()) {
    const parent = readTableName(cursorOf(range, range.at, range.end));
    if (parent) table.borrowed.unshift({ from: parent, at: 0, taken: INHERITED });
  }
}

function reportQuery(schema: Schema, cursor: Cursor, from: number): void {
  const span = spanOf(cursor, from, cursor.end);
  schema.problems.report("warning", span, "The columns of a query are not read. Write the table with its columns.");
}
