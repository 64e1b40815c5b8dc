import { traceAll } from "@/lib/access";
import { align, type EntityPlace } from "@/lib/align";
import { type Answer, LEVELS, type Level, plainName, type StoreType, type Table } from "@/lib/design";
import {
  type Entity,
  findEntity,
  findRole,
  type Heat,
  type Invariant,
  namesInCondition,
  readGiven,
  readOrder,
  readRange,
  type Scenario,
  type Step,
} from "@/lib/scenario";
import type { Context, Stake } from "./rule";

/** Relational unless the candidate says otherwise: the study notes' own default. */
const DEFAULT_STORE: StoreType = "relational";

export function contextOf(answer: Answer, scenario: Scenario, told: Readonly<Record<string, string>> = {}): Context {
  const store = answer.decisions.store?.value.type ?? DEFAULT_STORE;
  const alignment = align(
    answer.design,
    scenario,
    store,
    answer.decisions.store?.value.engine ?? null,
    new Map(Object.entries(told).map(([table, entity]) => [plainName(table), entity])),
  );
  return {
    scenario,
    answer,
    alignment,
    level: answer.decisions.level?.value ?? "senior",
    store,
    traces: traceAll(alignment),
  };
}

/** True where something asked from one level on is asked of this level. */
export function isAsked(level: Level, from: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(from);
}

export function invariantsOf<K extends Invariant["kind"]>(
  context: Context,
  kind: K,
): readonly Extract<Invariant, { kind: K }>[] {
  return context.scenario.invariants.filter(
    (invariant): invariant is Extract<Invariant, { kind: K }> =>
      invariant.kind === kind && isAsked(context.level, invariant.level),
  );
}

/** Entities with a table of their own, or with one of their kind, in the scenario's order. */
export function ownPlaces(context: Context): readonly EntityPlace[] {
  return [...context.alignment.entities.values()].filter(
    ({ how, holder }) => (how === "own" || how === "generic") && holder.kind !== "edge" && holder.kind !== "embedded",
  );
}

/** A name as the candidate wrote it, set as code. */
export function code(text: string): string {
  return `\`${text}\``;
}

export function tableName(table: Table): string {
  return code(table.name.text);
}

/** `user_account` → `user account`: a name of the scenario as words. */
export function spoken(name: string): string {
  return name.replaceAll("_", " ");
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `auction` → `an auction`: an entity with its article. */
export function aSpoken(name: string): string {
  const vowel = /^(?!us[aei]|uni|eu|one)[aeiou]/i.test(name);
  return `${vowel ? "an" : "a"} ${spoken(name)}`;
}

export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** What the brief needs an attribute for, most serious first. */
export interface Need {
  readonly entity: string;
  readonly attribute: string;
  readonly stake: Stake;
  readonly words: string;
}

const HEAT_STAKE: Readonly<Record<Heat, Stake>> = { hot: "hot", warm: "warm" };

function stepNames(step: Step): readonly string[] {
  const given = step.where.map((text) => readGiven(text)?.column);
  return [...given, step.range && readRange(step.range)?.column, step.order && readOrder(step.order)?.column].filter(
    (name): name is string => typeof name === "string" && name !== "",
  );
}

function patternNeeds(scenario: Scenario): readonly Need[] {
  return scenario.patterns.flatMap((pattern) =>
    pattern.steps.flatMap((step) =>
      stepNames(step).map((attribute) => ({
        entity: step.find,
        attribute,
        stake: HEAT_STAKE[pattern.heat],
        words: pattern.words,
      })),
    ),
  );
}

function invariantNeeds(context: Context): readonly Need[] {
  return [
    ...invariantsOf(context, "not-null").map(({ entity, column, words }) => ({
      entity,
      attribute: column,
      stake: "check" as const,
      words,
    })),
    ...invariantsOf(context, "unique").flatMap(({ entity, columns, words }) =>
      columns.map((attribute) => ({ entity, attribute, stake: "integrity" as const, words })),
    ),
    ...invariantsOf(context, "check").flatMap(({ entity, condition, words }) =>
      namesInCondition(condition).map((attribute) => ({ entity, attribute, stake: "check" as const, words })),
    ),
  ];
}

/** An entity of derived values (a rollup) is kept for them; elsewhere a derived value is nobody's duty to keep. */
function isDerivedWhole({ identity, attributes }: Entity): boolean {
  const values = Object.entries(attributes).filter(([name]) => !identity.includes(name));
  return values.every(([, { facts }]) => facts.includes("derived"));
}

/** Attributes that the brief names but nothing finds, sorts or checks: worth a little. */
function namedOnly(scenario: Scenario): readonly Need[] {
  return Object.entries(scenario.entities).flatMap(([name, entity]) =>
    Object.entries(entity.attributes)
      .filter(([, { facts }]) => !facts.includes("derived") || isDerivedWhole(entity))
      .map(([attribute]) => ({ entity: name, attribute, stake: "decision" as const, words: entity.words ?? "" })),
  );
}

/** The brief's attributes (not roles), each once, with what it is needed for first of all. */
export function neededAttributes(context: Context): readonly Need[] {
  const seen = new Map<string, Need>();
  for (const need of [...patternNeeds(context.scenario), ...invariantNeeds(context), ...namedOnly(context.scenario)]) {
    const attribute = findEntity(context.scenario, need.entity)?.attributes[need.attribute];
    const id = `${need.entity}.${need.attribute}`;
    const isRole = findRole(context.scenario, need.entity, need.attribute) !== null;
    if (attribute?.asked && !isRole && !seen.has(id)) seen.set(id, need);
  }
  return [...seen.values()];
}
