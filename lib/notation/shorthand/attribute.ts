import { anAttribute } from "@/lib/design";
import type { Problems } from "../problems";
import { short } from "../problems";
import { splitList } from "./columns";
import type { AttributeDraft, Draft, TableDraft } from "./draft";
import { isComparison, readNote, reportUnknown, type Subject } from "./notes";
import {
  type Cursor,
  cursorAt,
  DEEPEST,
  inside,
  isArrow,
  isName,
  isSymbol,
  isSymbolOf,
  isWord,
  isWordOf,
  part,
  peek,
  sourceOf,
  spanOf,
  startsLine,
} from "./token";
import { isType, phraseAt, takesArguments } from "./words";

/** What attributes are read into. */
export interface Owner {
  readonly table: TableDraft | null;
  readonly draft: Draft;
  readonly problems: Problems;
  /** Dotted path of the object around them, with its dot; empty at the top. */
  readonly prefix: string;
}

const BULLETS: ReadonlySet<string> = new Set(["-", "*", "•", "+", "–", "—", "·", "‣", "▪"]);

export function skipBullet(cursor: Cursor): void {
  if (startsLine(peek(cursor)) && isSymbolOf(peek(cursor), BULLETS) && peek(cursor, 1)?.spaced) cursor.at++;
}

/** Reads a list of attributes between brackets or below a table. */
export function readAttributes(cursor: Cursor, owner: Owner): AttributeDraft[] {
  if (cursor.depth > DEEPEST) {
    const span = spanOf(cursor, cursor.at, cursor.end);
    owner.problems.report(
      "error",
      span,
      `This is nested deeper than ${DEEPEST} levels and is not read. Make it a table of its own.`,
    );
    return [];
  }
  const attributes: AttributeDraft[] = [];
  for (const range of splitList(cursor, true)) {
    const attribute = readAttribute(range, owner);
    if (attribute) attributes.push(attribute);
  }
  return attributes;
}

const LEADING: ReadonlySet<string> = new Set(["pk", "fk", "unique", "partition", "clustering"]);

/** `PK id`, `FK user_id -> users.id`: notes before the name, as ER diagrams write them. */
function leadingNote(cursor: Cursor): number {
  const note = phraseAt(cursor);
  if (!note || !LEADING.has(note.phrase)) return 0;
  return isName(peek(cursor, note.length)) && !phraseAt(cursor, note.length) ? note.length : 0;
}

/** One attribute with its type and notes; null where no name stands. */
export function readAttribute(cursor: Cursor, owner: Owner): AttributeDraft | null {
  skipBullet(cursor);
  const from = cursor.at;
  const front = leadingNote(cursor);
  cursor.at += front;
  const name = peek(cursor);
  if (!isName(name)) {
    const words = sourceOf(cursor, from, cursor.end);
    const message = `“${short(words)}” has no name. An attribute is \`name type (notes)\`.`;
    owner.problems.report("error", spanOf(cursor, from, cursor.end), message);
    return null;
  }
  cursor.at++;
  while (isSymbol(peek(cursor), ".") && isName(peek(cursor, 1))) cursor.at += 2;
  const text = textOf(cursor, from + front, cursor.at);
  const named = { text, span: spanOf(cursor, from + front, cursor.at) };
  const attribute: AttributeDraft = { ...anAttribute(named), attributes: [], span: spanOf(cursor, from, cursor.end) };
  const { table, draft, problems, prefix } = owner;
  const subject: Subject = { table, draft, problems, attribute, path: prefix + text };
  if (isSymbol(peek(cursor), ":")) cursor.at++;
  readRest(cursor, subject);
  if (front > 0 && !isAimed(cursor, from, subject)) readNote(part(cursor, from, from + front), subject);
  return attribute;
}

/** The words of a range without what is between them. */
function textOf({ tokens }: Cursor, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at++) text += tokens[at]?.text ?? "";
  return text;
}

/** `FK user_id -> users.id`: the arrow has said it already. */
function isAimed(cursor: Cursor, from: number, { table, path }: Subject): boolean {
  const isReference = phraseAt(cursorAt(cursor, from))?.phrase === "fk";
  return isReference && table?.references.at(-1)?.columns[0] === path;
}

function readRest(cursor: Cursor, subject: Subject): void {
  while (cursor.at < cursor.end) readPiece(cursor, subject);
}

const SEPARATORS: ReadonlySet<string> = new Set([",", ";", "/", "&", "|"]);

function readPiece(cursor: Cursor, subject: Subject): void {
  const token = peek(cursor);
  const { attribute, path } = subject;
  if (isSymbolOf(token, SEPARATORS) || isWord(token, "and", "with")) cursor.at++;
  else if (isSymbol(token, "!", "?")) {
    attribute.notNull = token?.text === "!";
    const phrase = attribute.notNull ? "not-null" : "null";
    subject.draft.notes.push({ attribute, phrase, span: spanOf(cursor, cursor.at, cursor.at + 1) });
    cursor.at++;
  } else if (isSymbol(token, "(")) readParentheses(cursor, subject);
  else if (isSymbol(token, "{")) {
    const body = inside(cursor);
    attribute.shape = attribute.shape === "list" ? "objects" : "object";
    attribute.attributes.push(...readAttributes(body, { ...subject, prefix: `${path}.` }));
  } else if (isSymbol(token, "[")) readList(cursor, subject);
  else if (readNote(cursor, subject)) return;
  else if (token?.kind === "word" && attribute.type === null) readType(cursor, subject);
  else reportUnknown(cursor, subject);
}

