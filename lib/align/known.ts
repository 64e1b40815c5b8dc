import type { Alternative, Scenario } from "@/lib/scenario";
import type { KnownExtra } from "./alignment";
import { CLEAR_ATTRIBUTE } from "./entities";
import { bestLikeness } from "./likeness";
import type { Profile } from "./profile";

/** A whole name is one from here on; below it, a name with a qualifier (`user_feed`) must not be an entity's own. */
const WHOLE_NAME = 0.9;

type Known = KnownExtra["alternative"];

/** How much some entity's name is one of these: the name as it is, and the name without what it is looked up by. */
function asEntity(scenario: Scenario, forms: readonly (readonly string[])[]): number {
  return Object.entries(scenario.entities).reduce(
    (best, [name, { synonyms }]) => Math.max(best, ...forms.map((words) => bestLikeness(words, name, synonyms))),
    0,
  );
}

function means(scenario: Scenario, { words, head, full }: Profile, { name, synonyms }: Known): boolean {
  const exact = bestLikeness(full, name, synonyms);
  if (exact >= WHOLE_NAME) return exact >= asEntity(scenario, [words, full]);
  const worth = Math.min(WHOLE_NAME, bestLikeness(words, name, synonyms));
  return worth >= CLEAR_ATTRIBUTE && worth >= asEntity(scenario, [words, head]);
}

const isKnown = (one: Alternative): one is Known => one.kind === "copy" || one.kind === "welcome";

/** Tables beyond the entities that the scenario knows to be sound. */
export function knownExtras(scenario: Scenario, profiles: readonly Profile[]): readonly KnownExtra[] {
  return profiles.flatMap((profile) => {
    const alternative = scenario.alternatives.filter(isKnown).find((one) => means(scenario, profile, one));
    return alternative ? [{ table: profile.table, holder: profile.holder, alternative }] : [];
  });
}
