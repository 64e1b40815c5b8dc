import { aCheck, aKey, anIndex } from "@/lib/design";
import { short } from "../problems";
import { takeBareCondition } from "./check";
import { type ColumnSaid, orderOf, pathsOf, readColumns } from "./columns";
import { keepName, type Part, type Schema, type SqlTable } from "./draft";
import { takeName } from "./names";
import { readAim, referenceOf, skipTiming } from "./reference";
import { takeStorage } from "./storage";
import {
  atWords,
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
  type Token,
  takeSymbol,
  takeWords,
} from "./token";

/** One line of a table's body and what it is read into. */
export interface Line {
  readonly schema: Schema;
  readonly table: SqlTable;
  readonly cursor: Cursor;
  /** Where the constraint begins, its CONSTRAINT included. */
  readonly from: number;
  /** The name behind CONSTRAINT. */
  readonly name: Token | null;
}

export function reportRange(schema: Schema, cursor: Cursor, from: number, to: number, advice: string): void {
  const words = short(sourceOf(cursor, from, Math.min(to, from + 12)));
  schema.problems.report("error", spanOf(cursor, from, to), `“${words}” is not understood. ${advice}`);
}

function takeMethod(cursor: Cursor): string | null {
  return takeWords(cursor, "using") ? (takeName(cursor)?.text ?? null) : null;
}

interface Tail {
  readonly include: readonly string[];
  readonly where: string | null;
  readonly method: string | null;
}

const STORAGE_VALUES = new Set(["comment", "key_block_size", "algorithm", "lock", "engine_attribute", "on"]);
const STORAGE_FLAGS = new Set(["visible", "invisible", "online", "parallel", "local", "global", "clustered"]);

/** Words behind an index's columns that say how it is stored. */
function skipStorage(schema: Schema, cursor: Cursor): boolean {
  const word = peek(cursor)?.word ?? "";
  if (takeWords(cursor, "on", "conflict")) cursor.at++;
  else if (takeWords(cursor, "with", "parser")) cursor.at++;
  else if (takeStorage(schema, cursor)) return true;
  else if (STORAGE_VALUES.has(word)) {
    cursor.at++;
    takeSymbol(cursor, "=");
    if (cursor.at < cursor.end) skipOne(cursor);
  } else if (STORAGE_FLAGS.has(word)) cursor.at++;
  else return takeWords(cursor, "nulls", "not", "distinct") || takeWords(cursor, "nulls", "distinct");
  return true;
}

/** `INCLUDE (…) WITH (…) WHERE …`, `USING BTREE COMMENT '…'`. Reads to the end or to what it does not know. */
export function readIndexTail(schema: Schema, cursor: Cursor): Tail {
  let include: readonly string[] = [];
  let where: string | null = null;
  let method: string | null = null;
  for (let from = -1; from !== cursor.at && cursor.at < cursor.end; ) {
    from = cursor.at;
    if (takeWords(cursor, "include") || takeWords(cursor, "storing") || takeWords(cursor, "covering"))
      include = pathsOf(readColumns(cursor));
    else if (takeWords(cursor, "where")) {
      where = condition(cursor, cursor.at, cursor.end);
      cursor.at = cursor.end;
    } else if (!skipStorage(schema, cursor) && !skipTiming(cursor)) method = takeMethod(cursor) ?? method;
  }
  return { include, where, method };
}

/** A condition as written, without the brackets around all of it. */
export function condition(cursor: Cursor, from: number, to: number): string {
  let [start, end] = [from, to];
  for (let i = 0; i < 8; i++) {
    if (!isSymbol(cursor.tokens[start], "(") || cursor.match[start] !== end - 1) break;
    start++;
    end--;
  }
  return sourceOf(cursor, start, end);
}

function add(line: Line, kind: "keys" | "references" | "indexes" | "checks", part: Part, named: Token | null): void {
  const list: Part[] = line.table.draft[kind];
  list.push(part);
  keepName(line.table, named, part);
}

function needColumns(line: Line, columns: readonly ColumnSaid[], example: string): boolean {
  if (columns.length > 0) return true;
  reportRange(line.schema, line.cursor, line.from, line.cursor.end, `Name the columns in brackets: \`${example}\`.`);
  line.cursor.at = line.cursor.end;
  return false;
}

function clustered({ cursor }: Line): void {
  if (!takeWords(cursor, "clustered")) takeWords(cursor, "nonclustered");
}

function readPrimary(line: Line): void {
  const { cursor } = line;
  clustered(line);
  if (takeWords(cursor, "using", "index")) {
    promoteIndex(line, true);
    return;
  }
  takeMethod(cursor);
  // MySQL lets a name stand here and ignores it.
  if (isName(peek(cursor)) && isSymbol(peek(cursor, 1), "(")) cursor.at++;
  const columns = readColumns(cursor);
  if (!needColumns(line, columns, "PRIMARY KEY (id)")) return;
  readIndexTail(line.schema, cursor);
  add(line, "keys", aKey(pathsOf(columns), { primary: true, span: spanOf(cursor, line.from, cursor.at) }), line.name);
}

