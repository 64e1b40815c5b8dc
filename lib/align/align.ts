import type { Design, Table } from "@/lib/design";
import type { EntityAttribute, Scenario } from "@/lib/scenario";
import type { Alignment, AttributePlace, Double, EntityPlace, KnownExtra } from "./alignment";
import { attributeLikeness } from "./attributes";
import { findDoubles, isOneToOne } from "./doubles";
import { isReferenced, type Profile, profileOf } from "./profile";
import { placeRelations } from "./relations";
import { assign } from "./solve";
import { assignTables } from "./tables";
import { bestLikeness } from "./words";

/** A column is taken for an attribute from here on. */
const LEAST_ATTRIBUTE = 0.55;
/** One attribute this clear is enough to say that an entity lives in its partner's table. */
const CLEAR_ATTRIBUTE = 0.75;

function describe(scenario: Scenario, entity: string, profile: Profile): string {
  const named = bestLikeness(profile.words, entity, scenario.entities[entity]?.synonyms ?? []);
  if (named >= 0.99) return "by its name";
  return named > 0 ? "by its name and what it holds" : "by what it holds and refers to";
}

function placeOwn(scenario: Scenario, profiles: readonly Profile[]): Map<string, EntityPlace> {
  const places = new Map<string, EntityPlace>();
  for (const { row, entity, worth } of assignTables(scenario, profiles)) {
    const profile = profiles[row];
    if (!profile) continue;
    const why = describe(scenario, entity, profile);
    places.set(entity, { entity, how: "own", table: profile.table, parts: [], sure: worth, why });
  }
  return places;
}

/** Entities that may share a table: bound one-to-one, or said so by the scenario. */
function mayMerge(scenario: Scenario, a: string, b: string): boolean {
  const bound = scenario.relations.some(
    (relation) =>
      relation.oneToOne && [relation.from, relation.to].includes(a) && [relation.from, relation.to].includes(b),
  );
  const said = scenario.alternatives.some(
    (alternative) =>
      alternative.kind === "merge" && alternative.entities.includes(a) && alternative.entities.includes(b),
  );
  return a !== b && (bound || said);
}

function bestColumn(profile: Profile, name: string, attribute: EntityAttribute): number {
  return profile.columns.reduce((best, column) => Math.max(best, attributeLikeness(column, name, attribute)), 0);
}

function holdsClearly(scenario: Scenario, entity: string, profile: Profile): boolean {
  const definition = scenario.entities[entity];
  if (!definition) return false;
  if (bestLikeness(profile.words, entity, definition.synonyms) >= CLEAR_ATTRIBUTE) return true;
  return Object.entries(definition.attributes).some(
    ([name, attribute]) => bestColumn(profile, name, attribute) >= CLEAR_ATTRIBUTE,
  );
}

function placeMerged(
  scenario: Scenario,
  profiles: ReadonlyMap<Table, Profile>,
  places: Map<string, EntityPlace>,
): void {
  for (const entity of Object.keys(scenario.entities)) {
    if (places.has(entity)) continue;
    const host = [...places.values()].find((place) => {
      const profile = profiles.get(place.table);
      return (
        place.how === "own" &&
        mayMerge(scenario, entity, place.entity) &&
        profile &&
        holdsClearly(scenario, entity, profile)
      );
    });
    if (host) places.set(entity, { ...host, entity, how: "merged", why: `in one table with ${host.entity}` });
  }
}

/** A table one-to-one with an entity's own that holds attributes which the own one lacks. */
function findParts(scenario: Scenario, profiles: ReadonlyMap<Table, Profile>, places: Map<string, EntityPlace>): void {
  const used = new Set([...places.values()].map((place) => place.table));
  for (const [table, profile] of profiles) {
    if (used.has(table)) continue;
    for (const place of places.values()) {
      const own = profiles.get(place.table);
      const attributes = Object.entries(scenario.entities[place.entity]?.attributes ?? {});
      const adds = attributes.some(
        ([name, attribute]) =>
          bestColumn(profile, name, attribute) >= CLEAR_ATTRIBUTE &&
          (!own || bestColumn(own, name, attribute) < LEAST_ATTRIBUTE),
      );
      if (place.how === "own" && adds && isOneToOne(profile, place.table)) {
        places.set(place.entity, { ...place, parts: [...place.parts, table] });
        used.add(table);
      }
    }
  }
}

