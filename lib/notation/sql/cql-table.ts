import type { AttributeShape, IndexColumn } from "@/lib/design";
import { anAttribute } from "@/lib/design";
import { pathsOf, readColumns } from "./columns";
import { reportRange } from "./constraint";
import { newSqlTable, reportComma } from "./create-table";
import { attributeOf, register, type Schema, type SqlTable, tableOf } from "./draft";
import { readTableName, takeName } from "./names";
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
  spanOfToken,
  splitCommas,
  takeSymbol,
  takeWords,
} from "./token";

const WORDS_BEHIND_TYPE = ["static", "primary", "with", "masked"];

/** `frozen<map<text, uuid>>`, `vector<float, 3>`: brackets of angle, with commas in them. */
export function readCqlType(cursor: Cursor): string | null {
  const from = cursor.at;
  if (!isName(peek(cursor)) || isWord(peek(cursor), ...WORDS_BEHIND_TYPE)) return null;
  cursor.at++;
  while (isSymbol(peek(cursor), ".") && isName(peek(cursor, 1))) cursor.at += 2;
  if (isSymbol(peek(cursor), "<")) skipAngles(cursor);
  return sourceOf(cursor, from, cursor.at);
}

function skipAngles(cursor: Cursor): void {
  const from = cursor.at;
  let depth = 0;
  while (cursor.at < cursor.end) {
    const token = peek(cursor);
    // Unclosed: only the angle itself belongs to the type.
    if (!token || isSymbol(token, "(") || isWord(token, ...WORDS_BEHIND_TYPE)) break;
    cursor.at++;
    if (isSymbol(token, "<")) depth++;
    else if (isSymbol(token, ">")) depth--;
    if (depth === 0) return;
  }
  cursor.at = from + 1;
}

/** Commas between columns; those in angle brackets belong to a type. */
function splitLines(body: Cursor): Cursor[] {
  const ranges: Cursor[] = [];
  for (const range of splitCommas(body)) {
    const last = ranges.at(-1);
    if (last && openAngles(last) > 0) ranges[ranges.length - 1] = cursorOf(body, last.at, range.end);
    else ranges.push(range);
  }
  return ranges;
}

/** Types nested deeper are not counted, so that reading stays linear. */
const MOST_TYPE_TOKENS = 64;

function openAngles({ tokens, at, end }: Cursor): number {
  if (end - at > MOST_TYPE_TOKENS) return 0;
  let depth = 0;
  for (let i = at; i < end; i++) {
    if (isSymbol(tokens[i], "<")) depth++;
    else if (isSymbol(tokens[i], ">")) depth--;
  }
  return depth;
}

/** `((a, b), c)`: what is in the inner brackets is the partition, what follows the clustering. */
function readPrimary(schema: Schema, { draft }: SqlTable, cursor: Cursor, from: number): void {
  if (!isSymbol(peek(cursor), "(")) {
    reportRange(schema, cursor, from, cursor.at, "Name the columns: `PRIMARY KEY ((chat_id), sent_at)`.");
    return;
  }
  const [first, ...rest] = splitCommas(inside(cursor)).filter((range) => range.at < range.end);
  if (!first) {
    reportRange(schema, cursor, from, cursor.at, "Name the columns: `PRIMARY KEY (chat_id, sent_at)`.");
    return;
  }
  const nested = isSymbol(peek(first), "(");
  const partition = nested ? pathsOf(readColumns(cursorOf(first, first.at, first.end))) : [nameOf(first)];
  const clustering = rest.map((range): IndexColumn => ({ path: nameOf(range), direction: "asc" }));
  draft.partition = partition;
  draft.clustering = clustering;
}

function nameOf(range: Cursor): string {
  const only = peek(range);
  return isName(only) ? only.text : sourceOf(range, range.at, range.end);
}

function readColumn(schema: Schema, table: SqlTable, cursor: Cursor): void {
  const from = cursor.at;
  const name = takeName(cursor);
  const type = name ? readCqlType(cursor) : null;
  if (!name || type === null) {
    reportRange(schema, cursor, from, cursor.end, "A column is `name type`, or `PRIMARY KEY (…)` for the key.");
    cursor.at = cursor.end;
    return;
  }
  const shape: AttributeShape = "scalar";
  takeWords(cursor, "static");
  const key = takeWords(cursor, "primary", "key");
  takeWords(cursor, "static");
  const text = { text: name.text, span: spanOfToken(name) };
  const attribute = { ...anAttribute(text), attributes: [], type, shape, span: spanOf(cursor, from, cursor.at) };
  table.draft.attributes.push(attribute);
  if (key) table.draft.partition = [name.text];
}

function readLines(schema: Schema, table: SqlTable, cursor: Cursor): void {
  const start = cursor.at;
  while (cursor.at < cursor.end) {
    const from = cursor.at;
    if (from > start && peek(cursor)?.first) reportComma(schema, cursor, from);
    if (takeWords(cursor, "primary", "key")) readPrimary(schema, table, cursor, from);
    else readColumn(schema, table, cursor);
    const rest = cursor.at;
    while (cursor.at < cursor.end && !peek(cursor)?.first) skipOne(cursor);
    if (cursor.at > rest) reportRange(schema, cursor, rest, cursor.at, "What stands before it is kept.");
    if (cursor.at <= from) cursor.at = from + 1;
  }
}

