import type { Span } from "@/lib/diagnostics";

/**
 * What is going to be run, as plain data: it is made where the design is read and run where PostgreSQL is. Whatever is run is printed from
 * the design's own model; no text of a candidate's is ever a statement.
 */

/** Rows of each table, at the two sizes that are compared. */
export interface Sizes {
  readonly small: number;
  readonly large: number;
}

/** 5,000 and 40,000 rows: the fewest that tell a flat way in from a growing one (PROOF.md). */
export const BROWSER_SIZES: Sizes = { small: 5_000, large: 40_000 };
export const NODE_SIZES: Sizes = { small: 10_000, large: 80_000 };

/** The same statement for each size: only numbers in it differ. */
export interface Sized {
  readonly small: string;
  readonly large: string;
}

/** An index or the index of a key, by the name that it has while it is proved. */
export interface Way {
  readonly name: string;
  /** As a person would write it: `index bids(auction_id, amount desc)`. */
  readonly words: string;
  /** `CREATE INDEX`; null where a key brings it. */
  readonly create: string | null;
  /** Rows are kept apart by it: it has to be there before they come. */
  readonly unique: boolean;
  /** It leaves some rows out. */
  readonly partial: boolean;
}

export interface TablePlan {
  /** As PostgreSQL knows it, in quotes where it needs them. */
  readonly name: string;
  /** Its types, then the table with its keys. */
  readonly build: readonly string[];
  /** Takes the table and its types away again. */
  readonly drop: readonly string[];
  readonly fill: Sized;
  readonly ways: readonly Way[];
}

/** One set of parameters that a query is tried with. */
export interface ProbeKey {
  /** `hot`: a fifth of all rows. `cold`: a handful. `missing`: none. */
  readonly name: string;
  /** It asks for rows in another state than the pattern's: nothing that a partial index need hold. */
  readonly other: boolean;
  readonly sql: Sized;
}

/** One step of an access pattern, as a query with keys to try it with. */
export interface Probe {
  readonly pattern: string;
  /** Place of the step in its pattern, from 0. */
  readonly step: number;
  /** The table, as PostgreSQL knows it. */
  readonly table: string;
  /** How many values of a column a question gives at once ("newest of those I follow"): each is a look-up of its own. */
  readonly values: number;
  /** Ways to ask the same (by a column that orders as well): the best one counts. */
  readonly questions: readonly (readonly ProbeKey[])[];
}

/** A statement that must be refused, or must be taken. */
export interface Attempt {
  /** What was tried, in words: `a second user with the same email`. */
  readonly what: string;
  readonly sql: string;
  /** False: the row is sound, and refusing it forbids too much. */
  readonly refused: boolean;
  /** SQLSTATEs that count as a refusal for the right reason. */
  readonly codes: readonly string[];
  readonly table: string;
  /** One of these sets of columns must be what refuses; plain names. */
  readonly columns: readonly (readonly string[])[];
  /** Shows the rows that got in; null where nothing is to be seen. */
  readonly show: string | null;
}

export interface Attack {
  readonly invariant: string;
  /** Sound rows, each statement a whole table's, in an order that its references allow. */
  readonly setup: readonly string[];
  readonly attempts: readonly Attempt[];
  /** Why PostgreSQL makes no reference of what the design writes as one, so that nothing is there to refuse the rows; null elsewhere. */
  readonly gap: string | null;
}

/** A sum that a column's type gets wrong. */
export interface Sum {
  readonly id: string;
  readonly what: string;
  readonly sql: string;
  /** What it makes on paper. */
  readonly wanted: number;
}

/** Tables with all that refuses, a few sound rows, and what is tried on them. */
export interface TruthPlan {
  readonly build: readonly string[];
  readonly attacks: readonly Attack[];
  readonly sums: readonly Sum[];
}

/** A pattern or invariant about which nothing can be run, and why. */
export interface Unrunnable {
  readonly id: string;
  readonly why: string;
}

/** A check, index or reference of the design that PostgreSQL cannot make: the run goes without it. */
export interface Gap {
  /** `the reference bids(auction_id) -> auctions`. */
  readonly what: string;
  readonly why: string;
  /** Where the sheet says it. */
  readonly span: Span;
}

export interface ProofPlan {
  readonly sizes: Sizes;
  /** What is proved, in the scenario's order. */
  readonly claims: readonly { readonly id: string; readonly kind: "invariant" | "pattern"; readonly claim: string }[];
  readonly tables: readonly TablePlan[];
  readonly probes: readonly Probe[];
  readonly truth: TruthPlan;
  readonly unrunnable: readonly Unrunnable[];
  readonly gaps: readonly Gap[];
}