interface Wanted {
  readonly id: string;
  readonly entity: string;
  readonly name: string;
  readonly attribute: EntityAttribute;
}

function wantedIn(scenario: Scenario, entities: readonly string[]): readonly Wanted[] {
  return entities.flatMap((entity) =>
    Object.entries(scenario.entities[entity]?.attributes ?? {}).map(([name, attribute]) => ({
      id: `${entity}.${name}`,
      entity,
      name,
      attribute,
    })),
  );
}

function columnWorth(profile: Profile, wanted: Wanted, path: string): number {
  const column = profile.columns.find((candidate) => candidate.path === path);
  if (!column) return 0;
  const worth = attributeLikeness(column, wanted.name, wanted.attribute);
  return isReferenced(profile, path) ? 0.5 * worth : worth;
}

function placeAttributes(
  scenario: Scenario,
  profiles: ReadonlyMap<Table, Profile>,
  places: ReadonlyMap<string, EntityPlace>,
): Map<string, AttributePlace> {
  const found = new Map<string, AttributePlace>();
  for (const [table, profile] of profiles) {
    const entities = [...places.values()].filter((place) => place.table === table || place.parts.includes(table));
    const wanted = wantedIn(
      scenario,
      entities.map((place) => place.entity),
    );
    const worth = wanted.map((one) => profile.columns.map((column) => columnWorth(profile, one, column.path)));
    for (const { row, column } of assign(worth, LEAST_ATTRIBUTE)) {
      const [one, at] = [wanted[row], profile.columns[column]];
      if (one && at && !found.has(one.id)) found.set(one.id, { table, path: at.path, attribute: at.attribute });
    }
  }
  return found;
}

function knownExtras(scenario: Scenario, profiles: readonly Profile[]): readonly KnownExtra[] {
  return profiles.flatMap((profile) => {
    for (const alternative of scenario.alternatives) {
      if (alternative.kind !== "copy" && alternative.kind !== "welcome") continue;
      if (bestLikeness(profile.words, alternative.name, alternative.synonyms) >= CLEAR_ATTRIBUTE)
        return [{ table: profile.table, alternative }];
    }
    return [];
  });
}

/**
 * Aligns a design with a scenario: which table is which entity, which column which attribute, which reference which relation.
 * The best assignment overall, not the first that fits; what cannot be placed is left in `extras`. Tables of a second store
 * take no part. Linear in the number of tables for a given scenario.
 */
export function align(design: Design, scenario: Scenario): Alignment {
  const all = design.tables.filter((table) => table.section === null).map((table) => profileOf(design, table));
  const known = knownExtras(scenario, all);
  const profiles = all.filter((profile) => !known.some((extra) => extra.table === profile.table));
  const byTable = new Map(profiles.map((profile) => [profile.table, profile]));
  const entities = placeOwn(scenario, profiles);
  placeMerged(scenario, byTable, entities);
  findParts(scenario, byTable, entities);
  const used = new Set([...entities.values()].flatMap((place) => [place.table, ...place.parts]));
  const doubles = findDoubles(
    scenario,
    profiles.filter((profile) => !used.has(profile.table)),
    entities,
  );
  const parts: Double[] = [...entities.values()].flatMap((place) =>
    place.parts.map((table) => ({ table, entity: place.entity, kind: "part" as const, bound: true })),
  );
  const doubled = new Set(doubles.map((double) => double.table));
  return {
    scenario,
    design,
    entities,
    attributes: placeAttributes(scenario, byTable, entities),
    relations: placeRelations({ scenario, profiles: byTable, entities, doubles }),
    known,
    doubles: [...doubles, ...parts],
    extras: profiles.map((profile) => profile.table).filter((table) => !used.has(table) && !doubled.has(table)),
  };
}
