import type { Account, LeftOutList } from "@/lib/exchange";
import { settingsSchema } from "@/lib/schedule";
import { scenarioExists } from "../content";
import type { Transaction } from "../database";
import { type EvidenceChange, evidenceOfReport } from "../evidence";
import { readFit } from "../fitting/saved-fit";
import { isTooLong } from "../text-limit";
import { reportSchema, scheduledSchema } from "./report-schema";

/** Of an export of everything, what is no item: answers, drafts, settings. Never over what is there. */
export async function takeRest(
  tx: Transaction,
  personId: string,
  account: Account,
  leftOut: LeftOutList,
): Promise<readonly EvidenceChange[]> {
  await takePerson(tx, personId, account.person);
  for (const draft of account.drafts) await takeDraft(tx, personId, draft, leftOut);
  return await takeAttempts(tx, personId, account.attempts, leftOut);
}

/** What was set there counts where nothing is set here. */
async function takePerson(
  tx: Transaction,
  personId: string,
  { name, settings, fit }: Account["person"],
): Promise<void> {
  if (name !== null)
    await tx.person.updateMany({ where: { id: personId, name: null }, data: { name: name.slice(0, 80) } });
  if (settings !== null && settingsSchema.safeParse(settings).success) {
    await tx.person.updateMany({
      where: { id: personId, settings: null },
      data: { settings: JSON.stringify(settings) },
    });
  }
  const fitted = fit === null || fit === undefined ? null : JSON.stringify(fit);
  if (fitted !== null && readFit(fitted) !== null) {
    await tx.person.updateMany({ where: { id: personId, fit: null }, data: { fit: fitted } });
  }
}

async function takeDraft(
  tx: Transaction,
  personId: string,
  { slug, text, updatedAt }: Account["drafts"][number],
  leftOut: LeftOutList,
): Promise<void> {
  if (!scenarioExists(slug) || isTooLong(text)) {
    leftOut.add(`The draft of ${slug}`, "There is no such scenario here, or it is too long.");
    return;
  }
  const there = await tx.draft.findUnique({ where: { personId_slug: { personId, slug } } });
  if (!there) {
    await tx.draft.create({ data: { personId, slug, text, revision: 1, updatedAt: new Date(updatedAt) } });
  } else if (there.text !== text) {
    leftOut.add(`The draft of ${slug}`, "There is another draft here, and it stays.");
  }
}

async function takeAttempts(
  tx: Transaction,
  personId: string,
  attempts: Account["attempts"],
  leftOut: LeftOutList,
): Promise<readonly EvidenceChange[]> {
  const there = await tx.attempt.findMany({ where: { personId }, select: { id: true, slug: true, number: true } });
  const known = new Set(there.map(({ id }) => id));
  const numbers = new Set(there.map(({ slug, number }) => `${slug} ${number}`));
  const changes: EvidenceChange[] = [];
  for (const attempt of [...attempts].sort((a, b) => a.number - b.number)) {
    if (known.has(attempt.id)) continue;
    known.add(attempt.id);
    const report = reportSchema.safeParse(attempt.report);
    const scheduled = scheduledSchema.safeParse(attempt.scheduled);
    if (!report.success || !scheduled.success || isTooLong(attempt.text)) {
      leftOut.add(`Answer ${attempt.number} to ${attempt.slug}`, "Its report cannot be read here.");
      continue;
    }
    const { level, score, signal } = report.data;
    const number = freeNumber(numbers, attempt.slug, attempt.number);
    const { id, slug, text, grader, seconds, createdAt } = attempt;
    const kept = { report: JSON.stringify(report.data), scheduled: JSON.stringify(scheduled.data), grader };
    const data = {
      id,
      personId,
      slug,
      number,
      text,
      level,
      score,
      signal,
      seconds,
      ...kept,
      createdAt: new Date(createdAt),
    };
    await tx.attempt.create({ data, select: { id: true } });
    changes.push(...evidenceOfReport(report.data, createdAt));
  }
  return changes;
}

/** Numbers are in links and in memory: those that are here stay. */
function freeNumber(numbers: Set<string>, slug: string, wanted: number): number {
  let number = wanted;
  while (numbers.has(`${slug} ${number}`)) number += 1;
  numbers.add(`${slug} ${number}`);
  return number;
}
