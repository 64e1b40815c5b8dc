import { anIndex } from "@/lib/design";
import { short } from "../problems";
import { orderOf, readColumns } from "./columns";
import { readIndexTail, reportRange } from "./constraint";
import { leaveOut, type Schema, tableOf } from "./draft";
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

/** The cursor stands behind INDEX. False where the table is not known yet. */
export function readCreateIndex(schema: Schema, cursor: Cursor, kind: Kind, from: number, last: boolean): boolean {
  takeWords(cursor, "concurrently");
  takeWords(cursor, "if", "not", "exists");
  const name = takeWords(cursor, "on") ? null : readTableName(cursor);
  const early = takeWords(cursor, "using") ? (takeName(cursor)?.text ?? null) : null;
  if (name) takeWords(cursor, "on");
  takeWords(cursor, "only");
  const on = readTableName(cursor);
  const span = spanOf(cursor, from, cursor.end);
  if (!on) {
    reportRange(schema, cursor, from, cursor.end, "Say on what: `CREATE INDEX ON bids (auction_id)`.");
    return true;
  }
  const table = tableOf(schema, on);
  if (!table && schema.others.has(on.text.toLowerCase())) {
    leaveOut(schema, "index on a view", span);
    return true;
  }
  if (!table) {
    if (last)
      schema.problems.report(
        "error",
        span,
        `There is no table “${short(on.text)}”. Add it, or name one that is there.`,
      );
    return false;
  }
  const before = takeWords(cursor, "using") ? (takeName(cursor)?.text ?? null) : null;
  const bare = !isSymbol(peek(cursor), "(");
  const columns = readColumns(cursor);
  if (columns.length === 0) {
    const advice = bare ? "Name the columns in brackets: `(auction_id)`." : "Name a column in the brackets.";
    reportRange(schema, cursor, from, cursor.end, advice);
    return true;
  }
  const { method, ...tail } = readIndexTail(cursor);
  if (cursor.at < cursor.end) reportRange(schema, cursor, cursor.at, cursor.end, "The index is kept without it.");
  const own = name?.text ?? null;
  const made = { ...tail, unique: kind.unique, name: own, method: kind.method ?? before ?? early ?? method };
  const index = anIndex([], { ...made, columns: orderOf(columns), span });
  table.draft.indexes.push(index);
  if (own !== null) table.named.set(own.toLowerCase(), index);
  return true;
}
