import { dimensionOf, type Finding, type Report, type RuleId } from "@/lib/rubric";
import {
  type Clock,
  dayOf,
  type ItemKind,
  type Memory,
  newMemory,
  type Rating,
  ratingFromScore,
  review,
  type Scheduling,
  startOfDay,
} from "@/lib/schedule";
import { itemId } from "./item-id";
import { whyOfRules, whyOfScore, whyOfWeakest } from "./words";

/** How many of a report's cards and drills one day takes. */
export const CARDS_A_DAY = 10;

/** What a person has of an item: nothing where it was never scheduled. */
export interface Known {
  readonly kind: ItemKind;
  readonly ref: string;
  readonly memory: Memory;
}

/** `made`: new to the person. `sooner`: brought forward. `kept`: it came by then anyway. */
export type Change = "made" | "sooner" | "kept";

export interface PlannedItem {
  readonly kind: "card" | "drill";
  readonly ref: string;
  readonly change: Change;
  /** Its memory from now on; only `due` differs from before. */
  readonly memory: Memory;
  /** The person's day on which it comes. */
  readonly day: number;
  /** The rules that it is about, worst first. */
  readonly rules: readonly RuleId[];
  /** "because `constraints/unique` was missed". */
  readonly why: string;
}

export interface PlannedScenario {
  readonly ref: string;
  readonly rating: Rating;
  readonly before: Memory;
  readonly memory: Memory;
  /** The person's day on which it comes: by its score, or sooner, when its weakest rule is due. */
  readonly day: number;
  /** The rule whose return brings it; null where it comes by its score. */
  readonly weakest: RuleId | null;
  readonly why: string;
}

export interface ReviewPlan {
  readonly scenario: PlannedScenario;
  /** Cards and drills, in the order in which they come. */
  readonly items: readonly PlannedItem[];
}

export interface Planning {
  readonly now: number;
  readonly clock: Clock;
  /** The scheduling of an item by its id. */
  readonly scheduling: (policy: Scheduling["policy"], id: string) => Scheduling;
  /** The drills of a rule, of this scenario if it has any: `<scenario>/<rule>`; null where no scenario has. */
  readonly drills: (scenario: string, rule: RuleId) => string | null;
}

/**
 * What a report brings back, and when. The cards and the drills of what was not met: on the person's tomorrow, the worst
 * flaw's first, ten a day; one that comes sooner anyway stays where it is. The scenario: by its score, as one review, or
 * sooner, when the weakest rule's drill is to come again.
 * @param existing what the person has already of the cards, the drills and the scenario; more does no harm.
 */
export function planReviews(report: Report, existing: readonly Known[], planning: Planning): ReviewPlan {
  const memoryOf = (kind: ItemKind, ref: string) =>
    existing.find((item) => item.kind === kind && item.ref === ref)?.memory ?? null;
  const tomorrow = dayOf(planning.now, planning.clock) + 1;
  const items = toLearn(report, planning).map(({ kind, ref, findings }, place) =>
    planItem({ kind, ref, findings }, memoryOf(kind, ref), tomorrow + Math.floor(place / CARDS_A_DAY), planning.clock),
  );
  return { scenario: planScenario(report, memoryOf("scenario", report.scenario), items, planning), items };
}

function planScenario(
  report: Report,
  known: Memory | null,
  items: readonly PlannedItem[],
  { now, clock, scheduling }: Planning,
): PlannedScenario {
  const { scenario: ref, score } = report;
  const before = known ?? newMemory(now);
  const rating = ratingFromScore(score);
  const { memory } = review(before, rating, now, scheduling("scenario", itemId("scenario", ref)));
  const byScore = dayOf(memory.due, clock);
  const weakest = items.find(({ kind, ref: of }) => kind === "drill" && of.startsWith(`${ref}/`));
  const rule = weakest?.rules[0] ?? null;
  const again = weakest ? dayOfReturn(weakest, scheduling("card", itemId("drill", weakest.ref)), clock) : byScore;
  const common = { ref, rating, before, memory };
  if (rule === null || again >= byScore) return { ...common, day: byScore, weakest: null, why: whyOfScore(score) };
  return { ...common, day: again, weakest: rule, why: whyOfWeakest(score, rule) };
}

/** When a drill that comes on its day and is then known comes again: that is when the whole scenario is worth another try. */
function dayOfReturn({ memory, day }: PlannedItem, scheduling: Scheduling, clock: Clock): number {
  let next = memory;
  let at = startOfDay(day, clock);
  for (let step = 0; step < MOST_STEPS; step++) {
    next = review(next, GOOD, at, scheduling).memory;
    if (next.phase === "review") return Math.max(day + 1, dayOf(next.due, clock));
    at = next.due;
  }
  return day + 1;
}

const GOOD = 3;
/** No list of learning steps is longer. */
const MOST_STEPS = 12;

interface ToLearn {
  readonly kind: "card" | "drill";
  readonly ref: string;
  readonly findings: readonly Finding[];
}

function planItem({ kind, ref, findings }: ToLearn, known: Memory | null, day: number, clock: Clock): PlannedItem {
  const kept = known !== null && dayOf(known.due, clock) <= day;
  const due = startOfDay(day, clock);
  const memory = kept ? known : { ...(known ?? newMemory(due)), due };
  const change: Change = known === null ? "made" : kept ? "kept" : "sooner";
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return { kind, ref, change, memory, day: dayOf(memory.due, clock), rules, why: whyOfRules(findings) };
}

/**
 * What teaches what was not met. The first card of each flaw, worst flaw first, then its drill, then the second card of each,
 * and so on: a flaw with many cards must not push the others to the day after.
 */
function toLearn({ scenario, findings }: Report, { drills }: Planning): readonly ToLearn[] {
  const flaws = findings.filter(({ verdict }) => verdict !== "met").sort(byLoss);
  const teachers = flaws.map(({ rule, cards }) => {
    const [first, ...more] = cards.map((ref) => itemId("card", ref));
    const drill = drills(scenario, rule);
    return [...(first ? [first] : []), ...(drill === null ? [] : [itemId("drill", drill)]), ...more];
  });
  const rounds = Math.max(0, ...teachers.map(({ length }) => length));
  const ids = new Set(
    Array.from({ length: rounds }, (_, round) => teachers.flatMap((list) => list[round] ?? [])).flat(),
  );
  return [...ids].map((id) => {
    const taught = flaws.filter((_, index) => teachers[index]?.includes(id));
    const [kind, ref] = id.startsWith("card:") ? (["card", id.slice(5)] as const) : (["drill", id.slice(6)] as const);
    return { kind, ref, findings: taught };
  });
}

/** The most lost first; ties by dimension and rule, so that the same report gives the same plan. */
function byLoss(a: Finding, b: Finding): number {
  const lost = (finding: Finding) => finding.possible - finding.points;
  const key = (finding: Finding) => `${dimensionOf(finding.rule)} ${finding.rule} ${finding.subject}`;
  return lost(b) - lost(a) || (key(a) < key(b) ? -1 : Number(key(a) > key(b)));
}
