import { isInSteps, preview, type Rating, review } from "@/lib/schedule";
import type { RatedItem, ReviewItem } from "./item";
import { schedulingFor } from "./queue";
import type { Act, Choice, Given, PutAway, Session } from "./session-state";

/** As in Anki: where nothing else is left, an item in its steps may come this much before its minute. */
export const LEARN_AHEAD = 20 * 60_000;
const ALL: readonly Rating[] = [1, 2, 3, 4];
const COVERED = { shown: false, chosen: null, choices: [] } as const;

/**
 * Lays the next item on the empty table: what is due in its steps, then the queue, then what may come a little early.
 * The day's minutes end only what is not in its steps.
 */
export function lay(session: Session, at: number): Session {
  const { waiting, items } = session;
  if (session.limit === "ended") return { ...session, ...COVERED, table: null };
  const [soon] = waiting;
  if (soon && soon.memory.due <= at) return layWaiting(session, soon, at);
  const [next, ...rest] = items;
  if (next && mustAsk(session, next)) return { ...session, ...COVERED, table: null, limit: "asking" };
  if (next) return { ...session, ...COVERED, table: next, items: rest, begun: at };
  if (soon && soon.memory.due <= at + LEARN_AHEAD) return layWaiting(session, soon, at);
  return { ...session, ...COVERED, table: null };
}

function layWaiting(session: Session, item: RatedItem, at: number): Session {
  const waiting = session.waiting.filter(({ id }) => id !== item.id);
  return { ...session, ...COVERED, table: item, waiting, begun: at };
}

function mustAsk({ limit, budget }: Session, next: ReviewItem): boolean {
  if (limit === "over" || budget.limit === null || isInSteps(next.memory)) return false;
  return limit === "asking" || budget.spent >= budget.limit;
}

/** Uncovers the answer, and says what each rating would do. */
export function show(session: Session, at: number, chosen: string | null): Session {
  const { table, scheduling } = session;
  if (!table || table.kind === "scenario" || session.shown) return session;
  const outcomes = preview(table.memory, at, schedulingFor(table.id, scheduling));
  const choices = ratingsFor(table, chosen).map((rating): Choice => ({ rating, interval: outcomes[rating].interval }));
  return { ...session, shown: true, chosen, choices };
}

/** What was not chosen rightly was not known; what was, was. */
function ratingsFor({ options }: RatedItem, chosen: string | null): readonly Rating[] {
  if (options.length === 0) return ALL;
  return options.some(({ id, right }) => right && id === chosen) ? [2, 3, 4] : [1];
}

export function rate(session: Session, at: number, id: string, rating: Rating): Session {
  const { table, scheduling, choices, begun } = session;
  if (!table || table.kind === "scenario" || !choices.some((choice) => choice.rating === rating)) return session;
  const { memory: after } = review(table.memory, rating, at, schedulingFor(table.id, scheduling));
  const elapsed = Math.max(0, at - (begun ?? at));
  const given: Given = { kind: "rate", id, item: table, rating, at, elapsed, after };
  const waiting = isInSteps(after) ? withWaiting(session.waiting, { ...table, memory: after }) : session.waiting;
  const budget = withSpent(session, elapsed);
  return lay({ ...session, budget, waiting, acts: [...session.acts, given] }, at);
}

export function putAway(session: Session, at: number, how: PutAway["kind"]): Session {
  const { table: item } = session;
  if (!item || item.kind === "scenario") return session;
  return lay({ ...session, acts: [...session.acts, { kind: how, item, at }], away: [...session.away, item.id] }, at);
}

export function skip(session: Session, at: number): Session {
  const { table } = session;
  return table ? lay({ ...session, away: [...session.away, table.id] }, at) : session;
}

/**
 * The item comes back as it was. A card has its answer shown: it is to be rated anew, not to be thought over again.
 * Where one chooses, it is covered: the slip may have been the choice.
 */
export function undo(session: Session, at: number): Session {
  const last = session.acts.at(-1);
  if (!last) return session;
  const { item } = last;
  const isOther = ({ id }: ReviewItem) => id !== item.id;
  const aside = session.table && isOther(session.table) ? [session.table] : [];
  const before: Session = {
    ...session,
    ...COVERED,
    table: item,
    items: [...aside, ...session.items.filter(isOther)],
    waiting: session.waiting.filter(isOther),
    acts: session.acts.slice(0, -1),
    away: session.away.filter((id) => id !== item.id),
    budget: withSpent(session, -elapsedOf(last)),
    begun: at,
    limit: session.limit === "over" ? "over" : "within",
  };
  return last.kind === "rate" && item.options.length === 0 ? show(before, at, null) : before;
}

function elapsedOf(act: Act): number {
  return act.kind === "rate" ? act.elapsed : 0;
}

function withSpent({ budget }: Session, elapsed: number): Session["budget"] {
  return { ...budget, spent: Math.max(0, budget.spent + elapsed) };
}

export function withWaiting(waiting: readonly RatedItem[], item: RatedItem): readonly RatedItem[] {
  const others = waiting.filter(({ id }) => id !== item.id);
  return [...others, item].toSorted((a, b) => a.memory.due - b.memory.due);
}
