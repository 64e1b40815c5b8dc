import {
  activityCalendar,
  type CalendarWeek,
  type DayLog,
  type DimensionMastery,
  type ForecastDay,
  forecastOf,
  masteryByDimension,
  paceOf,
  type Retention,
  type RetentionWeek,
  retentionByWeek,
  retentionOf,
  type Streak,
  streakOf,
  type TimeWeek,
  timeByWeek,
} from "@/lib/practice";
import { dayOf } from "@/lib/schedule";
import { type AttemptLine, listAttempts } from "./attempts";
import { cardsById, scenarioTitles } from "./content";
import { readHabits } from "./people";
import { countCardsMet, countScenariosDue, readDays, readEvidence, readLoads } from "./progress-rows";
import { readWeakest, type Weakness } from "./progress-weakest";
import { measureQueue } from "./queue";

/** 53 weeks, so that the same day of last year is in sight. */
const YEAR_WEEKS = 53;
const CHART_WEEKS = 26;
const DAYS_AHEAD = 30;
/** Days by which what stays is judged now. */
const LATELY = 28;

/** One scenario's attempts, oldest first. */
export interface ScenarioProgress {
  readonly slug: string;
  readonly title: string;
  readonly attempts: readonly AttemptLine[];
}

/** Where a person stands. Times are in milliseconds; a day is the person's own, counted from 1970. */
export interface Progress {
  readonly today: {
    /** What waits now: cards and drills met before, those to meet, and scenarios that come back. */
    readonly due: { readonly reviews: number; readonly fresh: number; readonly scenarios: number };
    /** What one review takes this person; what all that waits will take but the scenarios, as far as the day's minutes go; and what today's took. */
    readonly pace: number;
    readonly time: number;
    readonly spent: number;
    readonly streak: Streak;
  };
  readonly weakest: readonly Weakness[];
  readonly mastery: readonly DimensionMastery[];
  /** Scenarios that were tried, the latest tried first. */
  readonly scenarios: readonly ScenarioProgress[];
  readonly retention: {
    /** What the person asks for, 0–1. */
    readonly desired: number;
    /** The last four weeks. */
    readonly lately: Retention;
    readonly weeks: readonly RetentionWeek[];
  };
  /** Today and 29 days more; what is overdue comes today. New cards of later days are not in it. */
  readonly forecast: readonly ForecastDay[];
  readonly time: readonly TimeWeek[];
  readonly calendar: readonly CalendarWeek[];
  readonly counts: {
    readonly attempts: number;
    /** Ratings of cards and drills in the last 53 weeks. */
    readonly reviews: number;
    readonly cardsSeen: number;
    readonly cardsInAll: number;
  };
}

/** Reads a year of days, a month of loads, three rows a rule, and the attempts: nothing that grows with items or reviews. */
export async function readProgress(personId: string, now: number): Promise<Progress> {
  const { clock, settings } = await readHabits(personId);
  const today = dayOf(now, clock);
  const [days, loads, evidence, attempts, cardsSeen] = await Promise.all([
    readDays(personId, today - YEAR_WEEKS * 7 + 1),
    readLoads(personId, today, DAYS_AHEAD),
    readEvidence(personId),
    listAttempts(personId),
    countCardsMet(personId),
  ]);
  const mastery = masteryByDimension(evidence, now);
  const lately = retentionOf(days.filter(({ day }) => day > today - LATELY));
  const reviews = days.reduce((total, day) => total + day.reviews, 0);
  return {
    today: await readToday(personId, now, today, days),
    weakest: await readWeakest(personId, mastery, attempts, today),
    mastery,
    scenarios: byScenario(attempts),
    retention: { desired: settings.retention, lately, weeks: retentionByWeek(days, today, CHART_WEEKS) },
    forecast: forecastOf(loads, today, DAYS_AHEAD),
    time: timeByWeek(days, today, CHART_WEEKS),
    calendar: activityCalendar(days, today, YEAR_WEEKS),
    counts: { attempts: attempts.length, reviews, cardsSeen, cardsInAll: cardsById().size },
  };
}

async function readToday(
  personId: string,
  now: number,
  today: number,
  days: readonly DayLog[],
): Promise<Progress["today"]> {
  const [queue, scenarios] = await Promise.all([measureQueue(personId, now), countScenariosDue(personId, today)]);
  const { due, learning, new: fresh } = queue.counts;
  const practised = days.filter((day) => day.reviews + day.attempts > 0).map(({ day }) => day);
  return {
    due: { reviews: Math.max(0, due + learning - scenarios), fresh, scenarios },
    pace: paceOf(days, today),
    time: queue.budget.expected * 1000,
    spent: days.find(({ day }) => day === today)?.milliseconds ?? 0,
    streak: streakOf(practised, today),
  };
}

function byScenario(newestFirst: readonly AttemptLine[]): readonly ScenarioProgress[] {
  const slugs = [...new Set(newestFirst.map(({ slug }) => slug))];
  return slugs.map((slug) => ({
    slug,
    title: scenarioTitles().get(slug) ?? slug,
    attempts: newestFirst.filter((attempt) => attempt.slug === slug).reverse(),
  }));
}
