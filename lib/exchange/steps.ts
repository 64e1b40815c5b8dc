/**
 * Work that can be paused: it yields now and then and returns its result. A server runs it between other requests; who
 * has nothing else to do calls `finish`.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs all of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}
