/** Operators on keys, references, uniques, not-nulls, checks and indexes. */
import { anIndex, aReference, type Index, isRequired, primaryKeyOf, type Table } from "@/lib/design";
import { relationId, relationName } from "@/lib/scenario";
import { type Claim, claim, type Model, unserved } from "./claim";
import { has, placeFor, same, withTable } from "./edit";
import type { Fact, Kind } from "./facts";
import { pathsFor, type Spot } from "./meaning";
import type { Draft, Operator } from "./operator";

const isTable = ({ table, prefix }: Spot): boolean => table !== null && prefix === "";

/** The spots of tables of the main store, with their tables. */
export function mainTables(model: Model): readonly { spot: Spot; table: Table }[] {
  return model.spots.flatMap((spot) => (spot.table && isTable(spot) && spot.main ? [{ spot, table: spot.table }] : []));
}

const only =
  (...kinds: readonly Kind[]) =>
  (lost: readonly Fact[]): readonly Fact[] =>
    lost.filter(({ kind }) => kinds.includes(kind));

/** The first kind of which something is lost: the cause; the others follow. */
const first =
  (...kinds: readonly Kind[]) =>
  (lost: readonly Fact[]): readonly Fact[] =>
    kinds.map((kind) => lost.filter((one) => one.kind === kind)).find((all) => all.length > 0) ?? [];

const list = (columns: readonly string[]) => columns.join(", ");

/** An index that was the better of two leaves the other; one that serves nothing any more is said to be unused. */
export const idle = (table: Table): readonly Claim[] => [
  claim("indexes/unused", `${table.name.text}(*`),
  claim("indexes/redundant", `${table.name.text}(*`),
];

export const dropKey: Operator = {
  name: "drop a primary key",
  cause: first("key", "unique", "pattern"),
  draw: (model) =>
    mainTables(model).flatMap(({ spot, table }): Draft[] => {
      const key = primaryKeyOf(table);
      if (!key) return [];
      const keys = table.keys.filter((one) => one !== key);
      const answer = withTable(model.answer, spot.at, (one) => ({ ...one, keys }));
      // A row of two entities that has another key can be known by that one.
      const known = spot.entities.length > 1 && table.keys.some((one) => one !== key);
      const reason = known ? { reason: "the row is known by its other key" } : {};
      return [
        {
          what: `${table.name.text} without PK (${list(key.columns)})`,
          answer,
          ...reason,
          may: spot.entities.flatMap((entity) => found(model, entity)),
        },
      ];
    }),
};

export const dropReference: Operator = {
  name: "drop a reference",
  cause: only("reference", "pattern"),
  draw: (model) =>
    mainTables(model).flatMap(({ spot, table }) =>
      table.references.map((gone): Draft => {
        const references = table.references.filter((one) => one !== gone);
        const answer = withTable(model.answer, spot.at, (one) => ({ ...one, references }));
        return {
          what: `${table.name.text}.${list(gone.columns)} without its reference to ${gone.target.table}`,
          answer,
        };
      }),
    ),
};

export const dropUnique: Operator = {
  name: "drop a unique",
  cause: first("unique", "pattern"),
  draw: (model) =>
    mainTables(model).flatMap(({ spot, table }) => {
      const keys = table.keys.filter(({ primary }) => !primary);
      const indexes = table.indexes.filter(({ unique }) => unique);
      return [
        ...keys.map((gone): Draft => {
          const answer = withTable(model.answer, spot.at, (one) => ({
            ...one,
            keys: table.keys.filter((k) => k !== gone),
          }));
          return { what: `${table.name.text} without unique (${list(gone.columns)})`, answer };
        }),
        ...indexes.map((gone): Draft => {
          const left = table.indexes.map((one) => (one === gone ? { ...one, unique: false } : one));
          const answer = withTable(model.answer, spot.at, (one) => ({ ...one, indexes: left }));
          const columns = gone.columns.map(({ path }) => path);
          return { what: `${table.name.text}: index (${list(columns)}) no longer unique`, answer, may: idle(table) };
        }),
      ];
    }),
};

export const dropNotNull: Operator = {
  name: "drop a not-null",
  cause: only("not-null"),
  draw: (model) =>
    mainTables(model).flatMap(({ spot, table }) =>
      table.attributes
        .filter(({ notNull }) => notNull)
        .map((gone): Draft => {
          const attributes = table.attributes.map((one) => (one === gone ? { ...one, notNull: false } : one));
          const answer = withTable(model.answer, spot.at, (one) => ({ ...one, attributes }));
          const key = isRequired({ ...table, attributes }, gone.name.text);
          return {
            what: `${table.name.text}.${gone.name.text} may be null`,
            answer,
            ...(key ? { reason: "the key forbids null" } : {}),
          };
        }),
    ),
};

