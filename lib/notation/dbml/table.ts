import { short } from "../problems";
import { newTable } from "../shorthand/draft";
import { readColumn } from "./column";
import type { DbmlTable, Schema, TableName } from "./draft";
import { readCheck, readIndex } from "./indexes";
import { readTableName } from "./names";
import { readSettings, reportRest } from "./settings";
import { type Cursor, inside, isName, isSymbol, isWord, peek, sourceOf, spanOf, splitLines } from "./token";

function startTable(name: TableName, span: DbmlTable["draft"]["span"]): DbmlTable {
  const draft = newTable({ text: name.text, span: name.span }, "table", null, span);
  return { draft, name, injections: [], named: [], types: new Map(), primary: [] };
}

/** `indexes { … }` and the like; null where the word is a column's name. */
function blockAt(cursor: Cursor, ...words: readonly string[]): Cursor | null {
  if (!isWord(peek(cursor), ...words) || !isSymbol(peek(cursor, 1), "{")) return null;
  cursor.at++;
  return inside(cursor);
}

function readLine(cursor: Cursor, table: DbmlTable, schema: Schema): void {
  const indexes = blockAt(cursor, "indexes", "index");
  const checks = indexes ? null : blockAt(cursor, "checks", "check");
  const aside = isWord(peek(cursor), "note", "headercolor") && isSymbol(peek(cursor, 1), ":");
  if (indexes) for (const line of splitLines(indexes)) readIndex(line, table, schema);
  else if (checks) for (const line of splitLines(checks)) readCheck(line, table, schema);
  else if (aside) cursor.at = cursor.end;
  else if (isSymbol(peek(cursor), "~")) readInjection(cursor, table, schema);
  else if (!blockAt(cursor, "note")) readColumn(cursor, table, schema);
  reportRest(cursor, schema.problems);
}

function readInjection(cursor: Cursor, table: DbmlTable, schema: Schema): void {
  const from = cursor.at;
  cursor.at++;
  const name = peek(cursor);
  if (isName(name)) {
    table.injections.push({ name, at: table.draft.attributes.length });
    cursor.at++;
  } else schema.problems.report("error", spanOf(cursor, from, cursor.end), "Name the partial: `~timestamps`.");
}

function readAlias(cursor: Cursor, table: DbmlTable, schema: Schema): void {
  if (!isWord(peek(cursor), "as") || !isName(peek(cursor, 1))) return;
  schema.aliases.set(peek(cursor, 1)?.text.toLowerCase() ?? "", table);
  cursor.at += 2;
}

/** `Table core.users as U [headercolor: #fff] { … }`, and `TablePartial`. */
export function readTable(cursor: Cursor, schema: Schema, partial: boolean): void {
  const from = cursor.at;
  cursor.at++;
  const name = readTableName(cursor);
  if (!name) {
    const words = short(sourceOf(cursor, from, Math.min(cursor.end, from + 6)));
    const message = `“${words}” names no table. Write \`Table users { … }\`.`;
    schema.problems.report("error", spanOf(cursor, from, Math.min(cursor.end, from + 6)), message);
    if (!isSymbol(peek(cursor), "{")) cursor.at = cursor.end;
    else inside(cursor);
    return;
  }
  const table = startTable(name, spanOf(cursor, from, cursor.end));
  (partial ? schema.partials : schema.tables).push(table);
  readAlias(cursor, table, schema);
  readSettings(cursor);
  if (isSymbol(peek(cursor), "{")) {
    for (const line of splitLines(inside(cursor))) readLine(line, table, schema);
  } else schema.problems.report("error", name.span, `Say what is in “${short(name.text)}”: \`{ id int [pk] }\`.`);
  table.draft.span = spanOf(cursor, from, cursor.at);
}
