import { plainColumn } from "@/lib/access";
import { type EntityPlace, type KnownExtra, meaningsOf, type Placing } from "@/lib/align";
import { type Key, plainName, primaryKeyOf, remembered, type Table } from "@/lib/design";
import { findEntity, findRole, relationsOf } from "@/lib/scenario";
import { isPartitioned, keepsMany, keyOfHolder, namesAt, placingsOf } from "./places";
import type { Context } from "./rule";

/** A column in plain spelling, out of a function call where there is one: `lower(email)` → `email`. */
export const bareColumn = remembered((column) => plainName(/^\w+\(([^(),]+)\)$/.exec(column)?.[1] ?? column));

/** The key that a table's rows are known by. */
export function mainKeyOf(table: Table): Key | null {
  return primaryKeyOf(table);
}

/** The scenario's names for a key's columns, or null where one of them is the candidate's own (a surrogate). */
export function namesOfColumns(context: Context, table: Table, columns: readonly string[]): ReadonlySet<string> | null {
  const names = new Set<string>();
  for (const column of columns) {
    const meanings = meaningsOf(context.alignment, table, column);
    if (meanings.length === 0) return null;
    for (const { name } of meanings) names.add(name);
  }
  return names;
}

/** True where the name alone leaves one row: a unique attribute or a one-to-one role. */
export function isUniqueName(context: Context, entity: string, name: string): boolean {
  const facts = findEntity(context.scenario, entity)?.attributes[name]?.facts ?? [];
  return (
    facts.includes("unique") ||
    facts.includes("near-unique") ||
    findRole(context.scenario, entity, name)?.oneToOne === true
  );
}

/** Sets of names that identify the entity: its identity and each unique invariant. */
function identitiesOf(context: Context, entity: string): readonly (readonly string[])[] {
  const identity = findEntity(context.scenario, entity)?.identity ?? [];
  const uniques = context.scenario.invariants.flatMap((one) =>
    one.kind === "unique" && one.entity === entity && one.where === undefined ? [one.columns, ...one.alsoMetBy] : [],
  );
  return [...(identity.length > 0 ? [identity] : []), ...uniques];
}

/** True where these names together allow at most one row of the entity. */
export function namesIdentify(context: Context, entity: string, names: ReadonlySet<string>): boolean {
  if ([...names].some((name) => isUniqueName(context, entity, name))) return true;
  return identitiesOf(context, entity).some((identity) => identity.every((name) => names.has(name)));
}

/** Two rows can come in the same instant: a time alone tells them apart only where the scenario says so. */
function withoutTimes(context: Context, entity: string, names: ReadonlySet<string>): ReadonlySet<string> {
  const times = findEntity(context.scenario, entity)?.attributes ?? {};
  return new Set([...names].filter((name) => times[name]?.type !== "time"));
}

/** Roles that the place itself gives: they are in every key. */
function impliedNames({ names }: Placing): readonly string[] {
  return [...names].flatMap(([name, columns]) => (columns.length === 0 ? [name] : []));
}

/** True where the place's key tells every row that the brief allows from every other; where there is none, that is another matter. */
export function placingIdentifies(context: Context, placing: Placing): boolean {
  const key = keyOfHolder(placing.holder);
  if (!key) return true;
  const stands = [...placing.standIns.values()].flat().map(plainColumn);
  if (key.columns.some((column) => stands.includes(plainColumn(column)))) return true;
  const named = namesAt(placing, key.columns);
  if (!named || named.has("id")) return true;
  const names = new Set([...named, ...impliedNames(placing)]);
  return (
    namesIdentify(context, placing.entity, withoutTimes(context, placing.entity, names)) ||
    identitiesOf(context, placing.entity).some((identity) => identity.every((name) => names.has(name)))
  );
}

/** A copy for a question that wants many rows: one that answers only for one (the newest reading) keeps one for each key on purpose. */
function isCopyOfMany({ scenario }: Context, copy: KnownExtra["alternative"]): boolean {
  if (copy.kind !== "copy") return false;
  return scenario.patterns.some(({ id, steps }) => copy.serves.includes(id) && steps.at(-1)?.limit !== 1);
}

function mustTellApart(context: Context, { holder, how }: Placing): boolean {
  if (!isPartitioned(holder) && !holder.template) return false;
  const known = context.alignment.known.find((one) => one.holder === holder);
  if (known) return isCopyOfMany(context, known.alternative) && !holder.second && !keepsMany(holder);
  return how === "own" || (isPartitioned(holder) && !holder.second);
}

/** Places in a store of partitions, the main one's first, whose keys must tell all rows of the entity apart. */
export function keyedPlaces(context: Context, entity: string): readonly Placing[] {
  return placingsOf(context, entity).filter((placing) => mustTellApart(context, placing));
}

/** The first of those whose key does not: the one that is told. */
export function weakPlace(context: Context, entity: string): Placing | null {
  return keyedPlaces(context, entity).find((placing) => !placingIdentifies(context, placing)) ?? null;
}

const NUMBER = /(^|_)(no|num|number|seq|sequence|line|position|ordinal|nr)$/i;

/** A number that counts within what the row belongs to (`line_no`) begins again with the next one. */
function countsWithin(context: Context, { entity, table }: EntityPlace, columns: readonly string[]): boolean {
  const [only = "", ...others] = columns;
  const snake = only.replace(/([a-z])([A-Z])/g, "$1_$2");
  const type = table.attributes.find(({ name }) => name.text === only)?.type ?? "";
  if (others.length > 0 || !NUMBER.test(snake) || /serial|identity|auto/i.test(type)) return false;
  return relationsOf(context.scenario, entity).some(({ oneToOne }) => !oneToOne);
}

/** True where the table's primary key tells every row that the brief allows from every other. */
export function keyIdentifies(context: Context, place: EntityPlace): boolean {
  const key = mainKeyOf(place.table);
  if (!key) return false;
  if (countsWithin(context, place, key.columns)) return false;
  const own = namesOfColumns(context, place.table, key.columns);
  if (!own) return true;
  const places = context.alignment.placings.filter(({ holder }) => holder.table === place.table);
  const names = new Set([...own, ...places.flatMap(impliedNames)]);
  const living = [...context.alignment.entities.values()].filter((one) => one.table === place.table);
  return living.some(({ entity }) => {
    const whole = identitiesOf(context, entity).some((identity) => identity.every((name) => names.has(name)));
    return whole || namesIdentify(context, entity, withoutTimes(context, entity, names));
  });
}