export const dropCheck: Operator = {
  name: "drop a check",
  cause: only("check"),
  draw: (model) =>
    mainTables(model).flatMap(({ spot, table }) =>
      table.checks.map((gone): Draft => {
        const checks = table.checks.filter((one) => one !== gone);
        const answer = withTable(model.answer, spot.at, (one) => ({ ...one, checks }));
        return { what: `${table.name.text} without check (${gone.expression})`, answer };
      }),
    ),
};

/** Questions for the entity: without a key none of its rows can be named. */
const found = (model: Model, entity: string): readonly Claim[] =>
  model.scenario.patterns
    .filter(({ steps }) => steps.some(({ find }) => find === entity))
    .map(({ id }) => unserved(id));

const isPlain = (index: Index) => index.partition.length === 0 && !index.unique;

export const dropIndex: Operator = {
  name: "drop an index",
  cause: only("pattern"),
  draw: (model) =>
    mainTables(model).flatMap(({ spot, table }) =>
      table.indexes.filter(isPlain).map((gone): Draft => {
        const indexes = table.indexes.filter((one) => one !== gone);
        const answer = withTable(model.answer, spot.at, (one) => ({ ...one, indexes }));
        return {
          what: `${table.name.text} without index (${list(gone.columns.map(({ path }) => path))})`,
          answer,
          touchesCopy: spot.copy,
        };
      }),
    ),
};

export const swapIndex: Operator = {
  name: "swap an index's columns",
  cause: only("pattern"),
  draw: (model) =>
    mainTables(model).flatMap(({ spot, table }) =>
      table.indexes
        .filter((index) => isPlain(index) && index.columns.length > 1)
        .map((swapped): Draft => {
          const [a, b, ...rest] = swapped.columns;
          const columns = a && b ? [b, a, ...rest] : swapped.columns;
          const indexes = table.indexes.map((one) => (one === swapped ? { ...one, columns } : one));
          const answer = withTable(model.answer, spot.at, (one) => ({ ...one, indexes }));
          const what = `${table.name.text}: index (${list(columns.map(({ path }) => path))}), the first two swapped`;
          return { what, answer, may: idle(table), touchesCopy: spot.copy };
        }),
    ),
};

interface Link {
  readonly relation: Model["scenario"]["relations"][number];
  readonly spot: Spot;
  readonly table: Table;
  readonly column: string;
  readonly end: Table;
}

/** Relations kept by a column of their own in a table of their entity, to a table of the other one. */
export function links(model: Model): readonly Link[] {
  return model.scenario.relations.flatMap((relation) =>
    mainTables(model)
      .filter(
        ({ spot }) =>
          spot.home &&
          spot.entities.length <= 2 &&
          spot.entities.includes(relation.from) &&
          !spot.entities.includes(relation.to),
      )
      .flatMap(({ spot, table }) => {
        const [column, ...more] = pathsFor(spot, relation.from, relationName(relation));
        const end = mainTables(model).find((one) => one.spot.home && one.spot.entities.includes(relation.to))?.table;
        return column !== undefined && more.length === 0 && end && end !== table
          ? [{ relation, spot, table, column, end }]
          : [];
      }),
  );
}

const LINK_RULES = ["relationships/missing", "relationships/wrong-side", "relationships/dangling"];
const link = (subject: string): Claim => ({ rules: LINK_RULES, subject });

const isHeld = (model: Model, id: string) =>
  model.scenario.invariants.some((one) => one.kind === "reference" && one.relation === id);

function repointed(
  model: Model,
  { relation, spot, table, column, end }: Link,
  to: string,
  must: readonly Claim[],
): Draft[] {
  const old = table.references.find(({ columns }) => columns.length === 1 && columns.some((one) => same(one, column)));
  if (!old || model.store !== "relational") return [];
  const [key = "id"] =
    model.answer.design.tables.find(({ name }) => name.text === to)?.keys.find(({ primary }) => primary)?.columns ?? [];
  const moved = aReference(old.columns, to, { span: old.span, target: { table: to, columns: [key] } });
  const references = table.references.map((one) => (one === old ? moved : one));
  const answer = withTable(model.answer, spot.at, (one) => ({ ...one, references }));
  const what = `${table.name.text}.${column} refers to ${to}, not to ${end.name.text}`;
  const id = relationId(relation);
  const may = [link(id), claim("relationships/type-mismatch", "*")];
  return [
    isHeld(model, id)
      ? { what, answer, must, may }
      : { what, answer, may, reason: "the scenario does not ask that this reference is held" },
  ];
}

