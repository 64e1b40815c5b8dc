import { dayOf, startOfDay } from "@/lib/schedule";
import { type AttemptLine, listAttempts } from "./attempts";
import { cardsById, scenarioTitles } from "./content";
import { database } from "./database";
import { readHabits } from "./people";
import { countQueue } from "./queue";

const DAY = 86_400_000;
const DAYS_AHEAD = 7;

/** One scenario's attempts, oldest first. */
export interface ScenarioProgress {
  readonly slug: string;
  readonly title: string;
  readonly attempts: readonly AttemptLine[];
}

/** Where a person stands. Times are epoch milliseconds; a day is the person's own. */
export interface Progress {
  readonly due: {
    /** As many as the review page shows now. */
    readonly now: number;
    /** Those, and what still comes today. */
    readonly today: number;
    /** Today and the six days after; new cards of later days are not in it. */
    readonly week: number;
    /** The seven days one by one; today's holds what is overdue. */
    readonly days: readonly { readonly start: number; readonly count: number }[];
  };
  /** Scenarios that were tried, the latest tried first. */
  readonly scenarios: readonly ScenarioProgress[];
  /** Reviews of cards that had been learnt for three weeks or more, and how many of those were remembered. */
  readonly retention: { readonly reviews: number; readonly remembered: number };
  readonly counts: {
    readonly attempts: number;
    /** Ratings of cards in all. */
    readonly reviews: number;
    readonly cardsSeen: number;
    readonly cardsInAll: number;
  };
}

/** Reads what grows with the content, never with the history of reviews. */
export async function readProgress(personId: string, now: number): Promise<Progress> {
  const [{ clock }, queued, attempts, cards] = await Promise.all([
    readHabits(personId),
    countQueue(personId, now),
    listAttempts(personId),
    cardTotals(personId),
  ]);
  const tomorrow = startOfDay(dayOf(now, clock) + 1, clock);
  const ahead = await dueDays(personId, now, tomorrow);
  const waiting = queued.due + queued.new + queued.learning;
  const days = ahead.map((count, day) => ({
    start: tomorrow + (day - 1) * DAY,
    count: day === 0 ? count + waiting : count,
  }));
  return {
    due: {
      now: waiting,
      today: days[0]?.count ?? waiting,
      week: days.reduce((sum, { count }) => sum + count, 0),
      days,
    },
    scenarios: byScenario(attempts),
    retention: { reviews: cards.matureSeen, remembered: cards.matureKept },
    counts: { attempts: attempts.length, reviews: cards.reviews, cardsSeen: cards.seen, cardsInAll: cardsById().size },
  };
}

/** How many items come after `now`, on each of the next seven days. */
async function dueDays(personId: string, now: number, tomorrow: number): Promise<readonly number[]> {
  const where = { personId, due: { gt: new Date(now), lt: new Date(tomorrow + (DAYS_AHEAD - 1) * DAY) } };
  const rows = await (await database()).item.findMany({ where, select: { due: true, kind: true, ref: true } });
  const shown = rows.filter(({ kind, ref }) => (kind === "card" ? cardsById().has(ref) : scenarioTitles().has(ref)));
  return Array.from({ length: DAYS_AHEAD }, (_, day) => {
    const end = tomorrow + day * DAY;
    return shown.filter(({ due }) => due.getTime() < end && (day === 0 || due.getTime() >= end - DAY)).length;
  });
}

async function cardTotals(personId: string) {
  const db = await database();
  const where = { personId, kind: "card" };
  const [sums, seen] = await Promise.all([
    db.day.aggregate({ where: { personId }, _sum: { reviews: true, matureSeen: true, matureKept: true } }),
    db.item.count({ where: { ...where, firstReview: { not: null } } }),
  ]);
  const { reviews, matureSeen, matureKept } = sums._sum;
  return { reviews: reviews ?? 0, matureSeen: matureSeen ?? 0, matureKept: matureKept ?? 0, seen };
}

function byScenario(newestFirst: readonly AttemptLine[]): readonly ScenarioProgress[] {
  const slugs = [...new Set(newestFirst.map(({ slug }) => slug))];
  return slugs.map((slug) => ({
    slug,
    title: scenarioTitles().get(slug) ?? slug,
    attempts: newestFirst.filter((attempt) => attempt.slug === slug).reverse(),
  }));
}
