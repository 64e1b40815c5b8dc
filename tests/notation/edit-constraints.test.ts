import { expect, test } from "vitest";
import { aCheck, aKey, type Reference, type Table } from "@/lib/design";
import { setCheck, setDefault, setPrimaryKey, setReference, toggleNotNull, toggleUnique } from "@/lib/notation";
import { printName } from "@/lib/notation/print/names";
import { changed, changedAttribute, done, holds, meaning, namedIn, nameOf, read } from "./edit-places";

test("required is switched on and off", () => {
  holds((place, table) => {
    const notNull = !table.attributes[place.attribute]?.notNull;
    const text = done(toggleNotNull(place.text, place.at, place.attribute), place.text);
    expect(meaning(read(text))).toEqual(changedAttribute(place, { notNull }));
    expect(meaning(read(done(toggleNotNull(text, place.at, place.attribute), text)))).toEqual(meaning(place.design));
  });
});

test("unique is switched on and off", () => {
  holds((place, table) => {
    const name = nameOf(table, place.attribute);
    const text = done(toggleUnique(place.text, place.at, place.attribute), place.text);
    const others = table.keys.filter((key) => key.primary || key.columns.length > 1 || key.columns[0] !== name);
    const [off, on] = [others, [...others, aKey([name])]].map((keys) =>
      changed(place, (known) => ({ ...known, keys })),
    );
    const wasOn = others.length < table.keys.length;
    expect(meaning(read(text))).toEqual(wasOn ? off : on);
    expect(meaning(read(done(toggleUnique(text, place.at, place.attribute), text)))).toEqual(wasOn ? on : off);
  });
});

test("a primary key of any columns is set, and none", () => {
  holds((place, table) => {
    const columns = [...new Set([nameOf(table, place.attribute), nameOf(table, place.other)])];
    const others = table.keys.filter((key) => !key.primary);
    const text = done(setPrimaryKey(place.text, place.at, columns), place.text);
    const keys = [...others, aKey(columns, { primary: true })];
    expect(meaning(read(text))).toEqual(changed(place, (known) => ({ ...known, keys })));
    expect(meaning(read(done(setPrimaryKey(text, place.at, []), text)))).toEqual(
      changed(place, (known) => ({ ...known, keys: others })),
    );
  });
});

test("a default is set and taken out", () => {
  holds((place) => {
    const text = done(setDefault(place.text, place.at, place.attribute, "'new'"), place.text);
    expect(meaning(read(text))).toEqual(changedAttribute(place, { default: "'new'" }));
    const bare = done(setDefault(text, place.at, place.attribute, ""), text);
    expect(meaning(read(bare))).toEqual(changedAttribute(place, { default: null }));
  });
});

test("a check is set, changed and taken out", () => {
  holds((place, table) => {
    const { at, attribute } = place;
    const others = table.checks.filter(({ expression }) => namedIn(table, expression)[0] !== attribute);
    const column = printName(nameOf(table, attribute));
    const expected = (words: string | null) => (known: Table) => ({
      ...known,
      checks: words === null ? others : [...others, aCheck(`${column} ${words}`)],
    });
    const text = done(setCheck(place.text, at, attribute, "> 0"), place.text);
    expect(meaning(read(text))).toEqual(changed(place, expected("> 0")));
    const more = done(setCheck(text, at, attribute, "between 1 and 5"), text);
    expect(meaning(read(more))).toEqual(changed(place, expected("between 1 and 5")));
    const bare = done(setCheck(more, at, attribute, null), more);
    expect(meaning(read(bare))).toEqual(changed(place, expected(null)));
  });
});

test("a reference is set, aimed anew and taken out", () => {
  holds((place, table) => {
    const { at, attribute } = place;
    const name = nameOf(table, attribute);
    const others = table.references.filter(({ columns }) => columns.length > 1 || columns[0] !== name);
    const isIt = (one: Reference) => one.columns.length === 1 && one.columns[0] === name;
    const aimed = (now: string, target: Reference["target"]) => {
      const own = read(now).tables[at]?.references.filter(isIt) ?? [];
      expect(own.map((one) => one.target)).toEqual([target]);
      expect(meaning(read(now))).toEqual(changed(place, (known) => ({ ...known, references: [...others, ...own] })));
    };
    const text = done(setReference(place.text, at, attribute, { table: "places", column: "id" }), place.text);
    aimed(text, { table: "places", columns: ["id"] });
    const anew = done(setReference(text, at, attribute, { table: "order lines", column: null }), text);
    aimed(anew, { table: "order lines", columns: [] });
    const bare = done(setReference(anew, at, attribute, null), anew);
    expect(meaning(read(bare))).toEqual(changed(place, (known) => ({ ...known, references: others })));
  });
});
