/** Operators on columns, tables, documents and links. */
import {
  type Answer,
  type Attribute,
  anAttribute,
  aReference,
  findTable,
  primaryKeyOf,
  type Table,
} from "@/lib/design";
import { alternativesOf, type Relation, relationId, relationName, relationsOf } from "@/lib/scenario";
import { type Claim, claim, type Model, PATTERN_RULES } from "./claim";
import { has, placeFor, same, withoutColumn, withoutWords, withTable } from "./edit";
import type { Fact, Kind } from "./facts";
import { type Meaning, pathsFor, type Spot } from "./meaning";
import type { Draft, Operator } from "./operator";
import { idle, links, mainTables } from "./operators-keys";

const only =
  (...kinds: readonly Kind[]) =>
  (lost: readonly Fact[]): readonly Fact[] =>
    lost.filter(({ kind }) => kinds.includes(kind));

/** What may follow where a column is gone: all that named it. */
function followers(model: Model, meanings: readonly Meaning[]): readonly Claim[] {
  return meanings.flatMap(({ entity, name }) => [
    claim("scale/*", "*"),
    claim("keys/*", entity),
    ...model.scenario.consistency
      .filter(({ of }) => of === `${entity}.${name}`)
      .flatMap(({ of, as }) => [claim("factors/consistency", of), claim("factors/consistency", as ?? of)]),
    ...model.scenario.invariants.flatMap((one) =>
      "entity" in one && one.entity === entity ? [claim("constraints/*", one.id)] : [],
    ),
    ...model.scenario.patterns.flatMap(({ id, steps }) =>
      steps.some((step) => step.find === entity && JSON.stringify(step).includes(name))
        ? [{ rules: PATTERN_RULES, subject: id }]
        : [],
    ),
  ]);
}

function dropColumn(model: Model, spot: Spot, table: Table, path: string): Answer {
  const without = withTable(model.answer, spot.at, (one) => withoutColumn(one, path, true));
  const cut = without.design.tables.map((one) => ({
    ...one,
    references: one.references.filter(
      ({ target }) => !(findTable(model.answer.design, target.table) === table && has(target.columns, path)),
    ),
  }));
  return withoutWords({ ...without, design: { ...without.design, tables: cut } }, table.name.text, path);
}

const isObject = ({ attributes }: Table, path: string) =>
  attributes.some(({ name, shape }) => same(name.text, path) && shape === "object");

export const dropAttribute: Operator = {
  name: "drop an asked attribute",
  cause: only("attribute"),
  draw: (model) =>
    model.spots.flatMap((spot) => {
      const { table } = spot;
      if (!table || !spot.main || !spot.home) return [];
      return [...spot.columns].flatMap(([path, meanings]): Draft[] => {
        if (isObject(table, path)) return [];
        const isOwn = meanings.some(
          ({ entity, name, as }) => as === "whole" && model.scenario.entities[entity]?.attributes[name] !== undefined,
        );
        if (!isOwn || meanings.some(({ name }) => name === "id")) return [];
        const answer = dropColumn(model, spot, table, path);
        return [
          {
            what: `${table.name.text} without ${path}`,
            answer,
            may: [
              ...followers(model, meanings),
              ...spot.entities.map((entity) => claim("keys/*", entity)),
              ...idle(table),
            ],
            touchesCopy: spot.copy,
          },
        ];
      });
    }),
};

/** What the rows keep for the other end (the balance after an entry): without the link nobody knows whose it is. */
function keptForOther(model: Model, { to, from }: Relation): readonly Claim[] {
  const kept = Object.entries(model.scenario.entities[to]?.attributes ?? {}).filter(([, { alsoIn }]) =>
    alsoIn.includes(from),
  );
  return kept.flatMap(([name]) => [
    claim("entities/attribute-missing", `${to}.${name}`),
    ...followers(model, [{ entity: to, name, as: "whole" }]),
  ]);
}

export const dropLink: Operator = {
  name: "drop a reference's column",
  cause: only("link"),
  draw: (model) =>
    links(model).map(({ relation, spot, table, column }): Draft => {
      const answer = dropColumn(model, spot, table, column);
      const meanings = spot.columns.get(column) ?? [];
      return {
        what: `${table.name.text} without ${column}`,
        answer,
        may: [
          ...followers(model, meanings),
          ...keptForOther(model, relation),
          claim("relationships/*", relationId(relation)),
          ...idle(table),
        ],
      };
    }),
};

/** Another place of the entity names the same end. */
function isCopied(model: Model, spot: Spot, relation: Relation): boolean {
  return model.spots.some(
    (one) =>
      one !== spot &&
      one.main &&
      one.entities.includes(relation.from) &&
      pathsFor(one, relation.from, relationName(relation)).length > 0,
  );
}

export const turnReference: Operator = {
  name: "turn a reference round",
  cause: only(),
  draw: (model) =>
    links(model).flatMap(({ relation, spot, table, column, end }): Draft[] => {
      if (model.store !== "relational" && model.store !== "document") return [];
      const [key, ...more] = model.store === "document" ? ["_id"] : (primaryKeyOf(table)?.columns ?? []);
      if (key === undefined || more.length > 0 || key === column) return [];
      const endAt = model.answer.design.tables.indexOf(end);
      const name = `${table.name.text.toLowerCase().replace(/s$/, "")}_id`;
      const turned = withTable(dropColumn(model, spot, table, column), endAt, (one) => ({
        ...one,
        attributes: [...one.attributes, anAttribute(name, { span: placeFor(1) })],
        references: [
          ...one.references,
          aReference([name], table.name.text, {
            span: placeFor(1),
            enforced: model.store === "relational",
            target: { table: table.name.text, columns: [key] },
          }),
        ],
      }));
      const id = relationId(relation);
      const may = [...followers(model, spot.columns.get(column) ?? []), claim("relationships/*", id)];
      const what = `${end.name.text}.${name} refers to ${table.name.text}, and no ${table.name.text}.${column}`;
      return [
        relation.oneToOne || isCopied(model, spot, relation)
          ? {
              what,
              answer: turned,
              may,
              reason: "one to one, or a copy keeps the link: the scenario does not decide it",
            }
          : { what, answer: turned, may, must: [claim("relationships/wrong-side", id)] },
      ];
    }),
};

