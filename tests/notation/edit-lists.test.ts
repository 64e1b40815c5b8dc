import { expect, test } from "vitest";
import { aKey, aReference } from "@/lib/design";
import { addReference, addUnique, removeReference, removeUnique, updateReference, updateUnique } from "@/lib/notation";
import { changed, done, holds, nameOf, read, samePart } from "./edit-places";

test("columns are made unique together, changed, and let go", () => {
  holds((place, table) => {
    const { at } = place;
    const columns = [...new Set([nameOf(table, place.attribute), nameOf(table, place.other)])];
    const text = done(addUnique(place.text, at, columns), place.text);
    const keysAre = (now: string, keys: readonly (readonly string[])[]) => {
      const all = [...table.keys, ...keys.map((one) => aKey(one))];
      expect(changed({ ...place, design: read(now) }, (one) => one)).toEqual(
        changed(place, (known) => ({ ...known, keys: all })),
      );
    };
    keysAre(text, [columns]);
    const keyAt = (now: string, wanted: readonly string[]) =>
      read(now).tables[at]?.keys.findLastIndex((one) => samePart(one, aKey(wanted))) ?? -1;
    const next = [...columns.toReversed(), "made_at"];
    const anew = done(updateUnique(text, at, keyAt(text, columns), next), text);
    keysAre(anew, [next]);
    keysAre(done(removeUnique(anew, at, keyAt(anew, next)), anew), []);
  });
});

test("a reference of two columns is made, turned, aimed anew, and taken out", () => {
  holds((place, table) => {
    const { at } = place;
    const first = {
      columns: [nameOf(table, place.attribute), "other_id"],
      target: { table: "places", columns: ["a", "b"] },
    };
    const text = done(addReference(place.text, at, first), place.text);
    const next = { columns: first.columns.toReversed(), target: { table: "order lines", columns: ["b", "c"] } };
    const single = { columns: ["other_id"], target: { table: "order lines", columns: ["b"] } };
    const made = [first, next, single].map(({ columns, target }) => aReference(columns, target.table, { target }));
    const refersTo = (now: string, fresh: readonly (typeof made)[number][]) =>
      expect(changed({ ...place, design: read(now) }, (one) => one)).toEqual(
        changed(place, (known) => ({ ...known, references: [...known.references, ...fresh] })),
      );
    const placeOf = (now: string, one: (typeof made)[number] | undefined) =>
      read(now).tables[at]?.references.findLastIndex((other) => one !== undefined && samePart(one, other)) ?? -1;
    refersTo(text, made.slice(0, 1));
    const anew = done(updateReference(text, at, placeOf(text, made[0]), next), text);
    refersTo(anew, made.slice(1, 2));
    const short = done(updateReference(anew, at, placeOf(anew, made[1]), single), anew);
    refersTo(short, made.slice(2));
    refersTo(done(removeReference(short, at, placeOf(short, made[2])), short), []);
  });
});

test("every reference and unique key that is there goes, and nothing else", () => {
  holds((place, table) => {
    for (const [i, one] of table.references.entries()) {
      const text = done(removeReference(place.text, place.at, i), place.text);
      const references = table.references.filter((other) => other !== one);
      expect(changed({ ...place, design: read(text) }, (now) => now)).toEqual(
        changed(place, (known) => ({ ...known, references })),
      );
    }
    for (const [i, one] of table.keys.entries()) {
      if (one.primary) continue;
      const text = done(removeUnique(place.text, place.at, i), place.text);
      const keys = table.keys.filter((other) => other !== one);
      expect(changed({ ...place, design: read(text) }, (now) => now)).toEqual(
        changed(place, (known) => ({ ...known, keys })),
      );
    }
  });
});
