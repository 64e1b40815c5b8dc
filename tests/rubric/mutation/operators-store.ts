/** Operators on the store, on how rows are spread, and on what ends by itself. */
import type { Answer, StoreType, Table } from "@/lib/design";
import { relationName, relationsOf } from "@/lib/scenario";
import { claim, type Model, unserved } from "./claim";
import { has, same, withoutColumn, withTable } from "./edit";
import type { Fact, Kind } from "./facts";
import { pathsFor, type Spot } from "./meaning";
import type { Draft, Operator } from "./operator";
import { identifies, mainTables } from "./operators-keys";
import { aboutEntity } from "./operators-shape";

const only =
  (...kinds: readonly Kind[]) =>
  (lost: readonly Fact[]): readonly Fact[] =>
    lost.filter(({ kind }) => kinds.includes(kind));

const ENGINE: Readonly<Record<StoreType, string>> = {
  relational: "PostgreSQL",
  document: "MongoDB",
  "key-value": "Redis",
  "wide-column": "Cassandra",
  graph: "Neo4j",
};

export const changeStore: Operator = {
  name: "change the store",
  cause: only(),
  draw: (model) =>
    Object.entries(model.scenario.stores).flatMap(([name, { fit }]): Draft[] => {
      const type = name as StoreType;
      const { store } = model.answer.decisions;
      if (fit !== "poor" || type === model.store || !store) return [];
      const value = { type, engine: ENGINE[type] };
      const answer: Answer = { ...model.answer, decisions: { ...model.answer.decisions, store: { ...store, value } } };
      // Laid out for another store, it serves little of what is asked there, and keeps less.
      const may = [
        "database/*",
        "indexes/unserved",
        "key-value/*",
        "wide-column/*",
        "document/*",
        "graph/*",
        "scale/*",
        "constraints/unique",
        "keys/*",
        "entities/duplicate",
      ].map((rule) => claim(rule, "*"));
      // A node has no objects in it: what lay in a list of them is lost there.
      const inside = type === "graph" ? model.spots.filter(({ prefix }) => prefix !== "") : [];
      const lost = inside.flatMap(({ entities }) => entities.flatMap((entity) => aboutEntity(model, entity)));
      return [{ what: `store: ${ENGINE[type]}`, answer, must: [claim("database/fit", type)], may: [...may, ...lost] }];
    }),
};

type Wrong = Model["scenario"]["volume"]["shard"]["wrong"][number];

/** A counter or an id that gathers the writes may be told as either. */
function shardRules({ by, hot }: Wrong): readonly string[] {
  if (!hot) return ["scale/shard-key"];
  return by.join() === "id" ? ["scale/hot-partition", "scale/shard-key"] : ["scale/hot-partition"];
}

function isRightFor(model: Model, spot: Spot, columns: readonly string[]): boolean {
  return model.scenario.volume.shard.right.some(
    ({ entity, by }) =>
      spot.entities.includes(entity) &&
      by.length === columns.length &&
      by.every((name, i) => pathsFor(spot, entity, name).includes(columns[i] ?? "")),
  );
}

function shardedWrong(model: Model, wrong: Wrong): readonly Draft[] {
  const place = mainTables(model).find(
    (one) => one.spot.home && one.spot.entities.includes(wrong.entity) && one.table.partition.length === 0,
  );
  const [said] = model.answer.decisions.shardBy;
  const columns = place ? wrong.by.flatMap((name) => pathsFor(place.spot, wrong.entity, name).slice(0, 1)) : [];
  if (!place || !said || columns.length < wrong.by.length) return [];
  const { spot, table } = place;
  const kept = model.answer.decisions.shardBy.filter((one) => !same(one.value.table, table.name.text));
  const shardBy = [...kept, { ...said, value: { table: table.name.text, columns } }];
  const answer = { ...model.answer, decisions: { ...model.answer.decisions, shardBy } };
  const base = { what: `shard by ${table.name.text}(${columns.join(", ")})`, answer, may: [claim("scale/*", "*")] };
  if (isRightFor(model, spot, columns))
    return [{ ...base, reason: "another entity of the same rows is rightly sharded so" }];
  return [{ ...base, must: [{ rules: shardRules(wrong), subject: spot.entities.join("|") }] }];
}

/** `shard by` as each wrong entry of the scenario says. */
export const shardWrong: Operator = {
  name: "shard by time, state or the wrong owner",
  cause: only(),
  draw: (model) =>
    model.answer.decisions.volume?.value === "sharded"
      ? model.scenario.volume.shard.wrong.flatMap((wrong) => shardedWrong(model, wrong))
      : [],
};

const isTtl = (model: Model, entity: string) => model.scenario.entities[entity]?.expires === true;

