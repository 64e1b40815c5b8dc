import type { PlanBack } from "@/lib/practice";
import { RULES } from "@/lib/rubric";
import { loadScenarios } from "@/lib/scenario/load";
import { DEFAULT_SETTINGS } from "@/lib/schedule";
import { type Person, readPlan, readReviewsADay, readSettings, type SettingsRead } from "@/lib/server";

export const RULE_TITLES: ReadonlyMap<string, string> = new Map(RULES.map(({ id, doc }) => [id, doc.title]));

export function scenarioTitles(): ReadonlyMap<string, string> {
  return new Map(loadScenarios().map(({ scenario }) => [scenario.slug, scenario.title]));
}

export interface HabitsRead extends SettingsRead {
  /** Reviews a day of late; null where they are too few to say. */
  readonly perDay: number | null;
  /** The days until the interview; null where none is planned. */
  readonly plan: PlanBack | null;
}

/** As it comes for whoever is nobody yet. */
export async function readHabitsOf(person: Person | null): Promise<HabitsRead> {
  if (!person) return { settings: DEFAULT_SETTINGS, zone: "UTC", fit: null, perDay: null, plan: null };
  const now = Date.now();
  const [read, perDay, plan] = await Promise.all([
    readSettings(person.id),
    readReviewsADay(person.id, now),
    readPlan(person.id, now),
  ]);
  return { ...read, perDay, plan };
}
