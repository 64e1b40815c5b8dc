import type { Table } from "@/lib/design";
import { alternativesOf, type Entity, type Relation, relationsOf, type Scenario } from "@/lib/scenario";
import { attributeLikeness, attributeOverlap, isCommon } from "./attributes";
import type { Link, Profile } from "./profile";
import { assign, type Match } from "./solve";
import { bestLikeness, isBucketName, referenceWords, wordsOf } from "./words";

/** One list for all that have no synonyms. */
const NONE: readonly string[] = [];

/** Below this a table is not taken for an entity. */
const LEAST = 0.34;

/** Nearly all of an entity's attributes, the telling ones counting most. */
const CLEAR_OVERLAP = 0.8;

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
const WHOLE_NAME = 0.9;

function mergedLikeness(scenario: Scenario, entity: string, { words }: Profile): number {
  return mergeNamesOf(scenario, entity).reduce((best, one) => Math.max(best, bestLikeness(words, one, NONE)), 0);
}

/** A table may be named after what identifies its rows (`short_urls`, `tokens`). */
const IDENTITY_WEIGHT = 0.8;

function identityLikeness({ identity, attributes }: Entity, words: readonly string[]): number {
  return identity.reduce((best, name) => {
    const attribute = attributes[name];
    return attribute ? Math.max(best, bestLikeness(words, name, attribute.synonyms)) : best;
  }, 0);
}

