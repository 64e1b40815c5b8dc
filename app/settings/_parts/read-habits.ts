import { DEFAULT_SETTINGS } from "@/lib/schedule";
import { type Person, readReviewsADay, readSettings, type SettingsRead } from "@/lib/server";

export interface HabitsRead extends SettingsRead {
  /** Reviews a day of late; null where they are too few to say. */
  readonly perDay: number | null;
}

/** As it comes for whoever is nobody yet. */
export async function readHabitsOf(person: Person | null): Promise<HabitsRead> {
  if (!person) return { settings: DEFAULT_SETTINGS, zone: "UTC", fit: null, perDay: null };
  const [read, perDay] = await Promise.all([readSettings(person.id), readReviewsADay(person.id, Date.now())]);
  return { ...read, perDay };
}
