import type { Card } from "@/lib/cards";
import { composeQueue, itemId, type QueueCounts, unseenCard, type Waiting } from "@/lib/practice";
import { type Memory, type Preview, preview, type Rating, startOfTomorrow } from "@/lib/schedule";
import { cardsById, scenarioTitles } from "./content";
import { database } from "./database";
import type { Item } from "./generated/client";
import { memoryOf, readReason } from "./items";
import { utcOffsetOf } from "./people";

const DAY = 86_400_000;
/** As many as one sitting takes; the counts tell of all. */
const MOST_ITEMS = 100;

interface Shown {
  /** Name it when rating: `card:keys/what-is-a-key`. */
  readonly id: string;
  /** The card's id or the scenario's slug. */
  readonly ref: string;
  readonly phase: Memory["phase"];
  /** Epoch milliseconds. */
  readonly due: number;
  /** Why a report brought it forward, and where the report is; null where it comes by its own schedule. */
  readonly why: string | null;
  readonly attemptId: string | null;
}

export type QueueItem =
  | (Shown & {
      readonly kind: "card";
      readonly card: Card;
      /** What each button does, were it pressed at `now`. */
      readonly preview: Readonly<Record<Rating, Preview>>;
    })
  | (Shown & { readonly kind: "scenario"; readonly title: string });

export interface Queue {
  readonly items: readonly QueueItem[];
  readonly counts: QueueCounts;
  /** When the next one comes that is not in `items`, epoch milliseconds; null where nothing will. */
  readonly nextDue: number | null;
}

/** What to review at `now`, in order. Reads only: a new card gets its row with its first rating. */
export async function readQueue(personId: string, now: number): Promise<Queue> {
  const { due, unseen, tomorrow, items, counts } = await compose(personId, now);
  const later = await nextAfter(personId, now);
  const fresh = unseen > counts.new ? tomorrow : null;
  const shown = items.slice(0, MOST_ITEMS).flatMap((item) => show(item, due, now));
  return { items: shown, counts, nextDue: earliest(later, fresh) };
}

/** How many items `readQueue` has, without what shows them. */
export async function countQueue(personId: string, now: number): Promise<QueueCounts> {
  return (await compose(personId, now)).counts;
}

async function compose(personId: string, now: number) {
  const [due, met, offset] = await Promise.all([dueItems(personId, now), metCards(personId), utcOffsetOf(personId)]);
  const tomorrow = startOfTomorrow(now, offset);
  const newToday = await begunSince(personId, tomorrow - DAY);
  const unseen = [...cardsById()].flatMap(([ref, { place }]) => (met.has(ref) ? [] : [unseenCard(ref, place, now)]));
  return {
    due,
    unseen: unseen.length,
    tomorrow,
    ...composeQueue([...due.flatMap(waitingOf), ...unseen], now, newToday),
  };
}

async function dueItems(personId: string, now: number): Promise<readonly Item[]> {
  return (await database()).item.findMany({
    where: { personId, due: { lte: new Date(now) } },
    orderBy: { due: "asc" },
  });
}

async function metCards(personId: string): Promise<ReadonlySet<string>> {
  const rows = await (await database()).item.findMany({ where: { personId, kind: "card" }, select: { ref: true } });
  return new Set(rows.map(({ ref }) => ref));
}

async function begunSince(personId: string, since: number): Promise<number> {
  return (await database()).item.count({ where: { personId, kind: "card", firstReview: { gte: new Date(since) } } });
}

async function nextAfter(personId: string, now: number): Promise<number | null> {
  const where = { personId, due: { gt: new Date(now) } };
  const next = await (await database()).item.findFirst({ where, orderBy: { due: "asc" }, select: { due: true } });
  return next?.due.getTime() ?? null;
}

function earliest(...times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** None for what the content no longer holds. */
function waitingOf(row: Item): Waiting[] {
  const { ref } = row;
  const common = { ref, memory: memoryOf(row), why: readReason(row.reason)?.why ?? null };
  if (row.kind === "scenario") {
    return scenarioTitles().has(ref) ? [{ ...common, id: itemId("scenario", ref), kind: "scenario" }] : [];
  }
  const place = cardsById().get(ref)?.place;
  return place === undefined ? [] : [{ ...common, id: itemId("card", ref), kind: "card", place }];
}

function show(item: Waiting, rows: readonly Item[], now: number): QueueItem[] {
  const { id, ref, memory, why } = item;
  const row = rows.find((candidate) => candidate.kind === item.kind && candidate.ref === ref);
  const attemptId = readReason(row?.reason ?? null)?.attemptId ?? null;
  const common = { id, ref, phase: memory.phase, due: memory.due, why, attemptId };
  if (item.kind === "scenario") {
    return [{ ...common, kind: "scenario", title: scenarioTitles().get(ref) ?? ref }];
  }
  const card = cardsById().get(ref)?.card;
  return card ? [{ ...common, kind: "card", card, preview: preview(memory, now, "card") }] : [];
}
