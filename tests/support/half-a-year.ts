import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import { randomFrom } from "../../lib/chance";
import { EVIDENCE_SOURCES, evidenceOf } from "../../lib/practice/mastery";
import { RULE_IDS } from "../../lib/rubric/ids";

const DAY = 86_400_000;
const DAYS = 190;

/** A person's half year of practice, written past the program: what its pages look like when there is much to show. */
export interface HalfAYear {
  readonly file: string;
  readonly personId: string;
  /** Epoch milliseconds; the person's day is taken to be UTC's from four in the morning on. */
  readonly now: number;
  /** Ids of built-in cards, to be due on the coming days. */
  readonly cards: readonly string[];
  /** Slugs of scenarios, to have been tried. */
  readonly scenarios: readonly string[];
}

export function seedHalfAYear({ file, personId, now, cards, scenarios }: HalfAYear): void {
  const database = new Database(file, { timeout: 5000 });
  const random = randomFrom("half a year");
  const today = Math.floor((now - 4 * 3_600_000) / DAY);
  const insert = (table: string, row: Readonly<Record<string, string | number | null>>) => {
    const names = Object.keys(row).map((name) => `"${name}"`);
    const marks = names.map(() => "?");
    database
      .prepare(`INSERT INTO "${table}" (${names.join(", ")}) VALUES (${marks.join(", ")})`)
      .run(...Object.values(row));
  };
  const all = database.transaction(() => {
    for (let back = DAYS; back >= 0; back--) {
      const row = aDay(random, back);
      if (row) insert("Day", { personId, day: today - back, ...row });
    }
    for (const row of evidence(random, now)) insert("Evidence", { personId, ...row });
    for (const row of attempts(random, now, scenarios)) insert("Attempt", { personId, ...row });
    for (const ref of cards) insert("Item", { personId, ...anItem(random, ref, today) });
  });
  all.immediate();
  database.close();
}

type Random = () => number;
const between = (random: Random, low: number, high: number) => Math.floor(low + random() * (high - low + 1));

/** How many of `count` were kept. */
function keptOf(random: Random, count: number, share: number): number {
  return Array.from({ length: count }).filter(() => random() < share).length;
}

/** Practice begins thinly, pauses for a fortnight in the middle, and misses a day now and then. */
function aDay(random: Random, back: number) {
  const pause = back < 95 && back > 81;
  if (pause || random() < (back > 150 ? 0.4 : 0.12)) return null;
  const reviews = between(random, 8, 18) + (DAYS - back) / 12;
  const [fresh, drills] = [between(random, 0, 5), between(random, 0, 6)];
  const learnt = Math.max(0, Math.floor(reviews) - fresh);
  const matureSeen = Math.floor((learnt * (DAYS - back)) / (DAYS * 1.6));
  const youngSeen = learnt - matureSeen;
  const [youngKept, matureKept] = [keptOf(random, youngSeen, 0.88), keptOf(random, matureSeen, 0.93)];
  const again = learnt - youngKept - matureKept;
  const hard = between(random, 0, 3);
  const count = again + hard + fresh + youngKept + matureKept + drills;
  const attempt = random() < 0.16;
  return {
    reviews: count,
    again,
    hard,
    good: count - again - hard,
    easy: 0,
    fresh,
    youngSeen,
    youngKept,
    matureSeen,
    matureKept,
    milliseconds: count * between(random, 6000, 12_000) + drills * 25_000,
    drills,
    drillMilliseconds: drills * 30_000,
    attempts: attempt ? 1 : 0,
    attemptMilliseconds: attempt ? between(random, 12, 45) * 60_000 : 0,
  };
}

/** Rules of all strengths; the last six were never asked for. */
function evidence(random: Random, now: number) {
  return RULE_IDS.slice(0, -6).flatMap((rule) => {
    const strength = 0.3 + 0.68 * random();
    return EVIDENCE_SOURCES.map((source) => {
      const seen = between(random, 1, source === "card" ? 14 : 6);
      const pieces = Array.from({ length: seen }, () => {
        const at = now - Math.floor(random() * 120) * DAY;
        return { at, ...evidenceOf(source, random() < strength ? 1 : 0, at) };
      });
      const sum = (field: "kept" | "weight" | "keptWeight") => pieces.reduce((total, piece) => total + piece[field], 0);
      const lastAt = Math.max(...pieces.map(({ at }) => at));
      return { rule, source, seen, kept: sum("kept"), weight: sum("weight"), keptWeight: sum("keptWeight"), lastAt };
    });
  });
}

function signalOf(score: number): string {
  if (score >= 85) return "strong-hire";
  if (score >= 70) return "hire";
  return score >= 50 ? "lean-hire" : "no-hire";
}

function attempts(random: Random, now: number, scenarios: readonly string[]) {
  return scenarios.flatMap((slug, place) => {
    const start = between(random, 35, 60);
    return Array.from({ length: 1 + (place % 5) }, (_, index) => {
      const score = Math.min(100, start + index * between(random, 4, 14));
      return {
        id: randomUUID(),
        slug,
        number: index + 1,
        text: "",
        level: "senior",
        score,
        signal: signalOf(score),
        report: "{}",
        scheduled: "[]",
        grader: "0",
        seconds: 1500,
        createdAt: now - (160 - index * 30 - place * 4) * DAY,
      };
    });
  });
}

function anItem(random: Random, ref: string, today: number) {
  const day = today + Math.floor(random() ** 2 * 45) - 1;
  return {
    id: randomUUID(),
    kind: "card",
    ref,
    due: day * DAY + 4 * 3_600_000,
    day,
    stability: 20,
    difficulty: 5,
    phase: "review",
    step: 0,
    reps: 5,
    lapses: 0,
    scheduledDays: 20,
    lastReview: (day - 20) * DAY,
    firstReview: (day - 60) * DAY,
    createdAt: (day - 60) * DAY,
  };
}
