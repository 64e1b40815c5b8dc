import { expect, test } from "vitest";
import { indent, outdent } from "@/components/answer/indent";

/** `[` and `]` are the ends of the selection; `|` the caret. */
function read(marked: string): { value: string; start: number; end: number } {
  const plain = marked.replace("|", "[]");
  const start = plain.indexOf("[");
  const end = plain.indexOf("]") - 1;
  return { value: plain.replace(/[[\]]/g, ""), start, end };
}

function apply(marked: string, act: typeof indent | typeof outdent): string | null {
  const { value, start, end } = read(marked);
  const edit = act(value, start, end);
  if (!edit) return null;
  const next = value.slice(0, edit.start) + edit.text + value.slice(edit.end);
  const [from, to] = edit.select;
  const inside = from === to ? "|" : `[${next.slice(from, to)}]`;
  return next.slice(0, from) + inside + next.slice(to);
}

for (const [before, after] of [
  ["users:|", "users:  |"],
  ["users: i[d]", "users: i  |"],
  ["u[sers:\nid\n\nna]me", "  u[sers:\n  id\n\n  na]me"],
] as const) {
  test(`Tab: ${JSON.stringify(before)}`, () => expect(apply(before, indent)).toBe(after));
}

for (const [before, after] of [
  ["  id|", "id|"],
  [" i|d", "i|d"],
  ["id|", null],
  ["a:\n  i|d", "a:\ni|d"],
  ["  a[:\n  id\n   ]b", "a[:\nid\n ]b"],
] as const) {
  test(`Shift Tab: ${JSON.stringify(before)}`, () => expect(apply(before, outdent)).toBe(after));
}
