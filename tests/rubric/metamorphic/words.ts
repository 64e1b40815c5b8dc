/** Other names that mean the same, by the scenario's own words; and words that mean two things at once. */
import { type Answer, nameKey, type Table } from "@/lib/design";
import { alternativesOf, type Relation, relationName, relationsOf, type Scenario } from "@/lib/scenario";
import type { Meaning, Spot } from "../mutation/meaning";

const RESTYLED = /([a-z0-9])([A-Z])/g;

export const snake = (name: string): string => name.replace(RESTYLED, "$1_$2").toLowerCase();

const folds = new Map<string, string>();

/** Up to plural of each word. */
export function folded(name: string): string {
  const known = folds.get(name);
  if (known !== undefined) return known;
  const made = snake(name).split("_").map(nameKey).join("");
  folds.set(name, made);
  return made;
}

function wordsOfRelation(scenario: Scenario, relation: Relation): readonly string[] {
  const plain = relation.as === undefined ? (scenario.entities[relation.to]?.synonyms ?? []) : [];
  return [relationName(relation), ...relation.synonyms, ...plain];
}

const found = new WeakMap<Scenario, Map<string, readonly string[]>>();

/** All that a word may mean on rows of these entities. */
function meaningsOfWord(scenario: Scenario, entities: readonly string[], word: string): readonly string[] {
  const known = found.get(scenario) ?? new Map<string, readonly string[]>();
  found.set(scenario, known);
  const id = `${entities.join()} ${word}`;
  const all = known.get(id) ?? lookUp(scenario, entities, word);
  known.set(id, all);
  return all;
}

function lookUp(scenario: Scenario, entities: readonly string[], word: string): readonly string[] {
  const key = folded(word.replace(/_id$/, ""));
  const is = (one: string) => folded(one) === key || folded(one) === folded(word);
  return entities.flatMap((entity) => [
    ...Object.entries(scenario.entities[entity]?.attributes ?? {}).flatMap(([name, one]) =>
      [name, ...one.synonyms, ...one.split, ...one.together, ...one.standIns, ...one.buckets].some(is)
        ? [`${entity}.${name}`]
        : [],
    ),
    ...relationsOf(scenario, entity)
      .filter((one) => [...wordsOfRelation(scenario, one), ...(one.twice?.flat() ?? [])].some(is))
      .map((one) => `${entity}->${relationName(one)}`),
  ]);
}

/** True where the word may mean one thing only beside the other columns of the table. */
export function isPlain(scenario: Scenario, spot: Spot, word: string): boolean {
  return meaningsOfWord(scenario, spot.entities, word).length === 1;
}

/** True where the scenario knows the word in any way. */
export function isKnown(scenario: Scenario, word: string): boolean {
  const key = folded(word);
  const tables = [
    ...Object.entries(scenario.entities).flatMap(([name, { synonyms }]) => [name, ...synonyms]),
    ...scenario.alternatives.flatMap((one) => ("synonyms" in one ? [one.name, ...one.synonyms] : [])),
  ];
  return (
    tables.some((one) => folded(one) === key) ||
    meaningsOfWord(scenario, Object.keys(scenario.entities), word).length > 0
  );
}

/** A name that says yes or no holds other values than a state does. */
const isFlag = (word: string) => /^(is|can|has|may|allow)_/.test(snake(word));

/** Other names of a column that mean the same as `path` does. */
export function namesForColumn(scenario: Scenario, spot: Spot, path: string, meaning: Meaning): readonly string[] {
  const last = path.split(".").at(-1) ?? path;
  const { entity, name } = meaning;
  if (meaning.as !== "whole" || name === "id") return [];
  const relation = relationsOf(scenario, entity).find((one) => relationName(one) === name);
  if (relation) {
    const sides = relation.twice?.flat() ?? [];
    if (sides.some((side) => folded(side) === folded(last.replace(/_?id$/i, "")))) return [];
    const ending = /id$/i.test(last) ? "_id" : "";
    return wordsOfRelation(scenario, relation)
      .filter((word) => !word.includes("_by_"))
      .map((word) => `${word}${ending}`)
      .filter((word) => isPlain(scenario, spot, word));
  }
  const attribute = scenario.entities[entity]?.attributes[name];
  const words = attribute ? [name, ...attribute.synonyms] : [];
  // A column for a part, or for several at once, has no other name here.
  if (!words.some((word) => folded(word) === folded(last))) return [];
  // What is kept for another entity takes no word for what these rows have (`amount` of an entry is no balance).
  const means = spot.entities.includes(entity) ? 1 : 0;
  return words.filter(
    (word) => meaningsOfWord(scenario, spot.entities, word).length === means && isFlag(word) === isFlag(last),
  );
}

function entitiesOfWord(scenario: Scenario, word: string): readonly string[] {
  const key = folded(word);
  return [
    ...Object.entries(scenario.entities).flatMap(([entity, { synonyms }]) =>
      [entity, ...synonyms].some((one) => folded(one) === key) ? [entity] : [],
    ),
    ...scenario.alternatives.flatMap((one) =>
      "synonyms" in one && [one.name, ...one.synonyms].some((other) => folded(other) === key) ? [one.name] : [],
    ),
  ];
}

/** Other names of a table that mean the same entity; what goes on with `_by_…` keeps it. */
export function namesForTable(scenario: Scenario, spot: Spot): readonly string[] {
  const [entity, ...more] = spot.entities;
  if (entity === undefined || spot.copy || spot.prefix !== "") return [];
  if (more.length > 0) {
    const merge = alternativesOf(scenario, "merge").find(
      ({ entities }) =>
        entities.length === spot.entities.length && entities.every((one) => spot.entities.includes(one)),
    );
    return merge?.names ?? [];
  }
  const tail = /_by_.*$/.exec(snake(spot.name))?.[0] ?? "";
  const words = [entity, ...(scenario.entities[entity]?.synonyms ?? [])];
  const own = words.filter((word) => !word.includes("_by_") && entitiesOfWord(scenario, word).length === 1);
  return own.map((word) => `${word}${tail}`);
}

/** Words of the content that mean two things on the rows of one entity, or two entities at once. */
export function ambiguities(scenario: Scenario): readonly string[] {
  const entities = Object.entries(scenario.entities);
  const tables = entities.flatMap(([, { synonyms }]) => synonyms);
  const ofTables = [...new Set(tables)].flatMap((word) => {
    const all = entitiesOfWord(scenario, word);
    return all.length > 1 ? [`table ${word}: ${all.join(", ")}`] : [];
  });
  const ofColumns = entities.flatMap(([entity, { attributes }]) => {
    const words = Object.values(attributes).flatMap(({ synonyms }) => synonyms);
    const roles = relationsOf(scenario, entity).flatMap((one) => [...wordsOfRelation(scenario, one)]);
    return [...new Set([...words, ...roles])].flatMap((word) => {
      const all = meaningsOfWord(scenario, [entity], word);
      return all.length > 1 ? [`${entity}'s ${word}: ${all.join(", ")}`] : [];
    });
  });
  return [...ofTables, ...ofColumns];
}

/** True where no other column or table of the design has the name. */
export function isFree(names: readonly string[], word: string): boolean {
  return !names.some((name) => folded(name) === folded(word));
}

export const tableNames = ({ design }: Answer): readonly string[] => design.tables.map(({ name }) => name.text);

export const columnNames = (table: Table): readonly string[] => table.attributes.map(({ name }) => name.text);
