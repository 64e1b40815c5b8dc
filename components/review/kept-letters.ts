import { RATINGS } from "./item";
import type { Letter } from "./outbox";

/** Each person's unsent ratings have a place of their own on a shared device. */
function place(personId: string): string {
  return `unsent-ratings:${personId}`;
}

export function keepLetters(personId: string, letters: readonly Letter[]): void {
  try {
    if (letters.length === 0) localStorage.removeItem(place(personId));
    else localStorage.setItem(place(personId), JSON.stringify(letters));
  } catch {
    // Storage is closed or full: the ratings then live as long as the page, which says that they are unsent.
  }
}

/** What an earlier visit could not send; whatever is not in the right shape is left out. */
export function keptLetters(personId: string): readonly Letter[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place(personId)) ?? "[]");
    return Array.isArray(found) ? found.filter(isLetter) : [];
  } catch {
    return [];
  }
}

/** The items that these letters rate. */
export function ratedItems(letters: readonly Letter[]): readonly string[] {
  return letters.flatMap((letter) => (letter.kind === "rate" ? [letter.rating.itemId] : []));
}

function isLetter(value: unknown): value is Letter {
  if (!isRecord(value)) return false;
  if (value.kind === "undo") return typeof value.reviewId === "string";
  const { rating } = value;
  if (value.kind !== "rate" || !isRecord(rating)) return false;
  const { id, itemId, at, elapsed } = rating;
  const known = RATINGS.some((one) => one.rating === rating.rating);
  return (
    known && typeof id === "string" && typeof itemId === "string" && Number.isFinite(at) && Number.isFinite(elapsed)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
