import { findAttribute, plainName, type Table } from "@/lib/design";
import { type Relation, relationId, type Scenario } from "@/lib/scenario";
import type { Double, EntityPlace, RelationPlace } from "./alignment";
import { EDGE_FROM, EDGE_TO } from "./holders";
import { bestLikeness } from "./likeness";
import { linkNameLikeness } from "./link-likeness";
import { findLinkList, findList, isLink } from "./lists";
import type { Link, Profile } from "./profile";
import { assign } from "./solve";
import { looksLikeId, tableWords } from "./words";

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
  if (!link.target)
    return (
      0.7 *
      bestLikeness(
        tableWords(link.reference.target.table),
        relation.to,
        placed.scenario.entities[relation.to]?.synonyms ?? [],
      )
    );
  if (tablesOf(placed, relation.to).includes(link.target)) return 1;
  const { target } = link;
  return partnersOf(placed.scenario, relation.to).some((partner) => tablesOf(placed, partner).includes(target))
    ? 0.6
    : 0;
}

/** A loose column keeps a relation when its name says so and looks like a key, or is just the role's or the target's name. */
function looseLikeness(placed: Placed, relation: Relation, link: Link): number {
  const named = linkNameLikeness(placed.scenario, relation, link);
  const exact = named >= 0.8;
  return looksLikeId(link.columns[0] ?? "") || exact ? 0.8 * named : 0;
}

function linkLikeness(placed: Placed, relation: Relation, link: Link): number {
  if (!link.reference && link.target) return tablesOf(placed, relation.to).includes(link.target) ? 0.9 : 0;
  if (!link.reference) return Math.max(looseLikeness(placed, relation, link), pairLikeness(relation, link));
  const named = Math.max(linkNameLikeness(placed.scenario, relation, link), pairLikeness(relation, link));
  return 0.5 * named + 0.5 * targetLikeness(placed, relation, link);
}

/** A column of a pair says the relation by the name of its side. */
function pairLikeness(relation: Relation, link: Link): number {
  const names = relation.twice?.flat() ?? [];
  return names.reduce((best, name) => Math.max(best, 0.9 * bestLikeness(link.words, name)), 0);
}

function howKept(placed: Placed, relation: Relation, link: Link): RelationPlace["how"] {
  if (!link.reference) return link.target ? "embedded" : "column";
  const { target } = link;
  if (!target || link.reference.target.columns.some((column) => !findAttribute(target, column))) return "dangling";
  const worth = targetLikeness(placed, relation, link);
  if (worth === 1) return link.reference.enforced ? "reference" : "column";
  return worth > 0 ? "through" : "elsewhere";
}

/** A column of the other end that points back at this side: by its reference, or by its name. */
function pointsBack(placed: Placed, relation: Relation, link: Link): boolean {
  if (link.target !== null) return tablesOf(placed, relation.from).includes(link.target);
  return !link.reference && looksLikeId(link.columns[0] ?? "") && namesEntity(placed, relation.from, link);
}

function findReversed(placed: Placed, relation: Relation, taken: ReadonlySet<string>): RelationPlace | null {
  if (relation.from === relation.to) return null;
  for (const table of tablesOf(placed, relation.to)) {
    const links = placed.profiles.get(table)?.links ?? [];
    const back = links.find((link) => !taken.has(placeKey(table, link.columns)) && pointsBack(placed, relation, link));
    if (back) return reversedPlace(relation, table, back);
  }
  return null;
}

function namesEntity(placed: Placed, entity: string, link: Link): boolean {
  return bestLikeness(link.words, entity, placed.scenario.entities[entity]?.synonyms ?? []) >= 0.75;
}

/** One-to-one may be kept at either end. */
function reversedPlace(relation: Relation, table: Table, link: Link): RelationPlace {
  const sound = relation.oneToOne ? (link.reference?.enforced ? "reference" : "column") : "reversed";
  return { how: sound, table, columns: link.columns, reference: link.reference };
}

function placeKey(table: Table, columns: readonly string[]): string {
  return `${table.span.start} ${table.name.text} ${columns.map(plainName).join()}`;
}

/** Of an edge between two of a kind, the first relation of the scenario is where it begins. */
function endBonus(link: Link, at: number): number {
  const [column] = link.columns;
  return (column === EDGE_FROM && at === 0) || (column === EDGE_TO && at === 1) ? 0.02 : 0;
}

