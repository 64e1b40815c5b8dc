import { withAttribute } from "./expect";
import { flat, readDefault } from "./fragments";
import { type Edited, refused } from "./outcome";
import { atSpot, dropNotes, withNote } from "./said";
import { settle } from "./settle";
import { applyEdits, notesOf } from "./source";

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
