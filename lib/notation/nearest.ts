/** Longer words are compared up to here, so that one comparison costs a fixed amount. */
const LONGEST = 40;

/** Optimal string alignment distance: insert, delete, replace, or swap two neighbours. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (!same && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

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
    const far = distance(wanted, other);
    if (far <= allowed && far < Math.min(wanted.length, least)) {
      best = candidate;
      least = far;
    }
  }
  return best;
}
