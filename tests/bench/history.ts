/** A person's long history, written past the data layer: what the benches of it begin with. */
import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import { randomFrom } from "@/lib/chance";
import { DEFAULT_SETTINGS, dayOf, type Memory, newMemory, type Rating, review, startOfDay } from "@/lib/schedule";
import { freshState, type ItemState, reviewedState } from "@/lib/server/items";

const DAY = 86_400_000;
const CLOCK = { zone: "UTC", rollover: DEFAULT_SETTINGS.rollover };
const HABITS = { settings: DEFAULT_SETTINGS, clock: CLOCK };
/** Of all items so many are new, and so many are due. */
const NEW_SHARE = 0.1;

export interface HistorySize {
  readonly items: number;
  readonly reviews: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

interface Lived {
  readonly state: ItemState;
  readonly ratings: readonly {
    readonly id: string;
    readonly rating: Rating;
    readonly at: number;
    readonly before: ItemState;
    readonly due: number;
  }[];
}

/** One item's life: rated about when it was due, forgotten now and then. */
function live(count: number, begin: number, now: number, random: () => number): Lived {
  let memory: Memory = newMemory(begin);
  let state = freshState(memory, dayOf(begin, CLOCK), null);
  const ratings: Lived["ratings"][number][] = [];
  for (let turn = 0; turn < count; turn++) {
    const at = Math.min(now - DAY, Math.max(begin, memory.due + Math.floor(random() * 3 * DAY)));
    const rating: Rating = random() < 0.1 ? 1 : random() < 0.2 ? 2 : 3;
    const id = randomUUID();
    const before = state;
    memory = review(memory, rating, at, { ...HABITS, policy: "card", parameters: null, seed: id, load: null }).memory;
    state = reviewedState("own", before, memory, { id, rating, at, shown: null }, HABITS);
    ratings.push({ id, rating, at, before, due: memory.due });
  }
  return { state, ratings };
}

/** Some hundred lives, each lived by many items with other ids: working out a million reviews one by one would take minutes. */
const LIVES = 400;

export function seedHistory(file: string, personId: string, { items, reviews, now }: HistorySize): void {
  const random = randomFrom("history");
  const each = Math.ceil(reviews / (items * (1 - NEW_SHARE)));
  const lives = Array.from({ length: LIVES }, () =>
    live(each, now - Math.floor(60 + random() * 800) * DAY, now, random),
  );
  const database = new Database(file);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = OFF");
  const statements = prepare(database);
  database.exec("BEGIN");
  for (let index = 0; index < items; index++) {
    const ref = randomUUID();
    statements.card.run(
      ref,
      personId,
      `deck ${index % 20}`,
      ref,
      `What is ${index}?`,
      `It is ${index}.`,
      now - 900 * DAY,
    );
    const known = index >= items * NEW_SHARE;
    const life = known ? lives[index % LIVES] : undefined;
    writeItem(statements, { personId, ref, position: index, now }, life);
  }
  database.exec("COMMIT");
  writeDays(database, personId);
  database.exec("ANALYZE");
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}

function prepare(database: Database.Database) {
  return {
    card: database.prepare(
      `INSERT INTO "OwnCard" ("id", "personId", "deck", "note", "ordinal", "kind", "front", "back", "createdAt") VALUES (?, ?, ?, ?, 0, 'basic', ?, ?, ?)`,
    ),
    item: database.prepare(
      `INSERT INTO "Item" ("id", "personId", "kind", "ref", "due", "day", "stability", "difficulty", "phase", "step", "reps", "lapses", "scheduledDays", "lastReview", "firstReview", "lastReviewId", "sibling", "position", "createdAt")
       VALUES (?, ?, 'own', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    review: database.prepare(
      `INSERT INTO "Review" ("id", "personId", "itemId", "rating", "at", "elapsed", "due", "before") VALUES (?, ?, ?, ?, ?, 6000, ?, ?)`,
    ),
  };
}

interface Placed {
  readonly personId: string;
  readonly ref: string;
  readonly position: number;
  readonly now: number;
}

function writeItem(
  { item, review: rating }: ReturnType<typeof prepare>,
  { personId, ref, position, now }: Placed,
  life: Lived | undefined,
): void {
  const id = randomUUID();
  const state = life?.state ?? freshState(newMemory(now), null, null);
  const { due, stability, difficulty, phase, step, reps, lapses, scheduledDays, lastReview, firstReview } = state;
  // Each life ends at its own time, and every item's day is moved a little, so that days are about equally full.
  const day = life ? dayOf(due, CLOCK) + (position % 30) : null;
  const at = day === null ? due : startOfDay(day, CLOCK);
  const ids = (life?.ratings ?? []).map(() => randomUUID());
  const memory = [
    at,
    day,
    stability,
    difficulty,
    phase === "new" ? phase : "review",
    step,
    reps,
    lapses,
    Math.max(1, scheduledDays),
  ];
  item.run(id, personId, ref, ...memory, lastReview, firstReview, ids.at(-1) ?? null, ref, position, now - 900 * DAY);
  for (const [index, one] of (life?.ratings ?? []).entries()) {
    rating.run(ids[index], personId, id, one.rating, one.at, one.due, JSON.stringify(one.before));
  }
}

/** The days, as the data layer would have kept them. */
function writeDays(database: Database.Database, personId: string): void {
  database
    .prepare(
      `INSERT INTO "Day" ("personId", "day", "reviews", "again", "hard", "good", "easy", "milliseconds")
       SELECT "personId", ("at" - 14400000) / 86400000, count(*), sum("rating" = 1), sum("rating" = 2), sum("rating" = 3), sum("rating" = 4), sum("elapsed")
       FROM "Review" WHERE "personId" = ? GROUP BY 2`,
    )
    .run(personId);
}
