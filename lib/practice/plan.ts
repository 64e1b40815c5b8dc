import { dimensionOf, type Finding, type Report, type RuleId } from "@/lib/rubric";
import { type Memory, newMemory, type Rating, ratingFromScore, review, startOfTomorrow } from "@/lib/schedule";
import { whyOfRules, whyOfScore } from "./words";

/** How many cards one day takes: of a report's cards, and of new ones. */
export const CARDS_A_DAY = 10;
const DAY = 86_400_000;

/** What a person has of an item: nothing where it was never scheduled. */
export interface Known {
  readonly kind: "card" | "scenario";
  readonly ref: string;
  readonly memory: Memory;
}

/** `made`: new to the person. `sooner`: brought forward. `kept`: it came by then anyway. */
export type Change = "made" | "sooner" | "kept";

export interface PlannedCard {
  readonly ref: string;
  readonly change: Change;
  /** Its memory from now on; only `due` differs from before. */
  readonly memory: Memory;
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
  readonly why: string;
}

export interface ReviewPlan {
  readonly scenario: PlannedScenario;
  readonly cards: readonly PlannedCard[];
}

/**
 * What a report brings back, and when. The scenario: by its score, as one review. The cards of what was not met: at the
 * start of the person's tomorrow, the worst flaw's first, ten a day; one that comes sooner anyway stays where it is.
 * @param existing what the person has already of the cards and the scenario; more does no harm.
 * @param utcOffset minutes east of UTC, by which their day begins.
 */
export function planReviews(report: Report, existing: readonly Known[], now: number, utcOffset = 0): ReviewPlan {
  const memoryOf = (kind: Known["kind"], ref: string) =>
    existing.find((item) => item.kind === kind && item.ref === ref)?.memory ?? null;
  const tomorrow = startOfTomorrow(now, utcOffset);
  return {
    scenario: planScenario(report, memoryOf("scenario", report.scenario), now),
    cards: cardsToLearn(report.findings).map(({ ref, findings }, place) =>
      planCard(ref, findings, memoryOf("card", ref), tomorrow + Math.floor(place / CARDS_A_DAY) * DAY),
    ),
  };
}

function planScenario(report: Report, known: Memory | null, now: number): PlannedScenario {
  const before = known ?? newMemory(now);
  const rating = ratingFromScore(report.score);
  const { memory } = review(before, rating, now, "scenario");
  return { ref: report.scenario, rating, before, memory, why: whyOfScore(report.score) };
}

function planCard(ref: string, findings: readonly Finding[], known: Memory | null, day: number): PlannedCard {
  const kept = known !== null && known.due <= day;
  const memory = kept ? known : { ...(known ?? newMemory(day)), due: day };
  const change: Change = known === null ? "made" : kept ? "kept" : "sooner";
  return { ref, change, memory, rules: [...new Set(findings.map(({ rule }) => rule))], why: whyOfRules(findings) };
}

interface CardToLearn {
  readonly ref: string;
  readonly findings: readonly Finding[];
}

/**
 * The cards of what was not met. The first card of each flaw, worst flaw first, then the second of each, and so on: a
 * flaw with many cards must not push the others to the day after.
 */
function cardsToLearn(findings: readonly Finding[]): readonly CardToLearn[] {
  const flaws = findings.filter(({ verdict }) => verdict !== "met").sort(byLoss);
  const rounds = Math.max(0, ...flaws.map(({ cards }) => cards.length));
  const refs = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    for (const { cards } of flaws) {
      const ref = cards[round];
      if (ref !== undefined) refs.add(ref);
    }
  }
  return [...refs].map((ref) => ({ ref, findings: flaws.filter(({ cards }) => cards.includes(ref)) }));
}

/** The most lost first; ties by dimension and rule, so that the same report gives the same plan. */
function byLoss(a: Finding, b: Finding): number {
  const lost = (finding: Finding) => finding.possible - finding.points;
  const key = (finding: Finding) => `${dimensionOf(finding.rule)} ${finding.rule} ${finding.subject}`;
  return lost(b) - lost(a) || (key(a) < key(b) ? -1 : Number(key(a) > key(b)));
}
