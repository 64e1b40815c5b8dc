/** What the desk asks of whoever keeps drafts and attempts; a page passes its server actions. Times are epoch milliseconds. */

/** A sheet as it is kept away from this device. */
export interface KeptDraft {
  readonly text: string;
  readonly revision: number;
  readonly savedAt: number;
}

/** `person` is who the page was opened for; null: somebody who has no session yet and becomes a guest by this. */
export interface SaveRequest {
  readonly slug: string;
  readonly text: string;
  readonly basedOn: number | null;
  readonly person: string | null;
}

/** `signed-out`: the session ended. `other-person`: this browser is signed in as somebody else by now. */
export type Refusal = "signed-out" | "other-person" | "too-long" | "not-found" | "empty" | "invalid" | "storage";

export type SaveResult =
  | { readonly ok: true; readonly revision: number; readonly savedAt: number; readonly person: string }
  | { readonly ok: false; readonly code: "conflict"; readonly theirs: KeptDraft; readonly person: string }
  | { readonly ok: false; readonly code: Refusal };

/** `id` is made here, so that an answer sent twice counts once. */
export interface HandInRequest {
  readonly id: string;
  readonly slug: string;
  readonly text: string;
  readonly seconds: number;
  /** This device's time zone: the person's tomorrow begins by it. */
  readonly zone: string;
  readonly person: string | null;
}

export type HandInResult =
  | { readonly ok: true; readonly attemptId: string; readonly person: string }
  | { readonly ok: false; readonly code: Refusal };

export interface DeskActions {
  readonly save: (request: SaveRequest) => Promise<SaveResult>;
  readonly handIn: (request: HandInRequest) => Promise<HandInResult>;
}

/** Bytes of UTF-8 that a sheet may have. */
export const SHEET_LIMIT = 64 * 1024;

/** True where a sheet is more than can be kept. */
export function isTooLong(text: string): boolean {
  return (
    text.length > SHEET_LIMIT || (text.length * 3 > SHEET_LIMIT && new TextEncoder().encode(text).length > SHEET_LIMIT)
  );
}
