import { z } from "zod";
import { LEVELS } from "@/lib/design";
import { GRADER_VERSION, gradeSheet } from "@/lib/practice";
import { type Report, SIGNALS } from "@/lib/rubric";
import { findBundle } from "@/lib/scenario/load";
import { teaching } from "./content";
import { database, type Transaction } from "./database";
import { drillPools } from "./drills";
import type { Attempt as Row } from "./generated/client";
import { habitsInside, zoneSchema } from "./people";
import { guarded, type Refusal, refuse } from "./refusal";
import { type Scheduled, scheduleReport } from "./schedule-report";
import { isTooLong } from "./text-limit";

export { type Scheduled } from "./schedule-report";

export const handInSchema = z.object({
  /** Made by the client, one for each handing in: sent twice, it counts once. */
  id: z.uuid(),
  slug: z.string().max(100),
  text: z.string(),
  /** How long the answer took, by the page's clock. */
  seconds: z.int().min(0).max(31_536_000),
  /** The device's time zone: the person's tomorrow begins by it. */
  zone: zoneSchema.optional(),
});
export type HandIn = z.input<typeof handInSchema>;

/** One line of a list of attempts. Times are epoch milliseconds. */
export interface AttemptLine {
  readonly id: string;
  readonly slug: string;
  /** The first, second … of this person at this scenario. */
  readonly number: number;
  readonly level: Report["level"];
  readonly score: number;
  readonly signal: Report["signal"];
  readonly seconds: number;
  readonly createdAt: number;
}

export interface Attempt extends AttemptLine {
  readonly text: string;
  readonly report: Report;
  readonly scheduled: readonly Scheduled[];
}

type HandedIn = { readonly ok: true; readonly attemptId: string };

/**
 * Grades an answer and keeps it with its report and the reviews that follow from it, all in one transaction.
 * An attempt never changes: the same id again answers with the first one.
 */
export async function handIn(
  personId: string,
  input: HandIn,
  now: number = Date.now(),
): Promise<HandedIn | Refusal<"invalid" | "empty" | "too-long" | "not-found" | "storage" | "signed-out">> {
  if (isTooLong(input.text)) return refuse("too-long");
  const parsed = handInSchema.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  if (input.text.trim() === "") return refuse("empty");
  const bundle = findBundle(input.slug);
  if (!bundle) return refuse("not-found");
  const report = gradeSheet({ text: input.text, scenario: bundle.scenario, teaches: teaching() });
  // Read before the transaction begins: nobody else waits for it.
  drillPools(input.slug);
  return await guarded(async () => {
    const db = await database();
    return await db.$transaction((tx) => keep(tx, personId, parsed.data, report, now));
  });
}

async function keep(
  tx: Transaction,
  personId: string,
  input: z.output<typeof handInSchema>,
  report: Report,
  now: number,
): Promise<HandedIn> {
  const { id, slug, text, seconds } = input;
  const known = await tx.attempt.findUnique({ where: { personId_id: { personId, id } }, select: { id: true } });
  if (known) return { ok: true, attemptId: id };
  const habits = await habitsInside(tx, personId, input.zone);
  const last = await tx.attempt.aggregate({ where: { personId, slug }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const scheduled = await scheduleReport(tx, { personId, attemptId: id, report, now, habits, seconds });
  const { level, score, signal } = report;
  const kept = { report: JSON.stringify(report), scheduled: JSON.stringify(scheduled), grader: GRADER_VERSION };
  await tx.attempt.create({
    data: { id, personId, slug, number, text, level, score, signal, seconds, ...kept, createdAt: new Date(now) },
  });
  return { ok: true, attemptId: id };
}

/** Null where there is none, or it is somebody else's. */
export async function readAttempt(personId: string, attemptId: string): Promise<Attempt | null> {
  const row = await (await database()).attempt.findUnique({ where: { personId_id: { personId, id: attemptId } } });
  if (!row) return null;
  // Only `keep` writes these two columns, and an attempt never changes: they hold what it was given.
  const report: Report = JSON.parse(row.report);
  const scheduled: readonly Scheduled[] = JSON.parse(row.scheduled);
  return { ...lineOf(row), text: row.text, report, scheduled };
}

const LINE = {
  id: true,
  slug: true,
  number: true,
  level: true,
  score: true,
  signal: true,
  seconds: true,
  createdAt: true,
} as const;
type LineRow = Pick<Row, keyof typeof LINE>;

/** Newest first. */
export async function listAttempts(
  personId: string,
  { slug }: { readonly slug?: string } = {},
): Promise<readonly AttemptLine[]> {
  const where = slug === undefined ? { personId } : { personId, slug };
  const orderBy = [{ createdAt: "desc" }, { number: "desc" }] as const;
  const rows = await (await database()).attempt.findMany({ where, select: LINE, orderBy: [...orderBy] });
  return rows.map(lineOf);
}

const levelSchema = z.enum(LEVELS);
const signalSchema = z.enum(SIGNALS);

function lineOf({ id, slug, number, level, score, signal, seconds, createdAt }: LineRow): AttemptLine {
  const words = { level: levelSchema.parse(level), signal: signalSchema.parse(signal) };
  return { id, slug, number, score, seconds, ...words, createdAt: createdAt.getTime() };
}
