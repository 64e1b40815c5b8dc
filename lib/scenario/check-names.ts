import type { Problem } from "./problem";
import { alternativesOf, columnsOf, entityNames, findEntityAttribute, findRelation, relationId } from "./queries";
import type { Scenario } from "./schema";

type Path = Problem["path"];

function list(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ");
}

/** The name must be one of those known; the problem lists them. */
export function* known(path: Path, what: string, name: string, all: readonly string[]): Generator<Problem> {
  if (!all.includes(name)) yield { path, message: `There is no ${what} '${name}'. Known: ${list(all)}.` };
}

export function* knownEntity(scenario: Scenario, path: Path, name: string): Generator<Problem> {
  yield* known(path, "entity", name, entityNames(scenario));
}

export function* knownRelation(scenario: Scenario, path: Path, id: string): Generator<Problem> {
  if (!findRelation(scenario, id)) yield* known(path, "relation", id, scenario.relations.map(relationId));
}

/** `also` holds names that stand for a column in this place only (`id`). Silent where the entity itself is unknown. */
export function* knownColumn(
  scenario: Scenario,
  path: Path,
  entity: string,
  name: string,
  also: readonly string[] = [],
): Generator<Problem> {
  if (!entityNames(scenario).includes(entity)) return;
  yield* known(path, `attribute or role of ${entity}`, name, [...columnsOf(scenario, entity), ...also]);
}

/** A name of some entity's column: where a shape joins several of them in one table. */
export function* knownAnywhere(scenario: Scenario, path: Path, name: string): Generator<Problem> {
  const all = new Set(entityNames(scenario).flatMap((entity) => columnsOf(scenario, entity)));
  yield* known(path, "attribute or role", name, [...all]);
}

/** Tables beyond the entities that decisions may speak of: copies kept on purpose. */
export function copyNames(scenario: Scenario): readonly string[] {
  return alternativesOf(scenario, "copy").map((copy) => copy.name);
}

/** `bid`, `auction.view_count`, or the name of a copy. */
export function* knownData(scenario: Scenario, path: Path, of: string): Generator<Problem> {
  const [entity = "", attribute, ...rest] = of.split(".");
  if (attribute === undefined && copyNames(scenario).includes(entity)) return;
  const before = [...knownEntity(scenario, path, entity)];
  yield* before;
  if (before.length > 0 || attribute === undefined) return;
  if (rest.length > 0 || !findEntityAttribute(scenario, entity, attribute))
    yield* knownColumn(scenario, path, entity, of.slice(entity.length + 1));
}

/** Ids that stand twice; the later one is told. */
export function* repeated(path: Path, what: string, ids: readonly string[], key?: string): Generator<Problem> {
  for (const [i, id] of ids.entries()) {
    if (ids.indexOf(id) === i) continue;
    const at = key === undefined ? [...path, i] : [...path, i, key];
    yield { path: at, message: `The ${what} '${id}' is there twice.` };
  }
}
