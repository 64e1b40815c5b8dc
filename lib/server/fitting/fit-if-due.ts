import { database } from "../database";
import { logFailure } from "../log";
import { nextFit } from "./due";
import { runFit } from "./run-fit";
import { readStanding, saveFit } from "./standing";

interface Watch {
  /** Ratings until it is worth looking again. */
  left: number;
  readonly notBefore: number;
}

interface Fitting {
  busy: boolean;
  readonly watches: Map<string, Watch>;
}

/** Next loads a module once for each kind of route, and a process fits one person at a time. */
declare global {
  var cardinalityFitting: Fitting | undefined;
}

/** People who rate at about the same time; who is forgotten costs one more look. */
const MOST_WATCHED = 10_000;

/**
 * To be called after each rating, and not waited for: `void fitIfDue(personId, now)`. Nearly always it only counts. Where there is
 * enough that is new, and the last fit is a day old, the person's parameters are fitted anew in another process.
 * Never fails: what goes wrong is logged, and tried again a day of ratings later.
 * @returns whether something was fitted, once it is.
 */
export async function fitIfDue(personId: string, now: number = Date.now()): Promise<boolean> {
  globalThis.cardinalityFitting ??= { busy: false, watches: new Map() };
  const fitting = globalThis.cardinalityFitting;
  const watch = fitting.watches.get(personId);
  if (watch) {
    watch.left -= 1;
    if (watch.left > 0 || now < watch.notBefore) return false;
  }
  if (fitting.busy) return false;
  fitting.busy = true;
  try {
    return await lookAndFit(fitting, personId, now);
  } catch (error) {
    logFailure("fitting", error);
    remember(fitting, personId, { left: 1, notBefore: nextFit({ ratings: 0, at: now }).at });
    return false;
  } finally {
    fitting.busy = false;
  }
}

async function lookAndFit(fitting: Fitting, personId: string, now: number): Promise<boolean> {
  const db = await database();
  const { last, ratings } = await readStanding(db, personId);
  const next = nextFit(last);
  const isDue = ratings >= next.ratings && now >= next.at;
  if (isDue) await saveFit(db, personId, { ...(await runFit(personId)), at: now, ratings });
  const after = isDue ? nextFit({ ratings, at: now }) : next;
  remember(fitting, personId, { left: after.ratings - ratings, notBefore: after.at });
  return isDue;
}

function remember({ watches }: Fitting, personId: string, watch: Watch): void {
  if (watches.size >= MOST_WATCHED) watches.clear();
  watches.set(personId, watch);
}