export const dropTtl: Operator = {
  name: "drop a ttl",
  cause: only("pattern"),
  draw: (model) => {
    const of = (entities: readonly string[], keyValue: boolean, isOnly: boolean) => {
      const ending = entities.filter((entity) => isTtl(model, entity));
      const must = keyValue && isOnly ? ending.map((entity) => claim("key-value/no-expiry", entity)) : [];
      const may = entities.flatMap((entity) => [
        claim("wide-column/unbounded-partition", entity),
        claim("constraints/*", "*"),
        ...model.scenario.patterns.filter(({ metBy }) => metBy.includes("ttl")).map(({ id }) => unserved(id)),
      ]);
      return { must, may: [claim("key-value/no-expiry", "*"), ...may] };
    };
    const others = (at: number, entities: readonly string[]) =>
      !model.spots.some(
        (one) =>
          one.at !== at &&
          one.entities.some((entity) => entities.includes(entity)) &&
          (one.table ? one.table.ttl !== null && one.main : false),
      );
    const tables = mainTables(model).flatMap(({ spot, table }): Draft[] => {
      if (table.ttl === null) return [];
      const answer = withTable(model.answer, spot.at, (one) => ({ ...one, ttl: null }));
      return [
        {
          what: `${table.name.text} without its ttl`,
          answer,
          ...of(spot.entities, model.store === "key-value", others(spot.at, spot.entities)),
        },
      ];
    });
    const { design } = model.answer;
    const templates = model.spots.flatMap((spot): Draft[] => {
      const template = spot.table ? undefined : design.templates[spot.at];
      if (!template || template.ttl === null) return [];
      const changed = design.templates.map((one) => (one === template ? { ...one, ttl: null } : one));
      const answer = { ...model.answer, design: { ...design, templates: changed } };
      const holdsMany = ["list", "set", "sorted set"].includes(template.holds);
      return [
        {
          what: `${template.name.text} without its ttl`,
          answer,
          ...of(spot.entities, !holdsMany && (spot.main || model.store !== "key-value"), true),
        },
      ];
    });
    return [...tables, ...templates];
  },
};

export const dropTemplate: Operator = {
  name: "drop a template, a query table or a gsi",
  cause: (lost) => {
    const gone = lost.filter(({ kind }) => kind === "entity");
    return gone.length > 0 ? gone : lost.filter(({ kind }) => kind === "pattern" || kind === "unique");
  },
  draw: (model) => {
    const { design } = model.answer;
    const gsis = mainTables(model).flatMap(({ spot, table }) =>
      table.indexes
        .filter(({ partition }) => partition.length > 0)
        .map((gone): Draft => {
          const indexes = table.indexes.filter((one) => one !== gone);
          const answer = withTable(model.answer, spot.at, (one) => ({ ...one, indexes }));
          return { what: `${table.name.text} without gsi ${gone.name ?? ""}`, answer };
        }),
    );
    const tables = mainTables(model)
      .filter(({ spot, table }) => !spot.home && table.partition.length > 0)
      .map(({ table }): Draft => {
        const answer = { ...model.answer, design: { ...design, tables: design.tables.filter((one) => one !== table) } };
        return { what: `no ${table.name.text}`, answer, may: [claim("factors/consistency", "*")], touchesCopy: false };
      });
    const templates = model.spots.flatMap((spot): Draft[] => {
      const template = spot.table ? undefined : design.templates[spot.at];
      if (!template) return [];
      const answer = {
        ...model.answer,
        design: { ...design, templates: design.templates.filter((one) => one !== template) },
      };
      return [
        {
          what: `no ${template.name.text}`,
          answer,
          may: spot.entities.flatMap((entity) => aboutEntity(model, entity)),
        },
      ];
    });
    return [...gsis, ...tables, ...templates];
  },
};

function withPartition(model: Model, at: number, table: Table, gone: string, demote: boolean): Answer {
  const said = model.answer.decisions.shardBy.map((one) =>
    same(one.value.table, table.name.text)
      ? { ...one, value: { ...one.value, columns: one.value.columns.filter((column) => !same(column, gone)) } }
      : one,
  );
  const shardBy = said.filter(({ value }) => value.columns.length > 0);
  const changed = withTable(model.answer, at, (one) =>
    demote
      ? {
          ...one,
          partition: one.partition.filter((column) => !same(column, gone)),
          clustering: [{ path: gone, direction: "asc" }, ...one.clustering],
        }
      : withoutColumn(one, gone),
  );
  return { ...changed, decisions: { ...changed.decisions, shardBy } };
}

/** The scenario's names of a partition key; a bucket is left out. */
function partitionNames(place: ReturnType<typeof mainTables>[number], entity: string, gone: string): readonly string[] {
  return place.table.partition
    .filter((column) => !same(column, gone))
    .flatMap((column) =>
      (place.spot.columns.get(column) ?? [])
        .filter((one) => one.entity === entity && one.as === "whole")
        .map(({ name }) => name),
    );
}

