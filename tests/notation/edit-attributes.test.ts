import { expect, test } from "vitest";
import { type Index, type Key, nameKey, type Table } from "@/lib/design";
import { addAttribute, moveAttribute, removeAttribute, renameAttribute, setType } from "@/lib/notation";
import { changed, changedAttribute, done, holds, meaning, meant, namedIn, nameOf, read, touched } from "./edit-places";
import { withoutSpans } from "./support";

test("an attribute is added behind the last one, and taken out again", () => {
  holds((place, table) => {
    const added = addAttribute(place.text, place.at, { name: "fresh_column", type: "numeric(10, 2)" });
    const text = done(added, place.text);
    const attributes = read(text).tables[place.at]?.attributes ?? [];
    expect(attributes.map((one) => one.name.text)).toEqual([
      ...table.attributes.map((one) => one.name.text),
      "fresh_column",
    ]);
    expect(attributes.at(-1)?.type).toBe("numeric(10, 2)");
    expect(done(removeAttribute(text, place.at, attributes.length - 1), text)).toBe(place.text);
    expect(touched(place.text, text).gone.length).toBeLessThanOrEqual(1);
  });
});

/** Every path that a table's own parts name. */
function pathsIn(table: Table): readonly string[] {
  return [
    ...table.keys.flatMap((key) => key.columns),
    ...table.references.flatMap((one) => one.columns),
    ...table.indexes.flatMap((one) => [...one.columns.map(({ path }) => path), ...one.include, ...one.partition]),
    ...table.partition,
    ...table.clustering.map(({ path }) => path),
  ];
}

test("an attribute is renamed wherever it is named, and back to the same text", () => {
  holds((place, table) => {
    const name = nameOf(table, place.attribute);
    const text = done(renameAttribute(place.text, place.at, place.attribute, "renamed_zz"), place.text);
    const after = read(text).tables[place.at];
    expect(nameOf(after ?? table, place.attribute)).toBe("renamed_zz");
    const renamed = (path: string) =>
      path === name || path.startsWith(`${name}.`) ? `renamed_zz${path.slice(name.length)}` : path;
    expect(pathsIn(after ?? table).toSorted()).toEqual(pathsIn(table).map(renamed).toSorted());
    const back = renameAttribute(text, place.at, place.attribute, name);
    if (name.includes('"')) expect(back).toEqual({ ok: false, code: "bad-name" });
    else if (isSpeltOneWay(place.design.tables, name)) expect(done(back, text)).toBe(place.text);
    // `items` that pointed at `item` now says what it points at.
    else if (back.ok)
      expect(renameAttribute(back.text, place.at, place.attribute, "renamed_zz")).toEqual({ ok: true, text });
    else expect(back.code).toBe("unclear");
  });
});

/** No word anywhere means the name and is written otherwise. */
function isSpeltOneWay(tables: readonly Table[], name: string): boolean {
  const words = JSON.stringify(withoutSpans(tables)).match(/[\p{L}\p{N}_$][\p{L}\p{N}_$ ]*/gu) ?? [];
  return words.every((word) => word === name || nameKey(word) !== nameKey(name));
}

test("a type is set and taken out", () => {
  holds((place, table) => {
    if (table.attributes[place.attribute]?.shape !== "scalar") return;
    const text = done(setType(place.text, place.at, place.attribute, "varchar(40)"), place.text);
    expect(meaning(read(text))).toEqual(changedAttribute(place, { type: "varchar(40)" }));
    expect(touched(place.text, text).gone.length).toBeLessThanOrEqual(1);
    const bare = done(setType(text, place.at, place.attribute, null), text);
    expect(meaning(read(bare))).toEqual(changedAttribute(place, { type: null }));
  });
});

test("an attribute moves and comes back", () => {
  holds((place, table) => {
    const text = done(moveAttribute(place.text, place.at, place.attribute, place.other), place.text);
    const attributes = [...table.attributes];
    attributes.splice(place.other, 0, ...attributes.splice(place.attribute, 1));
    expect(meaning(read(text))).toEqual(changed(place, (known) => ({ ...known, attributes })));
    const back = done(moveAttribute(text, place.at, place.other, place.attribute), text);
    expect(meaning(read(back))).toEqual(meaning(place.design));
  });
});

/** The table without one attribute: what needs it goes, the keys of rows and of storage shrink. */
function without(table: Table, attribute: number): Table {
  const isIt = (path: string) => meant(table, path.split(".")[0] ?? "") === attribute;
  const some = (paths: readonly string[]) => paths.some(isIt);
  const names = (expression: string | null) => expression !== null && namedIn(table, expression).includes(attribute);
  const rest = (columns: readonly string[]) => columns.filter((path) => !isIt(path));
  const shrunk = (key: Key) =>
    key.primary && rest(key.columns).length > 0 ? [{ ...key, columns: rest(key.columns) }] : [];
  const needs = ({ columns, include, partition, where }: Index) =>
    some([...columns.map(({ path }) => path), ...include, ...partition]) || names(where);
  return {
    ...table,
    attributes: table.attributes.filter((_, i) => i !== attribute),
    keys: table.keys.flatMap((key) => (some(key.columns) ? shrunk(key) : [key])),
    references: table.references.filter((one) => !some(one.columns)),
    indexes: table.indexes.filter((one) => !needs(one)),
    checks: table.checks.filter((one) => !names(one.expression)),
    partition: rest(table.partition),
    clustering: table.clustering.filter(({ path }) => !isIt(path)),
  };
}

test("an attribute is removed with what needs it, and nothing else", () => {
  holds((place) => {
    const text = done(removeAttribute(place.text, place.at, place.attribute), place.text);
    expect(meaning(read(text))).toEqual(changed(place, (table) => without(table, place.attribute)));
  });
});
