import { readColumnLine } from "./column";
import { isTableConstraint, readConstraint, reportRange } from "./constraint";
import { INHERITED, readLines } from "./create-table";
import { attributeOf, leaveOut, register, type Schema, type SqlTable, tableOf } from "./draft";
import { dropColumn, dropConstraint, dropPrimary, renameColumn } from "./drop";
import { readTableName, takeName } from "./names";
import {
  atWords,
  type Cursor,
  inside,
  isName,
  isSymbol,
  isWord,
  peek,
  sourceOf,
  spanOf,
  spanOfToken,
  splitCommas,
  takeWords,
} from "./token";
import { readType } from "./type";

interface Action {
  readonly schema: Schema;
  readonly table: SqlTable;
  readonly cursor: Cursor;
  /** Where the action begins; the first one begins with its statement. */
  readonly from: number;
}

/** Gives what an action has added the whole action as its place. */
function widen({ schema, table, cursor, from }: Action, before: ReadonlySet<object>): void {
  const span = spanOf(cursor, from, cursor.end);
  const { draft } = table;
  for (const list of [draft.keys, draft.references, draft.indexes, draft.checks, draft.attributes] as object[][]) {
    for (const part of list) if (!before.has(part)) Object.assign(part, { span });
  }
  schema.accounted.push(span);
}

function partsOf({ draft }: SqlTable): Set<object> {
  return new Set<object>([...draft.keys, ...draft.references, ...draft.indexes, ...draft.checks, ...draft.attributes]);
}

/** `ADD COLUMN a int, …`, `ADD CONSTRAINT …`, `ADD (a int, b int)`. */
function readAdd(action: Action): void {
  const { schema, table, cursor } = action;
  const before = partsOf(table);
  const column = takeWords(cursor, "column");
  takeWords(cursor, "if", "not", "exists");
  if (isSymbol(peek(cursor), "(")) for (const range of splitCommas(inside(cursor))) readLines(schema, table, range);
  else if (!column && atWords(cursor, "unique", "index")) readConstraint(schema, table, cursor);
  else if (!column && isTableConstraint(cursor)) readConstraint(schema, table, cursor);
  else if (atWords(cursor, "partition") || atWords(cursor, "period", "for")) {
    leaveAction(action, "partition");
    return;
  } else readAdded(action);
  if (cursor.at < cursor.end) reportRange(schema, cursor, cursor.at, cursor.end, "What stands before it is kept.");
  widen(action, before);
}

function readAdded({ schema, table, cursor }: Action): void {
  const name = peek(cursor);
  const known = isName(name) ? attributeOf(table, name.text) : null;
  const exact = known?.name.text.toLowerCase() === name?.text.toLowerCase();
  const added = readColumnLine(schema, table, cursor);
  // `ADD COLUMN IF NOT EXISTS` of a column that is there changes nothing.
  if (added && known && exact) table.draft.attributes.splice(table.draft.attributes.indexOf(added), 1);
}

function readDrop(action: Action): void {
  const { schema, table, cursor, from } = action;
  const primary = takeWords(cursor, "primary", "key");
  const kind = ["constraint", "foreign", "index", "key", "check", "column"].find((word) => takeWords(cursor, word));
  if (kind === "foreign") takeWords(cursor, "key");
  const careful = takeWords(cursor, "if", "exists");
  const name = primary ? null : takeName(cursor);
  if (primary) dropPrimary(schema, table);
  else if (!name) {
    reportRange(schema, cursor, from, cursor.end, "Name what is dropped.");
    return;
  } else if (kind === undefined || kind === "column") {
    if (!careful && !attributeOf(table, name.text)) leaveOut(schema, "DROP of an unknown column", spanOfToken(name));
    dropColumn(schema, table, name.text);
  } else if (!dropConstraint(schema, table, name.text)) {
    leaveOut(schema, "DROP CONSTRAINT of an unknown name", spanOf(cursor, from, cursor.end));
    return;
  }
  done(action);
}

function done({ schema, cursor, from }: Action): void {
  schema.accounted.push(spanOf(cursor, from, cursor.end));
}

function leaveAction({ schema, cursor, from }: Action, kind: string): void {
  leaveOut(schema, kind, spanOf(cursor, from, cursor.end));
  cursor.at = cursor.end;
}

function reportColumn({ schema, cursor, from, table }: Action): void {
  const advice = `Name a column of “${table.name.text}”.`;
  reportRange(schema, cursor, from, cursor.end, advice);
}

