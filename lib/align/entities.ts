import type { Table } from "@/lib/design";
import { alternativesOf, type EntityAttribute, relationsOf, type Scenario } from "@/lib/scenario";
import type { EntityPlace } from "./alignment";
import { attributeLikeness } from "./attributes";
import { bestLikeness } from "./likeness";
import { linkNameLikeness } from "./link-likeness";
import type { Profile } from "./profile";
import { mergeNamesOf } from "./table-names";
import { assignTables, type Settled } from "./tables";
import { tableWords } from "./words";

/** A column is taken for an attribute from here on. */
export const LEAST_ATTRIBUTE = 0.55;
/** One attribute this clear is enough to say that an entity lives in its partner's table. */
export const CLEAR_ATTRIBUTE = 0.75;

/** A name is an entity's whole one from here on. */
const WHOLE_NAME = 0.9;

/** An entity's place in a profile's holder. */
export function placeIn(
  profile: Profile,
  entity: string,
  how: EntityPlace["how"],
  sure: number,
  why: string,
): EntityPlace {
  return { entity, how, holder: profile.holder, table: profile.table, parts: [], sure, why };
}

function describe(scenario: Scenario, entity: string, profile: Profile): string {
  const synonyms = scenario.entities[entity]?.synonyms ?? [];
  const named = Math.max(bestLikeness(profile.words, entity, synonyms), bestLikeness(profile.head, entity, synonyms));
  if (named >= 0.99) return "by its name";
  return named > 0 ? "by its name and what it holds" : "by what it holds and refers to";
}

export function placeOwn(scenario: Scenario, profiles: readonly Profile[], settled: Settled): Map<string, EntityPlace> {
  const places = new Map<string, EntityPlace>();
  for (const { row, entity, worth } of assignTables(scenario, profiles, settled)) {
    const profile = profiles[row];
    if (profile) places.set(entity, placeIn(profile, entity, "own", worth, describe(scenario, entity, profile)));
  }
  return places;
}

/** Entities that may share a table: bound one-to-one, or said so by the scenario. */
function mayMerge(scenario: Scenario, a: string, b: string): boolean {
  const bound = scenario.relations.some(
    (relation) =>
      relation.oneToOne && [relation.from, relation.to].includes(a) && [relation.from, relation.to].includes(b),
  );
  const said = alternativesOf(scenario, "merge").some(({ entities }) => entities.includes(a) && entities.includes(b));
  return a !== b && (bound || said);
}

export function bestColumn(profile: Profile, name: string, attribute: EntityAttribute): number {
  return profile.columns.reduce((best, column) => Math.max(best, attributeLikeness(column, name, attribute)), 0);
}

/** A row of the entity as one object inside the host (`seat { section, row }`). */
function holdsObject(scenario: Scenario, entity: string, host: string, profile: Profile): boolean {
  const embeds = alternativesOf(scenario, "embed").some((one) => one.entity === entity && one.into === host);
  const definition = scenario.entities[entity];
  if (!embeds || !definition) return false;
  return profile.columns.some(
    ({ attribute, words }) =>
      attribute.shape === "object" && bestLikeness(words, entity, definition.synonyms) >= CLEAR_ATTRIBUTE,
  );
}

/** A column that says this attribute clearly, and none of the host's. */
function isDistinct(
  scenario: Scenario,
  profile: Profile,
  host: string,
  name: string,
  attribute: EntityAttribute,
): boolean {
  const others = Object.entries(scenario.entities[host]?.attributes ?? {}).filter(([other]) => other !== name);
  return profile.columns.some(
    (column) =>
      attributeLikeness(column, name, attribute) >= CLEAR_ATTRIBUTE &&
      !Object.hasOwn(scenario.entities[host]?.attributes ?? {}, name) &&
      others.every(([other, one]) => attributeLikeness(column, other, one) < CLEAR_ATTRIBUTE),
  );
}

type Profiles = ReadonlyMap<Table, Profile>;

/** Refers to what only this entity is bound to (both accounts of a transfer), or is referred to by its role (`driver_id`). */
function isBoundAs(scenario: Scenario, entity: string, host: string, profile: Profile, all: Profiles): boolean {
  const ends = new Set([host, ...relationsOf(scenario, host).map(({ to }) => to)]);
  const refers = relationsOf(scenario, entity).some(
    ({ to }) =>
      !ends.has(to) &&
      profile.links.some(
        ({ target }) =>
          target !== null &&
          target !== profile.table &&
          bestLikeness(tableWords(target.name.text), to, scenario.entities[to]?.synonyms ?? []) >= 0.9,
      ),
  );
  const roles = scenario.relations.filter(({ to }) => to === entity);
  const isReferredTo = [...all.values()].some(({ links }) =>
    links.some(
      (link) =>
        link.target === profile.table &&
        roles.some((relation) => linkNameLikeness(scenario, relation, link) >= CLEAR_ATTRIBUTE),
    ),
  );
  return refers || isReferredTo;
}

