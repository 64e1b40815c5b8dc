import { plainName, primaryKeyOf, type Table } from "@/lib/design";
import type { Entity, Scenario } from "@/lib/scenario";
import type { EntityPlace } from "./alignment";
import { attributeLikeness } from "./attributes";
import { isOneToOne } from "./doubles";
import { bestColumn, CLEAR_ATTRIBUTE, LEAST_ATTRIBUTE } from "./entities";
import { bestLikeness } from "./likeness";
import type { Column, Profile } from "./profile";
import { looksLikeId, referenceWords } from "./words";

const WHOLE_NAME = 0.9;

/** Columns that say something of a row: neither ids nor references. */
function saying({ table, columns }: Profile): readonly Column[] {
  const referring = new Set(table.references.flatMap((one) => one.columns.map(plainName)));
  return columns.filter(({ path }) => !looksLikeId(path) && !referring.has(plainName(path)));
}

const isClear = (entity: Entity, column: Column): boolean =>
  Object.entries(entity.attributes).some(([name, one]) => attributeLikeness(column, name, one) >= CLEAR_ATTRIBUTE);

function adds(entity: Entity, profile: Profile, own: Profile): boolean {
  return Object.entries(entity.attributes).some(
    ([name, attribute]) =>
      bestColumn(profile, name, attribute) >= CLEAR_ATTRIBUTE && bestColumn(own, name, attribute) < LEAST_ATTRIBUTE,
  );
}

/** The tables that refer to each table, by a reference that the design has the target of. */
type Referrers = ReadonlyMap<Table, ReadonlySet<Profile>>;

function referrersIn(all: readonly Profile[]): Referrers {
  const found = new Map<Table, Set<Profile>>();
  for (const one of all)
    for (const { target } of one.links) if (target) found.set(target, (found.get(target) ?? new Set()).add(one));
  return found;
}

/**
 * One-to-one with its owner: by a key that refers to it, or by one named after it that the owner's own key refers to (`rollup_id`).
 * What others refer to as well is a thing of its own.
 */
function isBound(profile: Profile, own: Profile, referrers: Referrers): boolean {
  if (isOneToOne(profile, own.table)) return true;
  const [key = "", ...more] = primaryKeyOf(profile.table)?.columns ?? [];
  const named = more.length === 0 && bestLikeness(own.words, referenceWords(key).join("_")) >= CLEAR_ATTRIBUTE;
  const seeking = referrers.get(profile.table);
  const sought = seeking !== undefined && (seeking.size > 1 || !seeking.has(own));
  return named && !sought && isOneToOne(own, profile.table);
}

/** Entities of whose rows this table may hold a piece and nothing else. */
function entitiesHeld(scenario: Scenario, profile: Profile): readonly string[] {
  const columns = saying(profile);
  if (columns.length === 0 || profile.table.references.length > 1) return [];
  return Object.entries(scenario.entities).flatMap(([name, entity]) =>
    columns.every((column) => isClear(entity, column)) ? [name] : [],
  );
}

/** Tables that are a piece of one that is called an entity, whatever they are called (`device_fingerprints` of `devices`). */
export function piecesIn(scenario: Scenario, all: readonly Profile[]): ReadonlySet<Profile> {
  const referrers = referrersIn(all);
  const owners = new Map(
    Object.entries(scenario.entities).map(([name, { synonyms }]) => [
      name,
      all.filter(({ words }) => bestLikeness(words, name, synonyms) >= WHOLE_NAME),
    ]),
  );
  const isPieceOf = (profile: Profile, own: Profile, entity: Entity) =>
    own !== profile && isBound(profile, own, referrers) && adds(entity, profile, own);
  return new Set(
    all.filter((profile) =>
      entitiesHeld(scenario, profile).some((name) => {
        const entity = scenario.entities[name];
        return entity && owners.get(name)?.some((own) => isPieceOf(profile, own, entity));
      }),
    ),
  );
}

/** A table one-to-one with an entity's own that holds attributes which the own one lacks. */
export function findParts(
  scenario: Scenario,
  profiles: ReadonlyMap<Table, Profile>,
  places: Map<string, EntityPlace>,
): void {
  const referrers = referrersIn([...profiles.values()]);
  const used = new Set([...places.values()].map((place) => place.table));
  for (const [table, profile] of profiles) {
    if (used.has(table)) continue;
    for (const place of places.values()) {
      const own = profiles.get(place.table);
      const entity = scenario.entities[place.entity];
      if (place.how === "own" && own && entity && adds(entity, profile, own) && isBound(profile, own, referrers)) {
        places.set(place.entity, { ...place, parts: [...place.parts, table] });
        used.add(table);
      }
    }
  }
}
