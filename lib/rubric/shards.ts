import { plainColumn } from "@/lib/access";
import { AROUND, bestLikeness, isBucketName, type Placing, tableWords, wordsOf } from "@/lib/align";
import { type Attribute, findTable, isRandomId, type Said, type ShardKey } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import {
  findEntity,
  findEntityAttribute,
  findRole,
  readGiven,
  relationName,
  relationsOf,
  type Scenario,
} from "@/lib/scenario";
import { isPartitioned, lookupColumns, namesAt, placingsOf } from "./places";
import type { Context } from "./rule";

/** One way in which the candidate spreads an entity's rows. */
export interface Shard {
  readonly entity: string;
  /** The scenario's names for its columns; a name of the candidate's own stands as it was written. */
  readonly names: ReadonlySet<string>;
  /** Columns that hold a part of a time. */
  readonly buckets: readonly string[];
  readonly written: string;
  readonly span: Span;
  /** True where the body says it (a partition key), not the front matter. */
  readonly partition: boolean;
  readonly placing: Placing | null;
}

/** The entity that a name means by its words alone, or null. */
export function entityNamed(scenario: Scenario, name: string): string | null {
  let best: { entity: string; worth: number } | null = null;
  for (const [entity, { synonyms }] of Object.entries(scenario.entities)) {
    const worth = bestLikeness(tableWords(name), entity, synonyms);
    if (worth >= 0.75 && (!best || worth > best.worth)) best = { entity, worth };
  }
  return best?.entity ?? null;
}

/** The scenario's name for a column that the design does not hold, by its words. */
function nameByWords(scenario: Scenario, entity: string, column: string): string {
  const words = wordsOf(column).filter((word, _at, all) => all.length === 1 || word !== "id");
  const own = bestLikeness(words, entity, findEntity(scenario, entity)?.synonyms ?? []) >= 0.9;
  const role = relationsOf(scenario, entity).find(
    (relation) => bestLikeness(words, relationName(relation), relation.synonyms) >= 0.9,
  );
  if (role) return relationName(role);
  if (own || (words.length === 1 && words[0] === "id")) return "id";
  const attributes = Object.entries(findEntity(scenario, entity)?.attributes ?? {});
  return attributes.find(([name, one]) => bestLikeness(words, name, one.synonyms) >= 0.9)?.[0] ?? column;
}

function namesOf(context: Context, entity: string, placing: Placing | null, columns: readonly string[]) {
  const names = new Set<string>();
  const buckets: string[] = [];
  const free = new Set((placing?.free ?? []).map(plainColumn));
  for (const column of columns) {
    const known = placing ? namesAt({ ...placing, free: [] }, [column]) : null;
    if (free.has(plainColumn(column))) buckets.push(column);
    else if (known && known.size > 0) for (const name of known) names.add(name);
    else names.add(nameByWords(context.scenario, entity, column));
  }
  return { names, buckets };
}

function saidShard(context: Context, { value, span }: Said<ShardKey>): readonly Shard[] {
  const table = findTable(context.answer.design, value.table);
  const direct = context.alignment.placings.filter(({ holder }) => table !== null && holder.table === table);
  const inside = context.alignment.placings.filter(({ holder }) => table !== null && holder.parent?.table === table);
  /** A bucket of what lies in it is no entity itself. */
  const places = direct.length > 0 ? direct : inside;
  const named = entityNamed(context.scenario, value.table);
  const own = places.filter(({ how }) => how !== "merged");
  const meant = own.filter((placing) => namesAt({ ...placing, free: [] }, value.columns) !== null);
  const other = places.filter((placing) => namesAt({ ...placing, free: [] }, value.columns) !== null);
  const here = meant.length > 0 ? meant : other.length > 0 ? other : own.length > 0 ? own : places;
  const entities = here.length > 0 ? here.map(({ entity }) => entity) : named === null ? [] : [named];
  return entities.map((entity) => {
    const placing = places.find((one) => one.entity === entity) ?? placingsOf(context, entity)[0] ?? null;
    const around = placing !== null && placing.holder.table !== table && placing.holder.parent?.table === table;
    const columns = around ? value.columns.map((column) => AROUND + column) : value.columns;
    const { names, buckets } = namesOf(context, entity, placing, columns);
    return {
      entity,
      names,
      buckets,
      written: `${value.table}(${value.columns.join(", ")})`,
      span,
      partition: false,
      placing,
    };
  });
}

/** What the front matter says, where more than one machine is spoken of. */
export function saidShards(context: Context): readonly Shard[] {
  if (context.answer.decisions.volume?.value === "single") return [];
  return context.answer.decisions.shardBy.flatMap((said) => saidShard(context, said));
}

