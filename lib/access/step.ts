import { type Alignment, AROUND, type Placing } from "@/lib/align";
import { findRole, type Pattern, readGiven, type Step } from "@/lib/scenario";
import { type Lookup, lookupOf, type Missing, plainColumn } from "./lookup";
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

function bestPath(paths: readonly AccessPath[], lookup: Lookup): { path: AccessPath; serving: Serving } | null {
  let best: { path: AccessPath; serving: Serving } | null = null;
  for (const path of paths) {
    const serving = serve(path, lookup);
    const isBetter = !best || SERVED.indexOf(serving.served) < SERVED.indexOf(best.serving.served);
    if (isBetter && serving.served !== "unserved") best = { path, serving };
  }
  return best;
}

/** The best way in at one place. */
export function traceLookup(alignment: Alignment, step: Step, lookup: Lookup): StepTrace {
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

/** The best that any place of the step's entity, or of one that may hold what it asks, has for it. */
export function traceStep(alignment: Alignment, pattern: Pattern, step: Step): StepTrace {
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
