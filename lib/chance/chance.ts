/**
 * Chance that is the same each time and everywhere: numbers from 0 up to 1, never 1 itself. FNV-1a of the seed into mulberry32
 * (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c): small and well spread. Not for secrets.
 */
export function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The items in an order that looks random and is the same for the same seed. */
export function shuffled<T>(items: readonly T[], seed: string): readonly T[] {
  const random = randomFrom(seed);
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}