/** What the scenario says of a partition by these names: must be raised, or why nothing need be. */
function widened(model: Model, entity: string, names: readonly string[], lostBucket: boolean, bucketed: boolean) {
  const { right, wrong } = model.scenario.volume.shard;
  const attributes = model.scenario.entities[entity]?.attributes ?? {};
  const untimed = (by: readonly string[]) => by.filter((name) => attributes[name]?.type !== "time");
  const is = (by: readonly string[]) => by.length === names.length && by.every((name) => names.includes(name));
  const own = <T extends { entity: string }>(all: readonly T[]) => all.filter((one) => one.entity === entity);
  if (names.length === 0) return { must: [claim("scale/hot-partition", entity)] };
  const entry = own(right).find(({ by }) => is(by));
  const bad = own(wrong).find(({ by }) => is(by) || (bucketed && is(untimed(by))));
  if (bad && !entry) return { must: [claim(bad.hot ? "scale/hot-partition" : "scale/shard-key", entity)] };
  const longer = own(right).some(({ by }) => is(untimed(by)) && untimed(by).length < by.length);
  if (lostBucket && longer && !entry?.partition && model.store === "wide-column")
    return { must: [claim("wide-column/unbounded-partition", entity)] };
  return { reason: entry ? "the scenario takes this partition as sound" : "the scenario does not decide it" };
}

export const widenPartition: Operator = {
  name: "widen a partition",
  cause: only(),
  draw: (model) =>
    mainTables(model)
      .filter(({ spot, table }) => table.partition.length > 1 && spot.home)
      .flatMap((place) => {
        const { spot, table } = place;
        const [entity = ""] = spot.entities;
        const isBucket = (path: string) => (spot.columns.get(path) ?? []).some(({ as }) => as === "bucket");
        return table.partition.map((gone): Draft => {
          const left = table.partition.filter((one) => !same(one, gone));
          const names = partitionNames(place, entity, gone);
          return {
            what: `${table.name.text} partitioned by (${left.join(", ")}) alone`,
            answer: withPartition(model, spot.at, table, gone, !isBucket(gone)),
            may: [claim("scale/*", entity), claim("wide-column/*", "*"), claim("key-value/not-a-lookup", "*")],
            ...widened(model, entity, names, isBucket(gone), left.some(isBucket)),
          };
        });
      }),
};

/** A clustering column less: rows that must be apart overwrite each other. */
export const narrowClustering: Operator = {
  name: "make a partitioned key too small",
  cause: only(),
  draw: (model) =>
    mainTables(model)
      .filter(({ spot, table }) => table.clustering.length > 0 && spot.entities.length === 1 && !spot.copy)
      .flatMap(({ spot, table }) =>
        table.clustering.map(({ path: gone }): Draft => {
          const [entity = ""] = spot.entities;
          const clustering = table.clustering.filter(({ path }) => path !== gone);
          const answer = withTable(model.answer, spot.at, (one) => ({ ...one, clustering }));
          const columns = [...table.partition, ...clustering.map(({ path }) => path)];
          const what = `${table.name.text} keyed by (${columns.join(", ")}) alone`;
          const may = [
            claim("wide-column/filtering", "*"),
            claim("key-value/not-a-lookup", "*"),
            claim("constraints/unique", "*"),
          ];
          if (identifies(model, spot, entity, columns))
            return { what, answer, may, reason: "what is left still identifies a row" };
          const near = columns.some((path) =>
            (spot.columns.get(path) ?? []).some(
              ({ name, as }) =>
                as !== "bucket" &&
                (model.scenario.entities[entity]?.attributes[name]?.facts.includes("near-unique") || as === "stand-in"),
            ),
          );
          const doubt = {
            what,
            answer,
            may: [...may, claim("keys/not-identifying", entity)],
            reason: "a time that is nearly unique may do: the scenario does not decide it",
          };
          return near ? doubt : { what, answer, may, must: [claim("keys/not-identifying", entity)] };
        }),
      ),
};

const roles = (model: Model, entity: string) => relationsOf(model.scenario, entity).map(relationName);

export const dropPartitionColumn: Operator = {
  name: "drop a column of a partition key",
  cause: (lost) => {
    const link = only("link")(lost);
    return link.length > 0 ? link : only("pattern")(lost);
  },
  draw: (model) =>
    mainTables(model)
      .filter(
        ({ spot, table }) =>
          spot.home && table.partition.length > 0 && table.partition.length + table.clustering.length > 1,
      )
      .flatMap(({ spot, table }) =>
        table.partition.flatMap((gone): Draft[] => {
          const [entity = ""] = spot.entities;
          const [role] = (spot.columns.get(gone) ?? [])
            .map(({ name }) => name)
            .filter((name) => roles(model, entity).includes(name));
          if (
            role === undefined ||
            has(
              table.clustering.map(({ path }) => path),
              gone,
            )
          )
            return [];
          const answer = withPartition(model, spot.at, table, gone, false);
          return [{ what: `${table.name.text} without ${gone}`, answer, may: aboutEntity(model, entity) }];
        }),
      ),
};
