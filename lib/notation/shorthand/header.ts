import type { Name, Table } from "@/lib/design";
import { span } from "@/lib/diagnostics";
import type { Problems } from "../problems";
import {
  after,
  type Cursor,
  inside,
  isArrow,
  isName,
  isSymbol,
  isWord,
  isWordOf,
  part,
  peek,
  sourceOf,
  startsLine,
} from "./token";

/** The head of a table, and what stands in it: the body first, then lines below a bracketed body. */
export interface Header {
  readonly name: Name;
  readonly shape: Table["shape"];
  readonly bodies: readonly Cursor[];
}

const TABLE_WORDS: ReadonlySet<string> = new Set("table collection entity type class bucket keyspace".split(" "));
const NODE_WORDS: ReadonlySet<string> = new Set("node vertex label".split(" "));
const LONGEST_NAME = 7;

function takeShape(cursor: Cursor): Table["shape"] {
  const named = isName(peek(cursor, 1)) && !startsLine(peek(cursor, 1));
  if (!named) return "table";
  if (isWord(peek(cursor), "column") && isWord(peek(cursor, 1), "family")) cursor.at += 2;
  else if (isWordOf(peek(cursor), TABLE_WORDS)) cursor.at++;
  else if (isWordOf(peek(cursor), NODE_WORDS)) {
    cursor.at++;
    return "node";
  }
  return "table";
}

/** `users`, `order items`, `public.users`: the words up to the sign that ends a name. */
function readName(cursor: Cursor): Name | null {
  const from = cursor.at;
  let start = from;
  while (cursor.at < cursor.end && cursor.at - from < LONGEST_NAME) {
    const token = peek(cursor);
    if (cursor.at > from && startsLine(token)) break;
    if (isSymbol(token, ".") && isName(peek(cursor, 1)) && !startsLine(peek(cursor, 1)) && cursor.at > from)
      start = cursor.at + 1;
    else if (!isName(token)) break;
    cursor.at++;
  }
  const first = cursor.tokens[start];
  const last = cursor.tokens[cursor.at - 1];
  if (cursor.at === from || !first || !last) return null;
  const text = start === cursor.at - 1 ? first.text : sourceOf(cursor, start, cursor.at);
  return { text, span: span(first.start, last.end) };
}

/** `{ … }`, `( … )` or `[ … ]` around a whole body is taken off. */
function unwrap(cursor: Cursor): readonly Cursor[] {
  const open = peek(cursor);
  const close = after(cursor, cursor.at);
  const wraps = isSymbol(open, "{", "(", "[") && (close === cursor.end || startsLine(cursor.tokens[close]));
  if (!wraps) return [part(cursor, cursor.at, cursor.end)];
  const body = inside(cursor);
  return [body, part(cursor, cursor.at, cursor.end)];
}

/** The head of a table at the cursor; null where the line is something else. */
export function readHeader(cursor: Cursor, problems: Problems): Header | null {
  const start = cursor.at;
  const shape = takeShape(cursor);
  const keyword = cursor.at > start;
  const from = cursor.at;
  const name = readName(cursor);
  if (!name) return null;
  const oneWord = cursor.at === from + 1 || keyword || name.text.split(" ").length === 1;
  const next = peek(cursor);
  if (isSymbol(next, ":")) {
    cursor.at++;
    return { name, shape, bodies: unwrap(cursor) };
  }
  if (isSymbol(next, "=") && next && oneWord) {
    problems.replace(
      "warning",
      span(next.start, next.end),
      ":",
      "This is read as a table. A table is written `name: attribute, attribute`.",
    );
    cursor.at++;
    return { name, shape, bodies: unwrap(cursor) };
  }
  if (!oneWord) return null;
  if (isSymbol(next, "(", "{")) {
    const bodies = unwrap(cursor);
    return bodies.length === 2 ? { name, shape, bodies } : null;
  }
  if (next && !startsLine(next)) return null;
  if (!next && !keyword)
    problems.report("warning", name.span, `“${name.text}” has no attributes. Write \`${name.text}: id (PK), …\`.`);
  return isArrow(next) ? null : { name, shape, bodies: [part(cursor, cursor.at, cursor.end)] };
}
