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

const isFlat = (small: number, large: number, least: number) => large <= Math.max(MOST * small + HANDFUL, least);

/** Blocks from the root of an index down to a leaf, at the most. */
const DEPTH = 4;

/** What many look-ups at once cannot do without: the rows that they ask for, one block each, and a way down the index for each value. */
function leastOf({ asked }: Account, values: number) {
  return values === 1 ? { rows: 0, buffers: 0 } : { rows: asked, buffers: asked + DEPTH * values };
}

/**
 * Compares a query's runs at two sizes. Growth of the rows that are asked for is nothing that an index could save. `values`: how many values the
 * query gives at once, each a look-up of its own.
 */
export function compareRuns(small: Account, large: Account, values: number): Compared {
  const grown = Math.max(0, large.asked - small.asked);
  const rows = Math.max(0, large.touched - grown);
  const buffers = Math.max(0, large.buffers - grown);
  const least = leastOf(large, values);
  const flat = isFlat(small.touched, rows, least.rows) && isFlat(small.buffers, buffers, least.buffers);
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
