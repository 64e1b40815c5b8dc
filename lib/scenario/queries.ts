import { rememberedFor } from "@/lib/design";
import type { Alternative, Entity, EntityAttribute, Invariant, Pattern, Relation, Scenario } from "./schema";

/** What a scenario is asked again and again, laid out once. */
interface Layout {
  readonly from: ReadonlyMap<string, readonly Relation[]>;
  readonly to: ReadonlyMap<string, readonly Relation[]>;
  readonly byId: ReadonlyMap<string, Relation>;
  readonly alternatives: ReadonlyMap<Alternative["kind"], readonly Alternative[]>;
}

function grouped<K, T>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

const layoutOf = rememberedFor(
  (scenario: Scenario): Layout => ({
    from: grouped(scenario.relations, ({ from }) => from),
    to: grouped(scenario.relations, ({ to }) => to),
    byId: new Map(scenario.relations.toReversed().map((relation) => [relationId(relation), relation])),
    alternatives: grouped(scenario.alternatives, ({ kind }) => kind),
  }),
);

const NONE: readonly never[] = [];

/** What a relation is called from its own side: its role, else the entity that it leads to. */
export function relationName(relation: Relation): string {
  return relation.as ?? relation.to;
}

/** `bid->auction`, or by role `bid->bidder`. */
export const relationId = rememberedFor((relation: Relation) => `${relation.from}->${relationName(relation)}`);

/** The relation with this id, or null. */
export function findRelation(scenario: Scenario, id: string): Relation | null {
  return layoutOf(scenario).byId.get(id) ?? null;
}

/** Relations that start at the entity: what its rows refer to. */
export function relationsOf(scenario: Scenario, entity: string): readonly Relation[] {
  return layoutOf(scenario).from.get(entity) ?? NONE;
}

/** Relations that lead to the entity: what refers to its rows. */
export function relationsTo(scenario: Scenario, entity: string): readonly Relation[] {
  return layoutOf(scenario).to.get(entity) ?? NONE;
}

export function entityNames(scenario: Scenario): readonly string[] {
  return Object.keys(scenario.entities);
}

export function findEntity(scenario: Scenario, name: string): Entity | null {
  return Object.hasOwn(scenario.entities, name) ? (scenario.entities[name] ?? null) : null;
}

export function findEntityAttribute(scenario: Scenario, entity: string, name: string): EntityAttribute | null {
  const attributes = findEntity(scenario, entity)?.attributes ?? {};
  return Object.hasOwn(attributes, name) ? (attributes[name] ?? null) : null;
}

/** The relation that this entity calls by that name (`bidder` of `bid`), or null. */
export function findRole(scenario: Scenario, entity: string, name: string): Relation | null {
  return relationsOf(scenario, entity).find((relation) => relationName(relation) === name) ?? null;
}

/** What invariants, patterns and shard keys may name of an entity: its attributes, then its relations. */
export function columnsOf(scenario: Scenario, entity: string): readonly string[] {
  return [
    ...Object.keys(findEntity(scenario, entity)?.attributes ?? {}),
    ...relationsOf(scenario, entity).map(relationName),
  ];
}

export function findPattern(scenario: Scenario, id: string): Pattern | null {
  return scenario.patterns.find((pattern) => pattern.id === id) ?? null;
}

export function findInvariant(scenario: Scenario, id: string): Invariant | null {
  return scenario.invariants.find((invariant) => invariant.id === id) ?? null;
}

/** The alternatives of one kind, with that kind's own fields. */
export function alternativesOf<K extends Alternative["kind"]>(
  scenario: Scenario,
  kind: K,
): readonly Extract<Alternative, { kind: K }>[] {
  return (layoutOf(scenario).alternatives.get(kind) ?? NONE) as readonly Extract<Alternative, { kind: K }>[];
}

/** True where the scenario takes both entities in one table as sound. */
export function mayMerge(scenario: Scenario, a: string, b: string): boolean {
  return alternativesOf(scenario, "merge").some(({ entities }) => entities.includes(a) && entities.includes(b));
}
