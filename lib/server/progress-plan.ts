import {
  masteryByDimension,
  PACE_DAYS,
  type PlanBack,
  pacesOf,
  planBack,
  spentLately,
  type Tried,
} from "@/lib/practice";
import { dayOf, dayOfDate } from "@/lib/schedule";
import { type AttemptLine, listAttempts } from "./attempts";
import { cardsById, scenarioTitles } from "./content";
import { database } from "./database";
import { readHabits } from "./people";
import { countCardsMet, readDays, readEvidence, readLoads } from "./progress-rows";
import { weakestFirst } from "./progress-weakest";

/** Farther ahead a plan by days says nothing. */
const FARTHEST = 366;

/**
 * The days until the person's interview; null where none is planned, or none in the next year.
 * @param begun new items begun today that the plan of today is to hold as well.
 */
export async function readPlan(personId: string, now: number, begun = 0): Promise<PlanBack | null> {
  const { settings, clock } = await readHabits(personId);
  const [today, interviewOn] = [dayOf(now, clock), settings.interviewOn && dayOfDate(settings.interviewOn)];
  if (interviewOn === null || interviewOn === "" || interviewOn > today + FARTHEST) return null;
  const [days, loads, evidence, attempts, waiting] = await Promise.all([
    readDays(personId, today - PACE_DAYS + 1),
    readLoads(personId, today, Math.max(0, interviewOn - today)),
    readEvidence(personId),
    listAttempts(personId),
    countNew(personId),
  ]);
  const due = new Map<number, number>();
  for (const load of loads) due.set(Math.max(today, load.day), (due.get(Math.max(today, load.day)) ?? 0) + load.due);
  const paces = pacesOf(spentLately(days, today));
  return planBack({
    today,
    interviewOn,
    promised: waiting.promised,
    unseen: waiting.unseen + begun,
    ...scenariosOf(attempts),
    weakRules: weakestFirst(masteryByDimension(evidence, now)).map(({ rule }) => rule),
    minutesPerDay: settings.minutesPerDay,
    secondsPerNew: paces.card.new,
    secondsPerReview: paces.card.review,
    dueByDay: (day) => due.get(day) ?? 0,
    settings,
  });
}

/** Cards that were never met: built-in ones, the person's own, and those among them that a report asked for. */
async function countNew(personId: string): Promise<{ readonly unseen: number; readonly promised: number }> {
  const db = await database();
  const [met, own, promised] = await Promise.all([
    countCardsMet(personId),
    db.item.count({ where: { personId, phase: "new", day: null, kind: "own", suspendedAt: null } }),
    db.item.count({ where: { personId, phase: "new", day: { not: null } } }),
  ]);
  return { unseen: Math.max(0, cardsById().size - met) + own, promised };
}

function scenariosOf(newestFirst: readonly AttemptLine[]) {
  const tried = new Map<string, Tried>();
  for (const { slug, score } of newestFirst) if (!tried.has(slug)) tried.set(slug, { slug, score });
  const untried = [...scenarioTitles().keys()].filter((slug) => !tried.has(slug));
  return { untried, tried: [...tried.values()].filter(({ slug }) => scenarioTitles().has(slug)) };
}
