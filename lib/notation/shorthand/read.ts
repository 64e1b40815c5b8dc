import { type Design, ENGINES, findStore, nameKey, type Table } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import type { Problems } from "../problems";
import { short } from "../problems";
import type { Owner } from "./attribute";
import { bind } from "./bind";
import { pairBrackets } from "./brackets";
import { type Draft, newDraft, newTable } from "./draft";
import { isEdge, readEdge } from "./graph";
import { readHeader } from "./header";
import { lex } from "./lexer";
import { baseOf, endOfStatement, splitLines } from "./lines";
import { readPath } from "./names";
import { readBareReference, readStatement, statementAt } from "./statement";
import { isSecondaryIndex, readBody, skipLineStart } from "./table";
import { isTemplate, readTemplate } from "./template";
import {
  after,
  type Cursor,
  cursorAt,
  DEEPEST,
  inside,
  isArrow,
  isName,
  isSymbol,
  isWord,
  part,
  peek,
  skipOne,
  sourceOf,
  spanOf,
  startsLine,
  type Token,
} from "./token";
import { isHeadingWord, isType, phraseAt } from "./words";

interface Body {
  readonly draft: Draft;
  readonly problems: Problems;
}

function ownerOf({ draft, problems }: Body): Owner {
  return { table: draft.last, draft, problems, prefix: "" };
}

function sectionOf(draft: Draft): number | null {
  return draft.sections.length > 0 ? draft.sections.length - 1 : null;
}

/** `== Redis` or `== Redis ==`. Lines indented below it are read as if they were not. */
function readSection(cursor: Cursor, body: Body): void {
  const from = cursor.at;
  while (isSymbol(peek(cursor), "==", "=")) cursor.at++;
  const start = cursor.at;
  while (!startsLine(peek(cursor)) && (isName(peek(cursor)) || isSymbol(peek(cursor), ".", "-", "+", "/"))) cursor.at++;
  const engine = sourceOf(cursor, start, cursor.at);
  const engineSpan = spanOf(cursor, start, cursor.at);
  while (isSymbol(peek(cursor), "==", "=", ":")) cursor.at++;
  const span = spanOf(cursor, from, cursor.at);
  reportRest(cursor, body.problems);
  if (engine === "") body.problems.report("error", span, "Name the second store: `== Redis`.");
  else if (!findStore(engine)) {
    const known = Object.values(ENGINES).flat();
    body.problems.unknown("warning", engineSpan, engine, known, `“${short(engine)}” is not a store that is known.`);
  }
  body.draft.sections.push({ kind: "section", engine, span });
  body.draft.last = null;
  if (cursor.at < cursor.end) readLine(cursor, body);
}

/** What else stands on a section's line. */
function reportRest(cursor: Cursor, problems: Problems): void {
  const from = cursor.at;
  while (cursor.at < cursor.end && !startsLine(peek(cursor))) skipOne(cursor);
  if (cursor.at === from) return;
  const words = short(sourceOf(cursor, from, cursor.at));
  problems.report(
    "error",
    spanOf(cursor, from, cursor.at),
    `“${words}” does not belong here. A section begins with \`== Redis\` alone on its line.`,
  );
}

/** A keyword that begins a statement here, and is not a table of that name. */
function isTopStatement(cursor: Cursor): boolean {
  const found = statementAt(cursor);
  if (!found) return false;
  const next = peek(cursor, found.length);
  if (found.kind === "ttl") return /^\d/.test(next?.text ?? "") || isName(next);
  if (isSymbol(next, ":")) return isName(peek(cursor, found.length + 1)) && namesTable(cursor, found.length + 1);
  if (isSymbol(next, "(")) return found.phrase !== "ref" || isArrow(peek(cursor, 3));
  return isName(next);
}

/** `bids(auction_id)`: a name and columns, not `id (PK)`. */
function namesTable(cursor: Cursor, ahead: number): boolean {
  if (!isSymbol(peek(cursor, ahead + 1), "(") || isType(peek(cursor, ahead)?.text ?? "")) return false;
  return phraseAt(inside(cursorAt(cursor, cursor.at + ahead + 1))) === null;
}

/** `likes.post_id -> posts.id` on a line of its own. */
function isBareReference(cursor: Cursor): boolean {
  const ahead = cursorAt(cursor, cursor.at);
  const path = readPath(ahead);
  if (!path || path.steps.length < 2) return false;
  return isArrow(peek(ahead)) && isName(peek(ahead, 1));
}

function readTable(cursor: Cursor, body: Body): boolean {
  const from = cursor.at;
  const header = readHeader(cursor, body.problems);
  if (!header) {
    cursor.at = from;
    return false;
  }
  const { draft } = body;
  const table = newTable(header.name, header.shape, sectionOf(draft), spanOf(cursor, from, from + 1));
  draft.tables.push(table);
  draft.last = table;
  draft.groups.set(table, spanOf(cursor, from, cursor.end));
  for (const range of header.bodies) readBody(range, ownerOf(body));
  table.span = { start: table.span.start, end: Math.max(header.name.span.end, spanOf(cursor, from, cursor.end).end) };
  return true;
}

/** Statements take their own line; indented lines below belong to the table above. */
function readStatementLine(cursor: Cursor, body: Body): void {
  const end = endOfStatement(cursor);
  const around = ownerOf(body);
  let to = end;
  while (to > cursor.at + 1 && isSymbol(cursor.tokens[to - 1], ",", ";")) to--;
  readStatement(part(cursor, cursor.at, to), around);
  if (end < cursor.end) readBody(part(cursor, end, cursor.end), around);
}

/** `create index on users(email)`, by habit from SQL. */
function skipCreate(cursor: Cursor): void {
  if (isWord(peek(cursor), "create") && statementAt(cursorAt(cursor, cursor.at + 1))) cursor.at++;
}

