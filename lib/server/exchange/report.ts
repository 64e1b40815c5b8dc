import type { LeftOut, LeftOuts } from "@/lib/exchange";

/** What an import did. */
export interface ImportReport {
  readonly ok: true;
  /** New here: cards of one's own and items, ratings, and the decks that cards came in. */
  readonly taken: { readonly cards: number; readonly reviews: number; readonly decks: number };
  /** Cards that were here and changed: their text, or what is known of them. */
  readonly updated: number;
  /** Cards that were here and are as they were. */
  readonly unchanged: number;
  /** The first of what was not taken. */
  readonly skipped: readonly LeftOut[];
  /** How many were not. */
  readonly skippedCount: number;
  /** What a person should know besides. */
  readonly notes: readonly string[];
}

export const DRILLS_STAY =
  "Drills and scenarios are not in files of cards: they are made here. “Everything (JSON)” takes them along.";

export function skippedOf(...all: readonly LeftOuts[]): Pick<ImportReport, "skipped" | "skippedCount"> {
  return {
    skipped: all.flatMap(({ first }) => first).slice(0, 20),
    skippedCount: all.reduce((sum, { count }) => sum + count, 0),
  };
}