function readUnique(line: Line): void {
  const { cursor } = line;
  if (!takeWords(cursor, "key")) takeWords(cursor, "index");
  takeWords(cursor, "if", "not", "exists");
  clustered(line);
  if (!takeWords(cursor, "nulls", "not", "distinct")) takeWords(cursor, "nulls", "distinct");
  const own = isSymbol(peek(cursor), "(") || isWord(peek(cursor), "using") ? null : takeName(cursor);
  if (takeWords(cursor, "using", "index")) {
    promoteIndex(line, false);
    return;
  }
  takeMethod(cursor);
  const overlaps = isSymbol(peek(cursor), "(") && holdsWords(cursor, "without", "overlaps");
  if (overlaps) {
    readExclusion(line);
    return;
  }
  const columns = readColumns(cursor);
  if (!needColumns(line, columns, "UNIQUE (email)")) return;
  const { include, where } = readIndexTail(line.schema, cursor);
  const span = spanOf(cursor, line.from, cursor.at);
  const name = line.name ?? own;
  if (include.length === 0 && where === null) {
    add(line, "keys", aKey(pathsOf(columns), { span }), name);
    return;
  }
  const index = anIndex([], {
    columns: orderOf(columns),
    unique: true,
    include,
    where,
    name: name?.text ?? null,
    span,
  });
  add(line, "indexes", index, name);
}

function holdsWords(cursor: Cursor, ...words: readonly string[]): boolean {
  const body = inside(cursorOf(cursor, cursor.at, cursor.end));
  for (; body.at < body.end; body.at++) if (atWords(body, ...words)) return true;
  return false;
}

/** `ADD CONSTRAINT … PRIMARY KEY USING INDEX idx`: the unique index that is there already becomes the key. */
function promoteIndex(line: Line, primary: boolean): void {
  const { cursor, table, from } = line;
  const own = takeName(cursor);
  const part = own ? table.named.get(own.text.toLowerCase()) : undefined;
  while (skipTiming(cursor));
  if (!own || part?.kind !== "index") {
    reportRange(line.schema, cursor, from, cursor.end, "Name a unique index of this table.");
    return;
  }
  table.draft.indexes.splice(table.draft.indexes.indexOf(part), 1);
  add(line, "keys", aKey(pathsOf(part.columns), { primary, span: spanOf(cursor, from, cursor.at) }), line.name ?? own);
}

/** Nothing in a design forbids overlaps; said as a check it is kept and shown as written. */
function readExclusion(line: Line): void {
  const { cursor } = line;
  const start = line.from + (line.name ? 2 : 0);
  takeMethod(cursor);
  if (isSymbol(peek(cursor), "(")) skipOne(cursor);
  readIndexTail(line.schema, cursor);
  const span = spanOf(cursor, line.from, cursor.at);
  add(line, "checks", aCheck(sourceOf(cursor, start, cursor.at), { span }), line.name);
}

function readIndex(line: Line, kind: string | null): void {
  const { cursor } = line;
  if (!takeWords(cursor, "key")) takeWords(cursor, "index");
  takeWords(cursor, "if", "not", "exists");
  const own = isSymbol(peek(cursor), "(") || isWord(peek(cursor), "using") ? null : takeName(cursor);
  const early = takeMethod(cursor);
  const columns = readColumns(cursor);
  if (!needColumns(line, columns, "INDEX (user_id)")) return;
  const { method, ...tail } = readIndexTail(line.schema, cursor);
  const span = spanOf(cursor, line.from, cursor.at);
  const part = { columns: orderOf(columns), ...tail, method: kind ?? early ?? method, name: own?.text ?? null, span };
  add(line, "indexes", anIndex([], part), own);
}

/** `FOREIGN KEY user_id REFERENCES users`: the brackets are missing, what is meant is clear. */
function bareColumn({ schema }: Line, { text, start, end }: Token): ColumnSaid {
  const span = { start, end };
  schema.problems.replace("warning", span, `(${text})`, "The column of a foreign key stands in brackets.");
  return { path: text, direction: "asc", span, plain: true };
}

function readForeign(line: Line): void {
  const { cursor } = line;
  takeWords(cursor, "if", "not", "exists");
  const own = isSymbol(peek(cursor), "(") ? null : takeName(cursor);
  const columns = own && isWord(peek(cursor), "references") ? [bareColumn(line, own)] : readColumns(cursor);
  if (!needColumns(line, columns, "FOREIGN KEY (user_id) REFERENCES users (id)")) return;
  const aim = takeWords(cursor, "references") ? readAim(cursor) : null;
  if (!aim) {
    const advice = "Say what it refers to: `FOREIGN KEY (user_id) REFERENCES users (id)`.";
    reportRange(line.schema, cursor, line.from, cursor.end, advice);
    cursor.at = cursor.end;
    return;
  }
  const reference = referenceOf(pathsOf(columns), aim, cursor, line.from);
  line.table.targets.set(reference, aim.target);
  add(line, "references", reference, line.name ?? own);
}