function nameLikeness(scenario: Scenario, name: string, entity: Entity, profile: Profile): number {
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

/** How well a link's own name and the name of its target say the relation, 0 to 1. */
export function linkNameLikeness(scenario: Scenario, relation: Relation, link: Link): number {
  const target = scenario.entities[relation.to];
  const role = relation.as ? bestLikeness(link.words, relation.as, relation.synonyms) : 0;
  const generic = alternativesOf(scenario, "generic").filter((one) => one.for.includes(relation.to));
  const entity = Math.max(
    bestLikeness(link.words, relation.to, target?.synonyms ?? NONE),
    ...generic.map((one) => bestLikeness(link.words, one.name, one.synonyms)),
  );
  const named = relation.as ? entity : Math.max(entity, bestLikeness(link.words, relation.to, relation.synonyms));
  return Math.max(role, 0.85 * named, 0.82 * naturalKeyLikeness(scenario, relation, link));
}

/** A column named like what identifies the other end (`username` of likes) names it as well as an id does; a bare `name` is that of its own row. */
function naturalKeyLikeness(scenario: Scenario, relation: Relation, link: Link): number {
  if (isCommon(link.words.join("_"))) return 0;
  const own = scenario.entities[relation.from]?.attributes ?? {};
  const attributes = Object.entries(scenario.entities[relation.to]?.attributes ?? {});
  return attributes.reduce((best, [name, { facts, synonyms }]) => {
    if (!facts.includes("unique") || Object.hasOwn(own, name)) return best;
    return bestLikeness(link.words, name, synonyms) >= 0.9 ? 1 : best;
  }, 0);
}

/** What earlier rounds found out: which table is which entity. */
type Known = ReadonlyMap<Table, string>;

const NOTHING_KNOWN: Known = new Map();

/** How well the table that a link points at is the relation's other end: known from an earlier round, else by its name. */
function endLikeness(scenario: Scenario, relation: Relation, link: Link, known: Known): number {
  if (!link.reference) return 0;
  if (link.target && known.get(link.target) === relation.to) return 0.9;
  const words = wordsOf(link.reference.target.table);
  return 0.8 * bestLikeness(words, relation.to, scenario.entities[relation.to]?.synonyms ?? NONE);
}

function structure(scenario: Scenario, entity: string, profile: Profile, known: Known): number | null {
  const relations = relationsOf(scenario, entity);
  if (relations.length === 0) return null;
  const found = relations.map((relation) =>
    profile.links.reduce(
      (best, link) =>
        Math.max(best, linkNameLikeness(scenario, relation, link), endLikeness(scenario, relation, link, known)),
      0,
    ),
  );
  return found.reduce((sum, value) => sum + value, 0) / relations.length;
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
function saysAnotherInFull(scenario: Scenario, name: string, { head, thing }: Profile): boolean {
  if (thing.length <= head.length) return false;
  const said = entitiesCalled(scenario, [thing]);
  return said.length > 0 && !said.includes(name);
}

/** True where the name says other entities whole, and is no name for this one kept with them. */
function isNamedAfterAnother(scenario: Scenario, name: string, profile: Profile): boolean {
  return entitiesNamed(scenario, profile).size > 0 && mergedLikeness(scenario, name, profile) < WHOLE_NAME;
}

/** How much a table looks like an entity, by its name, its columns and what it refers to: 0 to 1. */
export function tableLikeness(scenario: Scenario, name: string, profile: Profile, known = NOTHING_KNOWN): number {
  const entity = scenario.entities[name];
  if (!entity) return 0;
  const named = nameLikeness(scenario, name, entity, profile);
  const lessThanWhole = named < WHOLE_NAME || saysAnotherInFull(scenario, name, profile);
  if (lessThanWhole && isNamedAfterAnother(scenario, name, profile)) return 0;
  const attributes = Object.keys(entity.attributes).length > 0 ? attributeOverlap(entity, profile.columns) : null;
  const shape = structure(scenario, name, profile, known);
  const seen = [
    { weight: 0.25, value: attributes },
    { weight: 0.2, value: shape },
  ].flatMap((part) => (part.value === null ? [] : [{ weight: part.weight, value: part.value }]));
  const weight = seen.reduce((sum, part) => sum + part.weight, 0);
  const evidence = weight === 0 ? named : seen.reduce((sum, part) => sum + part.weight * part.value, 0) / weight;
  /** `faq_entries` has only its last word in common with an entry: a name alone that is not whole says too little. */
  if (named > 0 && named < 0.9 && evidence === 0 && profile.columns.length > 1) return 0;
  const worth = 0.55 * named + 0.45 * evidence;
  const clear = attributes !== null && attributes >= CLEAR_OVERLAP && Object.keys(entity.attributes).length >= 2;
  /** A few columns more, or a reference less, do not unseat a table that has nearly all that the entity is known by. */
  const likely =
    named > 0 || clear ? Math.max(worth, clear ? LEAST + 0.02 : 0) : worth * explained(scenario, name, entity, profile);
  return Math.min(1, likely * keyed(scenario, name, entity, profile));
}

/** What a query table, a template or a wide row is looked up by, and the members it lists, say most about what it holds. */
export function keyColumns({ holder, table }: Profile): readonly string[] {
  if (holder.kind === "template") return [...new Set(table.keys.flatMap((key) => key.columns))];
  if (table.partition.length > 0) return [...table.partition, ...table.clustering.map(({ path }) => path)];
  return [];
}

/** True where the entity gives the column a meaning: its id, an attribute, a role. */
export function hasMeaning(scenario: Scenario, name: string, entity: Entity, profile: Profile, path: string): boolean {
  const column = profile.columns.find((one) => one.path === path);
  if (!column) return false;
  const id = column.words.length === 1 && column.words[0] === "id";
  if (id || isBucketName(path) || bestLikeness(referenceWords(path), name, entity.synonyms) >= 0.9) return true;
  if (Object.entries(entity.attributes).some(([attribute, one]) => attributeLikeness(column, attribute, one) >= 0.75))
    return true;
  const buckets = Object.values(entity.attributes).flatMap((one) => one.buckets);
  if (buckets.some((bucket) => bestLikeness(column.words, bucket, NONE) >= 0.75)) return true;
  const link = { columns: [path], words: referenceWords(path), reference: null, target: null };
  return relationsOf(scenario, name).some((relation) => linkNameLikeness(scenario, relation, link) >= 0.6);
}

/** 1 where the holder has no such key; less the fewer of its key columns the entity explains. */
function keyed(scenario: Scenario, name: string, entity: Entity, profile: Profile): number {
  const columns = keyColumns(profile);
  if (columns.length === 0) return 1;
  const known = columns.filter((path) => hasMeaning(scenario, name, entity, profile, path)).length;
  /** What it is looked up by means nothing to the entity: hardly its table. */
  if (!hasMeaning(scenario, name, entity, profile, columns[0] ?? "")) return 0.35;
  return 0.4 + 0.65 * (known / columns.length);
}

/** The share of a table's columns that the entity explains; asked only where the name says nothing. */
function explained(scenario: Scenario, name: string, entity: Entity, profile: Profile): number {
  const expected = Object.keys(entity.attributes).length + relationsOf(scenario, name).length + 1;
  return Math.min(1, expected / Math.max(1, profile.columns.length));
}

/** Rounds after which nothing new is learnt from what tables refer to. */
const MOST_ROUNDS = 4;

/** A table made for a query may hold any entity again: it is taken for one that it is nearly as like as for its best. */
const NEARLY = 0.8;

function onlyLikely(profile: Profile, worth: readonly number[]): readonly number[] {
  if (keyColumns(profile).length === 0) return worth;
  const least = NEARLY * Math.max(...worth);
  return worth.map((value) => (value >= least ? value : 0));
}

type Assigned = readonly (Match & { readonly entity: string })[];

/** What is known of a table and an entity without looking: 1 it is that one, 0 it never is, null nothing. */
export type Settled = (profile: Profile, entity: string) => number | null;

function assignOnce(scenario: Scenario, profiles: readonly Profile[], known: Known, settled: Settled): Assigned {
  const names = Object.keys(scenario.entities);
  const worth = profiles.map((profile) =>
    onlyLikely(
      profile,
      names.map((name) => settled(profile, name) ?? tableLikeness(scenario, name, profile, known)),
    ),
  );
  return assign(worth, LEAST).map((match) => ({ entity: names[match.column] ?? "", ...match }));
}

/**
 * The best overall assignment of tables to entities. While some entity has no table and some table no entity, what was found tells
 * more about what refers to it.
 */
export function assignTables(scenario: Scenario, profiles: readonly Profile[], settled: Settled): Assigned {
  const wanted = Math.min(profiles.length, Object.keys(scenario.entities).length);
  let found = assignOnce(scenario, profiles, NOTHING_KNOWN, settled);
  for (let round = 1; round < MOST_ROUNDS && found.length < wanted; round += 1) {
    const known = new Map(found.flatMap(({ row, entity }) => (profiles[row] ? [[profiles[row].table, entity]] : [])));
    const next = assignOnce(scenario, profiles, known, settled);
    if (next.length <= found.length) break;
    found = next;
  }
  return found;
}
