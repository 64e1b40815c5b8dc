import { type Reference, sameColumns, type Table } from "@/lib/design";
import { printColumns } from "../print/names";
import type { Statement } from "../shorthand/draft";
import { aimAnew, printAim } from "./aims";
import { withTable } from "./expect";
import type { Edited } from "./outcome";
import { atSpot, dropNotes, dropStatements, pathsOf, withLine, withNote } from "./said";
import { settle } from "./settle";
import { applyEdits, insertAt, sameSpan } from "./source";
import { type Spot, spotIn } from "./steps";

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
    return settle(referenceTexts(text, at, attribute, { path, aim, only: more ? undefined : only }), { design });
  });
}

interface ReferenceChange {
  readonly path: string;
  readonly aim: Reference["target"] | null;
  readonly only: Reference | undefined;
}

function* referenceTexts(
  text: string,
  at: number,
  attribute: number,
  change: ReferenceChange,
): Generator<string | null> {
  const { path, aim, only } = change;
  const spot = spotIn(text, at, attribute);
  if (aim && only && spot) yield aimed(text, spot, only, aim);
  const noted = dropNotes(text, at, attribute, ["fk", "ref", "on-delete", "on-update"]);
  const isIt = (one: Statement) => one.kind === "fk" && sameColumns(pathsOf(one), [path]);
  const cleared = dropStatements(noted, at, isIt);
  if (!aim) yield cleared;
  else {
    yield* withNote(cleared, at, attribute, `FK -> ${printAim(aim)}`);
    yield* withLine(cleared, at, (named) => `FK ${named}${printColumns([path])} -> ${printAim(aim)}`);
  }
}

/** Other words behind the arrow that is there, or behind a bare `FK`. */
function aimed(text: string, { source }: Spot, known: Reference, aim: Reference["target"]): string | null {
  const edits = aimAnew(source, known, aim);
  if (edits) return applyEdits(text, edits);
  const { end } = known.span;
  const bare = source.draft.unaimed.some(({ span }) => sameSpan(span, known.span));
  return bare ? applyEdits(text, [insertAt(end, ` -> ${printAim(aim)}`)]) : null;
}
