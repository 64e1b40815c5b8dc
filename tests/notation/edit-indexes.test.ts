import { expect, test } from "vitest";
import { anIndex } from "@/lib/design";
import { addIndex, removeIndex, updateIndex } from "@/lib/notation";
import { changed, done, holds, meaning, nameOf, read, samePart } from "./edit-places";

test("an index is added, changed and removed", () => {
  holds((place, table) => {
    const { at } = place;
    const columns = [{ path: nameOf(table, place.attribute), direction: "desc" as const }];
    const first = { columns, unique: false, where: "status = 'open'", include: [] };
    const text = done(addIndex(place.text, at, first), place.text);
    const made = anIndex([], first);
    expect(meaning(read(text))).toEqual(changed(place, (known) => ({ ...known, indexes: [...known.indexes, made] })));
    const found = read(text).tables[at]?.indexes.findLastIndex((one) => samePart(one, made)) ?? -1;
    const next = {
      columns: [...columns, { path: "made_at", direction: "asc" as const }],
      unique: true,
      where: null,
      include: ["title"],
    };
    const anew = done(updateIndex(text, at, found, next), text);
    const remade = anIndex([], next);
    expect(meaning(read(anew))).toEqual(changed(place, (known) => ({ ...known, indexes: [...known.indexes, remade] })));
    const last = read(anew).tables[at]?.indexes.findIndex((one) => samePart(one, remade)) ?? -1;
    expect(meaning(read(done(removeIndex(anew, at, last), anew)))).toEqual(meaning(place.design));
  });
});

test("every index that is there has its columns turned, its conditions changed, and goes", () => {
  holds((place, table) => {
    for (const [i, index] of table.indexes.entries()) {
      const secondary = index.partition.length > 0;
      const next = {
        ...index,
        columns: secondary ? index.columns : index.columns.toReversed(),
        include: index.include.length > 0 ? [] : [nameOf(table, place.attribute)],
        unique: !secondary && !index.unique,
        where: secondary || index.where ? null : "closed_at is null",
      };
      const others = table.indexes.filter((one) => one !== index);
      const text = done(updateIndex(place.text, place.at, i, next), place.text);
      expect(meaning(read(text))).toEqual(changed(place, (known) => ({ ...known, indexes: [...others, next] })));
      const bare = done(removeIndex(place.text, place.at, i), place.text);
      expect(meaning(read(bare))).toEqual(changed(place, (known) => ({ ...known, indexes: others })));
    }
  });
});
