import { anIndex } from "@/lib/design";
import { cover } from "@/lib/diagnostics";
import { short } from "../problems";
import { type Owner, readAttribute, skipBullet } from "./attribute";
import { endOfItem, readColumn, splitList } from "./columns";
import type { AttributeDraft, TableDraft } from "./draft";
import { endOfStatement } from "./lines";
import { isComparison } from "./notes";
import { readStatement, statementAt } from "./statement";
import {
  after,
  type Cursor,
  cursorAt,
  inside,
  isArrow,
  isName,
  isSymbol,
  isWord,
  part,
  peek,
  spanOf,
  startsLine,
} from "./token";
import { isType, type Phrase, phraseAt } from "./words";

/** True where the parentheses at `ahead` hold notes, not columns. */
function holdsNotes(cursor: Cursor, ahead: number): boolean {
  const body = inside(cursorAt(cursor, cursor.at + ahead));
  return phraseAt(body) !== null || isArrow(peek(body)) || isComparison(body);
}

function isDeclared({ table, draft }: Owner, name: string | undefined): boolean {
  return table !== null && name !== undefined && draft.declared.get(table)?.has(name) === true;
}

function declare(attribute: AttributeDraft, { table, draft }: Owner): void {
  if (!table) return;
  table.attributes.push(attribute);
  const names = draft.declared.get(table) ?? new Set();
  draft.declared.set(table, names.add(attribute.name.text));
}

/** `unique follows(a, b)`, `index (a)`, `check a > 0`, `ttl 30d`: a statement, where an attribute could stand too. */
function isStatement(cursor: Cursor, owner: Owner): boolean {
  const found = statementAt(cursor);
  if (!found) return false;
  const next = peek(cursor, found.length);
  if (!next) return false;
  if (found.kind === "ttl") {
    if (/^\d/.test(next.text) || next.kind === "string") return true;
    return startsLine(peek(cursor)) && next.kind === "word" && !isType(next.text);
  }
  if (isSymbol(next, "(")) return found.kind === "check" || !holdsNotes(cursor, found.length);
  if (isSymbol(next, ":")) return !isType(peek(cursor, found.length + 1)?.text ?? "");
  if (found.kind === "check")
    return next.kind !== "word" || !isType(next.text) || peek(cursor, found.length + 1) !== null;
  return startsLine(peek(cursor)) && isName(next) && namesColumns(cursor, found.kind, found.length, owner);
}

function namesColumns(cursor: Cursor, kind: string, length: number, owner: Owner): boolean {
  const behind = peek(cursor, length + 1);
  const first = peek(cursor, length);
  if (kind === "index" || isWord(first, "on", "index", "key")) return true;
  if (isSymbol(behind, "(")) return !holdsNotes(cursor, length + 1);
  return isWord(behind, "on") || isSymbol(behind, ".") || isDeclared(owner, first?.text);
}

/** `constraint one_like unique (a, b)`: the name says nothing more. */
function skipConstraintName(cursor: Cursor): void {
  if (!isWord(peek(cursor), "constraint")) return;
  const named = isName(peek(cursor, 1)) && phraseAt(cursor, 2) ? 2 : 0;
  if (named > 0 || phraseAt(cursor, 1)) cursor.at += named || 1;
}

function readStatementItem(cursor: Cursor, owner: Owner): void {
  const found = statementAt(cursor);
  const columnsFirst = isSymbol(peek(cursor, found?.length ?? 1), "(");
  const end = startsLine(peek(cursor)) && !columnsFirst ? endOfStatement(cursor) : statementEnd(cursor);
  let to = end;
  while (to > cursor.at && isSymbol(cursor.tokens[to - 1], ",", ";")) to--;
  readStatement(part(cursor, cursor.at, to), owner);
  cursor.at = end;
}

/** A bullet or a number before a line. */
export function skipLineStart(cursor: Cursor): void {
  skipBullet(cursor);
  const numbered = /^\d+$/.test(peek(cursor)?.text ?? "") && isSymbol(peek(cursor, 1), ".", ")");
  if (numbered && peek(cursor, 2)?.spaced) cursor.at += 2;
}

/** An item's end is a comma, or the end of its line. */
function statementEnd(cursor: Cursor): number {
  return Math.min(endOfItem(cursor, false), endOfStatement(cursor));
}

/** `gsi orders_by_status on orders: status (partition key), created_at (sort key)`. */
export function isSecondaryIndex(cursor: Cursor): boolean {
  const found = phraseAt(cursor);
  if (found?.phrase !== "gsi")
    return isWord(peek(cursor)) && /^gsi\d+$/i.test(peek(cursor)?.text ?? "") && isSymbol(peek(cursor, 1), ":", "(");
  const next = peek(cursor, found.length);
  return isSymbol(next, ":", "(") || isName(next);
}

interface Part {
  readonly role: "partition" | "sort" | "include" | null;
  readonly path: string;
  readonly direction: "asc" | "desc";
}

const ROLES: Partial<Record<Phrase, Part["role"]>> = { pk: "partition", partition: "partition", clustering: "sort" };

/** `PK status`, `SK: created_at`: the role before the name. */
function takeRole(range: Cursor): Part["role"] {
  const front = phraseAt(range);
  const role = front ? ROLES[front.phrase] : undefined;
  if (!front || !role || !peek(range, front.length)) return null;
  range.at += front.length;
  if (isSymbol(peek(range), ":", "=")) range.at++;
  return role;
}

