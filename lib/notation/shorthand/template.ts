import type { KeyTemplate, TemplatePart } from "@/lib/design";
import { short } from "../problems";
import { type Owner, readAttribute, readAttributes } from "./attribute";
import type { AttributeDraft } from "./draft";
import { readPath } from "./names";
import { takeCondition } from "./notes";
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
  skipOne,
  sourceOf,
  spanOf,
} from "./token";
import { phraseAt } from "./words";

/** `session:{token}` → text and variables. `$` before a brace is not part of the text. */
export function partsOf(name: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  const push = (text: string) => {
    if (text) parts.push({ kind: "text", text });
  };
  let from = 0;
  for (let open = name.indexOf("{"); open !== -1; open = name.indexOf("{", from)) {
    const close = name.indexOf("}", open);
    if (close === -1) break;
    push(name.slice(from, open > from && name[open - 1] === "$" ? open - 1 : open));
    parts.push({ kind: "variable", name: name.slice(open + 1, close).trim() });
    from = close + 1;
  }
  push(name.slice(from));
  return parts;
}

interface Key {
  /** Index behind the key. */
  readonly end: number;
  readonly text: string;
  readonly hasVariable: boolean;
}

/** One name in braces, touching what stands before. */
function isVariable(cursor: Cursor, at: number): boolean {
  const token = cursor.tokens[at];
  const match = token?.match ?? -1;
  if (!isSymbol(token, "{") || match <= at + 1 || match > cursor.end) return false;
  for (let i = at + 1; i < match; i++) if (!isName(cursor.tokens[i]) && !isSymbol(cursor.tokens[i], ".")) return false;
  return match - at <= 6;
}

/** The run of touching tokens at the cursor, if it can be a key. */
function readKey(cursor: Cursor): Key {
  const from = cursor.at;
  const first = peek(cursor);
  if (first?.kind === "string") {
    return {
      end: from + 1,
      text: first.text,
      hasVariable: first.text.includes("{") && (isSymbol(peek(cursor, 1), "=") || isArrow(peek(cursor, 1))),
    };
  }
  let hasVariable = false;
  let at = from;
  while (at < cursor.end) {
    const token = cursor.tokens[at];
    if (at > from && token?.spaced) break;
    if (isArrow(token) || isSymbol(token, "=", ",", "(")) break;
    const variable = isVariable(cursor, at);
    if (isSymbol(token, "{", "[") && !variable) break;
    hasVariable ||= variable;
    at = after(cursor, at);
  }
  if (at > from + 1 && isSymbol(cursor.tokens[at - 1], ":") && at < cursor.end) at--;
  return { end: at, text: sourceOf(cursor, from, at), hasVariable };
}

const HOLDS: ReadonlyMap<string, KeyTemplate["holds"]> = new Map(
  Object.entries({
    object: "object",
    json: "object",
    document: "object",
    value: "value",
    string: "value",
    list: "list",
    stream: "list",
    set: "set",
    zset: "sorted set",
    sortedset: "sorted set",
    "sorted-set": "sorted set",
    sorted_set: "sorted set",
    hash: "hash",
    hashmap: "hash",
    map: "hash",
    counter: "counter",
  } satisfies Record<string, KeyTemplate["holds"]>),
);

function holdsAt(cursor: Cursor): { holds: KeyTemplate["holds"]; length: number } | null {
  if (isWord(peek(cursor), "sorted") && isWord(peek(cursor, 1), "set")) return { holds: "sorted set", length: 2 };
  const token = peek(cursor);
  const holds = token?.kind === "word" ? HOLDS.get(token.text.toLowerCase()) : undefined;
  return holds ? { holds, length: 1 } : null;
}

/** True where the line is a key template and not a table. */
export function isTemplate(cursor: Cursor): boolean {
  const key = readKey(cursor);
  if (key.end === cursor.at) return false;
  const behind = cursorAt(cursor, key.end);
  const sign = isSymbol(peek(behind), "=") || isArrow(peek(behind));
  if (key.hasVariable) return true;
  if (!isSymbol(peek(behind), "=") || !sign) return false;
  behind.at++;
  return isSymbol(peek(behind), "{", "[") || holdsAt(behind) !== null;
}

