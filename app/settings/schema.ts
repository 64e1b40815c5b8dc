import { z } from "zod";
import type { SettingsErrors } from "@/components/settings/form-state";
import { settingsFrom, type TypedSettings, WEEKDAYS } from "@/components/settings/typed";
import { type Settings, settingsSchema } from "@/lib/schedule";

/** Longer than any field needs; what is cut off would be refused anyway. */
const MOST_LETTERS = 200;
const text = z
  .string()
  .transform((value) => value.slice(0, MOST_LETTERS))
  .catch("");

/** What the form sends: text, whatever it is. What the settings may be is said by `settingsSchema` alone. */
const typedSchema = z.object({
  retention: text,
  newPerDay: text,
  minutesPerDay: text,
  interviewOn: text,
  easyDays: z.array(text),
  learningSteps: text,
  relearningSteps: text,
  maximumInterval: text,
  leechAfter: text,
  rollover: text,
  zone: text,
  balance: text,
  bury: text,
  useFitted: text,
}) satisfies z.ZodType<TypedSettings>;

export function readTyped(form: FormData): TypedSettings {
  const easyDays = WEEKDAYS.map((_, day) => form.get(`easyDay${day}`));
  return typedSchema.parse({ ...Object.fromEntries(form), easyDays });
}

type SettingsRead =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly errors: SettingsErrors };

/** The settings that were typed, or what is wrong, by field; the first thing where one has several. */
export function readSettingsForm(typed: TypedSettings): SettingsRead {
  const parsed = settingsSchema.safeParse(settingsFrom(typed));
  if (parsed.success) return { ok: true, settings: parsed.data };
  const issues = [...parsed.error.issues].reverse();
  return { ok: false, errors: Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message])) };
}
