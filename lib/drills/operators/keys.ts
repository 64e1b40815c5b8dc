/** What makes rows too few: keys that are gone or too small, uniques on what may repeat. */
import { aKey, primaryKeyOf, type Table } from "@/lib/design";
import { has, withTable } from "../edit";
import { linksOf, mainTables, type Operator, placeOf } from "../operator";

export const dropKey: Operator = {
  name: "drop-key",
  draw: (model) =>
    mainTables(model).flatMap((table) => {
      const key = primaryKeyOf(table);
      if (!key) return [];
      const answer = withTable(model.answer, table, (one) => ({ ...one, keys: one.keys.filter((old) => old !== key) }));
      return [{ place: placeOf(table.name.text, key.columns), answer }];
    }),
};

export const narrowKey: Operator = {
  name: "narrow-key",
  draw: (model) =>
    mainTables(model).flatMap((table) => {
      const key = primaryKeyOf(table);
      if (!key || key.columns.length < 2 || table.partition.length > 0) return [];
      return key.columns.map((gone) => {
        const columns = key.columns.filter((column) => column !== gone);
        const keys = table.keys.map((one) => (one === key ? { ...one, columns } : one));
        return {
          place: placeOf(table.name.text, [gone]),
          answer: withTable(model.answer, table, (one) => ({ ...one, keys })),
        };
      });
    }),
};

/** A clustering column less: rows that should lie side by side overwrite each other. */
export const narrowClustering: Operator = {
  name: "narrow-clustering",
  draw: (model) =>
    mainTables(model).flatMap((table) =>
      table.clustering.map(({ path: gone }) => ({
        place: placeOf(table.name.text, [gone]),
        answer: withTable(model.answer, table, (one) => ({
          ...one,
          clustering: one.clustering.filter(({ path }) => path !== gone),
          keys: one.keys.map((key) =>
            key.primary ? { ...key, columns: key.columns.filter((column) => column !== gone) } : key,
          ),
        })),
      })),
    ),
};

/** A unique of several columns, or an index that is one, with one of them less. */
export const narrowUnique: Operator = {
  name: "narrow-unique",
  draw: (model) =>
    mainTables(model).flatMap((table) =>
      table.keys
        .filter(({ primary, columns }) => !primary && columns.length > 1)
        .flatMap((old) =>
          old.columns.map((gone) => {
            const columns = old.columns.filter((column) => column !== gone);
            const keys = table.keys.map((key) => (key === old ? { ...key, columns } : key));
            return {
              place: placeOf(table.name.text, [...old.columns.filter((column) => column !== gone), "not", gone]),
              answer: withTable(model.answer, table, (one) => ({ ...one, keys })),
            };
          }),
        ),
    ),
};

const isAlone = (table: Table, column: string): boolean =>
  table.keys.some(({ columns }) => columns.length === 1 && has(columns, column)) ||
  table.indexes.some(({ unique, columns }) => unique && columns.length === 1 && columns[0]?.path === column);

/** A unique on what the brief lets repeat: the other end of a relation, or a value of many rows. */
export const uniqueTooMuch: Operator = {
  name: "unique-too-much",
  draw: (model) => {
    if (model.store !== "relational" && model.store !== "document") return [];
    const ends = linksOf(model)
      .filter(({ relation }) => !relation.oneToOne)
      .map(({ table, column }) => ({ table, column }));
    const values = [...model.alignment.attributes].flatMap(([id, { table, path }]) => {
      const [entity = "", name = ""] = id.split(".");
      const facts = model.scenario.entities[entity]?.attributes[name]?.facts ?? [];
      return facts.includes("repeats") && !path.includes(".") ? [{ table, column: path }] : [];
    });
    return [...ends, ...values]
      .filter(({ table, column }) => mainTables(model).includes(table) && !isAlone(table, column))
      .map(({ table, column }) => ({
        place: placeOf(table.name.text, [column]),
        answer: withTable(model.answer, table, (one) => ({ ...one, keys: [...one.keys, aKey([column])] })),
      }));
  },
};