function readPart(range: Cursor): Part {
  const front = takeRole(range);
  let end = range.at;
  while (end < range.end && !isSymbol(range.tokens[end], "(")) end++;
  const { path, direction } = readColumn(part(range, range.at, end));
  const made = { role: front, path, direction };
  for (let at = end; at < range.end; at++) {
    const note = phraseAt(range, at - range.at)?.phrase;
    made.role = (note && ROLES[note]) ?? made.role;
    if (isWord(range.tokens[at], "include", "projected")) made.role = "include";
    if (isWord(range.tokens[at], "desc")) made.direction = "desc";
  }
  return made;
}

export function readSecondaryIndex(cursor: Cursor, owner: Owner): void {
  const from = cursor.at;
  const phrase = phraseAt(cursor);
  cursor.at += phrase?.length ?? 0;
  const name = isName(peek(cursor)) && !isWord(peek(cursor), "on") ? peek(cursor) : null;
  if (name) cursor.at++;
  let on: { text: string; span: { start: number; end: number } } | null = null;
  if (isWord(peek(cursor), "on") && isName(peek(cursor, 1))) {
    on = { text: peek(cursor, 1)?.text ?? "", span: spanOf(cursor, cursor.at + 1, cursor.at + 2) };
    cursor.at += 2;
  }
  if (isSymbol(peek(cursor), ":")) cursor.at++;
  const body = isSymbol(peek(cursor), "(") && after(cursor, cursor.at) === cursor.end ? inside(cursor) : cursor;
  const parts = splitList(body, true).map(readPart);
  cursor.at = cursor.end;
  const keyed = parts.filter((item) => item.role !== "include");
  const partition = keyed.filter((item, i) => item.role === "partition" || (i === 0 && item.role === null));
  const sort = keyed.filter((item, i) => !partition.includes(item) && (item.role === "sort" || i === 1));
  const include = parts.filter((item) => !partition.includes(item) && !sort.includes(item));
  const span = spanOf(cursor, from, cursor.end);
  if (partition.length === 0) {
    owner.problems.report(
      "error",
      span,
      "Name its partition key: `gsi by_status: status (partition key), created_at (sort key)`.",
    );
    return;
  }
  const columns = [...partition, ...sort].map(({ path, direction }) => ({ path, direction, span }));
  owner.draft.statements.push({
    kind: "index",
    head: null,
    table: on,
    context: owner.table,
    columns,
    index: {
      ...anIndex([]),
      name: name?.text ?? null,
      partition: partition.map((item) => item.path),
      include: include.map((item) => item.path),
    },
    target: null,
    targetSpan: span,
    enforced: true,
    onDelete: null,
    text: "",
    span,
  });
}

/** Reads attributes and statements; `owner.table` is null where no table is above. */
export function readBody(cursor: Cursor, owner: Owner): void {
  while (cursor.at < cursor.end) {
    if (isSymbol(peek(cursor), ",", ";")) {
      cursor.at++;
      continue;
    }
    skipBullet(cursor);
    skipConstraintName(cursor);
    const from = cursor.at;
    if (isSecondaryIndex(cursor)) {
      const end = startsLine(peek(cursor)) ? endOfStatement(cursor) : cursor.end;
      readSecondaryIndex(part(cursor, from, end), owner);
      cursor.at = end;
    } else if (isStatement(cursor, owner)) readStatementItem(cursor, owner);
    else readAttributeItem(cursor, owner);
    if (owner.table) owner.table.span = cover(owner.table.span, spanOf(cursor, from, cursor.at));
    if (cursor.at === from) cursor.at++;
  }
}

/** `posts: id (PK), user_id` indented below a table that is complete: probably a table with a space too many. */
function warnOfTable(cursor: Cursor, { problems }: Owner, table: TableDraft): void {
  const [name, colon] = [peek(cursor), peek(cursor, 1)];
  if (!startsLine(name) || !name || !isSymbol(colon, ":") || table.attributes.length === 0) return;
  const line = part(cursor, cursor.at, endOfStatement(cursor));
  const [first, second] = splitList(line, false);
  if (!second || !first || isSymbol(peek(second, 1), ":") || isType(peek(cursor, 2)?.text ?? "")) return;
  const message = `“${short(name.text)}” is read as a column of “${short(table.name.text)}”, because its line is indented. A table begins at the margin.`;
  const edits = [{ span: { start: name.start - name.indent, end: name.start }, text: "" }];
  const spaces = /^ *$/.test(cursor.text.slice(name.start - name.indent, name.start));
  const fix = spaces ? { label: `Make “${short(name.text)}” a table`, edits } : undefined;
  problems.report("warning", { start: name.start, end: name.end }, message, fix);
}

function readAttributeItem(cursor: Cursor, owner: Owner): void {
  const end = endOfItem(cursor, true);
  if (owner.table) {
    warnOfTable(cursor, owner, owner.table);
    const attribute = readAttribute(part(cursor, cursor.at, end), owner);
    if (attribute) declare(attribute, owner);
  } else {
    const span = spanOf(cursor, cursor.at, end);
    owner.problems.report("error", span, "This belongs to no table. Begin a table with `name: attribute, attribute`.");
  }
  cursor.at = end;
}
