import type { Memory } from "@/lib/schedule";
import { type Composed, composeQueue, type Waiting } from "./queue";

/** No day's limit holds back what somebody asks for. */
const NO_LIMITS = { newPerDay: Number.POSITIVE_INFINITY, newToday: 0, bury: false, budget: null };

export interface Ahead extends Composed {
  /** When the next item in its steps comes, epoch milliseconds; null where none does. */
  readonly nextDue: number | null;
}

/**
 * A sitting that somebody asks for, in the order of any sitting: what is new or learnt may come ahead of its day. What was rated since
 * `begin` and comes on another day is done; what is in its steps comes at its minute.
 *
 * @param begin when the person's day began, epoch milliseconds
 * @param parameters fitted to the person; null for the defaults
 */
export function composeAhead(
  there: readonly Waiting[],
  now: number,
  begin: number,
  parameters: readonly number[] | null,
): Ahead {
  const open = there.filter(({ memory }) => memory.due <= now || mayComeAhead(memory, begin));
  const ready = open.map((item) => ({ ...item, memory: { ...item.memory, due: Math.min(item.memory.due, now) } }));
  const composed = composeQueue(ready, now, { ...NO_LIMITS, parameters });
  const memories = new Map(open.map(({ id, memory }) => [id, memory]));
  const items = composed.items.map((item) => ({ ...item, memory: memories.get(item.id) ?? item.memory }));
  const steps = there.flatMap(({ memory }) => (memory.due > now && isInSteps(memory) ? [memory.due] : []));
  const nextDue = steps.length === 0 ? null : Math.min(...steps);
  return { ...composed, items, nextDue };
}

const isInSteps = ({ phase }: Memory) => phase === "learning" || phase === "relearning";

function mayComeAhead({ phase, lastReview }: Memory, begin: number): boolean {
  return phase === "new" || (phase === "review" && lastReview !== null && lastReview < begin);
}
