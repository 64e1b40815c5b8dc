import type { Attribute, Check } from "@/lib/design";
import { printPath } from "../print/names";
import { Problems } from "../problems";
import { readShorthand } from "../shorthand/read";

/** What a person typed, on one line. */
export function flat(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

/** A name that can stand in a design; what needs quotes gets them in print. */
export function isName(name: string): boolean {
  return (
    name === flat(name) &&
    name.length <= 60 &&
    /^[\p{L}\p{N}_$][\p{L}\p{N}\p{M}_$ -]*$/u.test(name) &&
    /\p{L}/u.test(name)
  );
}

/** One attribute as the notation reads it, alone in a table; null where the words say anything else. */
function readAlone(words: string): { attribute: Attribute; checks: readonly Check[] } | null {
  const text = `t: x ${words}`;
  const problems = new Problems();
  const { tables } = readShorthand(text, { start: 0, end: text.length }, problems);
  const [table, more] = tables;
  const [attribute, second] = table?.attributes ?? [];
  if (!table || more || !attribute || second || problems.list().length > 0) return null;
  const { keys, references, indexes, partition, clustering, checks, ttl } = table;
  const other = [keys, references, indexes, partition, clustering].some((list) => list.length > 0);
  return other || ttl !== null || attribute.name.text !== "x" ? null : { attribute, checks };
}

/** A type as it is written, and the shape that it gives; null where it is none. */
export function readType(words: string): Pick<Attribute, "type" | "shape"> | null {
  const found = readAlone(flat(words));
  if (!found || found.checks.length > 0) return null;
  const { type, shape, notNull, default: value, copyOf, ttl, attributes } = found.attribute;
  const more = notNull || value !== null || copyOf !== null || ttl !== null || attributes.length > 0;
  return more || type === null ? null : { type, shape };
}

export function readDefault(words: string): string | null {
  const found = readAlone(`(default ${flat(words)})`);
  return found && found.checks.length === 0 && found.attribute.type === null && !found.attribute.notNull
    ? found.attribute.default
    : null;
}

const COMPARISON = /^(>=|<=|<>|!=|>|<|=|≥|≤|≠|in\b|between\b|like\b|is\b|not\b(?=\s+(in|like|between)\b))/i;

/** A condition about a column; `> 0` alone is about the column itself. Null where the words are none. */
export function readCheck(path: string, words: string): string | null {
  const line = flat(words);
  const full = COMPARISON.test(line) ? `${printPath(path)} ${line}` : line;
  const found = readAlone(`(check (${full}))`);
  const [check, second] = found?.checks ?? [];
  const { type, notNull, default: value } = found?.attribute ?? {};
  return check && !second && type === null && !notNull && value === null ? check.expression : null;
}
