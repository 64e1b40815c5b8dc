import { plainName, primaryKeyOf, type Table } from "@/lib/design";
import type { Entity, Scenario } from "@/lib/scenario";
import type { EntityPlace } from "./alignment";
import { attributeLikeness } from "./attributes";
import { isOneToOne } from "./doubles";
import { bestColumn, CLEAR_ATTRIBUTE, LEAST_ATTRIBUTE } from "./entities";
import type { Column, Profile } from "./profile";
import { bestLikeness, looksLikeId, referenceWords } from "./words";

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

/**
 * One-to-one with its owner: by a key that refers to it, or by one named after it that the owner's own key refers to (`rollup_id`).
 * What others refer to as well is a thing of its own.
 */
function isBound(profile: Profile, own: Profile, all: readonly Profile[]): boolean {
  if (isOneToOne(profile, own.table)) return true;
  const [key = "", ...more] = primaryKeyOf(profile.table)?.columns ?? [];
  const named = more.length === 0 && bestLikeness(own.words, referenceWords(key).join("_")) >= CLEAR_ATTRIBUTE;
  const sought = all.some((one) => one !== own && one.links.some(({ target }) => target === profile.table));
  return named && !sought && isOneToOne(own, profile.table);
}

/** True where the other table is called the entity, and this one holds a piece of its row and nothing else. */
function isPieceOf(scenario: Scenario, profile: Profile, own: Profile, all: readonly Profile[]): boolean {
  const columns = saying(profile);
  if (own === profile || columns.length === 0 || profile.table.references.length > 1) return false;
  if (!isBound(profile, own, all)) return false;
  return Object.entries(scenario.entities).some(
    ([name, entity]) =>
      bestLikeness(own.words, name, entity.synonyms) >= WHOLE_NAME &&
      columns.every((column) => isClear(entity, column)) &&
      adds(entity, profile, own),
  );
}

/** True for a table that is a piece of another one, whatever it is called (`device_fingerprints` of `devices`). */
export function isPiece(scenario: Scenario, profile: Profile, all: readonly Profile[]): boolean {
  return all.some((own) => isPieceOf(scenario, profile, own, all));
}

/** A table one-to-one with an entity's own that holds attributes which the own one lacks. */
export function findParts(
  scenario: Scenario,
  profiles: ReadonlyMap<Table, Profile>,
  places: Map<string, EntityPlace>,
): void {
  const all = [...profiles.values()];
  const used = new Set([...places.values()].map((place) => place.table));
  for (const [table, profile] of profiles) {
    if (used.has(table)) continue;
    for (const place of places.values()) {
      const own = profiles.get(place.table);
      const entity = scenario.entities[place.entity];
      if (place.how === "own" && own && entity && adds(entity, profile, own) && isBound(profile, own, all)) {
        places.set(place.entity, { ...place, parts: [...place.parts, table] });
        used.add(table);
      }
    }
  }
}
