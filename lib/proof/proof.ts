/** What a run on a real PostgreSQL showed. */
export type ProofVerdict = "holds" | "fails" | "not-applicable";

export interface Measured {
  readonly small: number;
  readonly large: number;
}

/** What PostgreSQL answered to one statement. */
export interface Answered {
  readonly what: string;
  readonly sql: string;
  /** In PostgreSQL's words, or `accepted`. */
  readonly outcome: string;
  /** Rows that are in the table now and should not be; cells as text. */
  readonly rows: readonly Readonly<Record<string, string | null>>[];
  readonly good: boolean;
}

export interface Attacked {
  readonly kind: "attack";
  readonly tried: readonly Answered[];
}

/** A query at two sizes: what it touched beyond its result. */
export interface Asked {
  readonly kind: "query";
  readonly sql: string;
  /** `hot`, `cold`, `missing`, …: the key that cost most. */
  readonly key: string;
  readonly rows: Measured;
  readonly buffers: Measured;
  readonly found: Measured;
  /** The index that was used, as a person would write it; null where the whole table was read. */
  readonly by: string | null;
  /** The plan in words. */
  readonly words: string;
  /** The plan as PostgreSQL prints it, at the large size. */
  readonly plan: string;
}

export interface Proof {
  readonly id: string;
  readonly kind: "invariant" | "pattern";
  readonly claim: string;
  readonly verdict: ProofVerdict;
  readonly why: string;
  readonly evidence: Attacked | Asked | null;
  /** Why PostgreSQL makes no reference of what the design writes as one, where that is what the proof is about; null elsewhere. */
  readonly gap: string | null;
}
