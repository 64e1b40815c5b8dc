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

const TIMINGS: readonly (readonly string[])[] = [
  ["match", "full"],
  ["match", "simple"],
  ["match", "partial"],
  ["not", "deferrable"],
  ["deferrable"],
  ["initially", "deferred"],
  ["initially", "immediate"],
  ["not", "valid"],
  ["no", "inherit"],
  ["not", "enforced"],
  ["enforced"],
  ["not", "for", "replication"],
  ["enable"],
  ["disable"],
  ["validate"],
  ["novalidate"],
  ["rely"],
];
const TIMING_WORDS = new Set(TIMINGS.map(([first]) => first));

/** `MATCH FULL`, `DEFERRABLE INITIALLY DEFERRED`, `NOT VALID` and the like: how it is enforced, not what it says. */
export function skipTiming(cursor: Cursor): boolean {
  return TIMING_WORDS.has(peek(cursor)?.word ?? "") && TIMINGS.some((words) => takeWords(cursor, ...words));
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
