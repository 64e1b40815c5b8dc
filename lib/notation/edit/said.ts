import { printName } from "../print/names";
import type { Statement, TableDraft } from "../shorthand/draft";
import type { Phrase } from "../shorthand/words";
import { addNote, addStatement } from "./insert";
import { type Edited, refused } from "./outcome";
import { cutNote, cutStatement } from "./pieces";
import { applyEdits, notesOf, openSource, statementsOf, tableOf } from "./source";
import { repeat, repeatAt, type Spot, spotIn } from "./steps";

/** Runs an edit of one attribute of a sheet in shorthand. */
export function atSpot(text: string, at: number, attribute: number, run: (spot: Spot) => Edited): Edited {
  if (!openSource(text)) return refused("not-shorthand");
  const spot = spotIn(text, at, attribute);
  return spot ? run(spot) : refused("no-attribute");
}

/** Takes all notes of some kinds from an attribute, one at a time. */
export function dropNotes(
  text: string | null,
  at: number,
  attribute: number,
  phrases: readonly Phrase[],
): string | null {
  if (text === null) return null;
  return repeatAt(text, at, attribute, ({ source, attribute: one }) => {
    const note = notesOf(source, one).find(({ phrase }) => phrases.includes(phrase));
    return note ? cutNote(source, one, note.span) : null;
  });
}

/** Takes all statements about a table that fit, one at a time. */
export function dropStatements(
  text: string | null,
  at: number,
  fits: (statement: Statement, table: TableDraft) => boolean,
) {
  if (text === null) return null;
  return repeat(text, (source) => {
    const table = tableOf(source, at);
    const found = table && statementsOf(source, table).find((one) => fits(one, table));
    return found ? cutStatement(source, found) : null;
  });
}

/** Texts with a note more, or with a line more where notes will not do. */
export function withNote(
  text: string | null,
  at: number,
  attribute: number,
  words: string,
  first = false,
): readonly (string | null)[] {
  const spot = text === null ? null : spotIn(text, at, attribute);
  if (!spot || text === null) return [];
  return addNote(spot.source, spot.attribute, words, first).map((edits) => applyEdits(text, edits));
}

export function withLine(
  text: string | null,
  at: number,
  words: (table: string) => string,
): readonly (string | null)[] {
  const source = text === null ? null : openSource(text);
  const table = source && tableOf(source, at);
  if (!source || !table || text === null) return [];
  const ways = addStatement(source, table, words(printName(table.name.text)), words(""));
  return ways.map((edits) => applyEdits(text, edits));
}

export const pathsOf = (statement: Statement) => statement.columns.map((column) => column.path);
