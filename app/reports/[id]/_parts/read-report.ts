import { compareReports, type ReportChange } from "@/lib/practice";
import { type Attempt, listAttempts, readAttempt } from "@/lib/server";

/** What changed from the attempt before this one. */
export interface Difference {
  readonly change: ReportChange;
  /** What else was another then; empty where nothing was. */
  readonly note: string;
}

/** The difference from the attempt before this one at the same scenario; null for a first attempt. */
export async function readDifference(personId: string, attempt: Attempt): Promise<Difference | null> {
  if (attempt.number === 1) return null;
  const attempts = await listAttempts(personId, { slug: attempt.slug });
  const line = attempts.find(({ number }) => number === attempt.number - 1);
  const before = line && (await readAttempt(personId, line.id));
  return before ? { change: compareReports(before.report, attempt.report), note: noteOf(before, attempt) } : null;
}

function noteOf({ report: before }: Attempt, { report: now }: Attempt): string {
  const [old, store] = [before.store?.type ?? null, now.store?.type ?? null];
  return [
    before.level !== now.level && `Then you answered for ${before.level} level, now for ${now.level}.`,
    old !== store && `Then you chose ${old ?? "no"} storage, now ${store ?? "none"}: other rules speak.`,
  ]
    .filter(Boolean)
    .join(" ");
}
