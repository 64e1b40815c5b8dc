import {
  copyNames,
  known,
  knownAnywhere,
  knownColumn,
  knownData,
  knownEntity,
  knownRelation,
  repeated,
} from "./check-names";
import { checkPatterns } from "./check-patterns";
import { checkWords } from "./check-words";
import type { Problem } from "./problem";
import { relationId } from "./queries";
import type { Alternative, Invariant, Scenario } from "./schema";
import { columnsInCondition } from "./step";

type Path = Problem["path"];

function* checkEntities(scenario: Scenario): Generator<Problem> {
  for (const [name, entity] of Object.entries(scenario.entities))
    for (const [i, column] of entity.identity.entries())
      yield* knownColumn(scenario, ["entities", name, "identity", i], name, column);
  for (const [name, entity] of Object.entries(scenario.entities))
    for (const [attribute, { alsoIn }] of Object.entries(entity.attributes))
      for (const [i, other] of alsoIn.entries())
        yield* knownEntity(scenario, ["entities", name, "attributes", attribute, "alsoIn", i], other);
}

function* checkRelations(scenario: Scenario): Generator<Problem> {
  yield* repeated(["relations"], "relation", scenario.relations.map(relationId));
  for (const [i, relation] of scenario.relations.entries()) {
    yield* knownEntity(scenario, ["relations", i, "from"], relation.from);
    yield* knownEntity(scenario, ["relations", i, "to"], relation.to);
  }
}

function* checkCondition(scenario: Scenario, path: Path, entity: string, condition: string): Generator<Problem> {
  const names = columnsInCondition(condition);
  if (!names) yield { path, message: `'${condition}' is no condition that can be read. Write it like 'amount > 0'.` };
  for (const name of names ?? []) yield* knownColumn(scenario, path, entity, name);
}

function* checkInvariant(scenario: Scenario, path: Path, invariant: Invariant): Generator<Problem> {
  if (invariant.kind === "reference") {
    yield* knownRelation(scenario, [...path, "relation"], invariant.relation);
    return;
  }
  const { entity } = invariant;
  yield* knownEntity(scenario, [...path, "entity"], entity);
  if (invariant.kind === "not-null") yield* knownColumn(scenario, [...path, "column"], entity, invariant.column);
  if (invariant.kind === "unique") {
    for (const [i, column] of invariant.columns.entries())
      yield* knownColumn(scenario, [...path, "columns", i], entity, column);
    for (const [i, columns] of invariant.alsoMetBy.entries())
      for (const [j, column] of columns.entries()) yield* knownAnywhere(scenario, [...path, "alsoMetBy", i, j], column);
    if (invariant.where !== undefined) yield* checkCondition(scenario, [...path, "where"], entity, invariant.where);
  }
  if (invariant.kind === "check") {
    yield* checkCondition(scenario, [...path, "condition"], entity, invariant.condition);
    for (const [i, condition] of invariant.alsoMetBy.entries())
      yield* checkCondition(scenario, [...path, "alsoMetBy", i], entity, condition);
  }
}

function* checkInvariants(scenario: Scenario): Generator<Problem> {
  yield* repeated(
    ["invariants"],
    "invariant",
    scenario.invariants.map((invariant) => invariant.id),
    "id",
  );
  for (const [i, invariant] of scenario.invariants.entries())
    yield* checkInvariant(scenario, ["invariants", i], invariant);
}

function* checkVolume(scenario: Scenario): Generator<Problem> {
  const { right, wrong } = scenario.volume.shard;
  const key = ({ entity, by }: { readonly entity: string; readonly by: readonly string[] }) =>
    `${entity} by ${by.join(", ")}`;
  const copies = copyNames(scenario);
  for (const [side, keys] of Object.entries({ right, wrong }))
    for (const [i, { entity, by }] of keys.entries()) {
      const path = ["volume", "shard", side, i];
      if (copies.includes(entity)) continue;
      yield* knownEntity(scenario, [...path, "entity"], entity);
      for (const [j, column] of by.entries()) yield* knownColumn(scenario, [...path, "by", j], entity, column, ["id"]);
    }
  for (const [i, shard] of wrong.entries())
    if (right.some((other) => key(other) === key(shard)))
      yield { path: ["volume", "shard", "wrong", i], message: `The shard key ${key(shard)} is both right and wrong.` };
}