/** A template that is looked up by a part of a time alone: one key takes all that is written meanwhile. */
function isByTime(holder: Placing["holder"]): boolean {
  const columns = lookupColumns(holder);
  return holder.template !== null && columns.length > 0 && columns.every(isBucketName);
}

function isKnownCopy({ alignment }: Context, holder: Placing["holder"]): boolean {
  return alignment.known.some((extra) => extra.holder === holder);
}

/** Partition keys in the body stand for it: one for each table of the main store that has one. */
export function partitionShards(context: Context): readonly Shard[] {
  return context.alignment.placings
    .filter(
      ({ holder }) => !holder.second && (isPartitioned(holder) || isByTime(holder)) && !isKnownCopy(context, holder),
    )
    .flatMap((placing) => {
      const { entity, holder } = placing;
      const columns = lookupColumns(holder);
      if (columns.length === 0) return [];
      const { names, buckets } = namesOf(context, entity, placing, columns);
      const written = `${holder.table.name.text}(${columns.join(", ")})`;
      return [{ entity, names, buckets, written, span: holder.table.name.span, partition: true, placing }];
    });
}

export const sameNames = (a: ReadonlySet<string>, b: readonly string[]): boolean =>
  a.size === new Set(b).size && b.every((name) => a.has(name));

/** True where all writes of a moment share the value: a time or a part of one, a state, a counter that a table counts up. */
export function gathersWrites(context: Context, shard: Shard): boolean {
  const { entity, names, buckets, placing, partition } = shard;
  if (names.size === 0) return buckets.length > 0;
  return [...names].every((name) => {
    const attribute = findEntityAttribute(context.scenario, entity, name);
    if (attribute) return attribute.type === "time" || attribute.facts.includes("few-values");
    if (isBucketName(name)) return true;
    return name === "id" && !partition && isCounter(placing);
  });
}

const COUNTER = /serial|identity|auto_?increment|bigint|\bint/i;

function idAttribute(placing: Placing | null): Attribute | undefined {
  const [column = ""] = placing?.names.get("id") ?? [];
  return placing?.holder.table.attributes.find(({ name }) => plainColumn(name.text) === plainColumn(column));
}

function isCounter(placing: Placing | null): boolean {
  return COUNTER.test(idAttribute(placing)?.type ?? "");
}

/** True where rows are spread by a random id: no shard is hot, whatever a counter would do. */
export function isScattered({ names, placing }: Shard): boolean {
  const id = idAttribute(placing);
  return names.size === 1 && names.has("id") && id !== undefined && isRandomId(id);
}

/** What each hot question for the entity gives. */
function givenByHot({ scenario }: Context, entity: string): readonly ReadonlySet<string>[] {
  const hot = scenario.patterns.filter(({ heat }) => heat === "hot");
  const steps = hot.flatMap(({ steps: all }) => all.filter((step) => step.find === entity));
  return steps.map((step) => new Set(step.where.flatMap((text) => readGiven(text)?.column ?? [])));
}

/** True where every hot question for the entity gives all of these names, so that one shard answers it. */
export function isGivenByHot(context: Context, entity: string, names: ReadonlySet<string>): boolean {
  return givenByHot(context, entity).every((given) =>
    [...names].every((name) => given.has(name) || isIdentity(context.scenario, entity, name, given)),
  );
}

/** True where some hot question for the entity does not give its id itself. */
export function isIdUnknown(context: Context, { entity }: Shard): boolean {
  return givenByHot(context, entity).some((given) => !given.has("id"));
}

/** Whoever knows a row's id knows what is part of it only where the id carries it; a unique attribute is as good as the id. */
function isIdentity(scenario: Scenario, entity: string, name: string, given: ReadonlySet<string>): boolean {
  if (name !== "id") return false;
  return [...given].some((one) => findEntityAttribute(scenario, entity, one)?.facts.includes("unique") === true);
}

/** Names of the scenario, of roles and attributes, among a shard's: the rest is the candidate's own. */
export function isOwnName({ scenario }: Context, entity: string, name: string): boolean {
  return name !== "id" && !findEntityAttribute(scenario, entity, name) && !findRole(scenario, entity, name);
}

/** A column beyond the brief that the scenario takes to shard by (`city`). */
export function isAdded({ scenario }: Context, shard: Shard): boolean {
  return scenario.volume.shard.added.some(
    ({ names, of }) =>
      of.includes(shard.entity) &&
      [...shard.names].some((one) =>
        names.some(
          (name) =>
            bestLikeness(
              wordsOf(one).filter((word) => word !== "id"),
              name,
              [],
            ) >= 0.75,
        ),
      ),
  );
}
