import type { IndexColumn } from "@/lib/design";
import type { Span, TextEdit } from "@/lib/diagnostics";
import { printColumn } from "../print/names";
import type { ColumnSaid } from "../shorthand/draft";
import { isSymbol, type Token } from "../shorthand/token";
import { cutItem } from "./pieces";
import { insertAt, type Source, tokenAt } from "./source";

/** `created_at desc`, as an index says it. */
export function printOrdered({ path, direction }: IndexColumn): string {
  return direction === "desc" ? `${printColumn(path)} desc` : printColumn(path);
}

export const ascending = (paths: readonly string[]): readonly IndexColumn[] =>
  paths.map((path) => ({ path, direction: "asc" }));

/** The index of the bracket that some columns stand in, or -1 where they stand in none. */
export function openerOf(source: Source, columns: readonly ColumnSaid[]): number {
  const [first] = columns;
  const at = first ? tokenAt(source, first.span.start) - 1 : -1;
  return isSymbol(source.tokens[at], "(", "[", "{") ? at : -1;
}

/** The items between a bracket and the one that closes it, with their `desc`. */
function itemsIn({ tokens }: Source, open: number): readonly Span[] {
  const close = tokens[open]?.match ?? -1;
  const items: Span[] = [];
  let from: Token | null = null;
  for (let at = open + 1; at <= close; ) {
    const token = tokens[at];
    if (at === close || isSymbol(token, ",", ";")) {
      if (from) items.push({ start: from.start, end: tokens[at - 1]?.end ?? from.end });
      from = null;
    } else from ??= token ?? null;
    const match = token?.match ?? -1;
    at = match > at ? match + 1 : at + 1;
  }
  return items;
}

const same = (a: IndexColumn | undefined, b: IndexColumn) => a?.path === b.path && a.direction === b.direction;

/** The items to take out so that the rest is what is wanted; null where more than that must change. */
function surplus(known: readonly IndexColumn[], wanted: readonly IndexColumn[]): readonly number[] | null {
  const gone: number[] = [];
  let next = 0;
  for (const [i, column] of known.entries()) {
    const want = wanted[next];
    if (want && same(want, column)) next++;
    else gone.push(i);
  }
  return next === wanted.length ? gone : null;
}

/**
 * Says other columns in the brackets of a list: what stays keeps its words, each change is made in its place, and what
 * is new stands behind the rest. Null where the list cannot be followed.
 */
export function relist(
  source: Source,
  open: number,
  known: readonly IndexColumn[],
  wanted: readonly IndexColumn[],
): readonly TextEdit[] | null {
  const items = open < 0 ? [] : itemsIn(source, open);
  if (items.length === 0 || items.length !== known.length || wanted.length === 0) return null;
  const gone = surplus(known, wanted);
  if (gone?.length === 1) return gone.flatMap((i) => cutItem(source, items[i] ?? { start: 0, end: 0 }));
  const words = wanted.map((column) => {
    const { start, end } = items[known.findIndex((one) => same(one, column))] ?? { start: 0, end: 0 };
    return end > 0 ? source.text.slice(start, end) : printOrdered(column);
  });
  return words.length < items.length ? allAnew(items, words) : inPlaces(source, items, words);
}

function allAnew(items: readonly Span[], words: readonly string[]): readonly TextEdit[] | null {
  const [first, last] = [items[0], items.at(-1)];
  return first && last ? [{ span: { start: first.start, end: last.end }, text: words.join(", ") }] : null;
}

function inPlaces({ text }: Source, items: readonly Span[], words: readonly string[]): readonly TextEdit[] {
  const [first, second] = items;
  const between = first && second ? text.slice(first.end, second.start) : ", ";
  const comma = /^\s*[,;]\s*$/.test(between) ? between : ", ";
  const end = items.at(-1)?.end ?? 0;
  const more = words.slice(items.length).map((word) => comma + word);
  return [
    ...items.map((span, i) => ({ span, text: words[i] ?? "" })),
    ...(more.length > 0 ? [insertAt(end, more.join(""))] : []),
  ];
}
