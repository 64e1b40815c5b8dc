/** Optimal string alignment distance: insert, delete, replace, or swap two neighbours, each counting one. Cost: |a| × |b|. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = !same && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const one = Math.min(previous[j] ?? 0, row[j - 1] ?? 0) + 1;
      const other = (previous[j - 1] ?? 0) + (same ? 0 : 1);
      row.push(Math.min(one, other, swapped ? (before[j - 2] ?? 0) + 1 : other));
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
