import { randomUUID } from "node:crypto";
import type { Steps } from "@/lib/exchange";
import { itemId } from "@/lib/practice";
import { dayOf, newMemory } from "@/lib/schedule";
import { freshState, type ItemState } from "../items";
import type { Habits } from "../people";
import { ratedState } from "../rated-state";
import type { Incoming, IncomingReview, Standing, StandingItem } from "./incoming";

/** An item as it is to be written, with the ratings whose rows are new or change. */
export interface United {
  readonly id: string;
  readonly incoming: Incoming;
  readonly state: ItemState;
  readonly made: Incoming["made"];
  readonly reviews: readonly IncomingReview[];
  /** Those of them that are new and count. */
  readonly fresh: readonly IncomingReview[];
  /** Whether the person had it before. */
  readonly known: boolean;
}

/** What a file brings, united with what is there. What changes nothing is left out. */
export function* unite(incoming: readonly Incoming[], standing: Standing, habits: Habits): Steps<readonly United[]> {
  const all: United[] = [];
  for (const each of incoming) {
    const there = standing.items.get(itemId(each.name.kind, each.name.ref));
    const united = there ? join(each, there, standing, habits) : start(each, standing, habits);
    if (united) all.push(united);
    yield;
  }
  return all;
}

function start(incoming: Incoming, standing: Standing, habits: Habits): United {
  const reviews = withStates(
    incoming.reviews.filter(({ id }) => !standing.reviewIds.has(id)),
    incoming,
    habits,
  );
  const fresh = reviews.filter(({ undoneAt }) => undoneAt === null);
  const last = fresh.at(-1);
  const worked = incoming.trusted || !last ? incoming.state : stateAfter(last, incoming, habits);
  const ends = { firstReview: worked.firstReview ?? fresh[0]?.at ?? null, lastReviewId: last?.id ?? null };
  return {
    id: randomUUID(),
    incoming,
    state: { ...worked, ...ends },
    made: incoming.made,
    reviews,
    fresh,
    known: false,
  };
}

function join(incoming: Incoming, there: StandingItem, standing: Standing, habits: Habits): United | null {
  const { known, fresh: added } = match(incoming.reviews, there.reviews);
  const reviews = added.filter(({ id }) => !standing.reviewIds.has(id));
  const fresh = reviews.filter(({ undoneAt }) => undoneAt === null);
  const standingOnes = there.reviews.filter(({ undoneAt }) => undoneAt === null);
  const common = { id: there.id, incoming, made: there.made, reviews, fresh, known: true };
  if (fresh.length === 0) {
    // Nothing was done with it here, and the file knows how well it is remembered.
    const takes = standingOnes.length === 0 && there.state.phase === "new" && incoming.state.phase !== "new";
    if (takes) return { ...common, state: kept(incoming.state, there) };
    return reviews.length === 0 ? null : { ...common, state: there.state };
  }
  const isAhead = standingOnes.every(({ id }) => known.has(id)) && incoming.trusted;
  if (incoming.name.kind === "scenario") {
    const later = (incoming.state.lastReview ?? 0) > (there.state.lastReview ?? 0);
    return { ...common, state: later ? kept(incoming.state, there) : there.state };
  }
  const merged = [...standingOnes, ...fresh].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const worked = replayed(merged, incoming, habits);
  const last = worked.at(-1);
  const state =
    isAhead || !last ? { ...incoming.state, lastReviewId: last?.id ?? null } : stateAfter(last, incoming, habits);
  return {
    ...common,
    reviews: [...worked, ...reviews.filter(({ undoneAt }) => undoneAt !== null)],
    state: kept(state, there),
  };
}

