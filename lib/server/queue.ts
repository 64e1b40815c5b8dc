import { composeQueue, PACE_DAYS, pacesOf, type QueueCounts } from "@/lib/practice";
import { dayOf, secondsOf, startOfDay } from "@/lib/schedule";
import { database, numbered, placed } from "./database";
import type { Item } from "./generated/client";
import { newPerDay } from "./new-today";
import { type Habits, readHabits } from "./people";
import { type QueueItem, showItems } from "./show-items";
import { dueItems, ownNew, unseenItems, waitingOf, withoutSiblings } from "./waiting";

/** As many as one sitting takes; the counts tell of all. */
const MOST_ITEMS = 100;

/** How much of a day's minutes is left. */
export interface Budget {
  /** Minutes of reviews that the person wants a day; null for no limit. */
  readonly minutes: number | null;
  /** Seconds of reviews today. */
  readonly spent: number;
  /** How many of the queue's items fit into what is left. */
  readonly fits: number;
  /** Seconds that those take this person; scenarios are not in it. */
  readonly expected: number;
}

export interface Queue {
  readonly items: readonly QueueItem[];
  readonly counts: QueueCounts;
  /** When the next one comes that is not in `items`, epoch milliseconds; null where nothing will. */
  readonly nextDue: number | null;
  /** By what the page schedules a rating itself, until the server answers. */
  readonly scheduling: Habits;
  readonly budget: Budget;
}

/** What to review at `now`, in order. Reads only: a new item gets its row with its first rating. */
export async function readQueue(personId: string, now: number): Promise<Queue> {
  const { habits, rows, unseen, items, counts, budget } = await compose(personId, now);
  const later = await nextAfter(personId, now, habits);
  const tomorrow = startOfDay(dayOf(now, habits.clock) + 1, habits.clock);
  const nextDue = earliest(later, unseen > counts.new ? tomorrow : null);
  const shown = await showItems(personId, items.slice(0, MOST_ITEMS), rows);
  return { items: shown, counts, nextDue, scheduling: habits, budget };
}

/** How many items `readQueue` has, and how long they take, without what shows them. */
export async function measureQueue(personId: string, now: number): Promise<Pick<Queue, "counts" | "budget">> {
  const { counts, budget } = await compose(personId, now);
  return { counts, budget };
}

async function compose(personId: string, now: number) {
  const habits = await readHabits(personId);
  const { settings, clock, parameters } = habits;
  const [due, lately, fresh] = await Promise.all([
    dueItems(personId, now, clock),
    readLately(personId, dayOf(now, clock)),
    unseenItems(personId, now),
  ]);
  const { recent, begun: newToday } = lately;
  const perDay = await newPerDay(personId, habits, now, newToday);
  const own = await ownNew(personId, perDay - newToday, dayOf(now, clock));
  const known = [...due, ...own].flatMap((row) => waitingOf(row, clock) ?? []);
  const begin = startOfDay(dayOf(now, clock), clock);
  const waiting = settings.bury ? await withoutSiblings(personId, [...known, ...fresh], begin) : [...known, ...fresh];
  const spent = lately.spent / 1000;
  const minutes = settings.minutesPerDay;
  const day = {
    secondsLeft: minutes === null ? Number.POSITIVE_INFINITY : minutes * 60 - spent,
    paces: pacesOf(recent),
  };
  const limits = {
    newPerDay: perDay,
    newToday,
    bury: settings.bury,
    budget: minutes === null ? null : day,
    parameters,
  };
  const { items, counts, fits } = composeQueue(waiting, now, limits);
  const expected = items.slice(0, fits).reduce((sum, item) => sum + secondsOf(item, day), 0);
  const budget = { minutes, spent: Math.round(spent), fits, expected: Math.round(expected) };
  const rows = new Map([...due, ...own].map((row: Item) => [`${row.kind}:${row.ref}`, row]));
  return { habits, rows, unseen: fresh.length + own.length, items, counts, budget };
}

const LATELY = numbered(`SELECT sum("reviews"), sum("milliseconds"), sum("drills"), sum("drillMilliseconds"),
  sum(CASE WHEN "day" = ?3 THEN "fresh" END), sum(CASE WHEN "day" = ?3 THEN "milliseconds" END)
FROM "Day" WHERE "personId" = ?1 AND "day" > ?2`);

/** What was done in the last weeks, and today. */
async function readLately(personId: string, today: number) {
  const sums = await (await database()).$queryRawUnsafe<readonly Readonly<Record<string, number | bigint | null>>[]>(
    LATELY.sql,
    ...placed(LATELY, [personId, today - PACE_DAYS, today]),
  );
  const [reviews = 0, milliseconds = 0, drills = 0, drillMilliseconds = 0, begun = 0, spent = 0] = Object.values(
    sums[0] ?? {},
  ).map(Number);
  return { recent: { reviews, milliseconds, drills, drillMilliseconds }, begun, spent };
}

const NEXT = numbered(`SELECT
  (SELECT min("due") FROM "Item" WHERE "personId" = ?1 AND "phase" IN ('learning', 'relearning') AND "day" IS NOT NULL AND "due" > ?2) AS "minute",
  (SELECT "day" FROM "Load" WHERE "personId" = ?1 AND "day" > ?3 AND "due" > 0 ORDER BY "day" LIMIT 1) AS "day"`);

/** The next item in learning, or the next day that has something. */
async function nextAfter(personId: string, now: number, { clock }: Habits): Promise<number | null> {
  const db = await database();
  const [next] = await db.$queryRawUnsafe<readonly { minute: number | bigint | null; day: number | bigint | null }[]>(
    NEXT.sql,
    ...placed(NEXT, [personId, now, dayOf(now, clock)]),
  );
  const { minute = null, day = null } = next ?? {};
  return earliest(minute === null ? null : Number(minute), day === null ? null : startOfDay(Number(day), clock));
}

function earliest(...times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
