/** What is in the wrong place: links, columns, copies, lists. */
import { type Answer, type Attribute, anAttribute, aReference, primaryKeyOf } from "@/lib/design";
import { relationName } from "@/lib/scenario";
import { dropColumn, dropTable, has, mapAt, same, withTable } from "../edit";
import type { Model } from "../model";
import { linksOf, mainTables, type Operator, placeOf } from "../operator";

const singular = (name: string): string => name.replace(/ies$/i, "y").replace(/s$/i, "");

export const turnReference: Operator = {
  name: "turn-reference",
  draw: (model) =>
    linksOf(model).flatMap(({ relation, table, column, end }) => {
      if (relation.oneToOne || (model.store !== "relational" && model.store !== "document")) return [];
      const [key, ...more] = model.store === "document" ? ["_id"] : (primaryKeyOf(table)?.columns ?? []);
      const isInKey = table.keys.some(({ primary, columns }) => primary && has(columns, column));
      if (key === undefined || more.length > 0 || isInKey) return [];
      const camel = /[a-z][A-Z]/.test(column);
      const name = `${singular(table.name.text).toLowerCase()}${camel ? "Id" : "_id"}`;
      if (end.attributes.some((one) => same(one.name.text, name))) return [];
      const reference = aReference([name], table.name.text, {
        enforced: model.store === "relational",
        target: { table: table.name.text, columns: [key] },
      });
      const turned = withTable(model.answer, end, (one) => ({
        ...one,
        attributes: [...one.attributes, anAttribute(name, { type: typeOf(table.attributes, key) })],
        references: [...one.references, reference],
      }));
      return [{ place: placeOf(table.name.text, [column]), answer: dropColumn(turned, table, column) }];
    }),
};

function typeOf(attributes: readonly Attribute[], key: string): string | null {
  const type = attributes.find(({ name }) => same(name.text, key))?.type ?? null;
  return type === null ? null : type.replace(/\b(big|small)?serial\b/i, "bigint").replace(/\s+generated.*$/i, "");
}

/** A column gone with all that named it: a value that is asked for, or the other end of a relation. */
export const dropAttribute: Operator = {
  name: "drop-attribute",
  draw: (model) => {
    const values = [...model.alignment.attributes.values()].map(({ table, path }) => ({ table, column: path }));
    const all = [...values, ...linksOf(model).map(({ table, column }) => ({ table, column }))];
    return all.flatMap(({ table, column }) => {
      const key = [...(primaryKeyOf(table)?.columns ?? []), ...table.partition, ...table.clustering.map((c) => c.path)];
      const isThere = table.attributes.some((one) => same(one.name.text, column) && one.shape === "scalar");
      if (!mainTables(model).includes(table) || has(key, column) || !isThere) return [];
      return [{ place: placeOf(table.name.text, [column]), answer: dropColumn(model.answer, table, column) }];
    });
  },
};

/** A value of the other end written beside the link, and nothing says that it is a copy. */
export const copyFact: Operator = {
  name: "copy-fact",
  draw: (model) =>
    linksOf(model).flatMap(({ relation, table, end }) =>
      [...model.alignment.attributes]
        .filter(([id, { table: home }]) => id.startsWith(`${relation.to}.`) && home === end)
        .flatMap(([, { path, attribute }]) => {
          if (path.includes(".")) return [];
          const name = `${relationName(relation)}_${path}`;
          if (table.attributes.some((one) => same(one.name.text, name))) return [];
          const attributes = [...table.attributes, anAttribute(name, { type: attribute.type })];
          const answer = withTable(model.answer, table, (one) => ({ ...one, attributes }));
          return [{ place: placeOf(table.name.text, [name]), answer }];
        }),
    ),
};

function copiesIn(list: readonly Attribute[], prefix = ""): readonly string[] {
  return list.flatMap((one) => [
    ...(one.copyOf ? [prefix + one.name.text] : []),
    ...copiesIn(one.attributes, `${prefix}${one.name.text}.`),
  ]);
}

/** A deliberate copy that no longer says so. */
export const hideCopy: Operator = {
  name: "hide-copy",
  draw: (model) =>
    mainTables(model).flatMap((table) =>
      copiesIn(table.attributes).map((path) => ({
        place: placeOf(table.name.text, [path]),
        answer: withTable(model.answer, table, (one) => ({
          ...one,
          attributes: mapAt(one.attributes, path, (copy) => ({ ...copy, copyOf: null })),
        })),
      })),
    ),
};

function embedded(model: Model, { table, column, end }: ReturnType<typeof linksOf>[number]): Answer {
  const list = anAttribute(table.name.text, {
    shape: "objects",
    attributes: table.attributes.filter(({ name }) => !same(name.text, column)),
  });
  const references = table.references
    .filter(({ columns }) => !has(columns, column))
    .map((one) => ({ ...one, columns: one.columns.map((path) => `${table.name.text}.${path}`) }));
  const into = withTable(model.answer, end, (one) => ({
    ...one,
    attributes: [...one.attributes, list],
    references: [...one.references, ...references],
  }));
  return dropTable(into, table);
}

/** A collection as a list inside the documents that it belongs to. */
export const embedList: Operator = {
  name: "embed-list",
  draw: (model) =>
    model.store !== "document"
      ? []
      : linksOf(model)
          .filter(({ relation }) => !relation.oneToOne)
          .map((link) => ({
            place: placeOf(link.table.name.text, [link.column]),
            answer: embedded(model, link),
          })),
};