function readLine(cursor: Cursor, body: Body): void {
  skipLineStart(cursor);
  skipCreate(cursor);
  if (isSymbol(peek(cursor), "==") || (isSymbol(peek(cursor), "=") && isSymbol(peek(cursor, 1), "=", "=="))) {
    readSection(cursor, body);
  } else if (isEdge(cursor)) readEdge(cursor, { ...ownerOf(body), table: null }, sectionOf(body.draft));
  else if (isTemplate(cursor)) readTemplate(cursor, { ...ownerOf(body), table: null }, sectionOf(body.draft));
  else if (isSecondaryIndex(cursor)) readBody(cursor, ownerOf(body));
  else if (isTopStatement(cursor)) readStatementLine(cursor, body);
  else if (isBareReference(cursor)) readBareReference(cursor, ownerOf(body));
  else if (isHeading(cursor)) readBelow(cursor, body, "hint");
  else if (isLoneHeading(cursor)) reportHeading(spanOf(cursor, cursor.at, cursor.end), body.problems);
  else if (!readTable(cursor, body)) {
    if (cursor.depth < DEEPEST && tableBelow(cursor) > 0) readBelow(cursor, body, "error");
    else reportLine(cursor, body.problems);
  }
}

/** Where the first indented line begins, if it looks like a table of its own (`users: id (PK), …`); else 0. */
function tableBelow(cursor: Cursor): number {
  let at = cursor.at + 1;
  while (at < cursor.end && !startsLine(cursor.tokens[at])) at = after(cursor, at);
  const line = cursorAt(cursor, at);
  skipLineStart(line);
  const named = isName(peek(line)) && isSymbol(peek(line, 1), ":") && !isType(peek(line, 2)?.text ?? "");
  const end = named ? endOfStatement(line) : 0;
  for (let i = line.at; i < end; i++) if (isSymbol(line.tokens[i], ",", "(")) return at;
  return 0;
}

/** `Tables:` above indented tables. */
function isHeading(cursor: Cursor): boolean {
  const name = peek(cursor);
  if (name?.kind !== "word" || !isHeadingWord(name.text) || cursor.depth >= DEEPEST) return false;
  return isSymbol(peek(cursor, 1), ":") && startsLine(peek(cursor, 2)) && tableBelow(cursor) > 0;
}

/** `Tables:` above tables at the margin. */
function isLoneHeading(cursor: Cursor): boolean {
  const name = peek(cursor);
  const plural = name?.kind === "word" && isHeadingWord(name.text) && nameKey(name.text) !== name.text.toLowerCase();
  return plural && isSymbol(peek(cursor, 1), ":") && peek(cursor, 2) === null;
}

function reportHeading(span: Span, problems: Problems): void {
  problems.report("hint", span, "This is read as a heading: what stands below it are tables.");
}

/** Names the first line and reads what is indented below it as if it stood at the margin. */
function readBelow(cursor: Cursor, body: Body, severity: "hint" | "error"): void {
  const below = tableBelow(cursor);
  if (severity === "error") reportLine(part(cursor, cursor.at, below), body.problems);
  else {
    const span = spanOf(cursor, cursor.at, below);
    body.problems.report("hint", span, "This is read as a heading: what is indented below it are tables.");
  }
  readLines({ ...cursor, at: below, depth: cursor.depth + 1 }, body);
}

function readLines(cursor: Cursor, body: Body): void {
  for (const [from, to] of splitLines(cursor.tokens, cursor.at, cursor.end)) readLine(part(cursor, from, to), body);
}

const FIRST_WORDS = ["index", "unique", "check", "PK", "FK", "table", "node", "edge", "gsi", "ttl"];

/** `indx bids(amount)`: a statement with a slip in its first word, or nothing that is known. */
function reportLine(cursor: Cursor, problems: Problems): void {
  const first = peek(cursor);
  const guess = first?.kind === "word" && isName(peek(cursor, 1)) ? problems.guess(first.text, FIRST_WORDS) : null;
  if (first && guess) {
    const label = `Write “${guess}”`;
    const edits = [{ span: { start: first.start, end: first.end }, text: guess }];
    const line = spanOf(cursor, cursor.at, cursor.end);
    problems.report(
      "error",
      line,
      `“${short(first.text)}” begins no line that is understood. Did you mean “${guess}”?`,
      { label, edits },
    );
    return;
  }
  const span = spanOf(cursor, cursor.at, cursor.end);
  const words = short(sourceOf(cursor, cursor.at, Math.min(cursor.end, cursor.at + 12)));
  const message = `“${words}” is not understood. A table is \`name: attribute (notes), attribute\`; a comment begins with #.`;
  problems.report("error", span, message);
}

/** A design with all that says where its pieces stand, for edits of the text. */
export interface Traced {
  readonly design: Design;
  readonly draft: Draft;
  readonly tokens: readonly Token[];
}

export function traceShorthand(text: string, span: Span, problems: Problems, above: readonly Table[] = []): Traced {
  const raw = lex(text, span, problems);
  const tokens = pairBrackets(raw, baseOf(raw), problems);
  const body: Body = { draft: newDraft(), problems };
  readLines({ tokens, text, at: 0, end: tokens.length, depth: 0 }, body);
  return { design: bind(body.draft, problems, above), draft: body.draft, tokens };
}

/**
 * Reads a body written in shorthand, or the sections below a body in another language, whose tables may be named.
 * Never throws, takes time in proportion to the text.
 */
export function readShorthand(text: string, span: Span, problems: Problems, above: readonly Table[] = []): Design {
  return traceShorthand(text, span, problems, above).design;
}
