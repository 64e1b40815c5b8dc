import type { Table } from "@/lib/design";
import { alternativesOf, type Relation, type Scenario } from "@/lib/scenario";
import { isCommon } from "./attributes";
import { bestLikeness } from "./likeness";
import type { Link } from "./profile";
import { wordsOf } from "./words";

/** How well a link's own name and the name of its target say the relation, 0 to 1. */
export function linkNameLikeness(scenario: Scenario, relation: Relation, link: Link): number {
  const target = scenario.entities[relation.to];
  const role = relation.as ? bestLikeness(link.words, relation.as, relation.synonyms) : 0;
  const generic = alternativesOf(scenario, "generic").filter((one) => one.for.includes(relation.to));
  const entity = Math.max(
    bestLikeness(link.words, relation.to, target?.synonyms),
    ...generic.map((one) => bestLikeness(link.words, one.name, one.synonyms)),
  );
  const named = relation.as ? entity : Math.max(entity, bestLikeness(link.words, relation.to, relation.synonyms));
  return Math.max(role, 0.85 * named, 0.82 * naturalKeyLikeness(scenario, relation, link));
}

/** A column named like what identifies the other end (`username` of likes) names it as well as an id does; a bare `name` is that of its own row. */
function naturalKeyLikeness(scenario: Scenario, relation: Relation, link: Link): number {
  if (isCommon(link.words.join("_"))) return 0;
  const own = scenario.entities[relation.from]?.attributes ?? {};
  const attributes = Object.entries(scenario.entities[relation.to]?.attributes ?? {});
  return attributes.reduce((best, [name, { facts, synonyms }]) => {
    if (!facts.includes("unique") || Object.hasOwn(own, name)) return best;
    return bestLikeness(link.words, name, synonyms) >= 0.9 ? 1 : best;
  }, 0);
}

/** What earlier rounds found out: which table is which entity. */
export type Known = ReadonlyMap<Table, string>;

export const NOTHING_KNOWN: Known = new Map();

/** How well the table that a link points at is the relation's other end: known from an earlier round, else by its name. */
export function endLikeness(scenario: Scenario, relation: Relation, link: Link, known: Known): number {
  if (!link.reference) return 0;
  if (link.target && known.get(link.target) === relation.to) return 0.9;
  const words = wordsOf(link.reference.target.table);
  return 0.8 * bestLikeness(words, relation.to, scenario.entities[relation.to]?.synonyms);
}
