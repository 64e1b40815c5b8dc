import type { TextEdit } from "@/lib/diagnostics";
import { isSymbol } from "../shorthand/token";
import { withAttribute } from "./expect";
import { flat, readType } from "./fragments";
import { type Edited, refused } from "./outcome";
import { cutNote } from "./pieces";
import { settle } from "./settle";
import { applyEdits, cut, insertAt, openSource, tokenAt } from "./source";
import { type Spot, spotIn } from "./steps";

/** Sets or takes out the type of an attribute. */
export function setType(text: string, at: number, attribute: number, type: string | null): Edited {
  if (!openSource(text)) return refused("not-shorthand");
  const spot = spotIn(text, at, attribute);
  if (!spot) return refused("no-attribute");
  const { source } = spot;
  const words = type === null ? null : flat(type) || null;
  const read = words === null ? { type: null, shape: "scalar" as const } : readType(words);
  if (!read) return refused("bad-words");
  const design = withAttribute(source.design, at, attribute, (known) => ({ ...known, ...read }));
  return settle(
    typeWays(spot, words).map((edits) => applyEdits(text, edits)),
    { design },
  );
}

/** `id: uuid` has a sign between the name and its type. */
function typeWays({ source, attribute }: Spot, words: string | null): readonly (readonly TextEdit[])[] {
  const place = source.draft.types.get(attribute);
  const { end } = attribute.name.span;
  const next = source.tokens[tokenAt(source, end)];
  const sign = next && isSymbol(next, ":") ? next.end : end;
  if (!place) return words === null ? [[]] : [[insertAt(sign, ` ${words}`)]];
  if (words !== null)
    return [[{ span: place, text: words }], [{ span: { start: sign, end: place.end }, text: ` ${words}` }]];
  const behindSign = sign > end && place.start >= sign ? [[cut(end, place.end)]] : [];
  return [...behindSign, cutNote(source, attribute, place), [cut(end, place.end)]];
}
