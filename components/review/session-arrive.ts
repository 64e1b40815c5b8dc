import { isInSteps, type Memory } from "@/lib/schedule";
import type { RatedItem, ReviewItem } from "./item";
import type { ShownQueue } from "./queue";
import type { Known, Session } from "./session-state";
import { lay, withWaiting } from "./session-table";

/** The server's queue, with what this device knows better. What is on the table stays there. */
export function arrive(session: Session, queue: ShownQueue, known: Known, at: number): Session {
  const { scheduling, budget, nextDue } = queue;
  const table = session.begun === null ? null : session.table;
  const isOther = ({ id }: ReviewItem) => id !== table?.id && !session.away.includes(id);
  const all = new Map([...known, ...justRated(session, at)]);
  const coming = queue.items.filter(isOther).flatMap((item) => asKnown(item, all, at));
  const waited = session.waiting.filter(({ id }) => !coming.some((item) => item.id === id));
  const waiting = coming.filter(returns).reduce(withWaiting, waited);
  const items = coming.filter((item) => !returns(item));
  const next = { ...session, scheduling, budget, nextDue, table, items, waiting, begun: session.begun ?? at };
  return table === null ? lay(next, at) : next;
}

/** A queue may have been read while these were on their way. */
const ON_ITS_WAY = 60_000;

function justRated({ acts }: Session, now: number): readonly (readonly [string, Memory])[] {
  return acts.flatMap((act) => (act.kind === "rate" && now - act.at < ON_ITS_WAY ? [[act.item.id, act.after]] : []));
}

function returns(item: ReviewItem): item is RatedItem {
  return item.kind !== "scenario" && isInSteps(item.memory);
}

/**
 * None where it was put away, or was rated here and comes on another day. A memory with more reviews in it is the newer one;
 * where the server's is, it comes whatever this device's clock says.
 */
function asKnown(item: ReviewItem, known: Known, at: number): readonly ReviewItem[] {
  const memory = known.get(item.id);
  if (memory === null) return [];
  if (memory === undefined || memory.reps <= item.memory.reps) return [item];
  return isInSteps(memory) || memory.due <= at ? [{ ...item, memory }] : [];
}
