/** Both lists in their order, the second spread evenly among the first: neither comes in a heap at either end. */
export function mix<T>(main: readonly T[], among: readonly T[]): T[] {
  const place = (list: readonly T[], second: boolean) =>
    list.map((item, index) => ({ item, at: (index + 1) / (list.length + 1), second }));
  return [...place(main, false), ...place(among, true)]
    .sort((a, b) => a.at - b.at || Number(a.second) - Number(b.second))
    .map(({ item }) => item);
}

interface Grouped {
  readonly sibling?: string | null;
}

/** Only the first of each group, and none of the groups in `taken`. What has no group stays. */
export function firstOfGroups<T extends Grouped>(items: readonly T[], taken: readonly T[]): T[] {
  const groups = new Set(taken.map(({ sibling }) => sibling ?? null));
  return items.filter(({ sibling = null }) => {
    if (sibling === null) return true;
    const first = !groups.has(sibling);
    groups.add(sibling);
    return first;
  });
}

/**
 * The same items, siblings not next to each other where that can be: the second is put off until another one has come,
 * and where none is left after it, it goes further to the front, between two others.
 * @param before what comes just before the first of them.
 */
export function keepApart<T extends Grouped>(items: readonly T[], before: T | undefined): T[] {
  const placed: T[] = [];
  const late: T[] = [];
  const fitsNow = (item: T) => !areSiblings(item, placed.at(-1) ?? before);
  for (const item of items) {
    (fitsNow(item) ? placed : late).push(item);
    const next = late.findIndex(fitsNow);
    if (next !== -1) placed.push(...late.splice(next, 1));
  }
  for (const item of late) placed.splice(lastGap(item, placed, before), 0, item);
  return placed;
}

/** The last place between two others that are no siblings of it; the end where there is none. */
function lastGap<T extends Grouped>(item: T, placed: readonly T[], before: T | undefined): number {
  const gap = placed.findLastIndex(
    (other, at) => !areSiblings(item, other) && !areSiblings(item, placed[at - 1] ?? before),
  );
  return gap === -1 ? placed.length : gap;
}

function areSiblings(a: Grouped, b: Grouped | undefined): boolean {
  return a.sibling !== undefined && a.sibling !== null && a.sibling === b?.sibling;
}
