import { randomUUID } from "node:crypto";
import { type Change, type Known, type PlannedCard, type PlannedScenario, planReviews } from "@/lib/practice";
import type { Report, RuleId } from "@/lib/rubric";
import { cardsById, cardTitle, scenarioTitles } from "./content";
import type { Transaction } from "./database";
import type { Item } from "./generated/client";
import { columnsOf, freshState, memoryOf, reviewedState, stateOf, writeReason } from "./items";

/** What a report brought back, as its page says it. Times are epoch milliseconds. */
export interface Scheduled {
  readonly kind: "card" | "scenario";
  /** The card's id or the scenario's slug. */
  readonly ref: string;
  /** What the card asks, or the scenario's title. */
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
  readonly utcOffset: number;
  readonly seconds: number;
}

/** Writes what a report schedules, inside the transaction that keeps the attempt. The scenario first, then cards by due. */
export async function scheduleReport(tx: Transaction, attempt: HandedIn): Promise<readonly Scheduled[]> {
  const { personId, report, now, utcOffset } = attempt;
  const refs = [...new Set(report.findings.flatMap(({ cards }) => cards)), report.scenario];
  const rows = await tx.item.findMany({ where: { personId, ref: { in: refs } } });
  const known = rows.flatMap(knownOf);
  const plan = planReviews(report, known, now, utcOffset);
  const scenario = await writeScenario(tx, attempt, plan.scenario, find(rows, "scenario", report.scenario));
  const scheduled: Scheduled[] = [scenario];
  for (const card of plan.cards) {
    const placed = cardsById().get(card.ref);
    if (!placed) continue;
    if (card.change !== "kept") await writeCard(tx, attempt, card, find(rows, "card", card.ref));
    const { ref, change, rules, why, memory } = card;
    scheduled.push({ kind: "card", ref, title: cardTitle(placed.card), due: memory.due, why, rules, change });
  }
  return scheduled;
}

function knownOf(row: Item): Known[] {
  const { kind, ref } = row;
  return kind === "card" || kind === "scenario" ? [{ kind, ref, memory: memoryOf(row) }] : [];
}

function find(rows: readonly Item[], kind: string, ref: string): Item | null {
  return rows.find((row) => row.kind === kind && row.ref === ref) ?? null;
}

async function writeCard(tx: Transaction, attempt: HandedIn, card: PlannedCard, row: Item | null): Promise<void> {
  const { personId, attemptId, report, now } = attempt;
  const reason = writeReason({ why: card.why, slug: report.scenario, attemptId });
  if (row) {
    await tx.item.update({
      where: { id: row.id },
      data: { due: new Date(card.memory.due), reason },
      select: { id: true },
    });
    return;
  }
  const state = columnsOf(freshState(card.memory, reason));
  const data = { id: randomUUID(), personId, kind: "card", ref: card.ref, ...state, createdAt: new Date(now) };
  await tx.item.create({ data, select: { id: true } });
}

/** The scenario's return is a review like any other, under the attempt's id; only handing in makes one. */
async function writeScenario(
  tx: Transaction,
  { personId, attemptId, now, seconds }: HandedIn,
  plan: PlannedScenario,
  row: Item | null,
): Promise<Scheduled> {
  const before = row ? stateOf(row) : freshState(plan.before, null);
  const after = reviewedState(before, plan.memory, { id: attemptId, rating: plan.rating, at: now });
  const data = columnsOf(after);
  const { id: itemId } = row
    ? await tx.item.update({ where: { id: row.id }, data, select: { id: true } })
    : await tx.item.create({
        data: { id: randomUUID(), personId, kind: "scenario", ref: plan.ref, ...data, createdAt: new Date(now) },
        select: { id: true },
      });
  const states = { before: JSON.stringify(before), after: JSON.stringify(after) };
  const review = { id: attemptId, personId, itemId, rating: plan.rating, at: new Date(now), elapsed: seconds * 1000 };
  await tx.review.create({ data: { ...review, ...states }, select: { id: true } });
  const title = scenarioTitles().get(plan.ref) ?? plan.ref;
  return { kind: "scenario", ref: plan.ref, title, due: plan.memory.due, why: plan.why, rules: [], change: "rated" };
}
