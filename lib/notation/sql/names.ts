import type { TableName } from "./draft";
import { type Cursor, isName, isSymbol, peek, spanOf, type Token } from "./token";

/** `users`, `public.users`, `db.dbo.users`: the last step is the name, the one before it the schema. */
export function readTableName(cursor: Cursor): TableName | null {
  const from = cursor.at;
  const steps: Token[] = [];
  // SQLite takes `'users'` for a name where one must stand.
  while (isName(peek(cursor)) || (steps.length === 0 && peek(cursor)?.kind === "string")) {
    const step = peek(cursor);
    if (step) steps.push(step);
    cursor.at++;
    if (!isSymbol(peek(cursor), ".")) break;
    cursor.at++;
    // `db..users` leaves the schema out.
    if (isSymbol(peek(cursor), ".")) cursor.at++;
  }
  const last = steps.at(-1);
  if (!last) return null;
  const name = dotted(last);
  const schema = name.schema ?? steps.at(-2)?.text ?? null;
  return { schema, text: name.text, span: spanOf(cursor, from, cursor.at) };
}

/** "public.users" in one pair of quotes is meant as `public.users`. */
function dotted({ kind, text }: Token): { schema: string | null; text: string } {
  const dot = kind === "quoted" ? /^([\w$]+)\.([\w$]+)$/.exec(text) : null;
  return dot ? { schema: dot[1] ?? null, text: dot[2] ?? text } : { schema: null, text };
}

export function takeName(cursor: Cursor): Token | null {
  const token = peek(cursor);
  if (!isName(token)) return null;
  cursor.at++;
  return token;
}
