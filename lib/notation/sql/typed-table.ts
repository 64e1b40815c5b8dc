import { short } from "../problems";
import { newTable } from "../shorthand/draft";
import { readColumnLine, readParts } from "./column";
import { isTableConstraint, readConstraint, reportRange } from "./constraint";
import { attributeOf, type Schema, type SqlTable, type TableName } from "./draft";
import { readTableName, takeName } from "./names";
import { takeOver } from "./take-over";
import { type Cursor, inside, isSymbol, peek, splitCommas, takeWords } from "./token";

/** The columns of `CREATE TYPE address AS (street text, city text)`, for tables that are made of them. */
export function readComposite(
  schema: Schema,
  { schema: room, text, span }: TableName,
  cursor: Cursor,
): SqlTable | null {
  if (!isSymbol(peek(cursor), "(")) return null;
  const draft = newTable({ text, span }, "table", null, span);
  const name = { schema: room, text, span };
  const table: SqlTable = { draft, name, named: new Map(), borrowed: [], targets: new Map() };
  for (const line of splitCommas(inside(cursor))) if (line.at < line.end) readColumnLine(schema, table, line);
  return table;
}

/** `CREATE TABLE people OF person`: the type's columns; the cursor stands behind OF. */
export function readTypeColumns(schema: Schema, table: SqlTable, cursor: Cursor): void {
  const from = cursor.at;
  const name = readTableName(cursor);
  const type = name ? schema.types.get(name.text.toLowerCase()) : undefined;
  if (type?.kind === "composite" && type.columns) {
    takeOver(table, type.columns, 0, { defaults: true, checks: true, keys: false });
  } else if (name) {
    const message = `There is no type “${short(name.text)}” with columns above. Its columns are missing here.`;
    schema.problems.report("warning", name.span, message);
  } else reportRange(schema, cursor, from, cursor.end, "Name the type: `CREATE TABLE people OF person`.");
}

/** `name WITH OPTIONS NOT NULL`, `name UNIQUE`, or a constraint of the whole table. */
export function readTypedLine(schema: Schema, table: SqlTable, cursor: Cursor): void {
  if (cursor.at >= cursor.end) return;
  if (isTableConstraint(cursor)) {
    readConstraint(schema, table, cursor);
    return;
  }
  const from = cursor.at;
  const name = takeName(cursor);
  const attribute = name ? attributeOf(table, name.text) : null;
  if (!attribute) {
    reportRange(schema, cursor, from, cursor.end, `Name a column of “${short(table.name.text)}”.`);
    return;
  }
  takeWords(cursor, "with", "options");
  readParts({ schema, table, attribute, cursor });
}
