import { alternativesOf, type Entity, type Scenario } from "@/lib/scenario";
import { bestLikeness } from "./likeness";
import type { Profile } from "./profile";

/** A role's name on a table (`sellers`) speaks for the entity that plays it, but less than the entity's own. */
const ROLE_WEIGHT = 0.72;

/** A table named after a role (`sellers`) of an entity, 0 to 1. */
function roleLikeness(scenario: Scenario, entity: string, words: readonly string[]): number {
  return scenario.relations.reduce(
    (best, { to, as, synonyms }) =>
      to === entity && as !== undefined ? Math.max(best, bestLikeness(words, as, synonyms)) : best,
    0,
  );
}

/** Names of a table that may hold this entity and others like it (`user` for rider and driver). */
export function mergeNamesOf(scenario: Scenario, entity: string): readonly string[] {
  return alternativesOf(scenario, "merge").flatMap(({ entities, names }) => (entities.includes(entity) ? names : []));
}

const MERGE_WEIGHT = 0.8;

/** A name is an entity's whole one from here on. */
export const WHOLE_NAME = 0.9;

function mergedLikeness(scenario: Scenario, entity: string, { words }: Profile): number {
  return mergeNamesOf(scenario, entity).reduce((best, one) => Math.max(best, bestLikeness(words, one)), 0);
}

/** A table may be named after what identifies its rows (`short_urls`, `tokens`). */
const IDENTITY_WEIGHT = 0.8;

function identityLikeness({ identity, attributes }: Entity, words: readonly string[]): number {
  return identity.reduce((best, name) => {
    const attribute = attributes[name];
    return attribute ? Math.max(best, bestLikeness(words, name, attribute.synonyms)) : best;
  }, 0);
}

export function nameLikeness(scenario: Scenario, name: string, entity: Entity, profile: Profile): number {
  const { words, head, full, thing } = profile;
  const whole = bestLikeness(full, name, entity.synonyms) >= WHOLE_NAME ? 1 : 0;
  const merged = mergedLikeness(scenario, name, profile);
  const own = Math.max(
    bestLikeness(thing, name, entity.synonyms) >= WHOLE_NAME ? 1 : 0,
    bestLikeness(words, name, entity.synonyms),
    0.99 * bestLikeness(head, name, entity.synonyms),
  );
  return Math.max(
    whole,
    /** `seat_of_event` says seat and ticket in one, not the seat by its event. */
    merged === 1 ? 0 : own,
    ROLE_WEIGHT * roleLikeness(scenario, name, words),
    MERGE_WEIGHT * merged,
    IDENTITY_WEIGHT * identityLikeness(entity, words),
  );
}

/** Entities that the table's name says whole (`posts_by_author`: post). Asked for again for each entity: found once. */
function entitiesNamed(scenario: Scenario, profile: Profile): ReadonlySet<string> {
  const known = profile.known.named.get(scenario);
  if (known) return known;
  const forms = profile.head === profile.words ? [profile.words] : [profile.words, profile.head];
  const names = new Set(entitiesCalled(scenario, forms));
  profile.known.named.set(scenario, names);
  return names;
}

function entitiesCalled(scenario: Scenario, forms: readonly (readonly string[])[]): readonly string[] {
  return Object.entries(scenario.entities).flatMap(([name, { synonyms }]) =>
    forms.some((words) => bestLikeness(words, name, synonyms) >= WHOLE_NAME) ? [name] : [],
  );
}

/** `sensor_data` says a reading; without the word that says little it would say a sensor. */
export function saysAnotherInFull(scenario: Scenario, name: string, { head, thing }: Profile): boolean {
  if (thing.length <= head.length) return false;
  const said = entitiesCalled(scenario, [thing]);
  return said.length > 0 && !said.includes(name);
}

/** True where the name says other entities whole, and is no name for this one kept with them. */
export function isNamedAfterAnother(scenario: Scenario, name: string, profile: Profile): boolean {
  return entitiesNamed(scenario, profile).size > 0 && mergedLikeness(scenario, name, profile) < WHOLE_NAME;
}