type Draft = { -readonly [K in "holds" | "by" | "ttl"]: KeyTemplate[K] } & { attributes: AttributeDraft[] };

function readHeld(cursor: Cursor, owner: Owner, draft: Draft): void {
  const said = holdsAt(cursor);
  if (said) {
    draft.holds = said.holds;
    cursor.at += said.length;
  }
  if (isWord(peek(cursor), "of")) cursor.at++;
  if (isSymbol(peek(cursor), "{", "(")) {
    if (!said && isSymbol(peek(cursor), "{")) draft.holds = "object";
    draft.attributes.push(...readAttributes(inside(cursor), owner));
  } else if (isSymbol(peek(cursor), "[")) {
    draft.holds = said ? draft.holds : "list";
    const body = inside(cursor);
    const held = isSymbol(peek(body), "{") && after(body, body.at) === body.end ? inside(body) : body;
    draft.attributes.push(...readAttributes(held, owner));
  } else readHeldNames(cursor, owner, draft);
}

/** `post_id by created_at`, `a, b`: names up to the next clause. */
function readHeldNames(cursor: Cursor, owner: Owner, draft: Draft): void {
  while (cursor.at < cursor.end && !isClause(cursor)) {
    let end = cursor.at;
    while (end < cursor.end && !isSymbol(cursor.tokens[end], ",") && !isClause(cursorAt(cursor, end))) {
      end = after(cursor, end);
    }
    if (end > cursor.at) {
      const attribute = readAttribute(part(cursor, cursor.at, end), owner);
      if (attribute) draft.attributes.push(attribute);
    }
    cursor.at = isSymbol(cursor.tokens[end], ",") ? end + 1 : end;
  }
}

function isClause(cursor: Cursor): boolean {
  if (isWord(peek(cursor), "ordered", "sorted", "scored")) return isWord(peek(cursor, 1), "by");
  return isWord(peek(cursor), "by", "ex", "with") || isTtl(cursor);
}

function isTtl(cursor: Cursor): boolean {
  return phraseAt(cursor)?.phrase === "ttl" || isWord(peek(cursor), "ex");
}

function readTail(cursor: Cursor, owner: Owner, draft: Draft): void {
  const from = cursor.at;
  if (isSymbol(peek(cursor), ",", ";") || isWord(peek(cursor), "with", "ordered", "sorted", "scored")) cursor.at++;
  else if (isWord(peek(cursor), "by")) {
    cursor.at++;
    draft.by = readPath(cursor)?.name.text ?? draft.by;
  } else if (isTtl(cursor)) {
    cursor.at += phraseAt(cursor)?.length ?? 1;
    while (isSymbol(peek(cursor), ":", "=")) cursor.at++;
    draft.ttl = takeCondition(cursor, cursor.end) || "on";
  } else if (isSymbol(peek(cursor), "(")) {
    const body = inside(cursor);
    while (body.at < body.end) readTail(body, owner, draft);
  } else {
    skipOne(cursor);
    const words = short(sourceOf(cursor, from, cursor.at));
    const message = `“${words}” is not understood here. Write \`key:{name} = sorted set of item by score ttl 30d\`.`;
    owner.problems.report("error", spanOf(cursor, from, cursor.at), message);
  }
}

/** `session:{token} = { user_id } ttl 30d`: a key and what it holds. */
export function readTemplate(cursor: Cursor, owner: Owner, section: number | null): void {
  const from = cursor.at;
  const key = readKey(cursor);
  const nameSpan = spanOf(cursor, from, key.end);
  cursor.at = key.end;
  while (isSymbol(peek(cursor), ":", "=") || isArrow(peek(cursor))) cursor.at++;
  const draft: Draft = { holds: "value", by: null, ttl: null, attributes: [] };
  if (!isClause(cursor)) readHeld(cursor, owner, draft);
  while (cursor.at < cursor.end) readTail(cursor, owner, draft);
  owner.draft.templates.push({
    kind: "template",
    ...draft,
    name: { text: key.text, span: nameSpan },
    parts: partsOf(key.text),
    section,
    span: spanOf(cursor, from, cursor.end),
  });
}
