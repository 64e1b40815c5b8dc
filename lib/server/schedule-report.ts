import { randomUUID } from "node:crypto";
import {
  type Change,
  type Known,
  type PlannedItem,
  type PlannedScenario,
  type Planning,
  planReviews,
  readDrillRef,
  readItemId,
} from "@/lib/practice";
import type { Report, RuleId } from "@/lib/rubric";
import { startOfDay } from "@/lib/schedule";
import { cardsById, cardTitle, scenarioTitles } from "./content";
import type { Transaction } from "./database";
import { changeDays, sumsOf } from "./days";
import { drillsFor } from "./drills";
import { addEvidence, evidenceOfReport } from "./evidence";
import type { Item } from "./generated/client";
import { freshState, memoryOf, reviewedState, stateOf, writeReason } from "./items";
import { type Habits, schedulingOf } from "./people";
import { siblingOf, writeItem } from "./replay";

/** What a report brought back, as its page says it. Times are epoch milliseconds. */
export interface Scheduled {
  readonly kind: "card" | "drill" | "scenario";
  /** The card's id, the drill's `<scenario>/<rule>`, or the scenario's slug. */
  readonly ref: string;
  /** What the card asks, the rule that the drill is about, or the scenario's title. */
  readonly title: string;
  readonly due: number;
  /** "because `constraints/unique` was missed". */
  readonly why: string;
  readonly rules: readonly RuleId[];
  /** `made`: new. `sooner`: brought forward. `kept`: it comes by then anyway. `rated`: the scenario, by its score. */
  readonly change: Change | "rated";
}

interface HandedIn {
  readonly personId: string;
  readonly attemptId: string;
  readonly report: Report;
  readonly now: number;
  readonly habits: Habits;
  readonly seconds: number;
}

/** Writes what a report schedules, inside the transaction that keeps the attempt. The scenario first, then the rest by due. */
export async function scheduleReport(tx: Transaction, attempt: HandedIn): Promise<readonly Scheduled[]> {
  const { personId, report } = attempt;
  const cards = report.findings.flatMap((finding) => finding.cards);
  const drills = report.findings.flatMap(({ rule }) => drillsFor(report.scenario, rule) ?? []);
  const refs = [...new Set([...cards, ...drills, report.scenario])];
  const rows = await tx.item.findMany({ where: { personId, ref: { in: refs } } });
  const plan = planReviews(report, rows.flatMap(knownOf), planningOf(attempt));
  const scenario = await writeScenario(tx, attempt, plan.scenario, find(rows, "scenario", report.scenario));
  const scheduled: Scheduled[] = [scenario];
  for (const [position, item] of plan.items.entries()) {
    const title = titleOf(item);
    if (title === null) continue;
    if (item.change !== "kept") await bring(tx, attempt, item, position, find(rows, item.kind, item.ref));
    const { kind, ref, change, rules, why, memory } = item;
    scheduled.push({ kind, ref, title, due: memory.due, why, rules, change });
  }
  await addEvidence(tx, personId, evidenceOfReport(report, attempt.now));
  return scheduled;
}

function planningOf({ habits, now }: HandedIn): Planning {
  return {
    now,
    clock: habits.clock,
    scheduling: (policy, id) => schedulingOf(habits, policy, id),
    drills: drillsFor,
  };
}

function titleOf({ kind, ref }: PlannedItem): string | null {
  if (kind === "drill")
    return `Drill: \`${readDrillRef(ref).rule}\` in ${scenarioTitles().get(readDrillRef(ref).scenario) ?? ""}`;
  const placed = cardsById().get(ref);
  return placed ? cardTitle(placed.card) : null;
}

function knownOf(row: Item): Known[] {
  const name = readItemId(`${row.kind}:${row.ref}`);
  return name ? [{ ...name, memory: memoryOf(row) }] : [];
}

function find(rows: readonly Item[], kind: string, ref: string): Item | null {
  return rows.find((row) => row.kind === kind && row.ref === ref) ?? null;
}

/** What was suspended stays so: a report's wish is not the person's. */
async function bring(
  tx: Transaction,
  attempt: HandedIn,
  item: PlannedItem,
  position: number,
  row: Item | null,
): Promise<void> {
  const { personId, attemptId, report, now } = attempt;
  const reason = writeReason({ why: item.why, slug: report.scenario, attemptId });
  const { kind, ref, memory } = item;
  if (row) {
    const day = row.suspendedAt ? null : item.day;
    await tx.item.update({
      where: { id: row.id },
      data: { due: new Date(memory.due), day, reason, position },
      select: { id: true },
    });
    return;
  }
  const made = { at: now, sibling: siblingOf(kind, ref), position };
  await writeItem(tx, personId, { kind, ref, id: randomUUID() }, freshState(memory, item.day, reason), made);
}

/** The scenario's return is a review like any other, under the attempt's id; only handing in makes one. */
async function writeScenario(
  tx: Transaction,
  { personId, attemptId, now, seconds, habits, report }: HandedIn,
  plan: PlannedScenario,
  row: Item | null,
): Promise<Scheduled> {
  const { ref, rating, why, weakest, day } = plan;
  const before = row ? stateOf(row) : freshState(plan.before, null, null);
  const step = { id: attemptId, rating, at: now, shown: null };
  const rated = reviewedState("scenario", before, plan.memory, step, habits);
  const reason = weakest === null ? null : writeReason({ why, slug: report.scenario, attemptId, weakest });
  const after = { ...rated, reason, day: rated.suspendedAt === null ? day : null };
  const id = row?.id ?? randomUUID();
  await writeItem(tx, personId, { kind: "scenario", ref, id }, after, row ? null : { at: now, sibling: null });
  const elapsed = seconds * 1000;
  const review = { id: attemptId, personId, itemId: id, rating, at: new Date(now), elapsed, due: new Date(after.due) };
  await tx.review.create({ data: { ...review, before: JSON.stringify(before) }, select: { id: true } });
  await changeDays(tx, personId, habits.clock, [
    { at: now, sums: sumsOf("scenario", before, rating, elapsed), sign: 1 },
  ]);
  const title = scenarioTitles().get(ref) ?? ref;
  const rules = weakest === null ? [] : [weakest];
  return { kind: "scenario", ref, title, due: startOfDay(day, habits.clock), why, rules, change: "rated" };
}
