import { isRandomId, plainName } from "@/lib/design";
import { alternativesOf, type EntityAttribute, type Scenario } from "@/lib/scenario";
import { attributeLikeness } from "./attributes";
import { LEAST_ATTRIBUTE } from "./entities";
import { bestLikeness } from "./likeness";
import { type Column, isReferenced, type Profile } from "./profile";
import { assign } from "./solve";
import { looksLikeId, referenceWords, wordsOf } from "./words";

/** Names beyond an attribute's own are taken from here on. */
const CLEAR = 0.9;
const NONE: readonly string[] = [];

interface Wanted {
  readonly entity: string;
  readonly name: string;
  readonly attribute: EntityAttribute;
}

const idOf = (wanted: Wanted): string => `${wanted.entity}.${wanted.name}`;

function wantedIn(scenario: Scenario, entities: readonly string[]): readonly Wanted[] {
  return entities.flatMap((entity) =>
    Object.entries(scenario.entities[entity]?.attributes ?? {}).map(([name, attribute]) => ({
      entity,
      name,
      attribute,
    })),
  );
}

function columnWorth(profile: Profile, wanted: Wanted, column: Column): number {
  const worth = attributeLikeness(column, wanted.name, wanted.attribute);
  /** A list of legal values may be a table of its own (`currency` refers to currencies, `site_id` to sites). */
  const { name, attribute } = wanted;
  if (!isReferenced(profile, column.path)) {
    const asId =
      worth < 0.6 &&
      looksLikeId(column.path) &&
      bestLikeness(referenceWords(column.path), name, attribute.synonyms) >= 0.97;
    return asId ? 0.6 : worth;
  }
  return worth >= 0.99 || bestLikeness(referenceWords(column.path), name, attribute.synonyms) >= 0.97
    ? 0.6
    : 0.5 * worth;
}

/** The column with one of these names; null where there is none. */
export function columnNamed(profile: Profile, names: readonly string[], least = CLEAR): Column | null {
  if (names.length === 0) return null;
  const worth = (column: Column) =>
    Math.max(...column.forms.map((words) => Math.max(...names.map((name) => bestLikeness(words, name, NONE)))));
  let best: Column | null = null;
  for (const column of profile.columns)
    if (worth(column) >= least && (!best || worth(column) > worth(best))) best = column;
  return best;
}

/** The entity's own id among a holder's columns: `id`, or named after it (`message_id` in messages_by_chat). */
export function ownIdColumn(scenario: Scenario, profile: Profile, entity: string): Column | null {
  const synonyms = scenario.entities[entity]?.synonyms ?? NONE;
  const bare = profile.columns.find(({ words, path }) => words.length === 1 && looksLikeId(path));
  const named = profile.columns.find(
    ({ path }) => looksLikeId(path) && bestLikeness(referenceWords(path), entity, synonyms) >= CLEAR,
  );
  return bare ?? named ?? null;
}

/** The value that identifies a document may be its own id (`_id` is the code of a link). */
function identityColumns(
  scenario: Scenario,
  profile: Profile,
  entities: readonly string[],
  found: Map<string, Column>,
): void {
  if (profile.holder.store !== "document" || profile.holder.kind !== "table") return;
  for (const entity of entities) {
    const [name, ...others] = scenario.entities[entity]?.identity ?? [];
    const id = `${entity}.${name ?? ""}`;
    if (name === undefined || others.length > 0 || found.has(id) || !scenario.entities[entity]?.attributes[name])
      continue;
    const column = profile.columns.find(({ path }) => /^_id$/i.test(path));
    if (column) found.set(id, column);
  }
}

/** One column for several attributes (a point, a label), or for the same one of two entities in one table. */
function shareColumns(profile: Profile, all: readonly Wanted[], found: Map<string, Column>): void {
  for (const wanted of all) {
    if (found.has(idOf(wanted))) continue;
    const twin = all.find((other) => other.name === wanted.name && found.has(idOf(other)));
    const column = columnNamed(profile, wanted.attribute.together) ?? (twin && found.get(idOf(twin)));
    if (column) found.set(idOf(wanted), column);
  }
}

const NUMBER = /^(n?umeric|number|decimal|float\d*|real|double|int|integer|bigint|smallint)/i;

/** Columns that may each be one measure: numbers that mean nothing else, not parts of a key. */
function measures(profile: Profile, taken: ReadonlySet<Column>): readonly Column[] {
  return profile.columns.filter(
    (one) =>
      !taken.has(one) &&
      !one.path.startsWith("^") &&
      one.attribute.shape === "scalar" &&
      (one.attribute.type === null || NUMBER.test(one.attribute.type)) &&
      !looksLikeId(one.path) &&
      !isReferenced(profile, one.path) &&
      !isKeyed(profile, one),
  );
}

