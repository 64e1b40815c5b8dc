import { type Entity, relationsOf, type Scenario } from "@/lib/scenario";
import { attributeOverlap } from "./attributes";
import { hasMeaning, keyColumns } from "./key-columns";
import { endLikeness, type Known, linkNameLikeness, NOTHING_KNOWN } from "./link-likeness";
import type { Profile } from "./profile";
import { isNamedAfterAnother, nameLikeness, saysAnotherInFull, WHOLE_NAME } from "./table-names";

/** Below this a table is not taken for an entity. */
export const LEAST = 0.34;

/** Nearly all of an entity's attributes, the telling ones counting most. */
const CLEAR_OVERLAP = 0.8;

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
