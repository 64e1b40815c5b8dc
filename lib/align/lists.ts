import type { Table } from "@/lib/design";
import { type Entity, findRole, type Relation, relationsOf, type Scenario } from "@/lib/scenario";
import type { RelationPlace } from "./alignment";
import { bestLikeness } from "./likeness";
import type { Column, Profile } from "./profile";
import { wordsOf } from "./words";

const LIST_TYPES = /\[\]|array|list|set|json/i;
const LEAST_LIKE = 0.75;
const WHOLE_NAME = 0.9;

/** A column that holds many values: by its shape, its type, or a name such as `bid_ids`. */
function isList({ attribute, path }: Column): boolean {
  return attribute.shape === "list" || LIST_TYPES.test(attribute.type ?? "") || /ids$/i.test(path);
}

function listsOf(profile: Profile | undefined): readonly { column: Column; words: readonly string[] }[] {
  const columns = profile?.columns.filter(isList) ?? [];
  return columns.flatMap((column) => listWords(column).map((words) => ({ column, words })));
}

/** `bid_ids` → bid; `liked_by` → liked, and like. */
function listWords({ path }: Column): readonly (readonly string[])[] {
  const words = wordsOf(path.replace(/_?ids?$/i, "")).filter((word) => word !== "by");
  const done = words.map((word) => word.replace(/ed$/, "e"));
  return done.join() === words.join() ? [words] : [words, done];
}

/** `link_codes`, `codes`: a list of what identifies the entity's rows, with its name before that or without. */
function listsKeys({ identity, attributes, synonyms }: Entity, name: string, words: readonly string[]): boolean {
  return Object.entries(attributes).some(([key, attribute]) => {
    if (!identity.includes(key) && !attribute.facts.includes("unique")) return false;
    const isKey = (part: readonly string[]) => bestLikeness(part, key, attribute.synonyms) >= WHOLE_NAME;
    const isOf = (part: readonly string[]) => part.length === 0 || bestLikeness(part, name, synonyms) >= WHOLE_NAME;
    return words.some((_, at) => isKey(words.slice(at)) && isOf(words.slice(0, at)));
  });
}

function asList(table: Table, column: Column): RelationPlace {
  return { how: "list", table, columns: [column.path], reference: null };
}

/** A relation kept as a list in the tables at its other end (`bid_ids` in auctions). */
export function findList(
  scenario: Scenario,
  relation: Relation,
  tables: readonly Table[],
  profiles: ReadonlyMap<Table, Profile>,
): RelationPlace | null {
  const entity = scenario.entities[relation.from];
  if (!entity) return null;
  for (const table of tables) {
    const list = listsOf(profiles.get(table)).find(
      ({ words }) =>
        bestLikeness(words, relation.from, entity.synonyms) >= LEAST_LIKE || listsKeys(entity, relation.from, words),
    );
    if (list) return asList(table, list.column);
  }
  return null;
}

/** True for an entity that only links others (`follow`): identified by two or more of its roles. */
export function isLink(scenario: Scenario, entity: string): boolean {
  const roles = (scenario.entities[entity]?.identity ?? []).filter((name) => findRole(scenario, entity, name) !== null);
  return roles.length >= 2;
}

/** The role whose ids a list holds: the one it is named after, else the one that leads away from the table, else the last. */
function heldRole(relations: readonly Relation[], owner: string, words: readonly string[]): Relation | null {
  const worth = (relation: Relation, at: number) =>
    (relation.as ? bestLikeness(words, relation.as, relation.synonyms) : 0) +
    (relation.to === owner ? 0 : 0.5) +
    at / 100;
  const ranked = relations.map((relation, at) => ({ relation, worth: worth(relation, at) }));
  return ranked.toSorted((a, b) => b.worth - a.worth)[0]?.relation ?? null;
}

/** A missing link entity that is kept as a list in one of the tables it links; null where there is no such list. */
export function findLinkList(
  scenario: Scenario,
  entity: string,
  tablesOf: (entity: string) => readonly Table[],
  profiles: ReadonlyMap<Table, Profile>,
): { relation: Relation; place: RelationPlace } | null {
  const relations = relationsOf(scenario, entity);
  const synonyms = scenario.entities[entity]?.synonyms ?? [];
  for (const owner of new Set(relations.map((relation) => relation.to))) {
    for (const table of tablesOf(owner)) {
      for (const { column, words } of listsOf(profiles.get(table))) {
        const roles = relations.map((one) =>
          Math.max(
            one.as ? bestLikeness(words, one.as, one.synonyms) : 0,
            one.to === owner ? 0 : bestLikeness(words, one.to, scenario.entities[one.to]?.synonyms ?? []),
          ),
        );
        if (Math.max(bestLikeness(words, entity, synonyms), ...roles) < LEAST_LIKE) continue;
        const relation = heldRole(relations, owner, words);
        if (relation) return { relation, place: asList(table, column) };
      }
    }
  }
  return null;
}
