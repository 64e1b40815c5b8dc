import type { Settings } from "@/lib/schedule";
import type { TypedSettings } from "./typed";

export type SettingsErrors = Readonly<Partial<Record<keyof Settings, string>>>;

/** What comes back from the form, saved or not. */
export interface SettingsState {
  /** Goes up by one with each answer; the fields are drawn anew from `typed` then. */
  readonly turn: number;
  readonly typed: TypedSettings;
  /** By field, in words for the person. */
  readonly errors: SettingsErrors;
  /** About the whole form. */
  readonly message: string | null;
  readonly saved: boolean;
}

export type SettingsAction = (state: SettingsState, form: FormData) => Promise<SettingsState>;

/** The name and value of the button that puts the Anki group back to how it comes. */
export const RESET = { name: "intent", value: "reset" } as const;