export const repointReference: Operator = {
  name: "point a reference elsewhere",
  cause: only(),
  draw: (model) =>
    links(model).flatMap((one) => {
      const other = mainTables(model).find(
        ({ spot, table }) =>
          spot.home &&
          table !== one.end &&
          table !== one.table &&
          !spot.entities.includes(one.relation.to) &&
          table.keys.some(({ primary, columns }) => primary && columns.length === 1),
      );
      return other ? repointed(model, one, other.table.name.text, [link(relationId(one.relation))]) : [];
    }),
};

export const dangleReference: Operator = {
  name: "point a reference at nothing",
  cause: only(),
  draw: (model) =>
    links(model).flatMap((one) =>
      repointed(model, one, "nowhere_at_all", [claim("relationships/dangling", relationId(one.relation))]),
    ),
};

export const narrowKey: Operator = {
  name: "make a key too small",
  cause: only(),
  draw: (model) =>
    mainTables(model).flatMap(({ spot, table }) => {
      const key = primaryKeyOf(table);
      const [entity, ...more] = spot.entities;
      if (!key || key.columns.length < 2 || entity === undefined || more.length > 0 || !spot.home) return [];
      return key.columns.map((gone): Draft => {
        const columns = key.columns.filter((one) => one !== gone);
        const keys = table.keys.map((one) => (one === key ? { ...key, columns } : one));
        const answer = withTable(model.answer, spot.at, (one) => ({ ...one, keys }));
        const what = `${table.name.text} keyed by (${list(columns)}) alone`;
        return identifies(model, spot, entity, columns)
          ? { what, answer, reason: "what is left still identifies a row" }
          : {
              what,
              answer,
              must: [claim("keys/not-identifying", entity)],
              may: [claim("constraints/unique", "*"), ...idle(table), ...found(model, entity)],
            };
      });
    }),
};

export function identifies(model: Model, spot: Spot, entity: string, columns: readonly string[]): boolean {
  const { attributes = {}, identity = [] } = model.scenario.entities[entity] ?? {};
  const names = columns.flatMap((path) =>
    (spot.columns.get(path) ?? [])
      .filter((one) => one.entity === entity && one.as !== "bucket")
      .map(({ name }) => name),
  );
  const single = names.some((name) => name === "id" || attributes[name]?.facts.includes("unique"));
  return single || (identity.length > 0 && identity.every((name) => names.includes(name)));
}

export const addRedundantIndex: Operator = {
  name: "add a redundant index",
  cause: only(),
  draw: (model) => {
    if (model.store !== "relational" && model.store !== "document") return [];
    return mainTables(model).flatMap(({ spot, table }) => {
      const ways = [
        ...table.keys.map(({ columns }) => columns),
        ...table.indexes
          .filter(({ where, method }) => where === null && method === null)
          .map(({ columns }) => columns.map(({ path }) => path)),
      ];
      return ways.flatMap((way, nth): Draft[] => {
        const [start = ""] = way;
        const taken = table.indexes.some(({ columns }) => columns.length === 1 && columns[0]?.path === start);
        if (way.length < 2 || taken) return [];
        const index = anIndex([start], { span: placeFor(nth) });
        const answer = withTable(model.answer, spot.at, (one) => ({ ...one, indexes: [...one.indexes, index] }));
        const written = `${table.name.text}(${start})`;
        return [
          { what: `index ${written} beside (${list(way)})`, answer, must: [claim("indexes/redundant", written)] },
        ];
      });
    });
  },
};

export const uniqueTooMuch: Operator = {
  name: "make unique what repeats",
  cause: only(),
  draw: (model) =>
    links(model).flatMap(({ relation, spot, table, column }): Draft[] => {
      if (relation.oneToOne || model.store !== "relational") return [];
      if (table.keys.some(({ columns }) => columns.length === 1 && has(columns, column))) return [];
      const answer = withTable(model.answer, spot.at, (one) => ({
        ...one,
        keys: [...one.keys, { kind: "key", primary: false, columns: [column], span: placeFor(0) }],
      }));
      const must = [claim("constraints/unique", relationId(relation))];
      return [
        {
          what: `${table.name.text}.${column} unique`,
          answer,
          must,
          may: [...idle(table), claim("constraints/unique", "*")],
        },
      ];
    }),
};
