import { sqliteCode } from "./database/sqlite-code";
import { logFailure } from "./log";

/** One fixed sentence for each: what is so, and what to do. Never what went wrong inside. */
const SENTENCES = {
  "signed-out": "Your session has ended. Sign in again; what you wrote is still here.",
  storage: "This could not be saved just now. What you wrote is still here; try again in a moment.",
  "not-found": "There is nothing here, or it is not yours.",
  "too-long": "An answer holds at most 64 kB of text. Shorten it and save again; nothing was lost.",
  empty: "There is nothing to grade yet. Write a line of your design first.",
  conflict: "This draft was changed somewhere else. Compare the two and keep the one you want.",
  "not-last": "Only the latest rating of a card can be undone.",
  invalid: "Something in this is missing or wrong. Nothing was changed.",
  "email-taken": "There is already an account with this e-mail address. Sign in instead.",
  wrong: "The e-mail address or the password is wrong.",
  throttled: "There were too many wrong passwords. Wait a little, then try again.",
  "signed-in": "You are signed in already. Sign out first to use another account.",
} as const;
export type RefusalCode = keyof typeof SENTENCES;

/** What was expected to happen now and then, in words that a person may read. */
export interface Refusal<Code extends RefusalCode> {
  readonly ok: false;
  readonly code: Code;
  readonly message: string;
}

export function refuse<Code extends RefusalCode>(code: Code, message: string = SENTENCES[code]): Refusal<Code> {
  return { ok: false, code, message };
}

/**
 * Turns a disk that is full, read-only or locked into a refusal, and logs it; anything else is a bug and is thrown on.
 * A row that points at a person who is no longer there (a guest who became an account elsewhere) is a session that ended.
 */
export async function guarded<T>(work: () => Promise<T>): Promise<T | Refusal<"storage" | "signed-out">> {
  try {
    return await work();
  } catch (error) {
    if (isMissingPerson(error)) return refuse("signed-out");
    const code = sqliteCode(error);
    if (!isStorageCode(code)) throw error;
    logFailure(`storage: ${code}`, error);
    return refuse("storage");
  }
}

/** Thrown inside a transaction whose person is gone. */
export class PersonGone extends Error {
  override readonly name = "PersonGone";
}

function isMissingPerson(error: unknown): boolean {
  return error instanceof PersonGone || prismaCode(error) === "P2003";
}

/** Prisma's own code of an error (`P2002`: not unique, `P2003`: points nowhere), or null. */
export function prismaCode(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" && /^P\d{4}$/.test(code) ? code : null;
}

/** https://www.sqlite.org/rescode.html: what the machine does to a database, as against what a program does wrong. */
function isStorageCode(code: string | null): boolean {
  return code !== null && /^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN|CORRUPT|NOTADB|PERM|NOMEM)/.test(code);
}
