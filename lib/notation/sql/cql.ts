import { anAttribute, anIndex, type Design } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import type { Problems } from "../problems";
import { reportRange } from "./constraint";
import { readCqlTable, readCqlType, readView } from "./cql-table";
import { attributeOf, leaveOut, newSchema, type Schema, type SqlTable, tableOf } from "./draft";
import { dropColumn, renameColumn } from "./drop";
import { finish } from "./finish";
import { reportLeftOut } from "./left-out";
import { lex } from "./lexer";
import { readTableName, takeName } from "./names";
import type { SqlReading } from "./read";
import { type Statement, split } from "./split";
import { kindOf } from "./statement";
import {
  type Cursor,
  cursorOf,
  inside,
  isName,
  isSymbol,
  isWord,
  peek,
  type Source,
  sourceOf,
  spanOf,
  spanOfToken,
  splitCommas,
  takeSymbol,
  takeWords,
} from "./token";
import { LEFT_OUT } from "./words";

/** `CREATE [CUSTOM] INDEX [name] ON table (column) [USING 'sai']`; the cursor stands behind INDEX. */
function readIndex(schema: Schema, cursor: Cursor, from: number): void {
  takeWords(cursor, "if", "not", "exists");
  const name = isWord(peek(cursor), "on") ? null : readTableName(cursor);
  takeWords(cursor, "on");
  const on = readTableName(cursor);
  const table = on ? tableOf(schema, on) : null;
  if (!on || !table) {
    reportRange(schema, cursor, from, cursor.end, "Name a table that stands above.");
    return;
  }
  const paths = isSymbol(peek(cursor), "(") ? splitCommas(inside(cursor)).map(indexed) : [];
  const method = takeWords(cursor, "using") ? (peek(cursor)?.text ?? null) : null;
  const columns = paths.filter((path) => path !== "").map((path) => ({ path, direction: "asc" as const }));
  if (columns.length === 0) {
    reportRange(schema, cursor, from, cursor.end, "Name the column in brackets.");
    return;
  }
  const span = spanOf(cursor, from, cursor.end);
  table.draft.indexes.push(anIndex([], { name: name?.text ?? null, columns, method, span }));
}

/** `keys(tags)`, `full(tags)`: the collection itself is what is indexed. */
function indexed(range: Cursor): string {
  if (isWord(peek(range), "keys", "values", "entries", "full") && isSymbol(peek(range, 1), "(")) {
    range.at++;
    return indexed(inside(range));
  }
  const only = peek(range);
  return range.end - range.at === 1 && isName(only) ? only.text : sourceOf(range, range.at, range.end);
}

interface Change {
  readonly schema: Schema;
  readonly table: SqlTable;
  readonly cursor: Cursor;
  readonly from: number;
}

const listOf = (cursor: Cursor) => (isSymbol(peek(cursor), "(") ? inside(cursor) : cursor);

function addColumns({ schema, table, cursor, from }: Change): void {
  takeWords(cursor, "if", "not", "exists");
  const span = spanOf(cursor, from, cursor.end);
  const listed = listOf(cursor);
  while (listed.at < listed.end) {
    const column = takeName(listed);
    const type = column ? readCqlType(listed) : null;
    if (!column || type === null) {
      reportRange(schema, cursor, from, cursor.end, "A column is `name type`.");
      return;
    }
    takeWords(listed, "static");
    takeSymbol(listed, ",");
    const name = { text: column.text, span: spanOfToken(column) };
    table.draft.attributes.push({ ...anAttribute(name), attributes: [], type, span });
  }
}

function rename({ schema, table, cursor, from }: Change): void {
  const old = takeName(cursor);
  const to = takeWords(cursor, "to") ? takeName(cursor) : null;
  if (!old || !to || !attributeOf(table, old.text)) {
    reportRange(schema, cursor, from, cursor.end, "Say `RENAME old TO new`.");
    return;
  }
  renameColumn(table, schema, old.text, { text: to.text, span: spanOfToken(to) });
  const anew = (path: string) => (path.toLowerCase() === old.text.toLowerCase() ? to.text : path);
  table.draft.partition = table.draft.partition.map(anew);
  table.draft.clustering = table.draft.clustering.map((column) => ({ ...column, path: anew(column.path) }));
}

/** `ALTER TABLE t ADD a int, b text | DROP a | RENAME a TO b | WITH …`; the cursor stands behind TABLE. */
function readAlter(schema: Schema, cursor: Cursor, from: number): void {
  takeWords(cursor, "if", "exists");
  const name = readTableName(cursor);
  const table = name ? tableOf(schema, name) : null;
  const span = spanOf(cursor, from, cursor.end);
  if (!table) {
    reportRange(schema, cursor, from, cursor.end, "Name a table that stands above.");
    return;
  }
  const change: Change = { schema, table, cursor, from };
  if (takeWords(cursor, "add")) addColumns(change);
  else if (takeWords(cursor, "rename")) rename(change);
  else if (takeWords(cursor, "drop")) {
    takeWords(cursor, "if", "exists");
    for (const range of splitCommas(listOf(cursor))) dropColumn(schema, table, takeName(range)?.text ?? "");
  } else {
    leaveOut(schema, "ALTER TABLE option", span);
    return;
  }
  schema.accounted.push(span);
}

/** True where the statement is one that says something of the design; it is read then. */
function readKnown(schema: Schema, cursor: Cursor, start: number, end: number): boolean {
  if (takeWords(cursor, "alter", "table")) readAlter(schema, cursor, start);
  else if (!takeWords(cursor, "create")) return false;
  else {
    takeWords(cursor, "or", "replace");
    if (takeWords(cursor, "table") || takeWords(cursor, "columnfamily")) readCqlTable(schema, cursor, start, end);
    else if (takeWords(cursor, "materialized", "view")) readView(schema, cursor, start, end);
    else if (takeWords(cursor, "index") || takeWords(cursor, "custom", "index")) readIndex(schema, cursor, start);
    else return false;
  }
  return true;
}

function readStatement(schema: Schema, source: Source, { from, to, end }: Statement): void {
  const cursor = cursorOf(source, from, to);
  while (isSymbol(peek(cursor), " ")) cursor.at++;
  const start = cursor.at;
  if (start >= to || readKnown(schema, cursor, start, end)) return;
  cursor.at = start;
  const span = { start: source.tokens[start]?.start ?? 0, end };
  const first = peek(cursor);
  if (first && LEFT_OUT.has(first.word)) leaveOut(schema, kindOf(cursor), span);
  else reportRange(schema, cursor, start, cursor.end, "A statement begins with CREATE TABLE; a comment with --.");
}

/** Reads CQL statement by statement; see {@link readCql}. */
export function readCqlStatements(text: string, body: Span, problems: Problems): SqlReading {
  const { tokens, skipped } = lex(text, body, false, problems);
  const { source, statements } = split(text, tokens, problems);
  const schema = newSchema("cql", problems);
  for (const { kind, span } of skipped) leaveOut(schema, kind, span);
  for (const statement of statements) readStatement(schema, source, statement);
  reportLeftOut(schema);
  return { design: finish(schema), accounted: schema.accounted };
}

/** Reads a body written in CQL, the language of Cassandra and ScyllaDB. Never throws, takes linear time. */
export function readCql(text: string, body: Span, problems: Problems): Design {
  return readCqlStatements(text, body, problems).design;
}
