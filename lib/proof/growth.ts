import type { Account } from "./explain";
import type { Probe } from "./plan";
import type { Measured } from "./proof";

/** `flat`: what is touched beyond the result does not grow. `growing`: it does, if only for some of the keys. */
export type Growth = "flat" | "growing";

/** PROOF.md: flat where the large run touches at most half as much again, and a handful more. */
const MOST = 1.5;
const HANDFUL = 6;

export interface Compared {
  readonly small: Account;
  readonly large: Account;
  readonly rows: Measured;
  readonly buffers: Measured;
  readonly found: Measured;
  readonly growth: Growth;
  /** What the large run touches beyond the growth of its result, rows and blocks together; for finding the key that tells most. */
  readonly cost: number;
}

const isFlat = (small: number, large: number, bound: number) => large <= Math.max(MOST * small + HANDFUL, bound);

/** Blocks from the root of an index down to a leaf, at the most. */
const DEPTH = 4;

/** Compares a query's runs at two sizes. The growth of the result itself is nothing that an index could save. */
export function compareRuns(small: Account, large: Account, among: Probe["among"]): Compared {
  const grown = Math.max(0, large.found - small.found);
  const rows = Math.max(0, large.touched - grown);
  const buffers = Math.max(0, large.buffers - grown);
  /** A few rows for each of many values is a bound of its own, whatever the small run did. */
  const most = among ? { rows: among.rows, buffers: among.rows + DEPTH * among.values } : { rows: 0, buffers: 0 };
  const flat = isFlat(small.touched, rows, most.rows) && isFlat(small.buffers, buffers, most.buffers);
  return {
    small,
    large,
    rows: { small: small.touched, large: large.touched },
    buffers: { small: small.buffers, large: large.buffers },
    found: { small: small.found, large: large.found },
    growth: flat ? "flat" : "growing",
    cost: rows + buffers,
  };
}
