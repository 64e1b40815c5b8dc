import { sameColumns } from "@/lib/design";
import { printColumns } from "../print/names";
import type { Statement } from "../shorthand/draft";
import { withAttribute, withTable } from "./expect";
import type { Edited } from "./outcome";
import { atSpot, dropNotes, dropStatements, pathsOf, withLine, withNote } from "./said";
import { settle } from "./settle";

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