/** What the person did with it here stays: that it was put aside, and what a report promised. */
function kept(state: ItemState, { state: there }: StandingItem): ItemState {
  const aside = { suspendedAt: there.suspendedAt, leech: there.leech || state.leech, seen: there.seen ?? state.seen };
  const promised = there.reason !== null && there.due < state.due;
  const time = promised ? { due: there.due, day: there.day } : { due: state.due, day: state.day };
  const firstReview = Math.min(
    there.firstReview ?? Number.POSITIVE_INFINITY,
    state.firstReview ?? Number.POSITIVE_INFINITY,
  );
  return {
    ...state,
    ...aside,
    ...time,
    day: there.suspendedAt === null ? time.day : null,
    reason: there.reason ?? state.reason,
    firstReview: Number.isFinite(firstReview) ? firstReview : null,
  };
}

/** Two ratings of a card within a second are the same one: a package keeps the moment, and moves it where two would share it. */
const SAME_MS = 1_000;

function match(incoming: readonly IncomingReview[], there: readonly IncomingReview[]) {
  const ids = new Set(there.map(({ id }) => id));
  const near = new Map<number, IncomingReview[]>();
  for (const each of there) near.set(secondOf(each), [...(near.get(secondOf(each)) ?? []), each].slice(-4));
  const known = new Set<string>();
  const fresh = incoming.filter((each) => {
    const twin = ids.has(each.id) ? each.id : twinOf(each, near, known);
    if (twin !== null) known.add(twin);
    return twin === null;
  });
  return { known, fresh };
}

function twinOf(each: IncomingReview, near: ReadonlyMap<number, IncomingReview[]>, known: ReadonlySet<string>) {
  const second = secondOf(each);
  const around = [second - 1, second, second + 1].flatMap((one) => near.get(one) ?? []);
  return around.find((one) => isSame(one, each) && !known.has(one.id))?.id ?? null;
}

function secondOf({ at }: IncomingReview): number {
  return Math.floor(at / SAME_MS);
}

function isSame(a: IncomingReview, b: IncomingReview): boolean {
  return a.rating === b.rating && Math.abs(a.at - b.at) < SAME_MS;
}

/** Ratings whose file does not say what was before them get it by replay. */
function withStates(reviews: readonly IncomingReview[], incoming: Incoming, habits: Habits): readonly IncomingReview[] {
  if (reviews.every(({ before }) => before !== null)) return reviews;
  const undone = reviews.filter(({ undoneAt }) => undoneAt !== null);
  return [
    ...replayed(
      reviews.filter(({ undoneAt }) => undoneAt === null),
      incoming,
      habits,
    ),
    ...undone,
  ];
}

/** Ratings given one after another, each with the state before it. */
function replayed(reviews: readonly IncomingReview[], incoming: Incoming, habits: Habits): readonly IncomingReview[] {
  const at = reviews[0]?.at ?? 0;
  let state = freshState(newMemory(at), dayOf(at, habits.clock), null);
  return reviews.map((each, index) => {
    const before = asLogged(state, each, reviews[index - 1] ?? null, habits);
    state = ratedState(incoming.name, before, each, habits);
    return { ...each, before, due: each.before === null ? each.due : state.due };
  });
}

/** A log that was cut off, or kept by another scheduler, says itself where the card stood. */
function asLogged(
  state: ItemState,
  { phase, at }: IncomingReview,
  last: IncomingReview | null,
  { clock }: Habits,
): ItemState {
  if (phase === null || phase === state.phase || phase === "new") return state;
  const days = last === null ? 0 : Math.max(0, dayOf(last.due, clock) - dayOf(last.at, clock));
  const scheduledDays = phase === "review" ? Math.max(1, days) : 0;
  const stability = Math.max(state.stability, scheduledDays, 0.1);
  const difficulty = state.difficulty >= 1 ? state.difficulty : 5;
  const reps = Math.max(1, state.reps);
  return { ...state, phase, stability, difficulty, scheduledDays, reps, step: 0, lastReview: state.lastReview ?? at };
}

function stateAfter(last: IncomingReview, incoming: Incoming, habits: Habits): ItemState {
  return last.before === null ? incoming.state : ratedState(incoming.name, last.before, last, habits);
}
