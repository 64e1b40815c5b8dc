import type { TextEdit } from "@/lib/diagnostics";
import type { AttributeDraft, TableDraft } from "../shorthand/draft";
import { applyEdits, attributeOf, openSource, type Source, tableOf } from "./source";

/** A table and one of its attributes in a sheet. */
export interface Spot {
  readonly source: Source;
  readonly table: TableDraft;
  readonly attribute: AttributeDraft;
}

export function spotIn(text: string, table: number, attribute: number): Spot | null {
  const source = openSource(text);
  const found = source && tableOf(source, table);
  const one = source && attributeOf(source, table, attribute);
  return source && found && one ? { source, table: found, attribute: one } : null;
}

/** More pieces than any table has. */
const MOST = 500;

/**
 * Makes one small change after the other, each on the text that the one before left, until none is left to make.
 * Null where a change cannot be made.
 */
export function repeat(text: string, step: (source: Source) => readonly TextEdit[] | null): string | null {
  let now = text;
  for (let i = 0; i < MOST; i++) {
    const source = openSource(now);
    const edits = source && step(source);
    if (!edits) return now;
    const next = applyEdits(now, edits);
    if (next === null || next === now) return null;
    now = next;
  }
  return null;
}

/** The same about one attribute of one table. */
export function repeatAt(
  text: string,
  table: number,
  attribute: number,
  step: (spot: Spot) => readonly TextEdit[] | null,
): string | null {
  return repeat(text, (source) => {
    const [found, one] = [tableOf(source, table), attributeOf(source, table, attribute)];
    return found && one ? step({ source, table: found, attribute: one }) : null;
  });
}
