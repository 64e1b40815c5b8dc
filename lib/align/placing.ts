import { plainName, primaryKeyOf, type Table, uniquesOf } from "@/lib/design";
import { type EntityAttribute, findRole, relationId, relationName, relationsOf, type Scenario } from "@/lib/scenario";
import type { AttributePlace, EntityPlace, Placing, RelationPlace } from "./alignment";
import { attributeLikeness } from "./attributes";
import { attributeColumns, freeColumns, ownIdColumn, standInColumns } from "./columns";
import { keyAround } from "./embedded";
import { LEAST_ATTRIBUTE } from "./entities";
import type { Holder } from "./holders";
import type { Profile } from "./profile";

/** Stands for all columns of rows that one column holds whole. */
export const WHOLE = "@whole";

type Names = ReadonlyMap<string, readonly string[]>;

/** Nothing tells one row from another: then no column is its id, whatever it is called. */
function isKeyless(table: Table): boolean {
  return table.keys.length === 0 && table.partition.length === 0 && !table.indexes.some(({ unique }) => unique);
}

/** What tells the rows of a plain table apart: its key, else whatever is unique. */
function keyOf({ kind, table }: Holder): readonly string[] | null {
  if (kind !== "table" || table.partition.length > 0 || primaryKeyOf(table)) return null;
  return uniquesOf(table).find(({ where }) => where === null)?.columns ?? null;
}

/** The columns that stand for `id` of an entity in a holder: its own id column, else the key of its rows. */
function idColumns(
  scenario: Scenario,
  profile: Profile,
  place: EntityPlace,
  names: ReadonlyMap<string, readonly string[]>,
) {
  const { table } = place.holder;
  const key = primaryKeyOf(table);
  const own = ownIdColumn(scenario, profile, place.entity);
  if (place.how === "own" && place.holder.store === "relational" && key) return key.columns;
  if (place.how === "own" && place.holder.store === "relational" && place.holder.kind === "table" && isKeyless(table))
    return null;
  if (own) return [own.path];
  if (key && place.how !== "view") return key.columns;
  const identity = scenario.entities[place.entity]?.identity ?? [];
  const columns = identity.map((name) => names.get(name));
  if (identity.length > 0 && columns.every((one) => one !== undefined)) return columns.flatMap((one) => one ?? []);
  if (key) return key.columns;
  if (table.partition.length > 0) return [...table.partition, ...table.clustering.map(({ path }) => path)];
  const other = table.keys[0]?.columns ?? table.indexes.find((index) => index.unique)?.columns.map(({ path }) => path);
  return other ?? null;
}

/** True where the value's column is named after what it measures, not as a value. */
function isPivoted(
  scenario: Scenario,
  profile: Profile,
  entity: string,
  value: Readonly<Record<string, string>>,
  names: Names,
): boolean {
  const name = value[entity] ?? "";
  const attribute = scenario.entities[entity]?.attributes[name];
  const column = profile.columns.find(({ path }) => path === names.get(name)?.[0]);
  return (
    attribute !== undefined && column !== undefined && attributeLikeness(column, name, attribute) < LEAST_ATTRIBUTE
  );
}

/** Roles that need no column: a row of the metric is a column here, or both ends are one row. */
function impliedRoles(
  scenario: Scenario,
  profile: Profile,
  place: EntityPlace,
  together: readonly string[],
  names: Names,
): readonly string[] {
  const pivots = scenario.alternatives.flatMap((one) =>
    one.kind === "columns" &&
    one.of.includes(place.entity) &&
    isPivoted(scenario, profile, place.entity, one.value, names)
      ? [one.entity]
      : [],
  );
  return relationsOf(scenario, place.entity)
    .filter(({ to }) => pivots.includes(to) || (together.includes(to) && to !== place.entity))
    .map(relationName);
}

function roleColumns(place: RelationPlace): readonly string[] {
  return place.how === "merged" ? [] : place.columns;
}

const isWhole = ({ holder, columns }: Profile): boolean => holder.kind === "embedded" && columns.length === 0;

