/** How rows are spread, and what ends by itself. */
import { dropColumn, has, same, withTable } from "../edit";
import type { Model } from "../model";
import { mainTables, type Operator, placeOf } from "../operator";

/** Shard keys that name a column which is no longer in the partition are not said. */
function withPartition(model: Model, at: number, gone: string) {
  const table = mainTables(model)[at];
  if (!table) return model.answer;
  const said = model.answer.decisions.shardBy.flatMap((one) => {
    if (!same(one.value.table, table.name.text)) return [one];
    const columns = one.value.columns.filter((column) => !same(column, gone));
    return columns.length > 0 ? [{ ...one, value: { ...one.value, columns } }] : [];
  });
  const changed = withTable(model.answer, table, (one) => ({
    ...one,
    partition: one.partition.filter((column) => !same(column, gone)),
    clustering: [{ path: gone, direction: "asc" as const }, ...one.clustering],
  }));
  return { ...changed, decisions: { ...changed.decisions, shardBy: said } };
}

/** A partition of fewer columns; what is left out orders the rows in it. */
export const widenPartition: Operator = {
  name: "widen-partition",
  draw: (model) =>
    mainTables(model).flatMap((table, at) =>
      table.partition.length < 2
        ? []
        : table.partition.map((gone) => ({
            place: placeOf(table.name.text, [gone]),
            answer: withPartition(model, at, gone),
          })),
    ),
};

/** A bucket of time taken out of the partition and out of the table. */
export const dropBucket: Operator = {
  name: "drop-bucket",
  draw: (model) => {
    const free = new Set(model.alignment.placings.flatMap((one) => one.free));
    return mainTables(model).flatMap((table) =>
      table.partition.length < 2
        ? []
        : table.partition
            .filter((gone) => has([...free], gone))
            .map((gone) => {
              const partition = table.partition.filter((column) => !same(column, gone));
              const keys = table.keys.map((key) => ({
                ...key,
                columns: key.columns.filter((column) => !same(column, gone)),
              }));
              const narrowed = { ...table, partition, keys };
              const answer = withTable(model.answer, table, () => narrowed);
              return { place: placeOf(table.name.text, [gone]), answer: dropColumn(answer, narrowed, gone) };
            }),
    );
  },
};

/** Partitioned by what the rows are ordered by: time, mostly. */
export const partitionByTime: Operator = {
  name: "partition-by-time",
  draw: (model) =>
    mainTables(model).flatMap((table) => {
      const [first, ...rest] = table.clustering;
      if (!first || table.partition.length === 0) return [];
      const clustering = [...table.partition.map((path) => ({ path, direction: "asc" as const })), ...rest];
      const columns = [first.path, ...clustering.map(({ path }) => path)];
      const shardBy = model.answer.decisions.shardBy.filter(({ value }) => !same(value.table, table.name.text));
      const changed = withTable(model.answer, table, (one) => ({
        ...one,
        partition: [first.path],
        clustering,
        keys: one.keys.map((key) => (key.primary ? { ...key, columns } : key)),
      }));
      const answer = { ...changed, decisions: { ...changed.decisions, shardBy } };
      return [{ place: placeOf(table.name.text, [first.path]), answer }];
    }),
};

export const dropTtl: Operator = {
  name: "drop-ttl",
  draw: (model) => {
    const { answer } = model;
    const tables = mainTables(model)
      .filter(({ ttl }) => ttl !== null)
      .map((table) => ({
        place: placeOf(table.name.text),
        answer: withTable(answer, table, (one) => ({ ...one, ttl: null })),
      }));
    const templates = answer.design.templates
      .filter(({ ttl }) => ttl !== null)
      .map((old) => ({
        place: placeOf(old.name.text),
        answer: {
          ...answer,
          design: {
            ...answer.design,
            templates: answer.design.templates.map((one) => (one === old ? { ...one, ttl: null } : one)),
          },
        },
      }));
    return [...tables, ...templates];
  },
};

/** Nothing said of how a table is sharded: the question is how it should be. */
export const dropShardKey: Operator = {
  name: "drop-shard-key",
  draw: ({ answer }) =>
    answer.decisions.shardBy.map((gone) => ({
      place: placeOf(gone.value.table, gone.value.columns),
      answer: {
        ...answer,
        decisions: { ...answer.decisions, shardBy: answer.decisions.shardBy.filter((one) => one !== gone) },
      },
    })),
};