export const dropTable: Operator = {
  name: "drop a table",
  cause: only("entity"),
  draw: (model) =>
    mainTables(model).map(({ spot, table }): Draft => {
      const tables = model.answer.design.tables
        .filter((one) => one !== table)
        .map((one) => ({
          ...one,
          references: one.references.filter(({ target }) => findTable(model.answer.design, target.table) !== table),
        }));
      const templates = model.answer.design.templates;
      const answer = withoutWords(
        { ...model.answer, design: { ...model.answer.design, tables, templates } },
        table.name.text,
        null,
      );
      return {
        what: `no ${table.name.text}`,
        answer,
        may: [...spot.entities.flatMap((entity) => aboutEntity(model, entity)), ...throughTable(model, table)],
        touchesCopy: spot.copy,
      };
    }),
};

/** What other tables knew by a reference to this one (a brand's name by `brand_id`). */
function throughTable(model: Model, table: Table): readonly Claim[] {
  return model.spots.flatMap((spot) =>
    (spot.table?.references ?? [])
      .filter(({ target }) => findTable(model.answer.design, target.table) === table)
      .flatMap(({ columns }) => columns.flatMap((path) => spot.columns.get(path) ?? []))
      .flatMap((meaning) => [
        claim("entities/attribute-missing", `${meaning.entity}.${meaning.name}`),
        ...followers(model, [meaning]),
        ...(spot.table ? idle(spot.table) : []),
      ]),
  );
}

/** All that may follow where an entity has no place any more. */
export function aboutEntity(model: Model, entity: string): readonly Claim[] {
  const { relations, patterns, invariants } = model.scenario;
  return [
    claim("*", entity),
    claim("*", `${entity}.*`),
    ...model.scenario.consistency.map(({ of, as }) => claim("factors/consistency", as ?? of)),
    ...relations
      .filter(({ from, to }) => from === entity || to === entity)
      .map((one) => claim("relationships/*", relationId(one))),
    ...patterns
      .filter(({ steps }) => steps.some((step) => step.find === entity || JSON.stringify(step).includes(`${entity}.`)))
      .map(({ id }) => ({ rules: PATTERN_RULES, subject: id })),
    ...invariants.filter((one) => "entity" in one && one.entity === entity).map(({ id }) => claim("constraints/*", id)),
    // A key or index that joined the rest to it has nothing to do.
    claim("indexes/unused", "*"),
    claim("scale/*", "*"),
  ];
}

export const numberColumns: Operator = {
  name: "add numbered columns",
  cause: only(),
  draw: (model) =>
    mainTables(model)
      .filter(({ spot }) => spot.home && model.store === "relational")
      .map(({ spot, table }): Draft => {
        const added = [1, 2, 3].map((nth) => anAttribute(`tag${nth}`, { span: placeFor(nth) }));
        const answer = withTable(model.answer, spot.at, (one) => ({
          ...one,
          attributes: [...one.attributes, ...added],
        }));
        return {
          what: `${table.name.text} with tag1, tag2, tag3`,
          answer,
          must: [claim("normalization/repeating-group", `${table.name.text}.tag*`)],
        };
      }),
};

/** The child's collection as a list inside its parent. */
export const embedList: Operator = {
  name: "embed an unbounded list",
  cause: only(),
  draw: (model) =>
    model.store !== "document"
      ? []
      : links(model).flatMap(({ relation, spot, table, column, end }): Draft[] => {
          const [entity = "", ...more] = spot.entities;
          if (more.length > 0 || relation.oneToOne) return [];
          const endAt = model.answer.design.tables.indexOf(end);
          const held: readonly Attribute[] = table.attributes.filter(({ name }) => !same(name.text, column));
          const list = anAttribute(table.name.text, { shape: "objects", attributes: held, span: placeFor(1) });
          const into = withTable(model.answer, endAt, (one) => ({
            ...one,
            attributes: [...one.attributes, list],
            references: [
              ...one.references,
              ...table.references
                .filter(({ columns }) => !has(columns, column))
                .map((ref) => ({ ...ref, columns: ref.columns.map((path) => `${table.name.text}.${path}`) })),
            ],
          }));
          const tables = into.design.tables
            .filter((_, at) => at !== spot.at)
            .map((one) => ({
              ...one,
              references: one.references.filter(({ target }) => findTable(model.answer.design, target.table) !== table),
            }));
          const answer = withoutWords({ ...into, design: { ...into.design, tables } }, table.name.text, null);
          const bounded = alternativesOf(model.scenario, "embed").some(
            (one) => one.entity === entity && one.into === relation.to,
          );
          const beside = relationsOf(model.scenario, entity).filter(
            (one) => relationName(one) !== relationName(relation),
          );
          const may = [
            ...aboutEntity(model, entity),
            ...model.scenario.relations
              .filter(({ to }) => to === entity)
              .flatMap(({ from }) => aboutEntity(model, from)),
            ...beside.map((one) => claim("document/*", relationId(one))),
            claim("document/*", relation.to),
          ];
          const what = `${table.name.text} as a list inside ${end.name.text}`;
          return [
            bounded
              ? { what, answer, may, reason: "the scenario bounds the list" }
              : { what, answer, may, must: [claim("document/unbounded-array", entity)] },
          ];
        }),
};
