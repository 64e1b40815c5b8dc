/** Longer texts are no names: to keep them would cost more than to do the work again. */
const LONGEST = 120;

/** Remembers what a pure function of one text gave; forgets all of it at a limit, so that it never grows for ever. */
export function remembered<T>(make: (text: string) => T, most = 20_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (text.length > LONGEST) return made;
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}

/**
 * Remembers what a pure function of one object gave, as long as the object lives: for what outlives many answers (a scenario's parts).
 * Not for parts of one answer: the collector keeps the values of a weak map alive until it goes over the whole heap.
 */
export function rememberedFor<K extends object, T>(make: (thing: K) => T): (thing: K) => T {
  const known = new WeakMap<K, T>();
  return (thing) => {
    const before = known.get(thing);
    if (before !== undefined) return before;
    const made = make(thing);
    known.set(thing, made);
    return made;
  };
}

/** Remembers what a pure function gave for the object that it was asked of last: for what one answer is asked again and again. */
export function rememberedLast<K extends object, T>(make: (thing: K) => T): (thing: K) => T {
  let last: { readonly thing: K; readonly made: T } | null = null;
  return (thing) => {
    if (last?.thing !== thing) last = { thing, made: make(thing) };
    return last.made;
  };
}