const UNITS: readonly (readonly [number, string])[] = [
  [86_400, "d"],
  [3_600, "h"],
  [60, "m"],
];

/** Cassandra counts seconds; a design says `30d`. Zero means for ever. */
function timeToLive(seconds: number): string | null {
  if (!(seconds > 0)) return null;
  const unit = UNITS.find(([size]) => seconds % size === 0);
  return unit ? `${seconds / unit[0]}${unit[1]}` : `${seconds}s`;
}

/** `WITH CLUSTERING ORDER BY (sent_at DESC) AND default_time_to_live = 2592000 AND …` */
function readOptions(schema: Schema, { draft }: SqlTable, cursor: Cursor): void {
  while (cursor.at < cursor.end) {
    if (takeWords(cursor, "clustering", "order", "by")) {
      const order = readColumns(cursor);
      draft.clustering = draft.clustering
        .map((column) => order.find(({ path }) => path.toLowerCase() === column.path.toLowerCase()) ?? column)
        .map(({ path, direction }) => ({ path, direction }));
    } else if (takeWords(cursor, "default_time_to_live")) {
      takeSymbol(cursor, "=");
      const seconds = peek(cursor);
      if (seconds?.kind === "number") draft.ttl = timeToLive(Number(seconds.text));
      else
        reportRange(schema, cursor, cursor.at - 1, cursor.at + 1, "Say it in seconds: `default_time_to_live = 86400`.");
    } else skipOne(cursor);
  }
}

function begin(schema: Schema, cursor: Cursor, from: number, end: number): SqlTable | null {
  takeWords(cursor, "if", "not", "exists");
  const name = readTableName(cursor);
  if (!name) {
    reportRange(schema, cursor, from, cursor.end, "Name the table: `CREATE TABLE messages_by_chat (…)`.");
    return null;
  }
  const table = newSqlTable(name);
  table.draft.span = { start: cursor.tokens[from]?.start ?? 0, end };
  if (tableOf(schema, name)?.name.schema === name.schema)
    schema.problems.report("warning", name.span, `“${name.text.slice(0, 40)}” stands here twice. Rename one of them.`);
  schema.tables.push(table);
  register(schema, table);
  return table;
}

/** `CREATE TABLE`, the cursor stands behind TABLE. */
export function readCqlTable(schema: Schema, cursor: Cursor, from: number, end: number): void {
  const table = begin(schema, cursor, from, end);
  if (!table) return;
  if (isSymbol(peek(cursor), "(")) {
    for (const range of splitLines(inside(cursor))) if (range.at < range.end) readLines(schema, table, range);
  }
  readOptions(schema, table, cursor);
  reportKey(schema, table);
}

function reportKey(schema: Schema, { draft }: SqlTable): void {
  if (draft.partition.length > 0) return;
  const message = "A table in CQL needs a primary key: `PRIMARY KEY ((chat_id), sent_at)`.";
  schema.problems.report("warning", draft.name.span, message);
}

/** `CREATE MATERIALIZED VIEW v AS SELECT … FROM t WHERE … PRIMARY KEY (…)`: a table of copies with a key of its own. */
export function readView(schema: Schema, cursor: Cursor, from: number, end: number): void {
  const table = begin(schema, cursor, from, end);
  if (!table) return;
  takeWords(cursor, "as");
  const selected = takeWords(cursor, "select") ? readSelected(cursor) : null;
  const base = takeWords(cursor, "from") ? readTableName(cursor) : null;
  while (cursor.at < cursor.end && !atWords(cursor, "primary", "key")) skipOne(cursor);
  const key = cursor.at;
  if (takeWords(cursor, "primary", "key")) readPrimary(schema, table, cursor, key);
  readOptions(schema, table, cursor);
  reportKey(schema, table);
  const source = base ? tableOf(schema, base) : null;
  if (!source || !base) {
    const span = base?.span ?? table.name.span;
    schema.problems.report("error", span, "There is no such table. A view copies a table that stands above it.");
    return;
  }
  const all = source.draft.attributes.map(({ name }) => name.text);
  for (const column of selected ?? all) {
    const attribute = attributeOf(source, column);
    const copyOf = { table: source.draft.name.text, column: attribute?.name.text ?? column };
    const name = { text: column, span: table.name.span };
    const copy = {
      ...anAttribute(name),
      attributes: [],
      type: attribute?.type ?? null,
      copyOf,
      span: table.draft.span,
    };
    table.draft.attributes.push(copy);
  }
}

/** The columns of a SELECT; null for all of them. */
function readSelected(cursor: Cursor): readonly string[] | null {
  if (takeSymbol(cursor, "*")) return null;
  const from = cursor.at;
  while (cursor.at < cursor.end && !isWord(peek(cursor), "from")) skipOne(cursor);
  return splitCommas(cursorOf(cursor, from, cursor.at)).flatMap((range) => {
    const name = peek(range);
    return isName(name) ? [name.text] : [];
  });
}
