import { type Lookup, type PatternTrace, type StepTrace, traceAll } from "@/lib/access";
import type { Alignment } from "@/lib/align";
import type { Fact } from "@/lib/scenario";
import { readOrder, readRange } from "@/lib/scenario";
import { type Subject, subjectOf } from "./subject";

/** A column that a query gives by equality. */
export interface AskedEqual {
  readonly column: string;
  readonly constant: string | null;
  readonly others: readonly string[];
  readonly among: boolean;
  readonly facts: readonly Fact[];
}

/** One step of an access pattern as a query of one table, in the table's own columns. */
export interface Ask {
  readonly pattern: string;
  readonly step: number;
  readonly subject: Subject;
  readonly equal: readonly AskedEqual[];
  /** Columns that are known without being asked for. */
  readonly free: readonly string[];
  readonly range: { readonly column: string; readonly comparison: "<" | "<=" | ">" | ">=" } | null;
  /** Columns that order as wanted, the wanted one first; empty where nothing is ordered. */
  readonly orders: readonly string[];
  readonly direction: "asc" | "desc";
  readonly limit: number | null;
}

/** Why nothing can be run about a step. */
export interface NoAsk {
  readonly pattern: string;
  readonly why: string;
}

function spelled(lookup: Lookup, subject: Subject, column: string): string | null {
  return subject.parts.column(lookup.spelling.get(column) ?? column) ?? subject.parts.column(column);
}

function whyNot(trace: StepTrace): string {
  const { lookup, why } = trace;
  if (!lookup) return why;
  if (lookup.holder.second) return "it is answered by a second store, not by PostgreSQL";
  if (lookup.holder.kind !== "table") return "it asks inside a document, which is not proved here";
  return "it asks for what is no column of its own";
}

interface Sorted {
  readonly range: Ask["range"];
  readonly orders: readonly string[];
  readonly direction: Ask["direction"];
}

/** The range and the order of a step in the table's columns; null where it has not got them. */
function sortedOf({ step }: StepTrace, lookup: Lookup, subject: Subject): Sorted | null {
  const range = step.range === undefined ? null : readRange(step.range);
  const order = step.order === undefined ? null : readOrder(step.order);
  const bound = lookup.range === null ? null : spelled(lookup, subject, lookup.range);
  const wanted = lookup.order === null ? [] : [lookup.order, ...lookup.standIns];
  const orders = [...new Set(wanted.flatMap((one) => spelled(lookup, subject, one) ?? []))];
  if ((lookup.range !== null && bound === null) || (lookup.order !== null && orders.length === 0)) return null;
  return {
    range: bound !== null && range ? { column: bound, comparison: range.comparison } : null,
    orders,
    direction: order?.direction ?? "asc",
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

function askOf(pattern: string, step: number, trace: StepTrace, subjects: readonly Subject[]): Ask | NoAsk {
  const { lookup } = trace;
  const none = { pattern, why: whyNot(trace) };
  const subject = lookup && lookup.holder.kind === "table" ? subjectOf(subjects, lookup.table) : null;
  if (!lookup || lookup.holder.second || !subject) return none;
  const sorted = sortedOf(trace, lookup, subject);
  const equal = equalsOf(lookup, subject);
  if (!sorted || !equal) return none;
  const free = [...lookup.free].flatMap((one) => spelled(lookup, subject, one) ?? []);
  return { pattern, step, subject, equal, free, ...sorted, limit: lookup.limit };
}

/** Each step of each pattern as a query, or why there is none. */
export function asksOf(
  alignment: Alignment,
  subjects: readonly Subject[],
  traces: readonly PatternTrace[] = traceAll(alignment),
): readonly (Ask | NoAsk)[] {
  return traces.flatMap(({ pattern, steps }) => steps.map((trace, step) => askOf(pattern.id, step, trace, subjects)));
}

export function isAsk(one: Ask | NoAsk): one is Ask {
  return "subject" in one;
}
