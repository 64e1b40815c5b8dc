import munkres from "munkres";

/** One accepted pair of an assignment: indexes into rows and columns, and how much it was worth. */
export interface Match {
  readonly row: number;
  readonly column: number;
  readonly worth: number;
}

/**
 * The best overall one-to-one assignment of rows to columns, leaving out what is worth less than `least`.
 * `worth[row][column]` is 0 to 1. Rows without any candidate are left out before solving, which keeps large designs fast.
 */
export function assign(worth: readonly (readonly number[])[], least: number): readonly Match[] {
  const rows = worth.flatMap((row, at) => (row.some((value) => value >= least) ? [at] : []));
  const width = worth[0]?.length ?? 0;
  if (rows.length === 0 || width === 0) return [];
  const cost = rows.map((at) => (worth[at] ?? []).map((value) => (value >= least ? 1 - value : 1)));
  return munkres(cost)
    .map(([y, column]) => ({ row: rows[y] ?? 0, column, worth: worth[rows[y] ?? 0]?.[column] ?? 0 }))
    .filter((match) => match.worth >= least);
}
