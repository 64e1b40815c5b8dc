const MIB = 1024 * 1024;

/** How much one file may bring. More is refused whole, with words that say what to do. */
export interface Limits {
  /** Of the file as it is given. */
  readonly bytes: number;
  /** Of what unpacks from it, all together. */
  readonly unpacked: number;
  readonly cards: number;
  readonly reviews: number;
}

export const LIMITS: Limits = { bytes: 50 * MIB, unpacked: 300 * MIB, cards: 100_000, reviews: 1_000_000 };

/** Of one side of a card, in UTF-8: what the database takes. */
export const SIDE_BYTES = 64 * 1024;

/** "50 MB", as a person says it. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / MIB)} MB`;
}

/** A number with its thousands set apart: "100,000". */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