/** Rows of one entity as columns of another: the first number that means nothing else holds the value, one named like such a row before others. */
function pivotColumns(scenario: Scenario, profile: Profile, all: readonly Wanted[], found: Map<string, Column>): void {
  const pivots = alternativesOf(scenario, "columns");
  for (const wanted of all) {
    const pivot = pivots.find(({ of, value }) => of.includes(wanted.entity) && value[wanted.entity] === wanted.name);
    if (!pivot || found.has(idOf(wanted))) continue;
    const free = measures(profile, new Set(found.values()));
    const [first] = free;
    /** One column alone is no row of columns. */
    if (!first || free.length < 2) continue;
    const known = Object.values(scenario.entities[pivot.entity]?.attributes ?? {}).flatMap(({ values }) => values);
    found.set(idOf(wanted), free.find(({ words }) => known.some((one) => bestLikeness(words, one) >= CLEAR)) ?? first);
  }
}

function isKeyed({ table }: Profile, column: Column): boolean {
  const plain = plainName(column.path);
  const keys = [
    ...table.keys.flatMap((key) => key.columns),
    ...table.partition,
    ...table.clustering.map((one) => one.path),
  ];
  return keys.some((one) => plainName(one) === plain);
}

/** A spatial index on a place stands for a cell of it. */
function spatialColumns(profile: Profile, all: readonly Wanted[], found: Map<string, Column>): void {
  const index = profile.table.indexes.find(({ method }) => /gist|spatial|2dsphere|geo|rtree/i.test(method ?? ""));
  const column = profile.columns.find(({ path }) => plainName(path) === plainName(index?.columns[0]?.path ?? ""));
  if (!column) return;
  for (const wanted of all)
    if (wanted.attribute.facts.includes("spatial") && !found.has(idOf(wanted))) found.set(idOf(wanted), column);
}

/** The column that a generic table keeps an entity's value in. */
function genericColumns(
  scenario: Scenario,
  profile: Profile,
  all: readonly Wanted[],
  found: Map<string, Column>,
): void {
  for (const { value, valueNames } of alternativesOf(scenario, "generic"))
    for (const wanted of all) {
      if (value[wanted.entity] !== wanted.name || found.has(idOf(wanted))) continue;
      const column = columnNamed(profile, valueNames, 0.75);
      if (column) found.set(idOf(wanted), column);
    }
}

/** Which column of a holder is which attribute of the entities that live there, by `entity.attribute`. Asked again and again: found once. */
export function attributeColumns(
  scenario: Scenario,
  profile: Profile,
  entities: readonly string[],
  generic = false,
): ReadonlyMap<string, Column> {
  const known = profile.known.columns;
  const key = `${generic} ${entities.join()}`;
  const found = known.get(key) ?? findColumns(scenario, profile, entities, generic);
  known.set(key, found);
  return found;
}

function findColumns(
  scenario: Scenario,
  profile: Profile,
  entities: readonly string[],
  generic: boolean,
): ReadonlyMap<string, Column> {
  const found = new Map<string, Column>();
  const all = wantedIn(scenario, entities);
  if (!generic) {
    const worth = all.map((wanted) => profile.columns.map((column) => columnWorth(profile, wanted, column)));
    for (const { row, column } of assign(worth, LEAST_ATTRIBUTE)) {
      const [wanted, at] = [all[row], profile.columns[column]];
      if (wanted && at) found.set(idOf(wanted), at);
    }
  } else genericColumns(scenario, profile, all, found);
  identityColumns(scenario, profile, entities, found);
  shareColumns(profile, all, found);
  pivotColumns(scenario, profile, all, found);
  spatialColumns(profile, all, found);
  return found;
}

/** Columns that may order in place of each attribute of an entity, by the attribute's name. */
export function standInColumns(
  scenario: Scenario,
  profile: Profile,
  entity: string,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, { standIns }] of Object.entries(scenario.entities[entity]?.attributes ?? {})) {
    const columns = standIns.flatMap((word) => {
      const column = word === "id" ? ownIdColumn(scenario, profile, entity) : columnNamed(profile, [word]);
      return column && !isRandomId(column.attribute) ? [column.path] : [];
    });
    if (columns.length > 0) found.set(name, [...new Set(columns)]);
  }
  return found;
}

/** Columns that a query knows without being asked: buckets of time, and the kind of a generic row. */
export function freeColumns(scenario: Scenario, profile: Profile, entity: string): readonly string[] {
  const kinds = alternativesOf(scenario, "generic").flatMap((one) => (one.for.includes(entity) ? one.kindNames : []));
  const names = [...bucketsOf(scenario, entity), ...kinds];
  if (names.length === 0) return NONE;
  return profile.columns.flatMap((column) =>
    column.forms.some((words) => isAmong(words, names)) ? [column.path] : [],
  );
}

const bucketsOf = (scenario: Scenario, entity: string): readonly string[] =>
  Object.values(scenario.entities[entity]?.attributes ?? {}).flatMap((one) => one.buckets);

const isAmong = (words: readonly string[], names: readonly string[]): boolean =>
  names.some((name) => bestLikeness(words, name, NONE) >= 0.75);

/** Columns of a document that are buckets for what lies in it: the `hour` of a rollup, whatever it is called, for its readings. */
export function bucketColumns(scenario: Scenario, host: Profile, hosts: readonly string[], entity: string) {
  const buckets = bucketsOf(scenario, entity);
  return [...attributeColumns(scenario, host, hosts)].flatMap(([id, { path }]) =>
    isAmong(wordsOf(id.slice(id.indexOf(".") + 1)), buckets) ? [path] : [],
  );
}
