import { plainName, type Table } from "@/lib/design";
import { findRole, type Relation, relationId, type Scenario } from "@/lib/scenario";
import type { Double, EntityPlace, RelationPlace } from "./alignment";
import type { Link, Profile } from "./profile";
import { assign } from "./solve";
import { linkNameLikeness, tableLikeness } from "./tables";
import { bestLikeness, looksLikeId, tableWords, wordsOf } from "./words";

export interface Placed {
  readonly scenario: Scenario;
  readonly profiles: ReadonlyMap<Table, Profile>;
  readonly entities: ReadonlyMap<string, EntityPlace>;
  readonly doubles: readonly Double[];
}

function tablesOf(placed: Placed, entity: string): readonly Table[] {
  const place = placed.entities.get(entity);
  const stand = placed.doubles.filter((double) => double.entity === entity).map((double) => double.table);
  return place ? [place.table, ...place.parts, ...stand] : stand;
}

/** Entities bound one-to-one with this one, by a relation in either direction. */
function partnersOf(scenario: Scenario, entity: string): readonly string[] {
  return scenario.relations
    .filter((relation) => relation.oneToOne && (relation.from === entity || relation.to === entity))
    .map((relation) => (relation.from === entity ? relation.to : relation.from));
}

function targetLikeness(placed: Placed, relation: Relation, link: Link): number {
  if (!link.reference) return 0;
  if (!link.target) return 0.7 * bestLikeness(tableWords(link.reference.target.table), relation.to, placed.scenario.entities[relation.to]?.synonyms ?? []);
  if (tablesOf(placed, relation.to).includes(link.target)) return 1;
  const partners = partnersOf(placed.scenario, relation.to);
  return partners.some((partner) => tablesOf(placed, partner).includes(link.target ?? ({} as Table))) ? 0.6 : 0;
}

/** A loose column keeps a relation when its name says so and looks like a key, or is just the role's or the target's name. */
function looseLikeness(placed: Placed, relation: Relation, link: Link): number {
  const named = linkNameLikeness(placed.scenario, relation, link);
  const exact = named >= 0.8;
  return looksLikeId(link.columns[0] ?? "") || exact ? 0.8 * named : 0;
}

function linkLikeness(placed: Placed, relation: Relation, link: Link): number {
  if (!link.reference) return looseLikeness(placed, relation, link);
  return 0.5 * linkNameLikeness(placed.scenario, relation, link) + 0.5 * targetLikeness(placed, relation, link);
}

function howKept(placed: Placed, relation: Relation, link: Link): RelationPlace["how"] {
  if (!link.reference) return "column";
  if (!link.target) return "dangling";
  const worth = targetLikeness(placed, relation, link);
  if (worth === 1) return link.reference.enforced ? "reference" : "column";
  return worth > 0 ? "through" : "elsewhere";
}

const LIST_TYPES = /\[\]|array|list|set|json/i;

/** `bid_ids [id]`, `bids text[]` in the table at the other end. */
function findList(placed: Placed, relation: Relation): RelationPlace | null {
  const from = placed.scenario.entities[relation.from];
  for (const table of tablesOf(placed, relation.to)) {
    for (const column of placed.profiles.get(table)?.columns ?? []) {
      const listed = column.attribute.shape === "list" || LIST_TYPES.test(column.attribute.type ?? "") || /ids$/i.test(column.path);
      const words = wordsOf(column.path.replace(/_?ids?$/i, ""));
      const named = Math.max(
        bestLikeness(words, relation.from, from?.synonyms ?? []),
        relation.as && isLink(placed.scenario, relation.from) ? bestLikeness(words, relation.as, relation.synonyms) : 0,
      );
      if (listed && named >= 0.75)
        return { how: "list", table, columns: [column.path], reference: null };
    }
  }
  return null;
}

function findReversed(placed: Placed, relation: Relation, taken: ReadonlySet<string>): RelationPlace | null {
  const from = placed.entities.get(relation.from);
  if (!from) return null;
  const own = relation.from === relation.to;
  for (const table of own ? [] : tablesOf(placed, relation.to)) {
    for (const link of placed.profiles.get(table)?.links ?? []) {
      if (taken.has(linkKey(table, link))) continue;
      const points = link.target !== null && tablesOf(placed, relation.from).includes(link.target);
      const named = looksLikeId(link.columns[0] ?? "") && namesEntity(placed, relation.from, link);
      if (points || (!link.reference && named)) return reversedPlace(relation, table, link);
    }
  }
  return null;
}

/** An entity that only links others (`follow`): identified by two or more of its roles. */
function isLink(scenario: Scenario, entity: string): boolean {
  const roles = (scenario.entities[entity]?.identity ?? []).filter((name) => findRole(scenario, entity, name) !== null);
  return roles.length >= 2;
}

