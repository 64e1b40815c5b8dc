import { editDistance } from "@/lib/design";

/** Longer words are compared up to here, so that one comparison costs a fixed amount. */
const LONGEST = 40;

function squeeze(word: string): string {
  return word
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[\s_-]/g, "");
}

/** The legal word that was probably meant: at most a third of the letters differ. Null where none is near. */
export function nearest(word: string, legal: Iterable<string>): string | null {
  const wanted = squeeze(word);
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of legal) {
    const other = squeeze(candidate);
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3));
    if (Math.abs(wanted.length - other.length) > allowed) continue;
    const far = editDistance(wanted, other);
    if (far <= allowed && far < Math.min(wanted.length, least)) {
      best = candidate;
      least = far;
    }
  }
  return best;
}
