import { type Condition, implies, plainName, uniquesOf } from "@/lib/design";
import { type Lookup, plainColumn } from "./lookup";
import type { AccessPath } from "./path";

export const SERVED = ["served", "partly", "unserved"] as const;
export type Served = (typeof SERVED)[number];

/** Whether one path serves one lookup, and why, as the end of a sentence about the path. */
export interface Serving {
  readonly served: Served;
  readonly why: string;
}

/** What one walk down a path's columns used of the lookup. */
interface Walk {
  /** Equality columns that the prefix, or the condition of a partial index, takes. */
  readonly used: ReadonlySet<string>;
  /** The first column that equality does not give, or null at the end. */
  readonly next: string | null;
  /** True where a leading column of few values was skipped over (PostgreSQL 18): then no order comes out. */
  readonly skipped: boolean;
}

/** What lies in a range is not null. */
function isThere(column: string): Condition {
  return { kind: "null", operand: { kind: "column", path: column }, negated: true };
}

/** What the lookup says of its columns, as a condition: enough to see whether a partial index holds all its rows. */
function conditionOf(lookup: Lookup): Condition {
  return {
    kind: "and",
    parts: [
      ...lookup.equal.map(
        ({ column, constant }): Condition => ({
          kind: "compare",
          left: { kind: "column", path: column },
          op: "=",
          right: { kind: "value", text: constant ?? `the given ${column}`, number: null },
        }),
      ),
      ...(lookup.range === null ? [] : [isThere(lookup.range)]),
    ],
  };
}

/** A candidate may name a state differently (`live` for `open`): equal unless it is another of the scenario's values. */
function sameState(where: Condition, lookup: Lookup): boolean {
  if (where.kind !== "compare" || where.op !== "=" || where.left.kind !== "column" || where.right.kind !== "value")
    return false;
  const [column, value] = [plainName(where.left.path), where.right.text.toLowerCase()];
  return lookup.equal.some(
    (equal) =>
      equal.column === column &&
      equal.constant !== null &&
      !equal.others.some((other) => other.toLowerCase() === value),
  );
}

/** A part of a table by its states, of which the one asked for may be any (`status in ('matched', 'riding')`). */
function isOfStates(where: Condition, lookup: Lookup): boolean {
  if (where.kind !== "in" || where.negated || where.operand.kind !== "column") return false;
  const column = plainName(where.operand.path);
  const values = where.values.flatMap((one) => (one.kind === "value" ? [one.text.toLowerCase()] : []));
  return lookup.equal.some(
    (equal) =>
      equal.column === column &&
      equal.constant !== null &&
      (values.includes(equal.constant.toLowerCase()) ||
        !values.some((value) => equal.others.some((other) => other.toLowerCase() === value))),
  );
}

/** Equality columns that a partial index's condition fixes; null where the index does not hold all rows asked for. */
function fixedByCondition(path: AccessPath, lookup: Lookup): ReadonlySet<string> | null {
  if (!path.where) return new Set();
  if (isOfStates(path.where, lookup)) return new Set();
  if (sameState(path.where, lookup) && path.where.kind === "compare" && path.where.left.kind === "column") {
    return new Set([plainName(path.where.left.path)]);
  }
  if (!implies(conditionOf(lookup), path.where, plainName)) return null;
  const fixed = path.where;
  return new Set(
    lookup.equal
      .filter(({ constant, column }) => constant !== null && implies(fixed, equals(column, constant), plainName))
      .map(({ column }) => column),
  );
}

function equals(column: string, constant: string): Condition {
  return {
    kind: "compare",
    left: { kind: "column", path: column },
    op: "=",
    right: { kind: "value", text: constant, number: null },
  };
}

function walk(path: AccessPath, lookup: Lookup, fixed: ReadonlySet<string>): Walk {
  const wanted = new Set(lookup.equal.map(({ column }) => column));
  const columns = path.columns.map((column) => plainColumn(column.path));
  const used = new Set(fixed);
  let skipped = false;
  for (const [at, column] of columns.entries()) {
    if (wanted.has(column) || lookup.free.has(column) || lookup.around.has(column)) used.add(column);
    else if (!fixed.has(column)) {
      const few =
        lookup.holder.store === "relational" &&
        lookup.facts.get(column)?.includes("few-values") === true &&
        column !== lookup.range &&
        column !== lookup.order;
      const later = columns.slice(at + 1).some((other) => wanted.has(other) || other === lookup.range);
      /** Each further one multiplies the descents: only one is skipped. */
      if (skipped || !few || !later) return { used, next: column, skipped };
      skipped = true;
    }
  }
  return { used, next: null, skipped };
}

const SMALL = ["unique", "near-unique", "bounded"] as const;

/** True where these equalities alone leave at most a few rows, however large the table. */
function leavesFew(lookup: Lookup, used: ReadonlySet<string>): boolean {
  if ([...used].some((column) => SMALL.some((fact) => lookup.facts.get(column)?.includes(fact)))) return true;
  return uniquesOf(lookup.table).some(
    (unique) => unique.where === null && unique.columns.every((column) => used.has(plainColumn(column))),
  );
}

/** One document, or one bucket of it: the list inside comes whole with it. */
function comesWhole(path: AccessPath, lookup: Lookup, used: ReadonlySet<string>): boolean {
  if (lookup.holder.kind !== "embedded") return false;
  const bucket = [...used].some((column) => column.startsWith("^") && lookup.free.has(column));
  const one = path.unique && path.columns.every((column) => used.has(plainColumn(column.path)));
  return bucket || one;
}

/** The path's next column orders or bounds as the wanted one does. */
function isFor(lookup: Lookup, next: string | null, wanted: string): boolean {
  return next === wanted || (next !== null && lookup.standIns.has(next));
}

