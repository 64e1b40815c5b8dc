import { type Lookup, type PatternTrace, plainColumn, type StepTrace, traceAll } from "@/lib/access";
import type { Alignment } from "@/lib/align";
import { findAttribute } from "@/lib/design";
import type { Fact } from "@/lib/scenario";
import { readOrder, readRange } from "@/lib/scenario";
import { lackingOf } from "./lacking";
import { type Subject, subjectOf } from "./subject";

/** A column that a query gives by equality. */
export interface AskedEqual {
  readonly column: string;
  readonly constant: string | null;
  readonly others: readonly string[];
  readonly among: boolean;
  readonly facts: readonly Fact[];
}

export interface Sort {
  readonly range: string | null;
  readonly order: string | null;
}

/** One step of an access pattern as a query of one table, in the table's own columns. */
export interface Ask {
  readonly pattern: string;
  readonly step: number;
  readonly subject: Subject;
  readonly equal: readonly AskedEqual[];
  /** Columns that are known without being asked for. */
  readonly free: readonly string[];
  readonly comparison: "<" | "<=" | ">" | ">=" | null;
  /** Columns that bound and order, the wanted ones first; then those that stand in for both. Null where nothing is bounded or ordered. */
  readonly sorts: readonly Sort[];
  readonly direction: "asc" | "desc";
  readonly limit: number | null;
  /** Columns of ten or fewer values in all, asked for or not. */
  readonly fewValues: readonly string[];
}

/** Why nothing can be run about a step. */
export interface NoAsk {
  readonly pattern: string;
  readonly why: string;
}

function spelled(lookup: Lookup, subject: Subject, column: string): string | null {
  return subject.parts.column(lookup.spelling.get(column) ?? column) ?? subject.parts.column(column);
}

/** A point is found by a spatial index (PostGIS), which is not here to be tried. */
function isPlace({ lookup }: StepTrace): boolean {
  return (lookup?.equal ?? []).some(({ column }) => {
    const type = lookup ? findAttribute(lookup.table, lookup.spelling.get(column) ?? column)?.type : null;
    return /^(geo|point)/i.test(type ?? "");
  });
}

function whyNot(alignment: Alignment, trace: StepTrace): string {
  const { lookup, why, missing } = trace;
  if (!lookup) return missing.length > 0 ? lackingOf(alignment, missing) : why;
  if (lookup.holder.second) return "it is answered by a second store, not by PostgreSQL";
  if (isPlace(trace)) return "it asks for what is near, and this PostgreSQL has no spatial index";
  if (lookup.holder.kind !== "table") return "it asks inside a document, which is not proved here";
  return "it asks for what is no column of its own";
}

type Sorted = Pick<Ask, "comparison" | "sorts" | "direction">;

/** The range and the order of a step in the table's columns; null where it has not got them. */
function sortedOf({ step }: StepTrace, lookup: Lookup, subject: Subject): Sorted | null {
  const named = (column: string | null) => (column === null ? null : spelled(lookup, subject, column));
  const [range, order] = [named(lookup.range), named(lookup.order)];
  if ((lookup.range !== null && range === null) || (lookup.order !== null && order === null)) return null;
  const isSame = lookup.range === null || lookup.order === null || lookup.range === lookup.order;
  const standIns = [...lookup.standIns].flatMap((one) => named(one) ?? []).filter((one) => one !== (order ?? range));
  const others = standIns.map(
    (one): Sort => ({
      range: range === null || !isSame ? range : one,
      order: order === null ? null : one,
    }),
  );
  return {
    comparison: step.range === undefined ? null : (readRange(step.range)?.comparison ?? null),
    sorts: [{ range, order }, ...(range === null && order === null ? [] : others)],
    direction: (step.order === undefined ? null : readOrder(step.order))?.direction ?? "asc",
  };
}

function equalsOf(lookup: Lookup, subject: Subject): readonly AskedEqual[] | null {
  const all = lookup.equal.flatMap(({ column: name, constant, others, given }): AskedEqual[] => {
    const column = spelled(lookup, subject, name);
    return column === null
      ? []
      : [{ column, constant, others, among: given === "among", facts: lookup.facts.get(name) ?? [] }];
  });
  return all.length === lookup.equal.length ? all : null;
}

/** Where a step stands: its pattern, and its place there from 0. */
type At = Pick<Ask, "pattern" | "step">;

function askOf(alignment: Alignment, at: At, trace: StepTrace, subjects: readonly Subject[]): Ask | NoAsk {
  const { lookup } = trace;
  const none = { pattern: at.pattern, why: whyNot(alignment, trace) };
  const subject = lookup && lookup.holder.kind === "table" ? subjectOf(subjects, lookup.table) : null;
  if (!lookup || lookup.holder.second || !subject || isPlace(trace)) return none;
  const sorted = sortedOf(trace, lookup, subject);
  const equal = equalsOf(lookup, subject);
  if (!sorted || !equal) return none;
  const free = [...lookup.free].flatMap((one) => spelled(lookup, subject, one) ?? []);
  const few = [...lookup.facts].filter(([, facts]) => facts.includes("few-values"));
  const fewValues = few.flatMap(
    ([one]) => subject.parts.columns.find(({ name }) => plainColumn(name) === one)?.name ?? [],
  );
  return { ...at, subject, equal, free, ...sorted, limit: lookup.limit, fewValues };
}

/** Each step of each pattern as a query, or why there is none. */
export function asksOf(
  alignment: Alignment,
  subjects: readonly Subject[],
  traces: readonly PatternTrace[] = traceAll(alignment),
): readonly (Ask | NoAsk)[] {
  return traces.flatMap(({ pattern, steps }) =>
    steps.map((trace, step) => askOf(alignment, { pattern: pattern.id, step }, trace, subjects)),
  );
}

export function isAsk(one: Ask | NoAsk): one is Ask {
  return "subject" in one;
}
