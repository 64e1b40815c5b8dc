import { printName } from "../print/names";
import type { NoteSaid } from "../shorthand/draft";
import { isSymbol } from "../shorthand/token";
import { withTable } from "./expect";
import { type Edited, refused } from "./outcome";
import { cutNote, placeItem } from "./pieces";
import { settle } from "./settle";
import { applyEdits, endOfLine, insertAt, openSource, type Source, tableOf, within } from "./source";
import { repeat } from "./steps";

/** What stands on an attribute's line behind its comma: a remark goes with it. */
function tailOf(source: Source, span: { start: number; end: number }): { start: number; end: number } | null {
  const { opensLine, closesLine, behind } = placeItem(source, span);
  if (!opensLine || !closesLine) return null;
  const start = isSymbol(behind, ",", ";") && behind && behind.indent < 0 ? behind.end : span.end;
  return { start, end: endOfLine(source.text, start) };
}

function swap(source: Source, at: number, first: number): string | null {
  const table = tableOf(source, at);
  const [a, b] = [table?.attributes[first], table?.attributes[first + 1]];
  if (!a || !b) return null;
  const words = (span: { start: number; end: number }) => source.text.slice(span.start, span.end);
  const [tailA, tailB] = [tailOf(source, a.span), tailOf(source, b.span)];
  const tails =
    tailA && tailB
      ? [
          { span: tailA, text: words(tailB) },
          { span: tailB, text: words(tailA) },
        ]
      : [];
  return applyEdits(source.text, [
    { span: a.span, text: words(b.span) },
    { span: b.span, text: words(a.span) },
    ...tails,
  ]);
}

/** Moves an attribute to another place among the others. */
export function moveAttribute(text: string, at: number, from: number, to: number): Edited {
  const source = openSource(text);
  if (!source) return refused("not-shorthand");
  const table = tableOf(source, at);
  if (!table) return refused("no-table");
  const moved = table.attributes[from];
  if (!moved || !table.attributes[to]) return refused("no-attribute");
  const rest = table.attributes.filter((one) => one !== moved);
  const attributes = [...rest.slice(0, to), moved, ...rest.slice(to)];
  const design = withTable(source.design, at, (one) => ({ ...one, attributes }));
  return settle([swapTo(text, at, from, to), swapTo(sayOrder(text, at), at, from, to)], { design });
}

function swapTo(text: string | null, at: number, from: number, to: number): string | null {
  const way = from < to ? 1 : -1;
  let now = text;
  for (let place = from; place !== to && now !== null; place += way) {
    const source = openSource(now);
    now = source && swap(source, at, Math.min(place, place + way));
  }
  return now;
}

/** Keys that notes make in the order of the attributes become lines of their own, so that their order stays. */
function sayOrder(text: string, at: number): string | null {
  const source = openSource(text);
  const table = source && tableOf(source, at);
  if (!source || !table) return null;
  const noted = (phrase: string) =>
    source.draft.notes.filter(
      (note) => note.phrase === phrase && table.attributes.some((one) => within(note.span, one.span)),
    );
  const keys = [
    { phrase: "pk", words: "PK", columns: table.keys.find((key) => key.primary)?.columns ?? [] },
    { phrase: "partition", words: "partition key", columns: table.partition },
    {
      phrase: "clustering",
      words: "clustering key",
      columns: table.clustering.map(({ path, direction }) => (direction === "desc" ? `${path} desc` : path)),
    },
  ].filter(({ phrase }) => noted(phrase).length > 1);
  return keys.reduce<string | null>((now, key) => (now === null ? null : sayKey(now, at, key)), text);
}

interface SaidKey {
  readonly phrase: string;
  readonly words: string;
  readonly columns: readonly string[];
}

function sayKey(text: string, at: number, { phrase, words, columns }: SaidKey): string | null {
  const bare = repeat(text, (now) => {
    const attributes = tableOf(now, at)?.attributes ?? [];
    const isIt = (note: NoteSaid) =>
      note.phrase === phrase && attributes.some((attribute) => within(note.span, attribute.span));
    const found = now.draft.notes.find(isIt);
    return found ? cutNote(now, found.attribute, found.span) : null;
  });
  const source = bare === null ? null : openSource(bare);
  const table = source && tableOf(source, at);
  if (!source || !table || bare === null) return null;
  const end = (source.draft.groups.get(table) ?? table.span).end;
  const list = columns.map((column) =>
    column.replace(/^(.*?)( desc)?$/, (_, path: string, desc = "") => path.split(".").map(printName).join(".") + desc),
  );
  return applyEdits(bare, [insertAt(endOfLine(bare, end), `${source.newline}  ${words} (${list.join(", ")})`)]);
}
