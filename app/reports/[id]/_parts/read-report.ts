import { type Attempt, listAttempts, readAttempt } from "@/lib/server";

/** An attempt with the score of the one before it; null where there is none, or it is somebody else's. */
export async function readReport(
  personId: string,
  attemptId: string,
): Promise<{ readonly attempt: Attempt; readonly before: number | null } | null> {
  const attempt = await readAttempt(personId, attemptId);
  if (!attempt) return null;
  const attempts = await listAttempts(personId, { slug: attempt.slug });
  const before = attempts.find(({ number }) => number === attempt.number - 1)?.score ?? null;
  return { attempt, before };
}
