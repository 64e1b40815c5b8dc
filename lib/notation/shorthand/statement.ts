import type { Name } from "@/lib/design";
import type { Problems } from "../problems";
import { short } from "../problems";
import { readColumns } from "./columns";
import type { Draft, Statement, TableDraft } from "./draft";
import { below, readPath } from "./names";
import { isComparison, takeCondition } from "./notes";
import { readAction, readAim } from "./references";
import {
  after,
  type Cursor,
  cursorAt,
  inside,
  isArrow,
  isName,
  isSymbol,
  isWord,
  isWordOf,
  peek,
  skipOne,
  sourceOf,
  spanOf,
} from "./token";
import { type Phrase, phraseAt } from "./words";

/** Where statements go and what they are about. */
export interface Around {
  readonly draft: Draft;
  readonly problems: Problems;
  readonly table: TableDraft | null;
}

const KINDS: Partial<Record<Phrase, Statement["kind"]>> = {
  pk: "pk",
  fk: "fk",
  ref: "fk",
  unique: "unique",
  "unique-index": "index",
  index: "index",
  check: "check",
  partition: "partition",
  clustering: "clustering",
  ttl: "ttl",
};

const CLAUSES: ReadonlySet<string> = new Set(
  "include includes including covering storing where using on references".split(" "),
);

function startsClause(cursor: Cursor, at: number): boolean {
  const token = cursor.tokens[at];
  return isWordOf(token, CLAUSES) || isArrow(token);
}

type Parts = { -readonly [K in keyof Statement]: Statement[K] };

function blank(kind: Statement["kind"], around: Around): Parts {
  return {
    kind,
    head: null,
    table: null,
    context: around.table,
    columns: [],
    index: {},
    target: null,
    targetSpan: { start: 0, end: 0 },
    enforced: true,
    onDelete: null,
    text: "",
    span: { start: 0, end: 0 },
  };
}

/** The kind of statement that the range is, by its first word, or null where it is an attribute. */
export function statementAt(cursor: Cursor): { kind: Statement["kind"]; phrase: Phrase; length: number } | null {
  const found = phraseAt(cursor);
  const kind = found ? KINDS[found.phrase] : undefined;
  return found && kind ? { kind, phrase: found.phrase, length: found.length } : null;
}

/** `bids(…)`, `bids.auction_id`, `name on bids (…)`, `(…)`: what the statement speaks of and its columns. */
function readHead(cursor: Cursor, parts: Parts): void {
  while (isWord(peek(cursor), "on")) cursor.at++;
  const start = cursor.at;
  const path = isSymbol(peek(cursor), "(") ? null : readPath(cursor);
  if (path && isWord(peek(cursor), "on")) {
    cursor.at++;
    parts.index = { ...parts.index, name: path.name.text };
    const table = readPath(cursor);
    parts.table = table?.steps[0] ?? null;
  } else if (path && (isSymbol(peek(cursor), "(", ":", "[") || isWord(peek(cursor), "using"))) {
    parts.head = path.name;
    readDottedHead(path.steps, parts);
    if (isSymbol(peek(cursor), ":")) cursor.at++;
  } else if (path && path.steps.length > 1) {
    cursor.at = start;
    parts.columns = readColumns(cursor, startsClause);
    stripTable(path.steps, parts);
    return;
  } else cursor.at = start;
  readMethod(cursor, parts);
  parts.columns = readColumns(cursor, startsClause);
}

/** `public.bids(…)`: the table is the last step. */
function readDottedHead(steps: readonly Name[], parts: Parts): void {
  const last = steps.at(-1);
  if (last && steps.length > 1) parts.head = last;
}

/** `bids.auction_id, bids.amount`: the table is said with each column. */
function stripTable(steps: readonly Name[], parts: Parts): void {
  const table = steps[0];
  if (!table || below(steps) === null) return;
  parts.head = table;
  const prefix = `${table.text}.`;
  parts.columns = parts.columns.map((column) =>
    column.path.startsWith(prefix) ? { ...column, path: column.path.slice(prefix.length) } : column,
  );
}

function readMethod(cursor: Cursor, parts: Parts): void {
  if (!isWord(peek(cursor), "using") || !isName(peek(cursor, 1))) return;
  parts.index = { ...parts.index, method: peek(cursor, 1)?.text ?? null };
  cursor.at += 2;
}

function readClause(cursor: Cursor, parts: Parts, problems: Problems): void {
  const from = cursor.at;
  const token = peek(cursor);
  if (isWord(token, "where")) {
    cursor.at++;
    parts.index = { ...parts.index, where: takeCondition(cursor, endOfCondition(cursor)) };
  } else if (isWord(token, "include", "includes", "including", "covering", "storing")) {
    cursor.at++;
    parts.index = { ...parts.index, include: readColumns(cursor, startsClause).map((column) => column.path) };
  } else if (isWord(token, "using")) readMethod(cursor, parts);
  if (cursor.at > from) return;
  const note = phraseAt(cursor);
  if (note?.phrase === "on-delete") {
    cursor.at += note.length;
    parts.onDelete = readAction(cursor);
    if (parts.onDelete) return;
  }
  skipUnknown(cursor, from, problems);
}

function endOfCondition(cursor: Cursor): number {
  let at = cursor.at;
  while (at < cursor.end && !isWord(cursor.tokens[at], "include", "including", "storing")) at = after(cursor, at);
  return at;
}

function skipUnknown(cursor: Cursor, from: number, problems: Problems): void {
  if (cursor.at === from) skipOne(cursor);
  while (cursor.at < cursor.end && !startsClause(cursor, cursor.at)) skipOne(cursor);
  const words = short(sourceOf(cursor, from, cursor.at));
  problems.report(
    "error",
    spanOf(cursor, from, cursor.at),
    `“${words}” is not understood here. Take it out, or write it on a line of its own.`,
  );
}

