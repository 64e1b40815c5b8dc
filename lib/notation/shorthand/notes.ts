import { anIndex, aReference } from "@/lib/design";
import { cover, type Span } from "@/lib/diagnostics";
import type { Problems } from "../problems";
import { short } from "../problems";
import type { AttributeDraft, Draft, TableDraft } from "./draft";
import { readPath } from "./names";
import { type Aim, readAction, readAim } from "./references";
import {
  after,
  type Cursor,
  isArrow,
  isSymbol,
  isSymbolOf,
  isWord,
  part,
  peek,
  skipOne,
  sourceOf,
  spanOf,
  startsLine,
} from "./token";
import { type Found, NOTE_WORDS, type Phrase, phraseAt } from "./words";

/** The attribute that notes are about. `table` is null where keys and references have no place (edges, templates). */
export interface Subject {
  readonly attribute: AttributeDraft;
  /** Its dotted path from the table. */
  readonly path: string;
  readonly table: TableDraft | null;
  readonly draft: Draft;
  readonly problems: Problems;
}

const COMPARISONS: ReadonlySet<string> = new Set([">", "<", ">=", "<=", "<>", "!=", "≥", "≤", "≠", "~"]);

export function isComparison(cursor: Cursor): boolean {
  const token = peek(cursor);
  if (isSymbolOf(token, COMPARISONS)) return true;
  if (token?.kind !== "word") return false;
  if (isWord(token, "in") && isSymbol(peek(cursor, 1), "(")) return true;
  const next = peek(cursor, 1);
  return isWord(token, "between", "like", "ilike", "matches") && next !== null && !isSymbol(next, ",", ")");
}

/** Notes whose words may stand inside a value, too. */
const VALUE_WORDS: readonly Phrase[] = ["null", "partition", "index", "generated"];

/** Where the words of a check or a default end: at a comma, a line, or the next note. */
function endOfValue(cursor: Cursor): number {
  let at = cursor.at;
  while (at < cursor.end) {
    const token = cursor.tokens[at];
    if (isSymbol(token, ",", ";")) break;
    const isNot = isWord(cursor.tokens[at - 1], "is", "not", "set");
    const phrase = at > cursor.at && !isNot ? phraseAt(cursor, at - cursor.at)?.phrase : undefined;
    if (phrase && !VALUE_WORDS.includes(phrase)) break;
    at = after(cursor, at);
  }
  return at;
}

function takeValue(cursor: Cursor): { text: string; span: Span } {
  const from = cursor.at;
  cursor.at = endOfValue(cursor);
  return { text: sourceOf(cursor, from, cursor.at), span: spanOf(cursor, from, cursor.at) };
}

/** `(a > 0)` → `a > 0`, where the parentheses hold all of it. */
export function takeCondition(cursor: Cursor, end: number): string {
  let from = cursor.at;
  let to = end;
  while (to - from > 2 && isSymbol(cursor.tokens[from], "(") && cursor.tokens[from]?.match === to - 1) {
    from++;
    to--;
  }
  cursor.at = end;
  return sourceOf(part(cursor, from, to), from, to);
}

function noPlace(subject: Subject, span: Span, words: string): void {
  const where = "a key template or an edge keeps only names, types and defaults";
  subject.problems.report("warning", span, `“${short(words)}” has no place here: ${where}.`);
}

function addReference(subject: Subject, aim: Aim | null, enforced: boolean, span: Span): void {
  const { table, draft, path } = subject;
  if (!table) return;
  if (aim) {
    table.references.push(aReference([path], aim.target.table, { target: aim.target, enforced, span }));
    const column = aim.target.columns[0] ?? null;
    const { tableSpan, columnSpan } = aim;
    draft.mentions.push({ table: aim.target.table, tableSpan, column, columnSpan, soft: !enforced });
  } else {
    draft.unaimed.push({ table, column: path, enforced, slot: table.references.length, span });
    table.references.push(aReference([path], "", { enforced, span }));
  }
}

