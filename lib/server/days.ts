import { type Clock, dayOf, type ItemKind } from "@/lib/schedule";
import type { Transaction } from "./database";
import type { ItemState } from "./items";

/** The sums of a day, in the order of the columns of the table Day. */
const SUMS = [
  "reviews",
  "again",
  "hard",
  "good",
  "easy",
  "fresh",
  "youngSeen",
  "youngKept",
  "matureSeen",
  "matureKept",
  "milliseconds",
  "drills",
  "drillMilliseconds",
  "attempts",
  "attemptMilliseconds",
] as const;
export type DaySums = Readonly<Record<(typeof SUMS)[number], number>>;

const NOTHING: DaySums = {
  reviews: 0,
  again: 0,
  hard: 0,
  good: 0,
  easy: 0,
  fresh: 0,
  youngSeen: 0,
  youngKept: 0,
  matureSeen: 0,
  matureKept: 0,
  milliseconds: 0,
  drills: 0,
  drillMilliseconds: 0,
  attempts: 0,
  attemptMilliseconds: 0,
};

/** From three weeks on an item counts as mature. */
const MATURE_DAYS = 21;
/** Who takes longer went away: a card's time is counted up to a minute, a drill's to five, an answer's to three hours. */
const LONGEST: Readonly<Record<ItemKind, number>> = { card: 60_000, own: 60_000, drill: 300_000, scenario: 10_800_000 };
const NAMES = ["again", "hard", "good", "easy"] as const;

/** What one rating adds to its day. */
export function sumsOf(
  kind: ItemKind,
  before: Pick<ItemState, "phase" | "scheduledDays">,
  rating: number,
  elapsed: number,
): DaySums {
  const milliseconds = Math.min(elapsed, LONGEST[kind]);
  if (kind === "scenario") return { ...NOTHING, attempts: 1, attemptMilliseconds: milliseconds };
  const name = NAMES[rating - 1] ?? "again";
  const learnt = before.phase === "review";
  const mature = learnt && before.scheduledDays >= MATURE_DAYS;
  const kept = rating > 1;
  return {
    ...NOTHING,
    reviews: 1,
    [name]: 1,
    fresh: Number(before.phase === "new"),
    youngSeen: Number(learnt && !mature),
    youngKept: Number(learnt && !mature && kept),
    matureSeen: Number(mature),
    matureKept: Number(mature && kept),
    milliseconds,
    drills: Number(kind === "drill"),
    drillMilliseconds: kind === "drill" ? milliseconds : 0,
  };
}

/** What is to be added to which day, and what to be taken from it. */
export interface DayChange {
  readonly at: number;
  readonly sums: DaySums;
  readonly sign: 1 | -1;
}

/** Adds up what several ratings change, and writes each day that it changes once. */
export async function changeDays(
  tx: Transaction,
  personId: string,
  clock: Clock,
  changes: readonly DayChange[],
): Promise<void> {
  const days = new Map<number, number[]>();
  for (const { at, sums, sign } of changes) {
    const day = dayOf(at, clock);
    const known = days.get(day) ?? SUMS.map(() => 0);
    days.set(
      day,
      SUMS.map((name, index) => (known[index] ?? 0) + sign * sums[name]),
    );
  }
  for (const [day, values] of days) {
    if (values.some((value) => value !== 0))
      await tx.$executeRawUnsafe(ADD_TO_DAY, personId, day, ...values, ...values);
  }
}

/** A day that is not there yet is made empty by the first part, so that the checks hold for a sum that falls as well. */
const ADD_TO_DAY = `INSERT INTO "Day" ("personId", "day", ${SUMS.map((name) => `"${name}"`).join(", ")})
VALUES (?, ?, ${SUMS.map(() => "max(0, ?)").join(", ")})
ON CONFLICT ("personId", "day") DO UPDATE SET ${SUMS.map((name) => `"${name}" = "${name}" + ?`).join(", ")}`;

interface RatedRow {
  readonly at: number | bigint;
  readonly kind: ItemKind;
  readonly rating: number | bigint;
  readonly elapsed: number | bigint;
  readonly phase: ItemState["phase"];
  readonly interval: number | bigint;
}

/**
 * Writes all days of a person anew from their ratings: after an import, or when two people become one. Takes time in
 * proportion to the history; a rating never needs it.
 */
export async function rebuildDays(tx: Transaction, personId: string, clock: Clock): Promise<void> {
  const rows = await tx.$queryRawUnsafe<readonly RatedRow[]>(RATED, personId);
  await tx.day.deleteMany({ where: { personId } });
  const changes = rows.map(({ at, kind, rating, elapsed, phase, interval }): DayChange => {
    const before = { phase, scheduledDays: Number(interval) };
    return { at: Number(at), sums: sumsOf(kind, before, Number(rating), Number(elapsed)), sign: 1 };
  });
  await changeDays(tx, personId, clock, changes);
}

const RATED = `SELECT "Review"."at", "Item"."kind", "Review"."rating", "Review"."elapsed",
  json_extract("Review"."before", '$.phase') AS "phase", json_extract("Review"."before", '$.scheduledDays') AS "interval"
FROM "Review" JOIN "Item" ON "Item"."id" = "Review"."itemId"
WHERE "Review"."personId" = ? AND "Review"."undoneAt" IS NULL`;
