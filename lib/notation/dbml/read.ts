import type { Design } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import type { Problems } from "../problems";
import { short } from "../problems";
import { bind } from "./bind";
import { newSchema, type Schema } from "./draft";
import { lex } from "./lexer";
import { readTableName } from "./names";
import { beginsElement, pairBrackets } from "./pair";
import { readRelations } from "./relation";
import { readSettings, reportRest } from "./settings";
import { readTable } from "./table";
import {
  type Cursor,
  inside,
  isName,
  isSymbol,
  isWord,
  part,
  peek,
  sourceOf,
  spanOf,
  splitLines,
  type Token,
} from "./token";

/** `Enum core.status { open [note: 'x'] closed }`. */
function readEnum(cursor: Cursor, schema: Schema): void {
  const from = cursor.at;
  cursor.at++;
  const name = readTableName(cursor);
  readSettings(cursor);
  if (!name || !isSymbol(peek(cursor), "{")) {
    const span = spanOf(cursor, from, Math.min(cursor.end, from + 3));
    schema.problems.report("error", span, "Say the values: `Enum status { open closed }`.");
    return;
  }
  const values = splitLines(inside(cursor)).flatMap((line) => readValues(line, schema));
  const plain = name.text.toLowerCase();
  if (name.schema !== null) schema.enums.set(`${name.schema.toLowerCase()}.${plain}`, values);
  if (name.schema === null || !schema.enums.has(plain)) schema.enums.set(plain, values);
}

function readValues(line: Cursor, schema: Schema): readonly string[] {
  const values: string[] = [];
  while (line.at < line.end) {
    const token = peek(line);
    if (isWord(token, "note") && isSymbol(peek(line, 1), ":")) break;
    if (token?.kind === "string" || isName(token)) {
      values.push(token.text);
      line.at++;
    } else if (isSymbol(token, ",")) line.at++;
    else if (isSymbol(token, "[")) readSettings(line);
    else reportRest(line, schema.problems);
  }
  return values;
}

/** What says nothing about tables: notes, groups, rows, views. */
const ASIDE = ["project", "note", "tablegroup", "records", "diagramview", "use", "reuse", "import"];

function isAside(cursor: Cursor): boolean {
  const next = peek(cursor, 1);
  return isWord(peek(cursor), ...ASIDE) && (isName(next) || isSymbol(next, "{", ":", "*") || next === null);
}

function skipAside(cursor: Cursor): void {
  while (cursor.at < cursor.end && !isSymbol(peek(cursor), "{")) cursor.at++;
  if (cursor.at < cursor.end) inside(cursor);
}

function readElement(cursor: Cursor, schema: Schema): void {
  const next = peek(cursor, 1);
  const partial = isWord(peek(cursor), "tablepartial");
  if ((partial || isWord(peek(cursor), "table")) && (isName(next) || isSymbol(next, "{"))) {
    readTable(cursor, schema, partial);
  } else if (isWord(peek(cursor), "ref")) {
    readRelations(cursor, schema);
    cursor.at = cursor.end;
  } else if (isWord(peek(cursor), "enum") && isName(next)) readEnum(cursor, schema);
  else if (isAside(cursor)) skipAside(cursor);
  else {
    reportLine(cursor, schema);
    cursor.at = cursor.end;
  }
}

const FIRST_WORDS = ["Table", "Ref", "Enum", "Project", "TableGroup", "TablePartial", "Note"];

function reportLine(cursor: Cursor, schema: Schema): void {
  const first: Token | null = peek(cursor);
  const span = spanOf(cursor, cursor.at, cursor.end);
  const words = short(sourceOf(cursor, cursor.at, Math.min(cursor.end, cursor.at + 12)));
  const guess = first?.kind === "word" ? schema.problems.guess(first.text, FIRST_WORDS) : null;
  const message = `“${words}” is not understood. A table is \`Table users { id int [pk] }\`, a link \`Ref: posts.user_id > users.id\`.`;
  if (!first || guess === null) schema.problems.report("error", span, message);
  else {
    const edits = [{ span: { start: first.start, end: first.end }, text: guess }];
    const words2 = `“${short(first.text)}” begins nothing that is understood. Did you mean “${guess}”?`;
    schema.problems.report("error", span, words2, { label: `Write “${guess}”`, edits });
  }
}

/** Lines at the top; what is written behind a closing brace begins one, too. */
function elementsOf(cursor: Cursor): readonly Cursor[] {
  return splitLines(cursor).flatMap((line) => {
    const starts = [line.at];
    for (let at = line.at + 1; at < line.end; at++) if (beginsElement(line.tokens, at)) starts.push(at);
    return starts.map((from, i) => part(line, from, starts[i + 1] ?? line.end));
  });
}

/** Reads a body written in DBML. Never throws, takes time in proportion to the text. */
export function readDbml(text: string, span: Span, problems: Problems): Design {
  const tokens = lex(text, span, problems);
  pairBrackets(tokens, problems);
  const schema = newSchema(problems);
  for (const element of elementsOf({ text, tokens, at: 0, end: tokens.length })) {
    while (element.at < element.end) readElement(element, schema);
  }
  return bind(schema);
}
