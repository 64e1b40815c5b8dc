import type { Reference } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import { readColumn, splitList } from "./columns";
import { below, readPath } from "./names";
import { type Cursor, inside, isArrow, isName, isSymbol, isWord, peek, spanOf } from "./token";
import { phraseAt } from "./words";

export interface Aim {
  readonly target: Reference["target"];
  readonly span: Span;
  readonly tableSpan: Span;
  readonly columnSpan: Span;
}

/** `references` and `to` come first; followed by a dot they are a table's name. */
function isLeadIn(cursor: Cursor): boolean {
  return isWord(peek(cursor), "references", "to") && isName(peek(cursor, 1));
}

/** `-> users.id`, `users(id)`, `references users`, `: > users.id`: what a reference points at, or null. */
export function readAim(cursor: Cursor): Aim | null {
  while (isArrow(peek(cursor)) || isSymbol(peek(cursor), ":", ">", "=") || isLeadIn(cursor)) {
    cursor.at++;
  }
  const from = cursor.at;
  // A table may be called `references` or `index`, but `FK not null` names none.
  if (phraseAt(cursor) && !isSymbol(peek(cursor, 1), ".", "(")) return null;
  const path = readPath(cursor);
  const table = path?.steps[0];
  if (!path || !table) return null;
  const column = below(path.steps);
  const columns = column ? [column.text] : [];
  if (!column && isSymbol(peek(cursor), "(")) {
    columns.push(...splitList(inside(cursor), false).map((range) => readColumn(range).path));
  }
  const span = spanOf(cursor, from, cursor.at);
  return { target: { table: table.text, columns }, span, tableSpan: table.span, columnSpan: column?.span ?? span };
}

const ACTIONS = ["set null", "set default", "no action", "cascade", "restrict", "nothing", "delete"];

/** `cascade`, `set null`, … behind `on delete`. */
export function readAction(cursor: Cursor): string | null {
  while (isSymbol(peek(cursor), ":", "=")) cursor.at++;
  const word = (ahead: number) => peek(cursor, ahead)?.text.toLowerCase() ?? "";
  for (const action of ACTIONS) {
    const words = action.split(" ");
    if (!words.every((expected, i) => word(i) === expected)) continue;
    cursor.at += words.length;
    return action;
  }
  return null;
}