/** Several `PK` notes in one table make one composite key. */
function addPrimary(subject: Subject, span: Span): void {
  const { table, draft, path } = subject;
  if (!table) return;
  const slot = draft.noted.get(table);
  const key = slot === undefined ? undefined : table.keys[slot];
  if (slot === undefined || !key) {
    draft.noted.set(table, table.keys.length);
    table.keys.push({ kind: "key", primary: true, columns: [path], span });
  } else table.keys[slot] = { ...key, columns: [...key.columns, path], span: cover(key.span, span) };
}

function readDirection(cursor: Cursor): "asc" | "desc" {
  const token = peek(cursor);
  if (!isWord(token, "asc", "desc", "ascending", "descending")) return "asc";
  cursor.at++;
  return token?.text.toLowerCase().startsWith("d") ? "desc" : "asc";
}

type Handler = (cursor: Cursor, subject: Subject, from: number) => void;

const reference =
  (enforced: boolean): Handler =>
  (cursor, subject, from) => {
    const aim = readAim(cursor);
    addReference(subject, aim, enforced, spanOf(cursor, from, cursor.at));
  };

const index =
  (unique: boolean): Handler =>
  (cursor, { table, path }, from) => {
    const direction = readDirection(cursor);
    const columns = [{ path, direction }];
    table?.indexes.push({ ...anIndex([], { columns, unique }), span: spanOf(cursor, from, cursor.at) });
  };

const BARE = /^[\p{L}\p{N}_$][\p{L}\p{N}\p{M}_$]*$/u;

/** A path as a condition names it: what is no bare word stands in quotes, or its signs would be read as the condition's. */
function quotedPath(path: string): string {
  if (BARE.test(path)) return path;
  const steps = path
    .split(".")
    .map((step) => (step === "" || BARE.test(step) ? step : `"${step.replaceAll('"', '""')}"`));
  return steps.join(".");
}

const check: Handler = (cursor, { table, attribute, path }, from) => {
  while (isSymbol(peek(cursor), ":")) cursor.at++;
  const bare = isComparison(cursor) || isSymbol(peek(cursor), "=", "==") || isWord(peek(cursor), "is", "not");
  const end = endOfValue(cursor);
  const condition = takeCondition(cursor, end);
  const expression = bare ? `${quotedPath(table ? path : attribute.name.text)} ${condition}` : condition;
  table?.checks.push({ kind: "check", expression, span: spanOf(cursor, from, cursor.at) });
};

const onDelete: Handler = (cursor, { table, path, problems }, from) => {
  const action = readAction(cursor);
  const slot = (table?.references.length ?? 0) - 1;
  const last = table?.references[slot];
  const known = last?.columns[0] === path ? last : undefined;
  const span = spanOf(cursor, from, cursor.at);
  if (!action) problems.report("error", span, "Say what happens on delete: cascade, restrict, set null or no action.");
  else if (!table || !known)
    problems.report("error", span, "This belongs to a reference. Write it behind `FK -> table.column`.");
  else table.references[slot] = { ...known, onDelete: action, span: cover(known.span, span) };
};

const copy: Handler = (cursor, { attribute, draft, problems }, from) => {
  while (isArrow(peek(cursor)) || isWord(peek(cursor), "of", "from")) cursor.at++;
  const start = cursor.at;
  const path = readPath(cursor);
  const [table, ...rest] = path?.steps ?? [];
  const column = rest.map((step) => step.text).join(".");
  if (!table || !column) {
    const span = spanOf(cursor, from, cursor.at);
    problems.report("error", span, "Say what this is a copy of: `copy of table.column`.");
    return;
  }
  attribute.copyOf = { table: table.text, column };
  const columnSpan = spanOf(cursor, start + 2, cursor.at);
  draft.mentions.push({ table: table.text, tableSpan: table.span, column, columnSpan, soft: true });
};

