import { expect, test } from "vitest";
import { type Design, findTable, nameKey, type Table } from "@/lib/design";
import { addTable, removeTable, renameTable } from "@/lib/notation";
import { done, holds, meaning, type Place, read, touched } from "./edit-places";

test("adding a table adds it, and no line is lost; removing it gives the same text", () => {
  holds((place) => {
    const text = done(addTable(place.text, "fresh_table"), place.text);
    expect(touched(place.text, text)).toEqual({ gone: [], fresh: [expect.stringMatching(/^fresh_table:\r?$/)] });
    const after = read(text);
    expect(after.tables.length).toBe(place.design.tables.length + 1);
    const at = after.tables.findIndex((table) => table.name.text === "fresh_table");
    expect(done(removeTable(text, at), text)).toBe(place.text);
  });
});

/** Every name of a table in what is said of others: references, copies, the ends of edges. */
function tablesNamed(design: Design): readonly string[] {
  const found: string[] = [];
  JSON.stringify(design, (key, value) => {
    if ((key === "target" || key === "copyOf") && value) found.push(value.table);
    if (key === "from" || key === "to") found.push(value);
    return value;
  });
  return found;
}

function renamed({ design, at }: Place, table: Table, name: string): Design {
  const isIt = (words: string) => findTable(design, words) === table;
  const after = JSON.parse(JSON.stringify(design), (key, value) => {
    if ((key === "target" || key === "copyOf") && value && isIt(value.table)) return { ...value, table: name };
    return (key === "from" || key === "to") && isIt(value) ? name : value;
  });
  after.tables[at].name.text = name;
  return after;
}

test("a table is renamed with everything that names it, and back to the same text", () => {
  holds((place, table) => {
    const name = table.name.text;
    const text = done(renameTable(place.text, place.at, "renamed_zz"), place.text);
    expect(meaning(read(text))).toEqual(meaning(renamed(place, table, "renamed_zz")));
    const back = renameTable(text, place.at, name);
    const taken = place.design.tables.some((one) => one !== table && nameKey(one.name.text) === nameKey(name));
    if (name.includes('"')) expect(back).toEqual({ ok: false, code: "bad-name" });
    else if (taken) expect(back).toEqual({ ok: false, code: "taken" });
    else if (tablesNamed(place.design).every((one) => one === name || nameKey(one) !== nameKey(name)))
      expect(done(back, text)).toBe(place.text);
    // `Users` that pointed at `users` now says what it points at.
    else expect(meaning(read(done(back, text)))).toEqual(meaning(renamed(place, table, name)));
  });
});

test("a table is removed with all that is about it, and nothing else", () => {
  holds((place) => {
    const text = done(removeTable(place.text, place.at), place.text);
    expect(meaning(read(text))).toEqual(
      meaning({ ...place.design, tables: place.design.tables.filter((_, i) => i !== place.at) }),
    );
    expect(touched(place.text, text).fresh).toEqual([]);
  });
});
