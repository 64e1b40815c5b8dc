import { type Alignment, likeness, looksLikeId, wordsOf } from "@/lib/align";
import { plainName, type Table } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import { findRole, type Pattern, readGiven, type Step } from "@/lib/scenario";
import { type Lookup, lookupOf } from "./lookup";
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
    const better = !best || SERVED.indexOf(serving.served) < SERVED.indexOf(best.serving.served);
    if (better && serving.served !== "unserved") best = { path, serving };
  }
  return best;
}

function traceLookup(alignment: Alignment, step: Step, lookup: Lookup): StepTrace {
  const best = bestPath(pathsOf(alignment.design, lookup.table), lookup);
  const { table } = lookup;
  if (!best) {
    const why = `no key or index of \`${table.name.text}\` begins with \`${wantedColumns(lookup)}\``;
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

function traceStep(alignment: Alignment, step: Step): StepTrace {
  const lookup = lookupOf(alignment, step);
  if (!("missing" in lookup)) return traceLookup(alignment, step, lookup);
  const why =
    lookup.missing.length > 0
      ? `there is no ${lookup.missing.join(", no ")} to ask for`
      : "what it asks for is spread over two tables";
  return {
    step,
    served: lookup.missing.length > 0 ? "unserved" : "partly",
    path: null,
    why,
    lookup: null,
    missing: lookup.missing,
  };
}

/** The step that a deliberate copy answers alone: its reader by equality, newest first. */
function copyLookup(alignment: Alignment, pattern: Pattern, table: Table): Lookup | null {
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
  const equal = [{ column: plainName(reader.name.text), constant: null, others: [] }];
  return { table, equal, range: null, order: orderBy, limit: last.limit ?? null, facts: new Map(), spelling };
}

function isNamed(written: string, names: readonly string[]): boolean {
  const words = wordsOf(written).filter((word) => word !== "id");
  return names.some((name) => likeness(words, wordsOf(name)) >= 0.9);
}

function traceCopies(alignment: Alignment, pattern: Pattern): StepTrace | null {
  for (const { table, alternative } of alignment.known) {
    if (alternative.kind !== "copy" || !alternative.serves.includes(pattern.id)) continue;
    const lookup = copyLookup(alignment, pattern, table);
    const step = pattern.steps.at(-1);
    const trace = lookup && step ? traceLookup(alignment, step, lookup) : null;
    if (trace?.served === "served") return trace;
  }
  return null;
}

function worst(steps: readonly StepTrace[]): Served {
  if (steps.every((step) => step.served === "served")) return "served";
  return steps.every((step) => step.served === "unserved") ? "unserved" : "partly";
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
    served: worst(steps),
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
    const steps = pattern.steps.map((step) => traceStep(alignment, step));
    const plain = summarise(pattern, steps);
    if (plain.served === "served") return plain;
    const copied = traceCopies(alignment, pattern);
    return copied ? summarise(pattern, [copied]) : plain;
  });
}