/** `check bids(amount > 0)`, `check amount > 0`, `check (a < b)`. */
function readCheck(cursor: Cursor, parts: Parts): void {
  const start = cursor.at;
  const path = readPath(cursor);
  const open = peek(cursor);
  const alone = isSymbol(open, "(") && open?.match === cursor.end - 1;
  if (path && (alone || isSymbol(open, ":"))) {
    parts.head = path.name;
    parts.text = sourceOf(cursor, start, cursor.end);
    if (isSymbol(open, ":")) cursor.at++;
    const columnsFrom = cursor.at;
    const condition = takeCondition(cursor, cursor.end);
    parts.columns = [{ path: condition, direction: "asc", span: spanOf(cursor, columnsFrom, cursor.end) }];
    return;
  }
  cursor.at = start;
  parts.text = takeCondition(cursor, cursor.end);
  // `check bids.amount > 0`: the table is said with the column.
  const [table] = path?.steps ?? [];
  if (table && path && path.steps.length > 1 && isComparison(cursorAt(cursor, start + path.steps.length * 2 - 1))) {
    parts.head = table;
    parts.columns = [{ path: parts.text.slice(table.text.length + 1), direction: "asc", span: path.name.span }];
  }
}

function readReference(cursor: Cursor, parts: Parts, around: Around): void {
  const from = cursor.at;
  readHead(cursor, parts);
  const aim =
    isArrow(peek(cursor)) || isWord(peek(cursor), "references") || isSymbol(peek(cursor), ">") ? readAim(cursor) : null;
  if (!aim) {
    const span = spanOf(cursor, Math.max(0, from - 1), cursor.end);
    around.problems.report("error", span, "Say what it points at: `FK likes(post_id) -> posts(id)`.");
    cursor.at = cursor.end;
    return;
  }
  parts.target = aim.target;
  parts.targetSpan = aim.span;
  const column = aim.target.columns[0] ?? null;
  around.draft.mentions.push({ table: aim.target.table, tableSpan: aim.tableSpan, column, columnSpan: aim.columnSpan });
}

/** Reads one statement that takes the whole range. */
export function readStatement(cursor: Cursor, around: Around): void {
  const found = statementAt(cursor);
  if (!found) return;
  const from = cursor.at;
  const parts = blank(found.kind, around);
  cursor.at += found.length;
  if (found.phrase === "unique-index") parts.index = { unique: true };
  if (found.phrase === "ref") parts.enforced = false;
  if (found.kind === "unique" && phraseAt(cursor)?.phrase === "index") cursor.at++;
  if (isSymbol(peek(cursor), ":")) cursor.at++;
  if (found.kind === "check") readCheck(cursor, parts);
  else if (found.kind === "ttl") readTtl(cursor, parts);
  else if (found.kind === "fk") readReference(cursor, parts, around);
  else readHead(cursor, parts);
  while (cursor.at < cursor.end) {
    if (isSymbol(peek(cursor), ",") && isName(peek(cursor, 1))) {
      readNext(cursor, from, parts, around);
      return;
    }
    readClause(cursor, parts, around.problems);
  }
  finish(cursor, from, parts, around);
}

/** `likes.post_id -> posts.id`, without a keyword. */
export function readBareReference(cursor: Cursor, around: Around): void {
  const from = cursor.at;
  const parts = blank("fk", around);
  readReference(cursor, parts, around);
  while (cursor.at < cursor.end) readClause(cursor, parts, around.problems);
  finish(cursor, from, parts, around);
}

/** `index bids(a), auctions(b)`: the same keyword again. */
function readNext(cursor: Cursor, from: number, parts: Parts, around: Around): void {
  finish(cursor, from, parts, around);
  let next = cursor;
  while (isSymbol(peek(next), ",")) {
    const start = next.at + 1;
    let end = start;
    while (end < next.end && !isSymbol(next.tokens[end], ",")) end = after(next, end);
    const more = blank(parts.kind, around);
    const range: Cursor = { ...next, at: start, end };
    readHead(range, more);
    while (range.at < range.end) readClause(range, more, around.problems);
    finish(range, start, more, around);
    next = cursorAt(next, end);
  }
  cursor.at = cursor.end;
}

function readTtl(cursor: Cursor, parts: Parts): void {
  const open = peek(cursor, 1);
  if (isName(peek(cursor)) && isSymbol(open, "(") && open?.match === cursor.end - 1) {
    const path = readPath(cursor);
    parts.table = path?.name ?? null;
    const body = inside(cursor);
    parts.text = sourceOf(body, body.at, body.end);
    return;
  }
  parts.text = sourceOf(cursor, cursor.at, cursor.end);
  cursor.at = cursor.end;
}

function finish(cursor: Cursor, from: number, parts: Parts, around: Around): void {
  parts.span = spanOf(cursor, from, cursor.at);
  if (isEmpty(parts)) {
    around.problems.report("error", parts.span, "Name the columns: `unique follows(follower_id, followee_id)`.");
    return;
  }
  const nulls = cursor.tokens.slice(from, cursor.at).find((token) => isWord(token, "nulls"));
  if (nulls && parts.kind === "index") {
    const at = { start: nulls.start, end: nulls.end };
    around.problems.report("hint", at, "Where nulls are sorted is read and kept nowhere: no pattern asks for it.");
  }
  around.draft.statements.push(parts);
}

function isEmpty(parts: Parts): boolean {
  if (parts.kind === "check" || parts.kind === "ttl") return parts.text === "";
  return parts.columns.length === 0;
}
