import { printColumns } from "../print/names";
import { withTable } from "./expect";
import { addNote } from "./insert";
import { ascending, openerOf, relist } from "./lists";
import { type Edited, refused } from "./outcome";
import { cutNote } from "./pieces";
import { dropStatements, withLine } from "./said";
import { settle } from "./settle";
import { applyEdits, openSource, sameSpan, statementsOf, tableOf, within } from "./source";
import { repeat } from "./steps";

/** Sets the primary key of a table; none where no column is named. */
export function setPrimaryKey(text: string, at: number, columns: readonly string[]): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  const table = tableOf(source, at);
  if (!table) return refused("no-table");
  const others = table.keys.filter((key) => !key.primary);
  const primary = { kind: "key" as const, primary: true, columns, span: table.span };
  const keys = columns.length > 0 ? [...others, primary] : others;
  const design = withTable(source.design, at, (one) => ({ ...one, keys }));
  return settle(primaryTexts(text, at, columns), { design });
}

function* primaryTexts(text: string, at: number, columns: readonly string[]): Generator<string | null> {
  yield* rewritten(text, at, columns);
  const unsaid = dropStatements(text, at, (one) => one.kind === "pk");
  const dropped = dropPrimaryNotes(unsaid, at, (column) => !columns.includes(column));
  yield* notedTexts(dropped, at, columns);
  const bare = dropPrimaryNotes(unsaid, at, () => true);
  yield bare;
  yield* notedTexts(bare, at, columns);
  yield* withLine(bare, at, (named) => `PK ${named}${printColumns(columns)}`);
}

/** The columns of the line that says the key, in their place. */
function* rewritten(text: string, at: number, columns: readonly string[]): Generator<string | null> {
  const source = openSource(text);
  const table = source && tableOf(source, at);
  const said = source && table && statementsOf(source, table).find((one) => one.kind === "pk");
  const edits = said && relist(source, openerOf(source, said.columns), said.columns, ascending(columns));
  if (edits) yield applyEdits(text, edits);
}

function dropPrimaryNotes(text: string | null, at: number, drops: (column: string) => boolean): string | null {
  if (text === null) return null;
  return repeat(text, (source) => {
    const table = tableOf(source, at);
    const notes = source.draft.notes.filter(({ phrase }) => phrase === "pk");
    const note = notes.find((one) =>
      table?.attributes.some((attribute) => within(one.span, attribute.span) && drops(attribute.name.text)),
    );
    return note ? cutNote(source, note.attribute, note.span) : null;
  });
}

/** A note beside each column that has none yet. */
function* notedTexts(text: string | null, at: number, columns: readonly string[]): Generator<string | null> {
  let now = text;
  for (const column of columns) {
    const source = now === null ? null : openSource(now);
    const table = source && tableOf(source, at);
    const place = table?.attributes.findIndex((one) => one.name.text === column) ?? -1;
    const attribute = table?.attributes[place];
    if (!source || !attribute || now === null) return;
    if (source.draft.notes.some((note) => note.phrase === "pk" && sameSpan(note.attribute.span, attribute.span)))
      continue;
    const words = addNote(source, attribute, "PK", true)[0];
    now = words ? applyEdits(now, words) : null;
  }
  yield now;
}