/** `ALTER COLUMN x SET NOT NULL | DROP DEFAULT | TYPE bigint | ADD GENERATED …`; SQL Server's `ALTER COLUMN x bigint`. */
function readAlterColumn(action: Action): void {
  const { cursor, table } = action;
  takeWords(cursor, "column");
  const name = takeName(cursor);
  const attribute = name ? attributeOf(table, name.text) : null;
  if (!name || !attribute) {
    reportColumn(action);
    return;
  }
  if (takeWords(cursor, "set", "not", "null")) attribute.notNull = true;
  else if (takeWords(cursor, "drop", "not", "null")) attribute.notNull = false;
  else if (takeWords(cursor, "set", "default")) attribute.default = sourceOf(cursor, cursor.at, cursor.end);
  else if (takeWords(cursor, "drop", "default")) attribute.default = null;
  else if (takeWords(cursor, "set", "data", "type") || takeWords(cursor, "type")) setType(action, attribute.name.text);
  else if (isWord(peek(cursor), "set", "add", "drop", "restart", "reset")) {
    leaveAction(action, "ALTER COLUMN");
    return;
  } else {
    setType(action, attribute.name.text);
    if (takeWords(cursor, "not", "null")) attribute.notNull = true;
    else if (takeWords(cursor, "null")) attribute.notNull = false;
  }
  done(action);
}

function setType({ table, cursor }: Action, column: string): void {
  const attribute = attributeOf(table, column);
  const type = readType(cursor);
  if (!attribute || !type) return;
  attribute.type = type.text;
  attribute.shape = type.shape;
}

/** MySQL's `MODIFY [COLUMN] x bigint NOT NULL` and `CHANGE [COLUMN] old new bigint`: the column anew, in its place. */
function readModify(action: Action, renames: boolean): void {
  const { schema, table, cursor } = action;
  takeWords(cursor, "column");
  const old = renames ? takeName(cursor) : peek(cursor);
  const at = table.draft.attributes.findIndex(({ name }) => name.text.toLowerCase() === old?.text.toLowerCase());
  const known = table.draft.attributes[at];
  if (!old || !known) {
    reportColumn(action);
    return;
  }
  const fresh = peek(cursor);
  if (renames && isName(fresh))
    renameColumn(table, schema, known.name.text, { text: fresh.text, span: spanOfToken(fresh) });
  const before = partsOf(table);
  const made = readColumnLine(schema, table, cursor);
  if (made) {
    table.draft.attributes.pop();
    table.draft.attributes[at] = made;
  }
  widen(action, before);
}

function readRename(action: Action): void {
  const { schema, table, cursor, from } = action;
  if (takeWords(cursor, "to") || takeWords(cursor, "as")) {
    const name = readTableName(cursor);
    if (name) renameTable(schema, table, name.text, name.span);
    else reportRange(schema, cursor, from, cursor.end, "Say the new name.");
    done(action);
  } else if (["constraint", "index", "key"].some((word) => takeWords(cursor, word))) renamePart(action);
  else renameOwnColumn(action);
}

function renamePart(action: Action): void {
  const { table, cursor } = action;
  const old = takeName(cursor);
  takeWords(cursor, "to");
  const next = takeName(cursor);
  const part = old ? table.named.get(old.text.toLowerCase()) : undefined;
  if (part && next) table.named.set(next.text.toLowerCase(), part);
  if (part?.kind === "index" && next) Object.assign(part, { name: next.text });
  done(action);
}

function renameOwnColumn(action: Action): void {
  const { schema, table, cursor } = action;
  takeWords(cursor, "column");
  const old = takeName(cursor);
  const to = takeWords(cursor, "to") ? takeName(cursor) : null;
  if (old && to && attributeOf(table, old.text)) {
    renameColumn(table, schema, old.text, { text: to.text, span: spanOfToken(to) });
    done(action);
  } else reportColumn(action);
}

export function renameTable(schema: Schema, table: SqlTable, text: string, span: { start: number; end: number }): void {
  for (const [key, known] of schema.byName) if (known === table) schema.byName.delete(key);
  for (const other of schema.tables) {
    for (const [reference, target] of other.targets) {
      if (target.text.toLowerCase() !== table.name.text.toLowerCase()) continue;
      Object.assign(reference, { target: { ...reference.target, table: text } });
      other.targets.set(reference, { ...target, text });
    }
  }
  table.name = { schema: table.name.schema, text, span };
  table.draft.name = { text, span };
  register(schema, table);
}

