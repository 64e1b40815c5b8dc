import type { Name } from "@/lib/design";
import { type Owner, readAttributes } from "./attribute";
import { after, type Cursor, inside, isArrow, isName, isSymbol, isWord, part, peek, spanOf } from "./token";

interface Ends {
  readonly name: Name;
  readonly from: string;
  readonly to: string;
}

/** `User`, `(User)`, `(u:User)`: the label. */
function readEnd(cursor: Cursor): string | null {
  if (isSymbol(peek(cursor), "(")) {
    const body = inside(cursor);
    const last = body.tokens[body.end - 1];
    return body.end > body.at && isName(last) ? last.text : null;
  }
  const token = peek(cursor);
  if (!isName(token)) return null;
  cursor.at++;
  return token.text;
}

function skipDashes(cursor: Cursor): void {
  while (isSymbol(peek(cursor), "-", "–", "—", "<", "<-", "--")) cursor.at++;
}

/** `FOLLOWS`, `[:FOLLOWS]`, `[:FOLLOWS { since }]`. */
function readLabel(cursor: Cursor): { name: Name; body: Cursor | null } | null {
  const inner = isSymbol(peek(cursor), "[") ? inside(cursor) : cursor;
  if (isSymbol(peek(inner), ":")) inner.at++;
  const token = peek(inner);
  if (!isName(token)) return null;
  inner.at++;
  const body = inner !== cursor && isSymbol(peek(inner), "{") ? inside(inner) : null;
  return { name: { text: token.text, span: { start: token.start, end: token.end } }, body };
}

/** `A -NAME-> B` or `A <-NAME- B`; the cursor moves behind B. */
function readArrowForm(cursor: Cursor): (Ends & { body: Cursor | null }) | null {
  const left = readEnd(cursor);
  if (left === null) return null;
  const backwards = isSymbol(peek(cursor), "<-");
  if (!isSymbol(peek(cursor), "-", "–", "—", "<-")) return null;
  skipDashes(cursor);
  const label = readLabel(cursor);
  if (!label) return null;
  const forwards = isArrow(peek(cursor)) || isSymbol(peek(cursor), "-");
  if (!forwards) return null;
  while (isArrow(peek(cursor)) || isSymbol(peek(cursor), "-", ">")) cursor.at++;
  const right = readEnd(cursor);
  if (right === null) return null;
  return { ...label, from: backwards ? right : left, to: backwards ? left : right };
}

/** `FOLLOWS: A -> B`, `FOLLOWS(A -> B)`, `A -> B: FOLLOWS`. */
function readNamedForm(cursor: Cursor): Ends | null {
  const first = peek(cursor);
  if (!isName(first)) return null;
  const name = { text: first.text, span: { start: first.start, end: first.end } };
  cursor.at++;
  const range = isSymbol(peek(cursor), "(") ? inside(cursor) : cursor;
  if (isSymbol(peek(range), ":")) range.at++;
  else if (range === cursor) return null;
  const from = readEnd(range);
  if (from === null || !isArrow(peek(range))) return null;
  range.at++;
  const to = readEnd(range);
  return to === null ? null : { name, from, to };
}

const EDGE_WORDS = ["edge", "rel", "relationship", "relation"];

/** True for a line that is an edge, with or without the word. */
export function isEdge(cursor: Cursor): boolean {
  if (isWord(peek(cursor), ...EDGE_WORDS) && !isSymbol(peek(cursor, 1), ":", "=") && peek(cursor, 1)) return true;
  const at = cursor.at;
  const left = isSymbol(peek(cursor), "(") ? after(cursor, at) : at + 1;
  const dash = cursor.tokens[left];
  if (left >= cursor.end || !isSymbol(dash, "-", "<-") || !(isName(peek(cursor)) || isSymbol(peek(cursor), "(")))
    return false;
  const label = cursor.tokens[left + 1];
  return (isName(label) || isSymbol(label, "[", "-")) && label?.spaced === false;
}

/** Reads `edge User -FOLLOWS-> User: since`. */
export function readEdge(cursor: Cursor, owner: Owner, section: number | null): void {
  const start = cursor.at;
  if (isWord(peek(cursor), ...EDGE_WORDS) && peek(cursor, 1)) cursor.at++;
  const from = cursor.at;
  let ends: (Ends & { body?: Cursor | null }) | null = readArrowForm(cursor);
  if (!ends) {
    cursor.at = from;
    ends = readNamedForm(cursor);
  }
  const span = spanOf(cursor, start, cursor.end);
  if (!ends) {
    owner.problems.report("error", span, "This edge is not understood. Write `edge User -FOLLOWS-> User: since`.");
    return;
  }
  const attributes = ends.body ? readAttributes(ends.body, owner) : [];
  if (isSymbol(peek(cursor), ":")) cursor.at++;
  const rest = part(cursor, cursor.at, cursor.end);
  const whole = isSymbol(peek(rest), "(", "{") && after(rest, rest.at) === rest.end;
  attributes.push(...readAttributes(whole ? inside(rest) : rest, owner));
  owner.draft.edges.push({ kind: "edge", name: ends.name, from: ends.from, to: ends.to, attributes, section, span });
}
