import { sameName } from "@/lib/design";
import type { Problem } from "./problem";
import { mayMerge, relationName } from "./queries";
import type { Scenario } from "./schema";

/** A word that names something, where it was said, and what it names. */
interface Word {
  readonly text: string;
  readonly path: Problem["path"];
  /** What it stands for, as a message says it: `bid`, `bid.amount`, `bid->bidder`. */
  readonly owner: string;
  /** The entity whose columns it is one of; null for names of entities themselves. */
  readonly within: string | null;
  readonly own: boolean;
}

interface Named {
  readonly synonyms: readonly string[];
}

function wordsOf(owner: string, within: string | null, name: string, path: Problem["path"], named: Named): Word[] {
  return [
    { text: name, path, owner, within, own: true },
    ...named.synonyms.map((text, i) => ({ text, path: [...path, "synonyms", i], owner, within, own: false })),
  ];
}

function entityWords(scenario: Scenario): Word[] {
  const entities = Object.entries(scenario.entities).flatMap(([name, entity]) =>
    wordsOf(name, null, name, ["entities", name], entity),
  );
  const others = scenario.alternatives.flatMap((alternative, i) => {
    const path = ["alternatives", i];
    if (alternative.kind !== "copy" && alternative.kind !== "welcome" && alternative.kind !== "generic") return [];
    return wordsOf(alternative.name, null, alternative.name, path, alternative);
  });
  return [...entities, ...others];
}

function columnWords(scenario: Scenario): Word[] {
  const attributes = Object.entries(scenario.entities).flatMap(([entity, { attributes: all }]) =>
    Object.entries(all).flatMap(([name, attribute]) => {
      const path = ["entities", entity, "attributes", name];
      const owner = `${entity}.${name}`;
      const parts = attribute.split.map((text, i) => ({
        text,
        path: [...path, "split", i],
        owner,
        within: entity,
        own: false,
      }));
      return [...wordsOf(owner, entity, name, path, attribute), ...parts];
    }),
  );
  const roles = scenario.relations.flatMap((relation, i) => {
    const name = relationName(relation);
    return wordsOf(`${relation.from}->${name}`, relation.from, name, ["relations", i], relation);
  });
  return [...attributes, ...roles];
}

const columnName = (owner: string): string => owner.replace(/^.*?(\.|->)/, "");

/**
 * Columns are told apart within one table: an entity's own, or that of two which may be merged. Attributes of one name are one
 * column where their entities are one table (`phone` of rider and driver).
 */
function mayMeet(scenario: Scenario, a: Word, b: Word): boolean {
  if (a.within === null || b.within === null) return a.within === b.within;
  if (a.within !== b.within && columnName(a.owner) === columnName(b.owner)) return false;
  return a.within === b.within || mayMerge(scenario, a.within, b.within);
}

/** Of two words that clash, the later one is told; an own word never gives way to a synonym. */
function* clashes(scenario: Scenario, words: readonly Word[]): Generator<Problem> {
  const ordered = [...words.filter((word) => word.own), ...words.filter((word) => !word.own)];
  for (const [i, word] of ordered.entries()) {
    const first = ordered
      .slice(0, i)
      .find((other) => sameName(other.text, word.text) && mayMeet(scenario, other, word));
    if (!first || (first.own && word.own && first.owner === word.owner)) continue;
    if (first.owner === word.owner)
      yield {
        path: word.path,
        message: `'${word.text}' is understood already: it stands for ${word.owner} without being listed.`,
      };
    else
      yield {
        path: word.path,
        message: `'${word.text}' means both ${first.owner} and ${word.owner}. Keep it for one of them.`,
      };
  }
}

/** An attribute named like an entity would draw that entity's references to itself; a role may be named like its target. */
function* columnsNamedLikeEntities(
  entities: readonly Word[],
  columns: readonly Word[],
  scenario: Scenario,
): Generator<Problem> {
  for (const column of columns) {
    const meant = entities.filter((word) => sameName(word.text, column.text));
    const entity = meant.find((word) => word.own) ?? meant[0];
    if (!entity || column.within === null) continue;
    const role = scenario.relations.find((relation) => `${relation.from}->${relationName(relation)}` === column.owner);
    if (role ? role.to === entity.owner || role.from === entity.owner : column.own) continue;
    yield {
      path: column.path,
      message: `'${column.text}' stands for ${column.owner} here, but it is a name of ${entity.owner} too.`,
    };
  }
}

/** Words that mean two things, or that say again what is understood already. */
export function* checkWords(scenario: Scenario): Generator<Problem> {
  const entities = entityWords(scenario);
  const columns = columnWords(scenario);
  yield* clashes(scenario, entities);
  yield* clashes(scenario, columns);
  yield* columnsNamedLikeEntities(entities, columns, scenario);
}