function readAction(action: Action): void {
  const { cursor, schema, from } = action;
  if (takeWords(cursor, "with", "check") || takeWords(cursor, "with", "nocheck")) {
    readAction(action);
    return;
  }
  if (takeWords(cursor, "add")) {
    readAdd(action);
    return;
  }
  if (atWords(cursor, "drop")) {
    cursor.at++;
    readDrop(action);
    return;
  }
  if (takeWords(cursor, "alter", "constraint") || takeWords(cursor, "alter", "check")) {
    leaveAction(action, "ALTER CONSTRAINT");
    return;
  }
  if (takeWords(cursor, "alter", "index")) {
    leaveAction(action, "ALTER INDEX");
    return;
  }
  if (takeWords(cursor, "alter")) {
    readAlterColumn(action);
    return;
  }
  if (takeWords(cursor, "modify")) {
    readModify(action, false);
    return;
  }
  if (takeWords(cursor, "change")) {
    readModify(action, true);
    return;
  }
  if (takeWords(cursor, "rename")) {
    readRename(action);
    return;
  }
  if (takeWords(cursor, "inherit")) {
    readInherit(action);
    return;
  }
  if (takeWords(cursor, "attach", "partition")) {
    readAttach(action);
    return;
  }
  const first = peek(cursor)?.word ?? "";
  if (NO_DESIGN.has(first)) {
    leaveAction(action, "ALTER TABLE option");
    return;
  }
  const advice = "A change is ADD, DROP, ALTER COLUMN or RENAME.";
  reportRange(schema, cursor, from, cursor.end, advice);
}

const NO_DESIGN = new Set(
  "owner set reset enable disable cluster replica validate detach force no engine auto_increment convert default charset character collate comment row_format order algorithm lock partition partitions coalesce reorganize remove truncate exchange check nocheck without of not logged tablespace options discard import key_block_size distribute merge rebuild switch".split(
    " ",
  ),
);

function readInherit(action: Action): void {
  const parent = readTableName(action.cursor);
  if (parent) action.table.borrowed.unshift({ from: parent, at: 0, taken: INHERITED });
  done(action);
}

/** A partition is a part of its table, not a table of the design. */
function readAttach({ schema, cursor, from }: Action): void {
  const name = readTableName(cursor);
  const part = name ? tableOf(schema, name) : null;
  leaveOut(schema, "partition", spanOf(cursor, from, cursor.end));
  if (!part) return;
  schema.tables.splice(schema.tables.indexOf(part), 1);
  schema.others.add(part.name.text.toLowerCase());
  for (const [key, known] of schema.byName) if (known === part) schema.byName.delete(key);
  leaveOut(schema, "partition", part.draft.span);
}

/** `ALTER TABLE [IF EXISTS] [ONLY] name …`; the cursor stands behind TABLE. False where the table is not known yet. */
export function readAlterTable(schema: Schema, cursor: Cursor, from: number, last: boolean): boolean {
  takeWords(cursor, "if", "exists");
  takeWords(cursor, "only");
  const name = readTableName(cursor);
  if (!name) {
    reportRange(schema, cursor, from, cursor.end, "Name the table: `ALTER TABLE users ADD COLUMN email text`.");
    return true;
  }
  if (isSymbol(peek(cursor), "*")) cursor.at++;
  const table = tableOf(schema, name);
  if (!table && schema.others.has(name.text.toLowerCase())) {
    leaveOut(schema, "ALTER of what is left out", spanOf(cursor, from, cursor.end));
    return true;
  }
  if (!table) {
    const noDesign = NO_DESIGN.has(peek(cursor)?.word ?? "");
    if (last && noDesign) leaveOut(schema, "ALTER TABLE option", spanOf(cursor, from, cursor.end));
    else if (last)
      reportRange(
        schema,
        cursor,
        from,
        cursor.end,
        `There is no table “${name.text.slice(0, 40)}”. Add it, or name one that is there.`,
      );
    return false;
  }
  readActions(schema, table, cursor, from);
  return true;
}

const VERBS = new Set(["add", "drop", "alter", "modify", "change", "rename"]);

/** SQL Server and hand-written lists say ADD once: `ADD a int, b int`. */
function goesOn(range: Cursor): boolean {
  const word = peek(range)?.word ?? "";
  return !VERBS.has(word) && !NO_DESIGN.has(word);
}

function readActions(schema: Schema, table: SqlTable, cursor: Cursor, from: number): void {
  splitCommas(cursor).forEach((range, i) => {
    if (range.at >= range.end) return;
    const action: Action = { schema, table, cursor: range, from: i === 0 ? from : range.at };
    if (i > 0 && goesOn(range)) readAdd(action);
    else readAction(action);
  });
}
