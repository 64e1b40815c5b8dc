import { findEntityAttribute, findRole, relationsOf, type Scenario } from "@/lib/scenario";
import { attributeLikeness } from "./attributes";
import { isCollection } from "./holders";
import { hasMeaning, keyColumns } from "./key-columns";
import { bestLikeness } from "./likeness";
import { linkNameLikeness } from "./link-likeness";
import type { Profile } from "./profile";
import { tableLikeness } from "./table-likeness";
import { referenceWords } from "./words";

/** Below this a further place is not taken for an entity's. */
const LEAST = 0.3;

/** A set of `bid_id` lists bids, whatever its key is called. */
function listsEntity(scenario: Scenario, entity: string, { holder }: Profile): boolean {
  const member = holder.template && isCollection(holder.template) ? holder.template.attributes[0] : undefined;
  const synonyms = scenario.entities[entity]?.synonyms ?? [];
  return member !== undefined && bestLikeness(referenceWords(member.name.text), entity, synonyms) >= 0.9;
}

/** Some word of the name, or a role or an id among the columns, speaks for the entity: a `name` alone speaks for none. */
function isSpoken(scenario: Scenario, entity: string, profile: Profile): boolean {
  const definition = scenario.entities[entity];
  const named =
    bestLikeness(profile.words, entity, definition?.synonyms ?? []) > 0 ||
    bestLikeness(profile.head, entity, definition?.synonyms ?? []) > 0;
  const linked = relationsOf(scenario, entity).some((role) =>
    keyColumns(profile).some(
      (path) =>
        linkNameLikeness(scenario, role, {
          columns: [path],
          words: referenceWords(path),
          reference: null,
          target: null,
        }) >= 0.6,
    ),
  );
  return named || linked;
}

function explainsKey(scenario: Scenario, entity: string, profile: Profile): boolean {
  const definition = scenario.entities[entity];
  const columns = keyColumns(profile);
  if (!definition || columns.length === 0) return false;
  return columns.every((path) => hasMeaning(scenario, entity, definition, profile, path));
}

/** Its key is what identifies the entity: a chat and a user are a member. */
function isKeyedByIdentity(scenario: Scenario, entity: string, profile: Profile): boolean {
  const identity = scenario.entities[entity]?.identity ?? [];
  const columns = keyColumns(profile);
  return (
    identity.length > 1 &&
    identity.every((name) => {
      const role = findRole(scenario, entity, name);
      const attribute = findEntityAttribute(scenario, entity, name);
      return columns.some((path) => {
        const column = profile.columns.find((one) => one.path === path);
        const link = { columns: [path], words: referenceWords(path), reference: null, target: null };
        if (role) return linkNameLikeness(scenario, role, link) >= 0.6;
        return column !== undefined && attribute !== null && attributeLikeness(column, name, attribute) >= 0.75;
      });
    })
  );
}

/** Its name says an entity that knows what it is looked up by: `posts_by_author`. Not so `chats_by_user`. */
function isNamedAndKnown(scenario: Scenario, profile: Profile): boolean {
  const [first] = keyColumns(profile);
  return Object.entries(scenario.entities).some(
    ([name, entity]) =>
      bestLikeness(profile.head, name, entity.synonyms) >= 0.9 &&
      first !== undefined &&
      hasMeaning(scenario, name, entity, profile, first),
  );
}

/** Everything that a template holds is known of the entity: `email:{email} = user_id` is the user's. */
function explainsAll(scenario: Scenario, entity: string, profile: Profile): boolean {
  const definition = scenario.entities[entity];
  if (!definition || profile.columns.length === 0) return false;
  return profile.columns.every(({ path }) => hasMeaning(scenario, entity, definition, profile, path));
}

/** A cached value (`redirect:{code} = long_url`) that has less than half of what is known of an entity is no home for it. */
export function isScant(scenario: Scenario, entity: string, profile: Profile): boolean {
  const definition = scenario.entities[entity];
  if (!definition || profile.holder.template?.holds !== "value") return false;
  const asked = Object.entries(definition.attributes).filter(([, attribute]) => attribute.asked);
  const roles = relationsOf(scenario, entity);
  const attributes = asked.filter(([name, attribute]) =>
    profile.columns.some((column) => attributeLikeness(column, name, attribute) >= 0.75),
  );
  const linked = roles.filter((role) => profile.links.some((link) => linkNameLikeness(scenario, role, link) >= 0.6));
  return attributes.length + linked.length < (asked.length + roles.length) / 2;
}

/** Which entity a query table, template or cache holds, by its name, what it is looked up by and what it lists. */
export function entityOfView(
  scenario: Scenario,
  profile: Profile,
): { readonly entity: string; readonly worth: number } | null {
  const named = isNamedAndKnown(scenario, profile);
  let best: { entity: string; worth: number } | null = null;
  for (const entity of Object.keys(scenario.entities)) {
    const worth =
      tableLikeness(scenario, entity, profile) +
      (listsEntity(scenario, entity, profile) ? 0.35 : 0) +
      (explainsAll(scenario, entity, profile) ? 0.2 : 0) +
      (explainsKey(scenario, entity, profile) && isSpoken(scenario, entity, profile) ? 0.15 : 0) +
      (!named && isKeyedByIdentity(scenario, entity, profile) ? 0.15 : 0);
    if (worth >= LEAST && (!best || worth > best.worth)) best = { entity, worth: Math.min(1, worth) };
  }
  return best;
}
