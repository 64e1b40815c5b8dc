import fc from "fast-check";
import { type Attribute, type Design, nameKey, plainName, type Table } from "@/lib/design";
import { type Edited, readSheet } from "@/lib/notation";
import { designs } from "./designs";
import { LAYOUTS, sheetIn } from "./edit-layouts";
import { withoutSpans } from "./support";

/** The order in which keys, references, indexes and checks are said means nothing. */
export function meaning(design: Design): unknown {
  const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(partMeaning(one))).sort();
  const tables = design.tables.map(({ keys, references, indexes, checks, ...rest }) => ({
    ...rest,
    keys: sorted(keys),
    references: sorted(references),
    indexes: sorted(indexes),
    checks: sorted(checks),
  }));
  return withoutSpans({ ...design, tables });
}

/** A key, reference, index or check by what it says. */
export function partMeaning(one: object): unknown {
  return Object.entries(withoutSpans(one)).sort(([a], [b]) => (a < b ? -1 : 1));
}

export function samePart(a: object, b: object): boolean {
  return JSON.stringify(partMeaning(a)) === JSON.stringify(partMeaning(b));
}

export const read = (text: string): Design => readSheet(text).value.design;

export function done(edited: Edited, text: string): string {
  if (!edited.ok) throw new Error(`${edited.code} in\n${text}`);
  return edited.text;
}

export interface Place {
  readonly design: Design;
  readonly at: number;
  readonly text: string;
  readonly attribute: number;
  readonly other: number;
}

/** Any design, in one of many layouts, with a table and two attributes of it chosen. */
const places: fc.Arbitrary<Place> = designs
  .filter((design) => design.tables.length > 0)
  .chain((design) =>
    fc.record({
      design: fc.constant(design),
      layout: fc.constantFrom(...Object.keys(LAYOUTS)),
      newline: fc.constantFrom("\n", "\r\n"),
      at: fc.nat({ max: design.tables.length - 1 }),
      pick: fc.nat(),
      other: fc.nat(),
    }),
  )
  .map(({ design, layout, newline, at, pick, other }) => {
    const count = design.tables[at]?.attributes.length ?? 1;
    const text = sheetIn(layout, design, newline);
    return { design, at, text, attribute: pick % count, other: other % count };
  })
  .filter((place): place is Place => place.text !== null);

export function holds(run: (place: Place, table: Table) => void, numRuns = 60): void {
  fc.assert(
    fc.property(places, (place) => {
      const table = place.design.tables[place.at];
      if (table) run(place, table);
    }),
    { numRuns },
  );
}

/** What the design means with the chosen table changed. */
export function changed(place: Place, change: (table: Table) => Table): unknown {
  const { design, at } = place;
  return meaning({ ...design, tables: design.tables.map((table, i) => (i === at ? change(table) : table)) });
}

/** The same with the chosen attribute changed. */
export function changedAttribute(place: Place, part: Partial<Attribute>): unknown {
  return changed(place, (table) => ({
    ...table,
    attributes: table.attributes.map((one, i) => (i === place.attribute ? { ...one, ...part } : one)),
  }));
}

export const nameOf = (table: Table, attribute: number): string => table.attributes[attribute]?.name.text ?? "";

/** Lines that are gone or new, by what they say. */
export function touched(before: string, after: string): { readonly gone: string[]; readonly fresh: string[] } {
  const count = (text: string) => {
    const counts = new Map<string, number>();
    for (const line of text.split("\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
    return counts;
  };
  const [old, now] = [count(before), count(after)];
  const more = (a: Map<string, number>, b: Map<string, number>) =>
    [...a].flatMap(([line, n]) => Array.from({ length: Math.max(0, n - (b.get(line) ?? 0)) }, () => line));
  return { gone: more(old, now), fresh: more(now, old) };
}

/** The attribute that a name means: as written, then up to case and separators, then up to plural. */
export function meant(table: Table, name: string): number {
  const find = (same: (written: string) => boolean) => table.attributes.findIndex((one) => same(one.name.text));
  const plain = find((written) => plainName(written) === plainName(name));
  return (
    [find((written) => written === name), plain, find((one) => nameKey(one) === nameKey(name))].find(
      (place) => place >= 0,
    ) ?? -1
  );
}

/** The attributes that a condition names, in its order: no text in quotes, no function. */
export function namedIn(table: Table, expression: string): readonly number[] {
  const words = expression.replace(/'[^']*'/g, "").matchAll(/"([^"]+)"|([\p{L}_][\p{L}\p{N}_]*)(?!\()\b/gu);
  return [...words].map(([, quoted, bare]) => meant(table, quoted ?? bare ?? "")).filter((place) => place >= 0);
}
