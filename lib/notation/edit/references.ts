import type { Design, Reference } from "@/lib/design";
import { printColumns } from "../print/names";
import type { NoteSaid } from "../shorthand/draft";
import { aimAnew, printAim } from "./aims";
import { withTable } from "./expect";
import { ascending, openerOf, relist } from "./lists";
import { attributeNamed } from "./names";
import { type Edited, refused } from "./outcome";
import { cutNote, cutStatement } from "./pieces";
import { withLine, withNote } from "./said";
import { settle } from "./settle";
import { applyEdits, openSource, type Source, sameSpan, statementsOf, tableOf, within } from "./source";

/** What a reference of one or several columns is to be: the columns in the order of those that they point at. */
export interface ReferenceWords {
  readonly columns: readonly string[];
  readonly target: Reference["target"];
}

function withReferences(
  design: Design,
  at: number,
  change: (references: readonly Reference[]) => readonly Reference[],
): Design {
  return withTable(design, at, (table) => ({ ...table, references: change(table.references) }));
}

function isSound({ columns, target }: ReferenceWords): boolean {
  return columns.length > 0 && (target.columns.length === 0 || target.columns.length === columns.length);
}

/** Says a reference: a line, or a note where it has one column. */
function* saidAnew(text: string | null, at: number, one: Reference): Generator<string | null> {
  const source = text === null ? null : openSource(text);
  const table = source && tableOf(source, at);
  const word = one.enforced ? "FK" : "ref";
  const aim = `-> ${printAim(one.target)}${one.onDelete === null ? "" : ` on delete ${one.onDelete}`}`;
  const [only, more] = one.columns;
  if (table && only !== undefined && more === undefined)
    yield* withNote(text, at, attributeNamed(table, only), `${word} ${aim}`);
  yield* withLine(text, at, (named) => `${word} ${named}${printColumns(one.columns)} ${aim}`);
}

/** Adds a reference of one or several columns. */
export function addReference(text: string, at: number, words: ReferenceWords): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  if (!tableOf(source, at)) return refused("no-table");
  if (!isSound(words)) return refused("bad-words");
  const added: Reference = { kind: "reference", ...words, enforced: true, onDelete: null, span: source.body };
  return settle(saidAnew(text, at, added), { design: withReferences(source.design, at, (all) => [...all, added]) });
}

function statementOf(source: Source, at: number, known: Reference) {
  const table = tableOf(source, at);
  return table && statementsOf(source, table).find((one) => sameSpan(one.span, known.span));
}

/** The text without a reference: its line, or the notes that say it. */
function without(source: Source, at: number, known: Reference): string | null {
  const statement = statementOf(source, at, known);
  if (statement) return applyEdits(source.text, cutStatement(source, statement));
  const notes = source.draft.notes.filter(({ span }) => within(span, known.span));
  const isIt = ({ phrase }: NoteSaid) => ["fk", "ref", "on-delete", "on-update"].includes(phrase);
  const [first] = notes;
  if (first && notes.every(isIt)) return applyEdits(source.text, cutNote(source, first.attribute, known.span));
  // Another note stands between the aim and what happens on delete.
  const edits = notes.filter(isIt).flatMap((note) => cutNote(source, note.attribute, note.span));
  return edits.length > 0 ? applyEdits(source.text, edits) : null;
}

/** The line of a reference with other columns and another aim, each in its place. */
function inPlace(source: Source, at: number, known: Reference, words: ReferenceWords): string | null {
  const aim = aimAnew(source, known, words.target);
  if (!aim) return null;
  if (known.columns.join() === words.columns.join()) return applyEdits(source.text, aim);
  const said = statementOf(source, at, known)?.columns ?? [];
  const columns = relist(source, openerOf(source, said), said, ascending(words.columns));
  return columns && applyEdits(source.text, [...columns, ...aim]);
}

/** Changes a reference in its place. What happens on delete stays. */
export function updateReference(text: string, at: number, reference: number, words: ReferenceWords): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  const known = tableOf(source, at)?.references[reference];
  if (!known) return refused("no-reference");
  if (!isSound(words)) return refused("bad-words");
  const next: Reference = { ...known, ...words };
  function* texts(now: Source, was: Reference): Generator<string | null> {
    yield inPlace(now, at, was, words);
    yield* saidAnew(without(now, at, was), at, next);
  }
  const design = withReferences(source.design, at, (all) => all.map((one) => (one === known ? next : one)));
  return settle(texts(source, known), { design });
}

/** Takes a reference out. */
export function removeReference(text: string, at: number, reference: number): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  const known = tableOf(source, at)?.references[reference];
  if (!known) return refused("no-reference");
  const design = withReferences(source.design, at, (all) => all.filter((one) => one !== known));
  return settle([without(source, at, known)], { design });
}
