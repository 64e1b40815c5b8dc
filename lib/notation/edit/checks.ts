import type { Check } from "@/lib/design";
import { printName } from "../print/names";
import type { TableDraft } from "../shorthand/draft";
import { withTable } from "./expect";
import { flat, readCheck } from "./fragments";
import { columnsIn } from "./names";
import { type Edited, refused } from "./outcome";
import { cutNote, cutStatement } from "./pieces";
import { atSpot, withLine, withNote } from "./said";
import { settle } from "./settle";
import { applyEdits, notesOf, sameSpan, statementsOf } from "./source";
import { repeatAt, type Spot, spotIn } from "./steps";

/** Checks that are about a column: it is the first one that they name. */
function checksOn(table: TableDraft, attribute: number): readonly Check[] {
  return table.checks.filter(({ expression }) => columnsIn(table, expression)[0] === attribute);
}

/** Sets what must be true of an attribute's value (`> 0`, `amount <= price`), or nothing. */
export function setCheck(text: string, at: number, attribute: number, condition: string | null): Edited {
  return atSpot(text, at, attribute, ({ source, table, attribute: one }) => {
    const path = one.name.text;
    const words = condition === null || flat(condition) === "" ? null : readCheck(path, condition);
    if (words === null && condition !== null && flat(condition) !== "") return refused("bad-words");
    const old = checksOn(table, attribute);
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
    const [check] = left-- > 0 ? checksOn(table, attribute) : [];
    if (!check) return null;
    const statement = statementsOf(source, table).find((one) => sameSpan(one.span, check.span));
    const note = source.draft.notes.find((one) => sameSpan(one.span, check.span));
    if (statement) return cutStatement(source, statement);
    return note ? cutNote(source, note.attribute, note.span) : null;
  });
}