/** One-to-one may be declared at the other end (DBML's `a.id - b.a_id`). */
function referenceBack(placed: Placed, relation: Relation, table: Table): Link | null {
  const links = tablesOf(placed, relation.to).flatMap((other) => placed.profiles.get(other)?.links ?? []);
  return links.find((link) => link.reference?.enforced === true && link.target === table) ?? null;
}

/** The other column of a pair in one row, where the scenario says that a row may hold both. */
function otherOfPair(relation: Relation, links: readonly Link[], taken: Link): RelationPlace["also"] {
  const { twice } = relation;
  if (!twice) return undefined;
  const side = (link: Link) => twice.findIndex((names) => names.some((name) => bestLikeness(link.words, name) >= 0.75));
  const own = side(taken);
  const other = links.find((link) => link !== taken && side(link) !== -1 && side(link) !== own);
  return own !== -1 && other ? { columns: other.columns, reference: other.reference } : undefined;
}

/** Relations of the entities in one table, matched with the table's links in one assignment. */
export function matchLinks(placed: Placed, table: Table, relations: readonly Relation[]): Map<string, RelationPlace> {
  const links = placed.profiles.get(table)?.links ?? [];
  const worth = relations.map((relation, at) =>
    links.map((link) => linkLikeness(placed, relation, link) + endBonus(link, at)),
  );
  const found = new Map<string, RelationPlace>();
  for (const { row, column } of assign(worth, 0.3)) {
    const [relation, link] = [relations[row], links[column]];
    if (!relation || !link) continue;
    const back = relation.oneToOne && !link.reference ? referenceBack(placed, relation, table) : null;
    found.set(relationId(relation), {
      how: back ? "reference" : howKept(placed, relation, link),
      table,
      columns: link.columns,
      reference: link.reference,
      ...pairOf(otherOfPair(relation, links, link)),
    });
  }
  return found;
}

function pairOf(also: RelationPlace["also"]): Pick<RelationPlace, "also"> {
  return also ? { also } : {};
}

/** Both ends are one table: nothing to keep. */
function isMerged(placed: Placed, relation: Relation): boolean {
  const [from, to] = [placed.entities.get(relation.from), placed.entities.get(relation.to)];
  return relation.from !== relation.to && from !== undefined && from.table === to?.table;
}

/** The relations that each table may keep: those of the entities that live in it. */
function relationsByTable(placed: Placed): ReadonlyMap<Table, readonly Relation[]> {
  const byTable = new Map<Table, Relation[]>();
  for (const relation of placed.scenario.relations) {
    const from = placed.entities.get(relation.from);
    if (!from || isMerged(placed, relation)) continue;
    for (const table of [from.table, ...from.parts]) byTable.set(table, [...(byTable.get(table) ?? []), relation]);
  }
  return byTable;
}

function mergedRelations(placed: Placed): readonly (readonly [string, RelationPlace])[] {
  return placed.scenario.relations.flatMap((relation) => {
    const table = placed.entities.get(relation.from)?.table;
    if (!table || !isMerged(placed, relation)) return [];
    return [[relationId(relation), { how: "merged", table, columns: [], reference: null }] as const];
  });
}

/** Where each relation is kept; relations that are nowhere are left out. */
export function placeRelations(placed: Placed): ReadonlyMap<string, RelationPlace> {
  const matched = [...relationsByTable(placed)].flatMap(([table, relations]) => [
    ...matchLinks(placed, table, relations),
  ]);
  const found = new Map<string, RelationPlace>([...matched.toReversed(), ...mergedRelations(placed)]);
  placeFromOtherEnd(placed, found);
  return found;
}

/** Relations that no column of their own side keeps: looked for at the other end, and as lists. */
function placeFromOtherEnd(placed: Placed, found: Map<string, RelationPlace>): void {
  const { scenario, profiles, entities } = placed;
  const taken = new Set([...found.values()].map((place) => placeKey(place.table, place.columns)));
  for (const relation of scenario.relations) {
    if (found.has(relationId(relation)) || !entities.has(relation.from)) continue;
    const tables = tablesOf(placed, relation.to);
    const place = findReversed(placed, relation, taken) ?? findList(scenario, relation, tables, profiles);
    if (place) found.set(relationId(relation), place);
  }
  for (const entity of Object.keys(scenario.entities)) {
    if (entities.has(entity) || !isLink(scenario, entity)) continue;
    const list = findLinkList(scenario, entity, (name) => tablesOf(placed, name), profiles);
    if (list) found.set(relationId(list.relation), list.place);
  }
}
