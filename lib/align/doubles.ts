import { plainName, type Table, uniquesOf } from "@/lib/design";
import type { Scenario } from "@/lib/scenario";
import type { Double, EntityPlace } from "./alignment";
import { bestLikeness } from "./likeness";
import type { Profile } from "./profile";
import { tableLikeness } from "./table-likeness";

/** True where a key of the table is a reference to the target. */
export function isOneToOne(profile: Profile, target: Table): boolean {
  return profile.links.some((link) => {
    if (link.target !== target) return false;
    const columns = link.columns.map(plainName).join();
    return uniquesOf(profile.table).some((one) => one.where === null && one.columns.map(plainName).join() === columns);
  });
}

function doubleKind(scenario: Scenario, profile: Profile, entity: string, bound: boolean): Double["kind"] | null {
  const role = scenario.relations.some(
    (relation) =>
      relation.to === entity &&
      relation.as !== undefined &&
      bestLikeness(profile.words, relation.as, relation.synonyms) >= 0.9,
  );
  const definition = scenario.entities[entity];
  const named = definition ? bestLikeness(profile.words, entity, definition.synonyms) >= 0.9 : false;
  if (role) return "role";
  return named && !bound && tableLikeness(scenario, entity, profile) >= 0.6 ? "twin" : null;
}

/** Tables beside the entities' own that mean one of them again. */
export function findDoubles(
  scenario: Scenario,
  profiles: readonly Profile[],
  entities: ReadonlyMap<string, EntityPlace>,
): readonly Double[] {
  return profiles.flatMap((profile) => {
    for (const [entity, place] of entities) {
      const bound = isOneToOne(profile, place.table);
      const kind = doubleKind(scenario, profile, entity, bound);
      if (kind) return [{ table: profile.table, entity, kind, bound }];
    }
    return [];
  });
}