function namesEntity(placed: Placed, entity: string, link: Link): boolean {
  return bestLikeness(link.words, entity, placed.scenario.entities[entity]?.synonyms ?? []) >= 0.75;
}

/** One-to-one may be kept at either end. */
function reversedPlace(relation: Relation, table: Table, link: Link): RelationPlace {
  const sound = relation.oneToOne ? (link.reference?.enforced ? "reference" : "column") : "reversed";
  return { how: sound, table, columns: link.columns, reference: link.reference };
}

function linkKey(table: Table, link: Link): string {
  return `${table.span.start} ${table.name.text} ${link.columns.map(plainName).join()}`;
}

/** Relations of the entities in one table, matched with the table's links in one assignment. */
function matchLinks(placed: Placed, table: Table, relations: readonly Relation[]): Map<string, RelationPlace> {
  const links = placed.profiles.get(table)?.links ?? [];
  const worth = relations.map((relation) => links.map((link) => linkLikeness(placed, relation, link)));
  const found = new Map<string, RelationPlace>();
  for (const { row, column } of assign(worth, 0.3)) {
    const [relation, link] = [relations[row], links[column]];
    if (!relation || !link) continue;
    found.set(relationId(relation), { how: howKept(placed, relation, link), table, columns: link.columns, reference: link.reference });
  }
  return found;
}

/** Both ends are one table: nothing to keep. */
function isMerged(placed: Placed, relation: Relation): boolean {
  const [from, to] = [placed.entities.get(relation.from), placed.entities.get(relation.to)];
  return relation.from !== relation.to && from !== undefined && from.table === to?.table;
}

/** Where each relation is kept; relations that are nowhere are left out. */
export function placeRelations(placed: Placed): ReadonlyMap<string, RelationPlace> {
  const found = new Map<string, RelationPlace>();
  const byTable = new Map<Table, Relation[]>();
  for (const relation of placed.scenario.relations) {
    const from = placed.entities.get(relation.from);
    if (!from) continue;
    if (isMerged(placed, relation)) found.set(relationId(relation), { how: "merged", table: from.table, columns: [], reference: null });
    else for (const table of [from.table, ...from.parts]) byTable.set(table, [...(byTable.get(table) ?? []), relation]);
  }
  for (const [table, relations] of byTable)
    for (const [id, place] of matchLinks(placed, table, relations)) if (!found.has(id)) found.set(id, place);
  placeFromOtherEnd(placed, found);
  return found;
}

function placeFromOtherEnd(placed: Placed, found: Map<string, RelationPlace>): void {
  const taken = new Set([...found.values()].map((place) => `${place.table.span.start} ${place.table.name.text} ${place.columns.map(plainName).join()}`));
  for (const relation of placed.scenario.relations) {
    if (found.has(relationId(relation))) continue;
    if (!placed.entities.has(relation.from)) {
      const list = isLink(placed.scenario, relation.from) ? findList(placed, relation) : null;
      if (list) found.set(relationId(relation), list);
      continue;
    }
    const place = findReversed(placed, relation, taken) ?? findList(placed, relation);
    if (place) found.set(relationId(relation), place);
  }
}

/** Tables beside the entities' own that mean one of them again. */
export function findDoubles(scenario: Scenario, profiles: readonly Profile[], entities: ReadonlyMap<string, EntityPlace>): readonly Double[] {
  return profiles.flatMap((profile) => {
    for (const [entity, place] of entities) {
      const bound = isOneToOne(profile, place.table);
      const kind = doubleKind(scenario, profile, entity, bound);
      if (kind) return [{ table: profile.table, entity, kind, bound }];
    }
    return [];
  });
}

/** True where a key of the table is a reference to the target. */
export function isOneToOne(profile: Profile, target: Table): boolean {
  return profile.links.some((link) => {
    if (link.target !== target) return false;
    const columns = link.columns.map(plainName).join();
    return profile.table.keys.some((key) => key.columns.map(plainName).join() === columns);
  });
}

function doubleKind(scenario: Scenario, profile: Profile, entity: string, bound: boolean): Double["kind"] | null {
  const role = scenario.relations.some(
    (relation) => relation.to === entity && relation.as !== undefined && bestLikeness(profile.words, relation.as, relation.synonyms) >= 0.9,
  );
  const definition = scenario.entities[entity];
  const named = definition ? bestLikeness(profile.words, entity, definition.synonyms) >= 0.9 : false;
  if (role) return "role";
  if (named && !bound && tableLikeness(scenario, entity, profile) >= 0.6) return "twin";
  return null;
}