export function readCheck(line: Line): void {
  const { cursor } = line;
  const open = cursor.at;
  const body = isSymbol(peek(cursor), "(") ? inside(cursor) : null;
  const expression = body ? condition(cursor, body.at, body.end) : takeBareCondition(line.schema, cursor);
  if (expression === null) {
    reportRange(line.schema, cursor, line.from, cursor.end, "Put the condition in brackets: `CHECK (amount > 0)`.");
    cursor.at = cursor.end;
    return;
  }
  while (skipTiming(cursor));
  const span = spanOf(cursor, line.from, cursor.at);
  if (expression === "")
    reportRange(line.schema, cursor, line.from, open + 1, "Write the condition: `CHECK (amount > 0)`.");
  else add(line, "checks", aCheck(expression, { span }), line.name);
}

/** `key (a)`, `KEY idx (a)`, not a column that is called `key`. */
function isIndexLine(cursor: Cursor): boolean {
  const ahead = cursorOf(cursor, cursor.at + 1, cursor.end);
  takeWords(ahead, "if", "not", "exists");
  if (isSymbol(peek(ahead), "(")) return true;
  if (isWord(peek(ahead), "using")) return true;
  if (!isName(peek(ahead))) return false;
  if (isWord(peek(ahead, 1), "using")) return true;
  const inner = peek(ahead, 2);
  return isSymbol(peek(ahead, 1), "(") && (isName(inner) || isSymbol(inner, "("));
}

/** True where a constraint of the whole table begins, not a column. */
export function isTableConstraint(cursor: Cursor): boolean {
  const next = peek(cursor, 1);
  switch (peek(cursor)?.word) {
    case "constraint":
      return isName(next);
    case "primary":
      return isWord(next, "key");
    case "unique":
    case "check":
      return next === null || isSymbol(next, "(") || isName(next);
    case "foreign":
      return isWord(next, "key");
    case "exclude":
      return isWord(next, "using") || isSymbol(next, "(");
    case "key":
    case "index":
      return isIndexLine(cursor);
    case "fulltext":
    case "spatial":
      return isWord(next, "key", "index") || isIndexLine(cursor);
    default:
      return false;
  }
}

/** What a constraint's first words say, longest first. */
const CONSTRAINTS: readonly (readonly [readonly string[], (line: Line) => void])[] = [
  [["primary", "key"], readPrimary],
  [["unique"], readUnique],
  [["foreign", "key"], readForeign],
  [["check"], readCheck],
  [["exclude"], readExclusion],
  [["fulltext"], (line) => readIndex(line, "fulltext")],
  [["spatial"], (line) => readIndex(line, "spatial")],
  [["key"], (line) => readIndex(line, null)],
  [["index"], (line) => readIndex(line, null)],
  [["not", "null"], readNotNull],
];

function takeConstraintName(cursor: Cursor): Token | null {
  if (!takeWords(cursor, "constraint")) return null;
  takeWords(cursor, "if", "not", "exists");
  const nameless =
    isWord(peek(cursor), "primary", "unique", "foreign", "check", "exclude") && isConstraintStart(cursor);
  return nameless ? null : takeName(cursor);
}

/** Reads one constraint of a table, from its CONSTRAINT on. What is left behind it stays at the cursor. */
export function readConstraint(schema: Schema, table: SqlTable, cursor: Cursor): void {
  const from = cursor.at;
  const name = takeConstraintName(cursor);
  const found = CONSTRAINTS.find(([words]) => takeWords(cursor, ...words));
  if (found) {
    found[1]({ schema, table, cursor, from, name });
    return;
  }
  reportRange(schema, cursor, from, cursor.end, "A constraint is PRIMARY KEY, UNIQUE, FOREIGN KEY or CHECK.");
  cursor.at = cursor.end;
}

function isConstraintStart(cursor: Cursor): boolean {
  const next = peek(cursor, 1);
  return isWord(next, "key") || isSymbol(next, "(") || isWord(next, "using");
}

/** PostgreSQL 18 writes `CONSTRAINT x NOT NULL column` as a line of its own. */
function readNotNull(line: Line): void {
  const column = takeName(line.cursor);
  const found = line.table.draft.attributes.find(({ name }) => name.text.toLowerCase() === column?.text.toLowerCase());
  if (found) Object.assign(found, { notNull: true });
  else reportRange(line.schema, line.cursor, line.from, line.cursor.end, "Name a column of this table.");
  while (skipTiming(line.cursor));
}
