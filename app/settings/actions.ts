"use server";

import { revalidatePath } from "next/cache";
import { RESET, type SettingsState } from "@/components/settings/form-state";
import { typedFrom } from "@/components/settings/typed";
import { DEFAULT_SETTINGS, type Settings } from "@/lib/schedule";
import { readSettings, saveSettings, startGuest } from "@/lib/server";
import { readSettingsForm, readTyped } from "./schema";

const { learningSteps, relearningSteps, maximumInterval, leechAfter, bury, balance, useFitted } = DEFAULT_SETTINGS;
/** What people who know Anki may have changed, as it comes. */
const AS_IT_COMES = { learningSteps, relearningSteps, maximumInterval, leechAfter, bury, balance, useFitted };

/** Saves the whole form; or, by its other button, puts the Anki group back, with all else as it was saved. */
export async function saveSettingsAction(before: SettingsState, form: FormData): Promise<SettingsState> {
  const typed = readTyped(form);
  const answer = { turn: before.turn + 1, typed, errors: {}, message: null, saved: false };
  const resets = form.get(RESET.name) === RESET.value;
  const read = readSettingsForm(typed);
  if (!resets && !read.ok) return { ...answer, errors: read.errors };
  const kept = await keep((saved) => (resets || !read.ok ? { ...saved, ...AS_IT_COMES } : read.settings));
  if (!kept.ok) return { ...answer, message: kept.message };
  revalidatePath("/settings");
  return { ...answer, typed: typedFrom(kept.settings), saved: true };
}

/** Whoever saves settings without being anybody yet becomes a guest. */
async function keep(change: (saved: Settings) => Settings) {
  const started = await startGuest();
  if (!started.ok) return started;
  const { settings } = await readSettings(started.person.id);
  return await saveSettings(started.person.id, change(settings));
}
