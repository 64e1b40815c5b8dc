import type { Account } from "./explain";
import type { Sizes } from "./plan";
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
  /** How many times more the large run touches, beyond the growth of its result; for finding the worst key. */
  readonly worst: number;
}

const isFlat = (small: number, large: number) => large <= MOST * small + HANDFUL;

/** Compares a query's runs at two sizes. The growth of the result itself is nothing that an index could save. */
export function compareRuns(small: Account, large: Account): Compared {
  const grown = Math.max(0, large.found - small.found);
  const rows = Math.max(0, large.touched - grown);
  const buffers = Math.max(0, large.buffers - grown);
  const flat = isFlat(small.touched, rows) && isFlat(small.buffers, buffers);
  return {
    small,
    large,
    rows: { small: small.touched, large: large.touched },
    buffers: { small: small.buffers, large: large.buffers },
    found: { small: small.found, large: large.found },
    growth: flat ? "flat" : "growing",
    worst: Math.max(rows / (small.touched + HANDFUL), buffers / (small.buffers + HANDFUL)),
  };
}

/** `8 times the rows`. */
export function timesMore({ small, large }: Sizes): number {
  return Math.round(large / small);
}
