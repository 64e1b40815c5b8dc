import { type DayLog, EVIDENCE_SOURCES, type EvidenceRow, type ForecastDay, PACE_DAYS } from "@/lib/practice";
import { dayOf } from "@/lib/schedule";
import { database } from "./database";
import { readHabits } from "./people";

const LOGGED = {
  day: true,
  reviews: true,
  milliseconds: true,
  drills: true,
  drillMilliseconds: true,
  fresh: true,
  youngSeen: true,
  youngKept: true,
  matureSeen: true,
  matureKept: true,
  attempts: true,
  attemptMilliseconds: true,
} as const;

/** What was done on each day from `first` on, earliest first; days without anything are left out. */
export async function readDays(personId: string, first: number): Promise<readonly DayLog[]> {
  const where = { personId, day: { gte: first } };
  return (await database()).day.findMany({ where, select: LOGGED, orderBy: { day: "asc" } });
}

/** How many items come on each day from today on; what is overdue is one sum, on the day before. */
export async function readLoads(personId: string, today: number, days: number): Promise<readonly ForecastDay[]> {
  const db = await database();
  const [ahead, overdue] = await Promise.all([
    db.load.findMany({
      where: { personId, day: { gte: today, lt: today + days } },
      select: { day: true, due: true },
    }),
    db.load.aggregate({ where: { personId, day: { lt: today } }, _sum: { due: true } }),
  ]);
  return [{ day: today - 1, due: overdue._sum.due ?? 0 }, ...ahead];
}

/** Three rows a rule at most. */
export async function readEvidence(personId: string): Promise<readonly EvidenceRow[]> {
  const rows = await (await database()).evidence.findMany({ where: { personId } });
  return rows.flatMap(({ rule, source, seen, kept, weight, keptWeight, lastAt }) => {
    const known = EVIDENCE_SOURCES.find((name) => name === source);
    return known ? [{ rule, source: known, seen, kept, weight, keptWeight, lastAt: lastAt.getTime() }] : [];
  });
}

/** The days on which the drills of these rules come, by rule: as many as there are scenarios, at most. */
export async function readDrillDays(
  personId: string,
  rules: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const where = { personId, sibling: { in: [...rules] }, kind: "drill", day: { not: null } };
  const rows = await (await database()).item.findMany({ where, select: { sibling: true, day: true } });
  return new Map(
    rules.map((rule) => [rule, rows.flatMap(({ sibling, day }) => (sibling === rule && day !== null ? [day] : []))]),
  );
}

/** How many scenarios come back by today; there are a dozen. */
export async function countScenariosDue(personId: string, today: number): Promise<number> {
  const where = { personId, kind: "scenario", day: { lte: today } };
  return (await database()).item.count({ where });
}

/** How many of the built-in cards were ever rated. */
export async function countCardsMet(personId: string): Promise<number> {
  const where = { personId, kind: "card", firstReview: { not: null } };
  return (await database()).item.count({ where });
}

/** Reviews below which it is not said how many there are a day. */
const ENOUGH_REVIEWS = 20;

/** How many reviews a day there were in the last four weeks; null where they are too few to say. */
export async function readReviewsADay(personId: string, now: number): Promise<number | null> {
  const { clock } = await readHabits(personId);
  const today = dayOf(now, clock);
  const days = await readDays(personId, today - PACE_DAYS);
  const past = days.filter(({ day }) => day < today);
  const reviews = past.reduce((total, day) => total + day.reviews, 0);
  const since = past[0]?.day;
  return since === undefined || reviews < ENOUGH_REVIEWS ? null : reviews / (today - since);
}