/** Whether what follows the equalities is in the path's own order. */
function restServed(path: AccessPath, lookup: Lookup, { next, skipped }: Walk): Serving {
  const { range, order, limit, spelling } = lookup;
  const name = (column: string) => `\`${spelling.get(column) ?? column}\``;
  /** What is skipped over comes out value by value: then the range's own order is lost as well. */
  const stops = order !== null && limit !== null && (order !== range || skipped);
  if (range !== null) {
    if (stops) return { served: "partly", why: `finds the rows but not in the order of ${name(order)}` };
    return isFor(lookup, next, range) && path.ordered
      ? { served: "served", why: "goes straight to the range" }
      : { served: "partly", why: `finds the rows but not the range of ${name(range)}` };
  }
  if (!stops) return { served: "served", why: "goes straight to the rows" };
  return isFor(lookup, next, order) && path.ordered && !skipped
    ? { served: "served", why: "finds the rows already in order and stops at the limit" }
    : { served: "partly", why: `finds the rows but has to sort all of them by ${name(order)}` };
}

function notChecked(lookup: Lookup, left: readonly string[]): Serving {
  const missing = left.map((column) => `\`${lookup.spelling.get(column) ?? column}\``).join(", ");
  const why = `finds more than is asked for: ${missing} ${left.length > 1 ? "are" : "is"} checked row by row`;
  return { served: "partly", why };
}

/** Nothing is given by equality: only the range or the order itself leads in. */
function serveWithout(path: AccessPath, lookup: Lookup, taken: Walk): Serving {
  const rest = restServed(path, lookup, taken);
  const narrows =
    taken.next !== null &&
    (isFor(lookup, taken.next, lookup.range ?? "") || isFor(lookup, taken.next, lookup.order ?? ""));
  if (rest.served === "served" || narrows) return rest;
  return { served: "unserved", why: "does not begin with what is asked for" };
}

/**
 * A B-tree of PostgreSQL 18, by the design's notes on proofs: equalities in any order as a prefix, then the range or the order; a unique
 * or bounded prefix makes the rest free; a leading column of few values is skipped over; ORDER BY without LIMIT only sorts the result; a
 * partial index serves what implies its condition.
 */
function serveTree(path: AccessPath, lookup: Lookup): Serving {
  const fixed = fixedByCondition(path, lookup);
  if (!fixed) return { served: "unserved", why: "holds only some of the rows asked for" };
  const taken = walk(path, lookup, fixed);
  const left = lookup.equal.filter(({ column }) => !taken.used.has(column)).map(({ column }) => column);
  const one = path.unique && path.columns.every((column) => taken.used.has(plainColumn(column.path)));
  if (taken.used.size > 0 && (one || leavesFew(lookup, taken.used) || comesWhole(path, lookup, taken.used)))
    return { served: "served", why: "leaves at most a few rows" };
  if (left.length === 0 && taken.used.size > 0) return restServed(path, lookup, taken);
  if (left.length === 0 && lookup.equal.length === 0) return serveWithout(path, lookup, taken);
  const helps = taken.used.size > 0 || (path.ordered && taken.next !== null && taken.next === lookup.range);
  if (!helps) return { served: "unserved", why: "does not begin with what is asked for" };
  return notChecked(lookup, left);
}

/** All of the partition by equality, then what follows in order, the last one by range. */
function servePartition(path: AccessPath, lookup: Lookup): Serving {
  const columns = path.columns.map((column) => plainColumn(column.path));
  const given = new Set(lookup.equal.map(({ column }) => column));
  const known = (column: string) => given.has(column) || lookup.free.has(column) || lookup.around.has(column);
  const lacking = columns.slice(0, path.whole).filter((column) => !known(column));
  if (path.whole === 0 || lacking.length > 0) {
    const name = lacking.map((column) => `\`${lookup.spelling.get(column) ?? column}\``).join(", ");
    return {
      served: "unserved",
      why: path.whole === 0 ? "has no key to look up by" : `needs ${name}, which is not given`,
    };
  }
  let at = path.whole;
  while (at < columns.length && known(columns[at] ?? "")) at += 1;
  const used = new Set(columns.slice(0, at));
  const one = path.unique && at === columns.length;
  if (one || leavesFew(lookup, used) || comesWhole(path, lookup, used))
    return { served: "served", why: "leaves at most a few rows" };
  const left = [...given].filter((column) => !used.has(column));
  if (left.length > 0) return notChecked(lookup, left);
  return restServed(path, lookup, { used, next: columns[at] ?? null, skipped: false });
}

/** From a start node along an edge: the hops are bounded, and what is found is sorted and filtered there. */
function serveHop(path: AccessPath, lookup: Lookup): Serving {
  const column = plainColumn(path.columns[0]?.path ?? "");
  if (lookup.equal.some((equal) => equal.column === column))
    return { served: "served", why: "follows the edge from a node" };
  return { served: "unserved", why: "does not begin with what is asked for" };
}

/**
 * Does this path alone serve the lookup, so that the rows it touches do not grow with the table beyond the result?
 * By the rules of the store: a prefix of a tree, a whole partition, an edge from a node. An index that every partition must be asked
 * for finds at best partly.
 */
export function serve(path: AccessPath, lookup: Lookup): Serving {
  switch (path.walked) {
    case "tree":
      return serveTree(path, lookup);
    case "partition":
      return servePartition(path, lookup);
    case "hop":
      return serveHop(path, lookup);
    case "scattered": {
      const found = servePartition(path, lookup);
      if (found.served === "unserved") return found;
      return { served: "partly", why: "asks every partition, for it is kept beside each of them" };
    }
  }
}
