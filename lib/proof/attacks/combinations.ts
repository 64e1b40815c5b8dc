import { type Cell, NULL } from "../cells";
import type { Changes } from "../fixture";

const MOST_COMBINATIONS = 2_000;

export const FLAGS: readonly Cell[] = [
  { sql: "true", value: true },
  { sql: "false", value: false },
];

/** Every row that can be made of what each column may hold, up to a limit. */
export function rowsOf(columns: readonly string[], options: readonly (readonly Cell[])[]): readonly Changes[] {
  const all = options.reduce<readonly (readonly Cell[])[]>(
    (made, cells) => made.flatMap((one) => cells.map((cell) => [...one, cell])).slice(0, MOST_COMBINATIONS),
    [[]],
  );
  return all.map((cells) => new Map(columns.map((column, i) => [column, cells[i] ?? NULL] as const)));
}
