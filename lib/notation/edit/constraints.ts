import { type Check, type Reference, sameColumns, type Table } from "@/lib/design";
import { printColumns, printName, printPath } from "../print/names";
import type { Statement, TableDraft } from "../shorthand/draft";
import type { Phrase } from "../shorthand/words";
import { withAttribute, withTable } from "./expect";
import { flat, readCheck, readDefault } from "./fragments";
import { addNote, addStatement } from "./insert";
import { attributeNamed, isNamedIn, soughtIn } from "./names";
import { type Edited, refused } from "./outcome";
import { cutNote, cutStatement } from "./pieces";
import { settle } from "./settle";
import { applyEdits, notesOf, openSource, type Source, sameSpan, statementsOf, tableOf } from "./source";
import { repeat, repeatAt, type Spot, spotIn } from "./steps";

/** Runs an edit of one attribute of a sheet in shorthand. */
function atSpot(text: string, at: number, attribute: number, run: (spot: Spot) => Edited): Edited {
  if (!openSource(text)) return refused("not-shorthand");
  const spot = spotIn(text, at, attribute);
  return spot ? run(spot) : refused("no-attribute");
}

/** Takes all notes of some kinds from an attribute, one at a time. */
function dropNotes(text: string | null, at: number, attribute: number, phrases: readonly Phrase[]): string | null {
  if (text === null) return null;
  return repeatAt(text, at, attribute, ({ source, attribute: one }) => {
    const note = notesOf(source, one).find(({ phrase }) => phrases.includes(phrase));
    return note ? cutNote(source, one, note.span) : null;
  });
}

/** Takes all statements about a table that fit, one at a time. */
function dropStatements(text: string | null, at: number, fits: (statement: Statement, table: TableDraft) => boolean) {
  if (text === null) return null;
  return repeat(text, (source) => {
    const table = tableOf(source, at);
    const found = table && statementsOf(source, table).find((one) => fits(one, table));
    return found ? cutStatement(source, found) : null;
  });
}

/** Texts with a note more, or with a line more where notes will not do. */
function withNote(
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

function withLine(text: string | null, at: number, words: (table: string) => string): readonly (string | null)[] {
  const source = text === null ? null : openSource(text);
  const table = source && tableOf(source, at);
  if (!source || !table || text === null) return [];
  const ways = addStatement(source, table, words(printName(table.name.text)), words(""));
  return ways.map((edits) => applyEdits(text, edits));
}

const pathsOf = (statement: Statement) => statement.columns.map((column) => column.path);

/** Requires a value of an attribute, or no longer. */
export function toggleNotNull(text: string, at: number, attribute: number): Edited {
  return atSpot(text, at, attribute, ({ source, attribute: { notNull } }) => {
    const design = withAttribute(source.design, at, attribute, (one) => ({ ...one, notNull: !notNull }));
    const bare = dropNotes(text, at, attribute, notNull ? ["not-null"] : ["null"]);
    return settle(notNull ? [bare] : [bare, ...withNote(bare, at, attribute, "not null")], { design });
  });
}

/** Makes an attribute unique by itself, or no longer. A unique index is an index: it stays. */
export function toggleUnique(text: string, at: number, attribute: number): Edited {
  return atSpot(text, at, attribute, ({ source, table, attribute: { name } }) => {
    const isIt = (key: { primary: boolean; columns: readonly string[] }) =>
      !key.primary && sameColumns(key.columns, [name.text]);
    const known = table.keys.some(isIt);
    const keys = table.keys.filter((key) => !isIt(key));
    const added = { kind: "key" as const, primary: false, columns: [name.text], span: name.span };
    const design = withTable(source.design, at, (one) => ({ ...one, keys: known ? keys : [...keys, added] }));
    if (known) {
      const bare = dropNotes(text, at, attribute, ["unique"]);
      const unique = (one: Statement) => one.kind === "unique" && sameColumns(pathsOf(one), [name.text]);
      return settle([bare, dropStatements(bare, at, unique)], { design });
    }
    const lines = withLine(text, at, (named) => `unique ${named}${printColumns([name.text])}`);
    return settle([...withNote(text, at, attribute, "unique"), ...lines], { design });
  });
}

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
  const [first, last] = [said?.columns[0], said?.columns.at(-1)];
  if (!first || !last || columns.length === 0) return;
  const list = printColumns(columns).slice(1, -1);
  yield applyEdits(text, [{ span: { start: first.span.start, end: last.span.end }, text: list }]);
}

