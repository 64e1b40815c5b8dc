import type { Design, Table } from "@/lib/design";

/** Filled in by the aligner. */
export interface Alignment {
  readonly design: Design;
  readonly extras: readonly Table[];
}