function holdsClearly(scenario: Scenario, entity: string, host: string, profile: Profile, all: Profiles): boolean {
  const definition = scenario.entities[entity];
  if (!definition) return false;
  const own = Object.keys(definition.attributes).filter(
    (name) => !Object.hasOwn(scenario.entities[host]?.attributes ?? {}, name),
  );
  const names = [entity, ...definition.synonyms, ...mergeNamesOf(scenario, entity)];
  const named = names.some((one) => bestLikeness(profile.words, one) >= CLEAR_ATTRIBUTE);
  /** Where nothing but the name could tell them apart, the name will do. */
  if (named && own.length === 0) return true;
  const together = mergeNamesOf(scenario, entity).some((one) => bestLikeness(profile.words, one) >= CLEAR_ATTRIBUTE);
  if (together && isBoundAs(scenario, entity, host, profile, all)) return true;
  return Object.entries(definition.attributes).some(([name, attribute]) =>
    isDistinct(scenario, profile, host, name, attribute),
  );
}

/** Entities without a table of their own that live in the one of a partner. */
export function placeMerged(
  scenario: Scenario,
  profiles: Profiles,
  places: Map<string, EntityPlace>,
  elsewhere: ReadonlySet<string>,
): void {
  for (const entity of Object.keys(scenario.entities)) {
    if (places.has(entity) || elsewhere.has(entity)) continue;
    const host = [...places.values()].find((place) => {
      const profile = profiles.get(place.table);
      if ((place.how !== "own" && place.how !== "view") || !profile) return false;
      if (mayMerge(scenario, entity, place.entity) && holdsClearly(scenario, entity, place.entity, profile, profiles))
        return true;
      return holdsObject(scenario, entity, place.entity, profile);
    });
    if (!host) continue;
    const [owner, guest] = isTheirs(scenario, entity, host, profiles.get(host.table))
      ? [entity, host.entity]
      : [host.entity, entity];
    places.set(owner, { ...host, entity: owner });
    places.set(guest, { ...host, entity: guest, how: "merged", why: `in one table with ${owner}` });
  }
}

/** Under a name for both, the rows of a one-to-one are those of the entity that others refer to, whichever was found first. */
function isTheirs(scenario: Scenario, entity: string, host: EntityPlace, profile: Profile | undefined): boolean {
  if (host.how !== "own" || !profile || !isNamedForBoth(scenario, host.entity, profile)) return false;
  const pair = [entity, host.entity];
  const bound = scenario.relations.some(
    ({ oneToOne, from, to }) => oneToOne && pair.includes(from) && pair.includes(to),
  );
  const referred = (one: string) =>
    scenario.relations.filter(({ to, from }) => to === one && !pair.includes(from)).length;
  return bound && referred(entity) > 0 && referred(host.entity) === 0;
}

function isNamedForBoth(scenario: Scenario, entity: string, { full, words }: Profile): boolean {
  const own = bestLikeness(full, entity, scenario.entities[entity]?.synonyms ?? []);
  return own < WHOLE_NAME && mergeNamesOf(scenario, entity).some((one) => bestLikeness(words, one) >= WHOLE_NAME);
}

/** A link that leads to one kind alone (`USES` to a device) is not the link of the others. */
function fitsEnds(scenario: Scenario, entity: string, kinds: readonly string[], profile: Profile): boolean {
  const ends = (one: string) => relationsOf(scenario, one).map(({ to }) => to);
  const foreign = kinds.flatMap(ends).filter((end) => !ends(entity).includes(end));
  return !profile.links.some(
    ({ target }) =>
      target !== null &&
      foreign.some(
        (end) => bestLikeness(tableWords(target.name.text), end, scenario.entities[end]?.synonyms ?? []) >= 0.9,
      ),
  );
}

/** One table that stands for several entities of a kind (`identifier` for device, card and address). */
export function findGenerics(scenario: Scenario, profiles: readonly Profile[]): Map<string, EntityPlace> {
  const found = new Map<string, EntityPlace>();
  const named = (one: Profile, entity: string) =>
    bestLikeness(one.words, entity, scenario.entities[entity]?.synonyms ?? []);
  for (const generic of alternativesOf(scenario, "generic")) {
    const worth = (one: Profile) => bestLikeness(one.words, generic.name, generic.synonyms);
    const profile = profiles.toSorted((a, b) => worth(b) - worth(a))[0];
    if (!profile || worth(profile) < 0.9) continue;
    const apart = generic.for.filter((kind) => profiles.some((one) => one !== profile && named(one, kind) >= 0.9));
    if (apart.length > 1) continue;
    const others = generic.for.filter(
      (kind) => !apart.includes(kind) && fitsEnds(scenario, kind, generic.for, profile),
    );
    for (const entity of others)
      found.set(entity, placeIn(profile, entity, "generic", worth(profile), `as one kind of ${generic.name}`));
  }
  return found;
}
