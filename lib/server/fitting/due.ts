import type { SavedFit } from "./saved-fit";

const DAY = 86_400_000;
/** So many new ratings at least are worth a new fit … */
const NEW_AT_LEAST = 200;
/** … and a fifth more than there were. */
const GROWTH = 0.2;

/** When a person's parameters are fitted next. */
export interface NextFit {
  /** From so many ratings on … */
  readonly ratings: number;
  /** … and not before, epoch milliseconds. */
  readonly at: number;
}

export function nextFit(last: Pick<SavedFit, "ratings" | "at"> | null): NextFit {
  if (!last) return { ratings: NEW_AT_LEAST, at: 0 };
  return { ratings: last.ratings + Math.max(NEW_AT_LEAST, Math.ceil(last.ratings * GROWTH)), at: last.at + DAY };
}
