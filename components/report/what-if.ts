import type { ReportChange, Told } from "@/lib/practice";

/** What would be said if the tables were what the person says. */
export type WhatIfReply =
  | { readonly ok: true; readonly change: ReportChange }
  | { readonly ok: false; readonly code: "invalid" | "not-found" };

/** Asks the grader; nothing is saved. */
export type AskWhatIf = (told: Told) => Promise<WhatIfReply>;

/** The choice that stands for "none of the scenario's"; no entity is called so. */
export const NONE_OF_THEM = "";
