import { anIndex } from "@/lib/design";
import { short } from "../problems";
import { orderOf, readColumns } from "./columns";
import { readIndexTail, reportRange } from "./constraint";
import { leaveOut, type Schema, type SqlTable, type TableName, tableOf } from "./draft";
import { readTableName, takeName } from "./names";
import { type Cursor, isSymbol, peek, spanOf, takeWords } from "./token";

interface Kind {
  readonly unique: boolean;
  readonly method: string | null;
}

/** `UNIQUE`, `FULLTEXT`, `CLUSTERED` in front of INDEX; null where no index is made. */
export function takeIndexKind(cursor: Cursor): Kind | null {
  const from = cursor.at;
  const unique = takeWords(cursor, "unique");
  let method: string | null = null;
  for (const word of ["fulltext", "spatial", "bitmap", "custom", "vector"]) if (takeWords(cursor, word)) method = word;
  if (!takeWords(cursor, "clustered")) takeWords(cursor, "nonclustered");
  takeWords(cursor, "columnstore");
  if (takeWords(cursor, "index")) return { unique, method: method === "custom" ? null : method };
  cursor.at = from;
  return null;
}

const methodAt = (cursor: Cursor) => (takeWords(cursor, "using") ? (takeName(cursor)?.text ?? null) : null);

interface Head {
  readonly name: string | null;
  readonly method: string | null;
  readonly on: TableName | null;
}

/** `CONCURRENTLY IF NOT EXISTS name ON ONLY table USING gin`. */
function readHead(cursor: Cursor): Head {
  takeWords(cursor, "concurrently");
  takeWords(cursor, "if", "not", "exists");
  const name = takeWords(cursor, "on") ? null : readTableName(cursor);
  const early = methodAt(cursor);
  if (name) takeWords(cursor, "on");
  takeWords(cursor, "only");
  const on = readTableName(cursor);
  return { name: name?.text ?? null, on, method: methodAt(cursor) ?? early };
}

/** The cursor stands behind INDEX. False where the table is not known yet. */
export function readCreateIndex(schema: Schema, cursor: Cursor, kind: Kind, from: number, last: boolean): boolean {
  const head = readHead(cursor);
  const span = spanOf(cursor, from, cursor.end);
  const table = head.on ? tableOf(schema, head.on) : null;
  if (!head.on) reportRange(schema, cursor, from, cursor.end, "Say on what: `CREATE INDEX ON bids (auction_id)`.");
  else if (table) addIndex(schema, table, cursor, kind, head, from);
  else if (schema.others.has(head.on.text.toLowerCase())) leaveOut(schema, "index on a view", span);
  else {
    const message = `There is no table “${short(head.on.text)}”. Add it, or name one that is there.`;
    if (last) schema.problems.report("error", span, message);
    return false;
  }
  return true;
}

function addIndex(schema: Schema, table: SqlTable, cursor: Cursor, kind: Kind, head: Head, from: number): void {
  const bare = !isSymbol(peek(cursor), "(");
  const columns = readColumns(cursor);
  if (columns.length === 0) {
    const advice = bare ? "Name the columns in brackets: `(auction_id)`." : "Name a column in the brackets.";
    reportRange(schema, cursor, from, cursor.end, advice);
    return;
  }
  const { method, ...tail } = readIndexTail(schema, cursor);
  if (cursor.at < cursor.end) reportRange(schema, cursor, cursor.at, cursor.end, "The index is kept without it.");
  const { name } = head;
  const span = spanOf(cursor, from, cursor.end);
  const made = { unique: kind.unique, ...tail, name, method: kind.method ?? head.method ?? method, span };
  const index = anIndex([], { ...made, columns: orderOf(columns) });
  table.draft.indexes.push(index);
  if (name !== null) table.named.set(name.toLowerCase(), index);
}
