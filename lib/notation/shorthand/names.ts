import type { Name } from "@/lib/design";
import { type Cursor, isName, isSymbol, peek, spanOf } from "./token";

/** A dotted path (`author.id`, `"order items".id`); the cursor moves behind it. Null where no name stands. */
export function readPath(cursor: Cursor): { readonly steps: readonly Name[]; readonly name: Name } | null {
  const from = cursor.at;
  const steps: Name[] = [];
  for (;;) {
    const token = peek(cursor);
    if (!isName(token)) break;
    steps.push({ text: token.text, span: { start: token.start, end: token.end } });
    cursor.at++;
    const dot = peek(cursor);
    if (!isSymbol(dot, ".") || !isName(peek(cursor, 1))) break;
    cursor.at++;
  }
  if (steps.length === 0) return null;
  return { steps, name: { text: steps.map((step) => step.text).join("."), span: spanOf(cursor, from, cursor.at) } };
}

/** The rest of a path below its table. */
export function below(steps: readonly Name[]): Name | null {
  const [first, ...rest] = steps.slice(1);
  const last = rest.at(-1) ?? first;
  if (!first || !last) return null;
  const text = [first, ...rest].map((step) => step.text).join(".");
  return { text, span: { start: first.span.start, end: last.span.end } };
}
