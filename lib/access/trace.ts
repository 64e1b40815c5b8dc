import {
  type Alignment,
  AROUND,
  endsByItself,
  type Holder,
  likeness,
  looksLikeId,
  type Placing,
  wordsOf,
} from "@/lib/align";
import { plainName, primaryKeyOf } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import { findRole, type Pattern, readGiven, type Step } from "@/lib/scenario";
import { INSERTED, type Lookup, lookupOf, type Missing, plainColumn } from "./lookup";
import { type AccessPath, pathsOf } from "./path";
import { SERVED, type Served, type Serving, serve } from "./serve";

/** How one step of a pattern is answered. */
export interface StepTrace {
  readonly step: Step;
  readonly served: Served;
  /** The best way in; null where there is none. */
  readonly path: AccessPath | null;
  readonly why: string;
  /** The lookup; null where the design lacks what the step speaks of. */
  readonly lookup: Lookup | null;
  readonly missing: readonly string[];
}

/** How a pattern is answered: what serves it, and why. */
export interface PatternTrace {
  readonly pattern: Pattern;
  readonly served: Served;
  readonly by: string;
  readonly why: string;
  readonly span: Span | null;
  readonly steps: readonly StepTrace[];
  /** The scenario's names of what the design lacks (`bid`, `bid.amount`, `bid->bidder`): another rule speaks about it. */
  readonly missing: readonly string[];
}

function bestPath(paths: readonly AccessPath[], lookup: Lookup): { path: AccessPath; serving: Serving } | null {
  let best: { path: AccessPath; serving: Serving } | null = null;
  for (const path of paths) {
    const serving = serve(path, lookup);
    const isBetter = !best || SERVED.indexOf(serving.served) < SERVED.indexOf(best.serving.served);
    if (isBetter && serving.served !== "unserved") best = { path, serving };
  }
  return best;
}

function traceLookup(alignment: Alignment, step: Step, lookup: Lookup): StepTrace {
  const best = bestPath(pathsOf(alignment, lookup.holder), lookup);
  const { table } = lookup;
  if (!best) {
    const { holder } = lookup;
    const keyed = holder.template !== null || (holder.store === "key-value" && holder.kind === "table");
    const why = keyed
      ? `nothing is kept under a key of \`${wantedColumns(lookup)}\``
      : `no key or index of \`${table.name.text}\` begins with \`${wantedColumns(lookup)}\``;
    return { step, served: "unserved", path: null, why, lookup, missing: [] };
  }
  return { step, served: best.serving.served, path: best.path, why: best.serving.why, lookup, missing: [] };
}

/** The columns that an index for the lookup would have, in order: `auction_id, amount`. */
export function wantedColumns(lookup: Lookup): string {
  const names = [...lookup.equal.map(({ column }) => column), lookup.range, lookup.order];
  const columns = names.filter((name, at): name is string => name !== null && names.indexOf(name) === at);
  return columns.map((column) => lookup.spelling.get(column) ?? column).join(", ");
}

const SPREAD: Missing = { missing: [] };

/** What no place of the entity has; empty where each is somewhere, but not together. */
function missingOf(found: readonly Missing[]): Missing {
  const [first, ...others] = found;
  if (!first) return SPREAD;
  return { missing: first.missing.filter((name) => others.every((other) => other.missing.includes(name))) };
}

function notFound(step: Step, { missing }: Missing): StepTrace {
  const why =
    missing.length > 0
      ? `there is no ${missing.join(", no ")} to ask for`
      : "what it asks for is spread over two tables";
  return { step, served: missing.length > 0 ? "unserved" : "partly", path: null, why, lookup: null, missing };
}

/** Entities that may hold in their rows what the step asks of its own (a booking's end in its tickets). */
function otherHosts({ scenario }: Alignment, step: Step): readonly string[] {
  const attributes = Object.values(scenario.entities[step.find]?.attributes ?? {});
  return [...new Set(attributes.flatMap(({ alsoIn }) => alsoIn))];
}

/** A place of another entity, read by the names of the step's own attributes. */
function borrowed(alignment: Alignment, placing: Placing, entity: string): Placing {
  const names = new Map(placing.names);
  for (const [id, { table, path }] of alignment.attributes)
    if (id.startsWith(`${entity}.`) && table === placing.holder.table) names.set(id.slice(entity.length + 1), [path]);
  return { ...placing, entity, names };
}