function dropPrimaryNotes(text: string | null, at: number, drops: (column: string) => boolean): string | null {
  if (text === null) return null;
  return repeat(text, (source) => {
    const table = tableOf(source, at);
    const notes = source.draft.notes.filter(({ phrase }) => phrase === "pk");
    const note = notes.find((one) =>
      table?.attributes.some((attribute) => isPrimaryNote(attribute, one.span) && drops(attribute.name.text)),
    );
    return note ? cutNote(source, note.attribute, note.span) : null;
  });
}

function isPrimaryNote(
  attribute: { span: { start: number; end: number } },
  note: { start: number; end: number },
): boolean {
  return note.start >= attribute.span.start && note.end <= attribute.span.end;
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

/** Checks that are about a column: it is the first one that they name. */
export function checksOn(table: TableDraft, source: Source, attribute: number): readonly Check[] {
  const name = table.attributes[attribute]?.name.text ?? "";
  return table.checks.filter(({ expression }) => {
    if (!isNamedIn(expression, soughtIn(source, table, attribute))) return false;
    const words = expression.match(/[\p{L}_][\p{L}\p{N}\p{M}_]*/gu) ?? [];
    const first = words.find((word) => attributeNamed(table, word) >= 0);
    return first === undefined || attributeNamed(table, first) === attribute || first === name;
  });
}

/** Sets what must be true of an attribute's value (`> 0`, `amount <= price`), or nothing. */
export function setCheck(text: string, at: number, attribute: number, condition: string | null): Edited {
  return atSpot(text, at, attribute, ({ source, table, attribute: one }) => {
    const path = one.name.text;
    const words = condition === null || flat(condition) === "" ? null : readCheck(path, condition);
    if (words === null && condition !== null && flat(condition) !== "") return refused("bad-words");
    const old = checksOn(table, source, attribute);
    const rest = table.checks.filter((check) => !old.includes(check));
    const added: readonly Check[] = words === null ? [] : [{ kind: "check", expression: words, span: one.span }];
    const design = withTable(source.design, at, (known) => ({ ...known, checks: [...rest, ...added] }));
    return settle(checkTexts(text, { at, attribute, path, words, old }), { design });
  });
}

interface CheckChange {
  readonly at: number;
  readonly attribute: number;
  readonly path: string;
  readonly words: string | null;
  readonly old: readonly Check[];
}

function* checkTexts(text: string, change: CheckChange): Generator<string | null> {
  const { at, attribute, path, words, old } = change;
  const bare = path.length > 0 && words?.startsWith(`${path} `) ? words.slice(path.length + 1) : null;
  const notes = words === null ? [] : [...(bare ? [`check ${bare}`] : []), `check (${words})`];
  const spot = spotIn(text, at, attribute);
  if (spot && words !== null) yield* checkInPlace(spot, old, words, notes);
  const cleared = dropChecks(text, at, attribute, old.length);
  if (words === null) yield cleared;
  for (const said of notes) yield* withNote(cleared, at, attribute, said);
  if (words !== null) yield* withLine(cleared, at, (named) => `check ${named}(${words})`);
}

/** The one check that is there, with other words. */
function checkInPlace(
  { source, table, attribute }: Spot,
  [only, more]: readonly Check[],
  words: string,
  notes: readonly string[],
): readonly (string | null)[] {
  if (!only || more) return [];
  const noted = notesOf(source, attribute).some(({ span }) => sameSpan(span, only.span));
  const lines = [`check ${printName(table.name.text)}(${words})`, `check (${words})`];
  return (noted ? notes : lines).map((said) => applyEdits(source.text, [{ span: only.span, text: said }]));
}

function dropChecks(text: string, at: number, attribute: number, count: number): string | null {
  let left = count;
  return repeatAt(text, at, attribute, ({ source, table }) => {
    const [check] = left-- > 0 ? checksOn(table, source, attribute) : [];
    if (!check) return null;
    const statement = statementsOf(source, table).find((one) => sameSpan(one.span, check.span));
    const note = source.draft.notes.find((one) => sameSpan(one.span, check.span));
    if (statement) return cutStatement(source, statement);
    return note ? cutNote(source, note.attribute, note.span) : null;
  });
}

/** Sets the value that an attribute has where none is given, or none. */
export function setDefault(text: string, at: number, attribute: number, value: string | null): Edited {
  return atSpot(text, at, attribute, ({ source, attribute: one }) => {
    const words = value === null || flat(value) === "" ? null : readDefault(value);
    if (words === null && value !== null && flat(value) !== "") return refused("bad-words");
    const design = withAttribute(source.design, at, attribute, (known) => ({ ...known, default: words }));
    const notes = notesOf(source, one).filter(({ phrase }) => phrase === "default" || phrase === "generated");
    const [only, more] = notes;
    const inPlace =
      only && !more && words !== null ? applyEdits(text, [{ span: only.span, text: `default ${words}` }]) : null;
    const cleared = dropNotes(text, at, attribute, ["default", "generated"]);
    const added = words === null ? [cleared] : withNote(cleared, at, attribute, `default ${words}`);
    return settle([inPlace, ...added], { design });
  });
}

/** What a reference points at; without a column, the table alone is named. */
export interface Target {
  readonly table: string;
  readonly column: string | null;
}

/** Points an attribute at a column of another table, elsewhere, or nowhere. */
export function setReference(text: string, at: number, attribute: number, target: Target | null): Edited {
  return atSpot(text, at, attribute, ({ source, table, attribute: one }) => {
    const path = one.name.text;
    const isIt = (reference: Reference) => sameColumns(reference.columns, [path]);
    const old = table.references.filter(isIt);
    const rest = table.references.filter((reference) => !isIt(reference));
    const aim = target && { table: target.table, columns: target.column === null ? [] : [target.column] };
    const fresh: Reference = {
      kind: "reference",
      columns: [path],
      target: { table: "", columns: [] },
      enforced: true,
      onDelete: null,
      span: one.span,
    };
    const [only, more] = old;
    const references = aim ? [...rest, { ...(only && !more ? only : fresh), target: aim }] : rest;
    const design = withTable(source.design, at, (known: Table) => ({ ...known, references }));
    const words = target && printTarget(target);
    return settle(referenceTexts(text, at, attribute, { path, words, only: more ? undefined : only }), { design });
  });
}

function printTarget({ table, column }: Target): string {
  return column === null ? printName(table) : `${printName(table)}.${printPath(column)}`;
}

interface ReferenceChange {
  readonly path: string;
  readonly words: string | null;
  readonly only: Reference | undefined;
}

function* referenceTexts(
  text: string,
  at: number,
  attribute: number,
  change: ReferenceChange,
): Generator<string | null> {
  const { path, words, only } = change;
  const spot = spotIn(text, at, attribute);
  if (words !== null && only && spot) yield aimAnew(text, spot, only, words);
  const noted = dropNotes(text, at, attribute, ["fk", "ref", "on-delete", "on-update"]);
  const isIt = (one: Statement) => one.kind === "fk" && sameColumns(pathsOf(one), [path]);
  const cleared = dropStatements(noted, at, isIt);
  if (words === null) yield cleared;
  else {
    yield* withNote(cleared, at, attribute, `FK -> ${words}`);
    yield* withLine(cleared, at, (named) => `FK ${named}${printColumns([path])} -> ${words}`);
  }
}

/** Other words behind the arrow that is there. */
function aimAnew(text: string, { source }: Spot, reference: Reference, words: string): string | null {
  const { start, end } = reference.span;
  const mention = source.draft.mentions.find(({ tableSpan }) => tableSpan.start >= start && tableSpan.end <= end);
  if (mention) {
    const place = { start: mention.tableSpan.start, end: Math.max(mention.tableSpan.end, mention.columnSpan.end) };
    return applyEdits(text, [{ span: place, text: words }]);
  }
  const bare = source.draft.unaimed.find(({ span }) => sameSpan(span, reference.span));
  return bare ? applyEdits(text, [{ span: { start: end, end }, text: ` -> ${words}` }]) : null;
}
