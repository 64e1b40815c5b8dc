"use server";

import type { WhatIfReply } from "@/components/report/what-if";
import { compareReports, gradeSheet, type Told } from "@/lib/practice";
import { findBundle } from "@/lib/scenario/load";
import { currentPerson, readAttempt } from "@/lib/server";
import { whatIfSchema } from "./schema";

/**
 * Grades one's own attempt as if its tables were what the person says. Both sides are graded now, so that what changed in the
 * grader since is not taken for the person's doing. Nothing is saved.
 */
export async function whatIfAction(attemptId: string, told: Told): Promise<WhatIfReply> {
  const parsed = whatIfSchema.safeParse({ attemptId, told });
  if (!parsed.success) return { ok: false, code: "invalid" };
  const person = await currentPerson();
  const attempt = person && (await readAttempt(person.id, parsed.data.attemptId));
  const bundle = attempt && findBundle(attempt.slug);
  if (!attempt || !bundle) return { ok: false, code: "not-found" };
  const sheet = { text: attempt.text, scenario: bundle.scenario, teaches: new Map() };
  const change = compareReports(gradeSheet(sheet), gradeSheet({ ...sheet, told: parsed.data.told }));
  return { ok: true, change };
}