/** The other column of a pair in one row must find it as well (`debit_account` and `credit_account`). */
function pairOf(alignment: Alignment, step: Step, lookup: Lookup): Lookup | null {
  const role = step.where
    .map(readGiven)
    .find((given) => given && findRole(alignment.scenario, step.find, given.column));
  const place = role ? alignment.relations.get(`${step.find}->${role.column}`) : undefined;
  if (!place?.also || place.table !== lookup.table) return null;
  const [from, to] = [place.columns.map(plainColumn), place.also.columns.map(plainColumn)];
  const equal = lookup.equal.map((one) => {
    const at = from.indexOf(one.column);
    return at === -1 ? one : { ...one, column: to[at] ?? one.column };
  });
  return { ...lookup, equal };
}

function better(a: StepTrace, b: StepTrace | null): boolean {
  return !b || SERVED.indexOf(a.served) < SERVED.indexOf(b.served);
}

function tracePlace(alignment: Alignment, step: Step, lookup: Lookup): StepTrace {
  const one = traceLookup(alignment, step, lookup);
  const pair = pairOf(alignment, step, lookup);
  if (!pair) return one;
  const other = traceLookup(alignment, step, pair);
  return better(one, other) ? other : one;
}

/** What a later step gives of the document around a list is known at once: the whole question is asked of one document. */
function knownAround(alignment: Alignment, pattern: Pattern, lookup: Lookup): Lookup {
  const { parent } = lookup.holder;
  if (lookup.holder.kind !== "embedded" || !parent) return lookup;
  const around = alignment.placings.filter(({ holder }) => holder === parent);
  const columns = pattern.steps.flatMap((step) =>
    step.where.flatMap((text) => {
      const given = readGiven(text);
      const names = around.find(({ entity }) => entity === step.find)?.names;
      return given && given.kind !== "among" ? (names?.get(given.column) ?? []) : [];
    }),
  );
  return { ...lookup, around: new Set(columns.map((column) => plainColumn(AROUND + column))) };
}

/** A place that lacks only what sorts or bounds: the rows are found there, and what they are sorted by is fetched. */
function withoutOrder(alignment: Alignment, step: Step, placing: Placing): Lookup | null {
  const { find, where, limit } = step;
  const lookup = lookupOf(alignment, limit === undefined ? { find, where } : { find, where, limit }, placing);
  if ("missing" in lookup) return null;
  const order = step.order === undefined ? null : FETCHED;
  return { ...lookup, range: step.range === undefined ? null : FETCHED, order };
}

/** A column that is kept in another place of the entity. */
const FETCHED = "@fetched";

function bestOf(traces: readonly StepTrace[]): StepTrace | null {
  return traces.reduce<StepTrace | null>((best, trace) => (better(trace, best) ? trace : best), null);
}

/** The step at each of these places: traced where the place has all that it speaks of, else what is missing there. */
function tracePlaces(alignment: Alignment, pattern: Pattern, step: Step, places: readonly Placing[]) {
  const lookups = places.map((placing) => lookupOf(alignment, step, placing));
  const missing = lookups.flatMap((lookup) => ("missing" in lookup ? [lookup] : []));
  const traces = lookups.flatMap((lookup) =>
    "missing" in lookup ? [] : [tracePlace(alignment, step, knownAround(alignment, pattern, lookup))],
  );
  return { traces, missing };
}

function traceStep(alignment: Alignment, pattern: Pattern, step: Step): StepTrace {
  const own = alignment.placings.filter(({ entity }) => entity === step.find);
  if (own.length === 0) return notFound(step, { missing: [step.find] });
  const hosts = otherHosts(alignment, step);
  const others = alignment.placings.filter(({ entity }) => hosts.includes(entity));
  const places = [...own, ...others.map((placing) => borrowed(alignment, placing, step.find))];
  const { traces, missing } = tracePlaces(alignment, pattern, step, places);
  const best = bestOf(traces);
  if (best?.served !== "unserved") return best ?? notFound(step, missingOf(missing));
  const unsorted = own.slice(1).flatMap((placing) => withoutOrder(alignment, step, placing) ?? []);
  return bestOf([best, ...unsorted.map((lookup) => traceLookup(alignment, step, lookup))]) ?? best;
}

/**
 * What repeats the rows for a question, in the same store or a second one: that it forgets them ends no row. A hold in a second store says
 * nothing but who holds what.
 */
function isCopy({ scenario }: Alignment, { entity, holder, how, names }: Placing): boolean {
  const key = primaryKeyOf(holder.table)?.columns ?? [];
  const attributes = Object.keys(scenario.entities[entity]?.attributes ?? {});
  if (!holder.second) return how === "view";
  return attributes.some((name) => names.get(name)?.some((column) => !key.includes(column)));
}

