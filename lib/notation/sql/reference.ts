import { aReference, type Reference } from "@/lib/design";
import { type ColumnSaid, pathsOf, readColumns } from "./columns";
import type { TableName } from "./draft";
import { readTableName } from "./names";
import { type Cursor, isSymbol, peek, skipOne, spanOf, takeWords } from "./token";

export interface Aim {
  readonly target: TableName;
  readonly columns: readonly ColumnSaid[];
  readonly onDelete: string | null;
}

const ACTIONS = ["set null", "set default", "no action", "cascade", "restrict"] as const;

function readAction(cursor: Cursor): string | null {
  for (const action of ACTIONS) {
    if (!takeWords(cursor, ...action.split(" "))) continue;
    if (action.startsWith("set") && isSymbol(peek(cursor), "(")) skipOne(cursor);
    return action;
  }
  return null;
}

/** `MATCH FULL`, `DEFERRABLE INITIALLY DEFERRED`, `NOT VALID` and the like: how it is enforced, not what it says. */
export function skipTiming(cursor: Cursor): boolean {
  return (
    takeWords(cursor, "match", "full") ||
    takeWords(cursor, "match", "simple") ||
    takeWords(cursor, "match", "partial") ||
    takeWords(cursor, "not", "deferrable") ||
    takeWords(cursor, "deferrable") ||
    takeWords(cursor, "initially", "deferred") ||
    takeWords(cursor, "initially", "immediate") ||
    takeWords(cursor, "not", "valid") ||
    takeWords(cursor, "no", "inherit") ||
    takeWords(cursor, "not", "enforced") ||
    takeWords(cursor, "enforced") ||
    takeWords(cursor, "not", "for", "replication") ||
    takeWords(cursor, "enable") ||
    takeWords(cursor, "disable") ||
    takeWords(cursor, "validate") ||
    takeWords(cursor, "novalidate") ||
    takeWords(cursor, "rely")
  );
}

/** What follows REFERENCES: a table, its columns, and what happens when the row is gone. Null where no table is named. */
export function readAim(cursor: Cursor): Aim | null {
  const target = readTableName(cursor);
  if (!target) return null;
  const columns = readColumns(cursor);
  let onDelete: string | null = null;
  for (let from = -1; from !== cursor.at; ) {
    from = cursor.at;
    if (takeWords(cursor, "on", "delete")) onDelete = readAction(cursor) ?? onDelete;
    else if (takeWords(cursor, "on", "update")) readAction(cursor);
    else skipTiming(cursor);
  }
  return { target, columns, onDelete };
}

export function referenceOf(columns: readonly string[], aim: Aim, cursor: Cursor, from: number): Reference {
  const target = { table: aim.target.text, columns: pathsOf(aim.columns) };
  return aReference(columns, aim.target.text, {
    target,
    onDelete: aim.onDelete,
    span: spanOf(cursor, from, cursor.at),
  });
}