function attributeNames(scenario: Scenario, profile: Profile, place: EntityPlace, together: readonly string[]): Names {
  const { entity } = place;
  if (isWhole(profile))
    return new Map(Object.keys(scenario.entities[entity]?.attributes ?? {}).map((name) => [name, [WHOLE]]));
  const columns = attributeColumns(scenario, profile, together, place.how === "generic");
  return new Map(
    [...columns].flatMap(([id, { path }]) =>
      id.startsWith(`${entity}.`) ? [[id.slice(entity.length + 1), [path]] as const] : [],
    ),
  );
}

function roleNames(scenario: Scenario, entity: string, relations: ReadonlyMap<string, RelationPlace>): Names {
  return new Map(
    relationsOf(scenario, entity).flatMap((relation) => {
      const kept = relations.get(relationId(relation));
      return kept ? [[relationName(relation), roleColumns(kept)] as const] : [];
    }),
  );
}

/** Roles that the place itself gives: none, or what identifies the other end in the same row. */
function addImplied(
  scenario: Scenario,
  profile: Profile,
  place: EntityPlace,
  together: readonly string[],
  names: Map<string, readonly string[]>,
): void {
  for (const role of impliedRoles(scenario, profile, place, together, names)) {
    if (names.has(role)) continue;
    const target = findRole(scenario, place.entity, role)?.to ?? "";
    const other: EntityPlace = { ...place, entity: target, how: "own" };
    const known = keyOf(place.holder) ?? idColumns(scenario, profile, other, names) ?? [];
    names.set(role, together.includes(target) ? known : []);
  }
}

/** One place of an entity with its columns under the scenario's names. */
export function placingOf(
  scenario: Scenario,
  profile: Profile,
  place: EntityPlace,
  together: readonly string[],
  relations: ReadonlyMap<string, RelationPlace>,
): Placing {
  const { entity, holder, how } = place;
  const names = new Map([
    ...attributeNames(scenario, profile, place, together),
    ...roleNames(scenario, entity, relations),
  ]);
  const kept = new Set(names.keys());
  addImplied(scenario, profile, place, together, names);
  const implied = [...names.keys()].filter((name) => !kept.has(name));
  const around = isWhole(profile) && holder.parent ? keyAround(holder.parent) : null;
  const id = around ?? idColumns(scenario, profile, place, names);
  if (id) names.set("id", id);
  const standIns = standInColumns(scenario, profile, entity);
  return { entity, how, holder, names, implied, standIns, free: freeColumns(scenario, profile, entity) };
}

/** One of the two refers to the other, or lies in it: their rows belong together. */
function isLinked(profiles: ReadonlyMap<Holder, Profile>, a: Holder, b: Holder): boolean {
  const leads = (from: Holder, to: Holder) =>
    from.parent === to || (profiles.get(from)?.links.some(({ target }) => target === to.table) ?? false);
  return a === b || leads(a, b) || leads(b, a);
}

/** An attribute that may be kept in the rows of another entity (`expires_at` of a booking in its tickets). */
export function attributeElsewhere(
  scenario: Scenario,
  placings: readonly Placing[],
  profiles: ReadonlyMap<Holder, Profile>,
  owner: string,
  name: string,
  attribute: EntityAttribute,
  taken: ReadonlyMap<string, AttributePlace>,
): AttributePlace | null {
  const own = placings.filter((placing) => placing.entity === owner).map(({ holder }) => holder);
  for (const { entity, holder, names } of placings) {
    if (!attribute.alsoIn.includes(entity)) continue;
    const role = scenario.relations.some(
      (one) => one.from === entity && one.to === owner && names.has(relationName(one)),
    );
    if (!role && !own.some((one) => isLinked(profiles, one, holder))) continue;
    for (const column of profiles.get(holder)?.columns ?? []) {
      const used = [...taken].some(
        ([id, one]) =>
          one.table === holder.table && plainName(one.path) === plainName(column.path) && !id.endsWith(`.${name}`),
      );
      /** What these rows have by the same name is it under all the words for theirs. */
      const same = names.get(name)?.includes(column.path) === true;
      if (!used && (same || attributeLikeness(column, name, attribute) >= 0.75))
        return { table: holder.table, path: column.path, attribute: column.attribute };
    }
  }
  return null;
}
