import type { Cardinality, End, TableName } from "./draft";
import { type Cursor, inside, isName, isSymbol, peek, splitCommas, type Token } from "./token";

/** Names joined by dots. */
function readSteps(cursor: Cursor): Token[] {
  const steps: Token[] = [];
  for (let token = peek(cursor); isName(token); token = peek(cursor)) {
    steps.push(token);
    cursor.at++;
    if (!isSymbol(peek(cursor), ".")) break;
    if (!isName(peek(cursor, 1))) break;
    cursor.at++;
  }
  return steps;
}

function nameOf(steps: readonly Token[]): TableName | null {
  const last = steps.at(-1);
  const first = steps[0];
  if (!last || !first) return null;
  return { schema: steps.at(-2)?.text ?? null, text: last.text, span: { start: first.start, end: last.end } };
}

/** `users`, `core.users`, `"order items"`. */
export function readTableName(cursor: Cursor): TableName | null {
  return nameOf(readSteps(cursor));
}

/** `users.id`, `core.users.id`, `users.(a, b)`, `users(a, b)`. */
export function readEnd(cursor: Cursor): End | null {
  const steps = readSteps(cursor);
  const dotted = isSymbol(peek(cursor), ".") && isSymbol(peek(cursor, 1), "(");
  if (dotted) cursor.at++;
  if (steps.length > 0 && isSymbol(peek(cursor), "(")) {
    const columns = splitCommas(inside(cursor)).flatMap((range) => readSteps(range).slice(-1));
    const table = nameOf(steps);
    return table && columns.length > 0 ? { table, columns } : null;
  }
  const table = nameOf(steps.length > 1 ? steps.slice(0, -1) : steps);
  return table && { table, columns: steps.length > 1 ? steps.slice(-1) : [] };
}

/** `>`, `<`, `-`, `<>`, with `?` for an end that may be missing. */
export function readSign(cursor: Cursor): Cardinality | null {
  const from = cursor.at;
  while (isSymbol(peek(cursor), "?")) cursor.at++;
  const text = peek(cursor)?.kind === "symbol" ? peek(cursor)?.text : null;
  const sign = SIGNS[text ?? ""];
  if (!sign) {
    cursor.at = from;
    return null;
  }
  cursor.at++;
  while (isSymbol(peek(cursor), "?")) cursor.at++;
  return sign;
}

const SIGNS: Readonly<Record<string, Cardinality>> = { ">": ">", "<": "<", "-": "-", "<>": "<>", "->": ">", "=>": ">" };
