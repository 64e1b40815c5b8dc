/** What leaves a question without its way in: indexes, query tables, templates. */
import type { Index, Table } from "@/lib/design";
import { dropTable, withTable } from "../edit";
import type { Model } from "../model";
import { mainTables, type Operator, placeOf } from "../operator";

const pathsOf = ({ columns }: Index) => columns.map(({ path }) => path);

function changeIndexes(
  model: Model,
  isMeant: (index: Index) => boolean,
  change: (index: Index) => Index | null,
): ReturnType<Operator["draw"]> {
  return mainTables(model).flatMap((table: Table) =>
    table.indexes.filter(isMeant).map((old) => ({
      place: placeOf(table.name.text, pathsOf(old)),
      answer: withTable(model.answer, table, (one) => ({
        ...one,
        indexes: one.indexes.flatMap((index) => (index === old ? (change(index) ?? []) : [index])),
      })),
    })),
  );
}

const isPlain = ({ partition, unique }: Index): boolean => partition.length === 0 && !unique;

export const dropIndex: Operator = {
  name: "drop-index",
  draw: (model) => changeIndexes(model, isPlain, () => null),
};

export const dropSecondary: Operator = {
  name: "drop-gsi",
  draw: (model) =>
    changeIndexes(
      model,
      ({ partition }) => partition.length > 0,
      () => null,
    ),
};

export const swapIndex: Operator = {
  name: "swap-index",
  draw: (model) =>
    changeIndexes(
      model,
      (index) => isPlain(index) && index.columns.length > 1,
      (index) => {
        const [a, b, ...rest] = index.columns;
        return a && b ? { ...index, columns: [b, a, ...rest] } : index;
      },
    ),
};

/** Without its last column it finds, and no longer orders. */
export const shortenIndex: Operator = {
  name: "shorten-index",
  draw: (model) =>
    changeIndexes(
      model,
      (index) => isPlain(index) && index.columns.length > 1,
      (index) => ({ ...index, columns: index.columns.slice(0, -1) }),
    ),
};

/** A table that another one could be rebuilt from: dropped, the question that it was made for has no key. */
export const dropQueryTable: Operator = {
  name: "drop-query-table",
  draw: (model) => {
    const homes = new Set([...model.alignment.entities.values()].map(({ table }) => table.name.text));
    return mainTables(model)
      .filter(({ name }) => !homes.has(name.text))
      .map((table) => ({ place: placeOf(table.name.text), answer: dropTable(model.answer, table) }));
  },
};

export const dropTemplate: Operator = {
  name: "drop-template",
  draw: ({ answer }) =>
    answer.design.templates.map((gone) => ({
      place: placeOf(gone.name.text),
      answer: {
        ...answer,
        design: { ...answer.design, templates: answer.design.templates.filter((one) => one !== gone) },
      },
    })),
};

/** Clustering columns in another order: what was found in one piece is not. */
export const swapClustering: Operator = {
  name: "swap-clustering",
  draw: (model) =>
    mainTables(model)
      .filter(({ clustering }) => clustering.length > 1)
      .map((table) => {
        const [a, b, ...rest] = table.clustering;
        const clustering = a && b ? [b, a, ...rest] : table.clustering;
        const paths = clustering.map(({ path }) => path);
        const keys = table.keys.map((key) => (key.primary ? { ...key, columns: [...table.partition, ...paths] } : key));
        return {
          place: placeOf(table.name.text, paths),
          answer: withTable(model.answer, table, (one) => ({ ...one, clustering, keys })),
        };
      }),
};
