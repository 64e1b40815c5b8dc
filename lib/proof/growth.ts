import type { Account } from "./explain";
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
  /** What the large run touches beyond the growth of what is asked for, rows and blocks together; for finding the key that tells most. */
  readonly cost: number;
}

/**
 * Compares a query's runs at two sizes. Growth of the rows that are asked for is nothing that an index could save. `values`: how many values the
 * query gives at once; each of them is a look-up, with its own handful.
 */
export function compareRuns(small: Account, large: Account, values: number): Compared {
  const grown = Math.max(0, large.asked - small.asked);
  const rows = Math.max(0, large.touched - grown);
  const buffers = Math.max(0, large.buffers - grown);
  const isFlat = (before: number, after: number) => after <= MOST * before + HANDFUL * values;
  return {
    small,
    large,
    rows: { small: small.touched, large: large.touched },
    buffers: { small: small.buffers, large: large.buffers },
    found: { small: small.found, large: large.found },
    growth: isFlat(small.touched, rows) && isFlat(small.buffers, buffers) ? "flat" : "growing",
    cost: rows + buffers,
  };
}