function* checkTransactions(scenario: Scenario): Generator<Problem> {
  for (const [i, entities] of scenario.volume.transactions.entries())
    for (const [j, entity] of entities.entries())
      yield* knownEntity(scenario, ["volume", "transactions", i, j], entity);
  for (const [i, { of }] of scenario.volume.shard.added.entries())
    for (const [j, entity] of of.entries())
      yield* knownEntity(scenario, ["volume", "shard", "added", i, "of", j], entity);
}

function* checkConsistency(scenario: Scenario): Generator<Problem> {
  yield* repeated(
    ["consistency"],
    "consistency",
    scenario.consistency.map((one) => one.of),
    "of",
  );
  /** Data with names of its own (`seat_map`) need be nothing else in the scenario. */
  for (const [i, { of, synonyms }] of scenario.consistency.entries())
    if (synonyms.length === 0) yield* knownData(scenario, ["consistency", i, "of"], of);
}

/** The entities that an alternative speaks of, each with its place inside the alternative. */
function entitiesIn(alternative: Alternative): readonly (readonly [Path, string])[] {
  const each = (field: string, names: readonly string[]) => names.map((name, i) => [[field, i], name] as const);
  switch (alternative.kind) {
    case "merge":
      return each("entities", alternative.entities);
    case "embed":
      return [
        [["entity"], alternative.entity],
        [["into"], alternative.into],
      ];
    case "copy":
      return each("of", alternative.of);
    case "generic":
      return each("for", alternative.for);
    case "columns":
      return [[["entity"], alternative.entity], ...each("of", alternative.of)];
    case "elsewhere":
      return [[["entity"], alternative.entity]];
    case "welcome":
      return [];
  }
}

function* checkAlternatives(scenario: Scenario): Generator<Problem> {
  const patterns = scenario.patterns.map((pattern) => pattern.id);
  for (const [i, alternative] of scenario.alternatives.entries()) {
    const path = ["alternatives", i];
    for (const [inside, name] of entitiesIn(alternative)) yield* knownEntity(scenario, [...path, ...inside], name);
    if (alternative.kind !== "copy") continue;
    for (const [j, id] of alternative.serves.entries()) yield* known([...path, "serves", j], "pattern", id, patterns);
  }
}

/** Every `words` of the file, with its path. */
function* quotesIn(node: unknown, path: Path): Generator<{ readonly path: Path; readonly text: string }> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const at = [...path, Array.isArray(node) ? Number(key) : key];
    if (key === "words" && typeof value === "string") yield { path: at, text: value };
    else yield* quotesIn(value, at);
  }
}

function* checkQuotes(scenario: Scenario, brief: string): Generator<Problem> {
  const plain = (text: string) => text.replace(/\s+/g, " ").trim();
  const whole = plain(brief);
  for (const { path, text } of quotesIn(scenario, []))
    if (!whole.includes(plain(text)))
      yield { path, message: `The brief does not say '${plain(text)}'. Quote it exactly.` };
}

/**
 * What the schema cannot see: names that name nothing, ids and words that name two things, conditions that cannot be
 * read, quotes that the brief does not hold. All problems at once, in the order of the file's parts; empty: it is sound.
 */
export function checkScenario(scenario: Scenario, brief: string): readonly Problem[] {
  return [
    ...checkEntities(scenario),
    ...checkRelations(scenario),
    ...checkInvariants(scenario),
    ...checkPatterns(scenario),
    ...checkVolume(scenario),
    ...checkTransactions(scenario),
    ...checkConsistency(scenario),
    ...checkAlternatives(scenario),
    ...checkWords(scenario),
    ...checkQuotes(scenario, brief),
  ];
}