/** In parentheses: notes, or a type (`id (uuid, PK)`). */
function readParentheses(cursor: Cursor, subject: Subject): void {
  const body = inside(cursor);
  if (body.depth > DEEPEST) {
    const span = spanOf(body, body.at, body.end);
    subject.problems.report("error", span, `This is nested deeper than ${DEEPEST} levels and is not read.`);
    return;
  }
  while (body.at < body.end) {
    const token = peek(body);
    const known = token?.kind === "word" && isType(token.text) && subject.attribute.type === null;
    if (token?.kind === "word" && !known && !phraseAt(body) && !isComparison(body) && !isWord(token, "and", "with")) {
      reportUnknown(body, subject);
    } else readPiece(body, subject);
  }
}

/** `[ { a, b } ]` objects, `[a, b]` objects too, `[type]` values, `[pk, not null]` notes as DBML writes them. */
function readList(cursor: Cursor, subject: Subject): void {
  const body = inside(cursor);
  const { attribute } = subject;
  const note = phraseAt(body)?.phrase;
  if (note && note !== "fk" && note !== "ref") {
    while (body.at < body.end) readPiece(body, subject);
    return;
  }
  attribute.shape = "list";
  if (isSymbol(peek(body), "{") && body.tokens[body.at]?.match === body.end - 1) readPiece(body, subject);
  else if (splitList(body, true).length > 1) {
    attribute.shape = "objects";
    attribute.attributes.push(...readAttributes(body, { ...subject, prefix: `${subject.path}.` }));
  } else while (body.at < body.end) readPiece(body, subject);
}

const TYPE_TAILS: ReadonlySet<string> = new Set([
  "precision",
  "varying",
  "unsigned",
  "signed",
  "zone",
  "time",
  "without",
  "with",
  "local",
  "of",
]);

/** True where the parentheses at the cursor are the type's own (`varchar(255)`), not notes. */
function holdsArguments(cursor: Cursor): boolean {
  const open = peek(cursor);
  const before = cursor.tokens[cursor.at - 1];
  if (!isSymbol(open, "(") || before?.kind !== "word") return false;
  if (isWord(before, "enum", "set")) return true;
  const body = inside(cursorAt(cursor, cursor.at));
  if (phraseAt(body) || isArrow(peek(body)) || isComparison(body)) return false;
  return takesArguments(before.text) || (open?.spaced === false && /^\d/.test(peek(body)?.text ?? ""));
}

function readType(cursor: Cursor, subject: Subject): void {
  const { attribute } = subject;
  const from = cursor.at;
  cursor.at++;
  while (isTypeTail(cursor)) cursor.at++;
  if (holdsArguments(cursor)) inside(cursor);
  if (isSymbol(peek(cursor), "<")) skipGeneric(cursor);
  while (isTypeTail(cursor)) cursor.at++;
  if (isWord(cursor.tokens[cursor.at - 1], "of") && peek(cursor)?.kind === "word") cursor.at++;
  attribute.type = sourceOf(cursor, from, cursor.at);
  subject.draft.types.set(attribute, spanOf(cursor, from, cursor.at));
  if (isWord(cursor.tokens[from], "array", "list")) attribute.shape = "list";
  else if (isWord(peek(cursor), "array")) {
    attribute.shape = "list";
    cursor.at++;
  }
  // What is a type by its first word (`varchar(40)`) is no slip, and costs no comparison.
  const guess = isType(cursor.tokens[from]?.text ?? "") ? null : misspelled(attribute.type, subject);
  if (!guess) return;
  const span = spanOf(cursor, from, cursor.at);
  subject.problems.replace(
    "warning",
    span,
    guess,
    `“${short(attribute.type)}” is read as a type. Did you mean “${guess}”?`,
  );
}

function isTypeTail(cursor: Cursor): boolean {
  const token = peek(cursor);
  if (isWord(token, "without", "with")) return isWord(peek(cursor, 1), "time", "local");
  return isWordOf(token, TYPE_TAILS) && !startsLine(token);
}

const SLIPS = ["unique", "primary", "required", "references", "nullable", "default"];

function misspelled(type: string, subject: Subject): string | null {
  return type.length >= 5 ? subject.problems.guess(type, SLIPS) : null;
}

function skipGeneric(cursor: Cursor): void {
  const from = cursor.at;
  let depth = 0;
  while (cursor.at < Math.min(cursor.end, from + 32)) {
    const token = peek(cursor);
    cursor.at++;
    if (isSymbol(token, "<")) depth++;
    if (isSymbol(token, ">") && --depth === 0) return;
  }
  cursor.at = from;
}