const HANDLERS: Readonly<Record<Phrase, Handler>> = {
  pk: (cursor, subject, from) => addPrimary(subject, spanOf(cursor, from, cursor.at)),
  fk: reference(true),
  ref: reference(false),
  unique: (cursor, { table, path }, from) => {
    table?.keys.push({ kind: "key", primary: false, columns: [path], span: spanOf(cursor, from, cursor.at) });
  },
  "unique-index": index(true),
  index: index(false),
  gsi: index(false),
  "not-null": (_, { attribute }) => {
    attribute.notNull = true;
  },
  null: (_, { attribute }) => {
    attribute.notNull = false;
  },
  check,
  default: (cursor, { attribute, problems }, from) => {
    while (isSymbol(peek(cursor), ":", "=")) cursor.at++;
    const value = takeValue(cursor).text;
    if (value) attribute.default = value;
    else problems.report("error", spanOf(cursor, from, cursor.at), "Say the value: `default 0`, `default now()`.");
  },
  generated: (cursor, { attribute }, from) => {
    attribute.default ??= sourceOf(cursor, from, cursor.at);
  },
  copy,
  partition: (_, { table, path }) => {
    table?.partition.push(path);
  },
  clustering: (cursor, { table, path }) => {
    table?.clustering.push({ path, direction: readDirection(cursor) });
  },
  ttl: (cursor, { attribute }) => {
    while (isSymbol(peek(cursor), ":", "=")) cursor.at++;
    attribute.ttl = takeValue(cursor).text || "on";
  },
  "on-delete": onDelete,
  "on-update": (cursor, { problems }, from) => {
    readAction(cursor);
    problems.report(
      "hint",
      spanOf(cursor, from, cursor.at),
      "`on update` is read and kept nowhere: keys should not change.",
    );
  },
};

const NEEDS_TABLE: readonly Phrase[] = [
  "pk",
  "fk",
  "ref",
  "unique",
  "unique-index",
  "index",
  "gsi",
  "check",
  "partition",
  "clustering",
  "on-delete",
];

/** Reads one note at the cursor; false where none stands there. */
export function readNote(cursor: Cursor, subject: Subject): boolean {
  const from = cursor.at;
  const phrase = takeNote(cursor, subject);
  if (phrase === null) return false;
  subject.draft.notes.push({ attribute: subject.attribute, phrase, span: spanOf(cursor, from, cursor.at) });
  return true;
}

const ARROW: Found = { phrase: "fk", length: 1 };

function takeNote(cursor: Cursor, subject: Subject): Phrase | null {
  const from = cursor.at;
  const note = isArrow(peek(cursor)) ? ARROW : phraseAt(cursor);
  if (note) {
    cursor.at += note.length;
    HANDLERS[note.phrase](cursor, subject, from);
    if (!subject.table && NEEDS_TABLE.includes(note.phrase)) {
      noPlace(subject, spanOf(cursor, from, cursor.at), sourceOf(cursor, from, cursor.at));
    }
    return note.phrase;
  }
  if (isComparison(cursor)) {
    check(cursor, subject, from);
    if (!subject.table) noPlace(subject, spanOf(cursor, from, cursor.at), sourceOf(cursor, from, cursor.at));
    return "check";
  }
  if (!isSymbol(peek(cursor), "=")) return null;
  HANDLERS.default(cursor, subject, from);
  return "default";
}

/** Names words that are no note, up to the next comma, line or note. */
export function reportUnknown(cursor: Cursor, subject: Subject): void {
  const from = cursor.at;
  skipOne(cursor);
  while (cursor.at < cursor.end) {
    const token = peek(cursor);
    if (isSymbol(token, ",", ";", "/") || startsLine(token) || isArrow(token) || phraseAt(cursor)) break;
    skipOne(cursor);
  }
  const words = sourceOf(cursor, from, cursor.at);
  const message = `“${short(words)}” is not a note that is understood. Known ones: PK, FK -> table.column, unique, not null, check, default, index.`;
  subject.problems.unknown("error", spanOf(cursor, from, cursor.at), words, NOTE_WORDS, message);
}
