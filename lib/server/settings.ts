import { DEFAULT_SETTINGS, readSettings as fromSaved, type Settings, settingsSchema } from "@/lib/schedule";
import { database } from "./database";
import { readFit, type SavedFit } from "./fitting/saved-fit";
import { guarded, PersonGone, type Refusal, refuse } from "./refusal";

export function settingsOf(text: string | null): Settings {
  return text === null ? DEFAULT_SETTINGS : fromSaved(JSON.parse(text));
}

/** Only what a person set otherwise than it comes is kept, so that a better default reaches them. */
function textOf(settings: Settings): string | null {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const comes: ReadonlyMap<string, unknown> = new Map(Object.entries(DEFAULT_SETTINGS));
  const changed = Object.entries(settings).filter(([key, value]) => !same(value, comes.get(key)));
  return changed.length === 0 ? null : JSON.stringify(Object.fromEntries(changed));
}

export interface SettingsRead {
  readonly settings: Settings;
  /** What the person's device said last. */
  readonly zone: string;
  readonly fit: SavedFit | null;
}

export async function readSettings(personId: string): Promise<SettingsRead> {
  const select = { zone: true, settings: true, fit: true };
  const row = await (await database()).person.findUnique({ where: { id: personId }, select });
  return { settings: settingsOf(row?.settings ?? null), zone: row?.zone ?? "UTC", fit: readFit(row?.fit ?? null) };
}

/** Keeps all settings of a person; what is not given is as it comes. */
export async function saveSettings(
  personId: string,
  input: unknown,
): Promise<{ readonly ok: true; readonly settings: Settings } | Refusal<"invalid" | "storage" | "signed-out">> {
  const parsed = settingsSchema.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  return await guarded(async () => {
    const { count } = await (await database()).person.updateMany({
      where: { id: personId },
      data: { settings: textOf(parsed.data) },
    });
    if (count === 0) throw new PersonGone();
    return { ok: true as const, settings: parsed.data };
  });
}