/** Rows that end by themselves need not be looked for. */
function traceEnding(alignment: Alignment, pattern: Pattern): StepTrace | null {
  const [step] = pattern.steps;
  if (!step || !pattern.metBy.includes("ttl")) return null;
  const places = alignment.placings.filter(({ entity }) => entity === step.find);
  const main = places.some(({ holder }) => !holder.second);
  const ends = places.find((place) => endsByItself(place.holder) && !(main && isCopy(alignment, place)));
  if (!ends) return null;
  return { step, served: "served", path: null, why: "they end by themselves", lookup: null, missing: [] };
}

/** The step that a deliberate copy answers alone: its reader by equality, newest first. */
function copyLookup(alignment: Alignment, pattern: Pattern, holder: Holder): Lookup | null {
  const { table } = holder;
  const [first] = pattern.steps;
  const last = pattern.steps.at(-1);
  const given = first?.where.map(readGiven).find((one) => one?.kind === "parameter");
  if (!first || !last || !given) return null;
  const role = findRole(alignment.scenario, first.find, given.column);
  const owner = role?.to ?? first.find;
  const names = [
    owner,
    given.column,
    "reader",
    "owner",
    "viewer",
    "recipient",
    "subscriber",
    ...(alignment.scenario.entities[owner]?.synonyms ?? []),
  ];
  const reader = table.attributes.find(({ name }) => isNamed(name.text, names));
  const time = table.attributes.find(
    ({ name, type }) => /(_at|At|time|date|ts)$/.test(name.text) || /time|date/i.test(type ?? ""),
  );
  const order = time ?? table.attributes.find(({ name }) => name !== reader?.name && looksLikeId(name.text));
  if (!reader) return null;
  const spelling = new Map(
    [reader, order].flatMap((one) => (one ? [[plainName(one.name.text), one.name.text] as const] : [])),
  );
  const orderBy = last.order !== undefined && order ? plainName(order.name.text) : null;
  const equal = [{ column: plainName(reader.name.text), constant: null, others: [], given: "parameter" as const }];
  const limit = last.limit ?? null;
  const standIns = new Set(holder.template?.holds === "list" ? [INSERTED] : []);
  const [free, facts] = [new Set<string>(), new Map()];
  return {
    holder,
    table,
    equal,
    free,
    around: new Set(),
    range: null,
    order: orderBy,
    limit,
    standIns,
    facts,
    spelling,
  };
}

function isNamed(written: string, names: readonly string[]): boolean {
  const words = wordsOf(written).filter((word) => word !== "id");
  return names.some((name) => likeness(words, wordsOf(name)) >= 0.9);
}

function traceCopies(alignment: Alignment, pattern: Pattern): StepTrace | null {
  for (const { holder, alternative } of alignment.known) {
    if (alternative.kind !== "copy" || !alternative.serves.includes(pattern.id)) continue;
    const lookup = copyLookup(alignment, pattern, holder);
    const step = pattern.steps.at(-1);
    const trace = lookup && step ? traceLookup(alignment, step, lookup) : null;
    if (trace?.served === "served") return trace;
  }
  return null;
}

function worst(pattern: Pattern, steps: readonly StepTrace[]): Served {
  if (steps.every((step) => step.served === "served")) return "served";
  const lost = steps.filter((step) => step.served === "unserved").length;
  /** A walk that cannot come back from half of its steps goes nowhere. */
  if (pattern.repeat !== undefined && lost * 2 >= steps.length - 1) return "unserved";
  /** Where nothing leads in, what comes behind is of no use. */
  return steps[0]?.served === "unserved" || steps.every((step) => step.served === "unserved") ? "unserved" : "partly";
}

function summarise(pattern: Pattern, steps: readonly StepTrace[]): PatternTrace {
  const missing = [...new Set(steps.flatMap((step) => step.missing))];
  const weak = steps.find((step) => step.served !== "served");
  const ways = [
    ...new Set(steps.flatMap((step) => (step.path && step.served === "served" ? [step.path.written] : []))),
  ];
  const shown = weak ?? steps.at(-1);
  const subject = shown?.path ? `\`${shown.path.written}\` ` : "";
  return {
    pattern,
    served: worst(pattern, steps),
    by: ways.join("; "),
    why: subject + (shown?.why ?? ""),
    span: shown?.path?.span ?? null,
    steps,
    missing,
  };
}

/** Which key or index serves each access pattern of the scenario, in its order. */
export function traceAll(alignment: Alignment): readonly PatternTrace[] {
  return alignment.scenario.patterns.map((pattern) => {
    const steps = pattern.steps.map((step) => traceStep(alignment, pattern, step));
    const plain = summarise(pattern, steps);
    if (plain.served === "served") return plain;
    const other = traceEnding(alignment, pattern) ?? traceCopies(alignment, pattern);
    return other ? summarise(pattern, [other]) : plain;
  });
}
