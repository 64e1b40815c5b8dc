import { DIMENSIONS, type Dimension, dimensionOf, RULE_IDS, type RuleId } from "@/lib/rubric";
import { betaInterval, type Interval } from "./beta";

/** Where something is known from: an answer that was graded, a drill, a flashcard. */
export const EVIDENCE_SOURCES = ["attempt", "drill", "card"] as const;
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

/**
 * What one piece counts. An answer is the thing itself: nothing was offered, and the rule came up among everything else.
 * A drill is graded too, but its answer is one of a few. A card asks for the words, and the person rates themselves.
 */
export const EVIDENCE_WEIGHT: Readonly<Record<EvidenceSource, number>> = { attempt: 3, drill: 2, card: 1 };

/** Days in which evidence comes to count half: what was shown in spring says little of autumn, and an interview is nearer than that. */
export const EVIDENCE_HALF_LIFE = 45;
const DAY = 86_400_000;
/** 2026-01-01 in UTC. Weights are stored as they would count on this day, so that sums of any order are the same sum. */
const EVIDENCE_EPOCH = Date.UTC(2026, 0, 1);
/** 2^1000 is still a number; a moment that needs more (in the year 2149) counts as this one. */
const MOST_DOUBLINGS = 1000;

/** A prior of one success and one failure: every share is as likely, and weighs less than one answer. */
const PRIOR = 1;
/** What must be known, as it counts now: an answer of the last 45 days, a drill of the last 18, or two fresh cards. */
export const EVIDENCE_ENOUGH = 1.5;

/** What one piece of evidence adds to the sums of its rule and source. */
export interface EvidenceSums {
  /** How often the rule was asked for, and how often it was kept (half counts half). */
  readonly seen: number;
  readonly kept: number;
  /** The same by what it counts, times 2^(days since 2026-01-01 / half-life). */
  readonly weight: number;
  readonly keptWeight: number;
}

/** All that is known of one rule from one source; `lastAt` is in epoch milliseconds. */
export interface EvidenceRow extends EvidenceSums {
  readonly rule: string;
  readonly source: EvidenceSource;
  readonly lastAt: number;
}

function growth(at: number): number {
  const doublings = (at - EVIDENCE_EPOCH) / (EVIDENCE_HALF_LIFE * DAY);
  return 2 ** Math.max(-MOST_DOUBLINGS, Math.min(MOST_DOUBLINGS, doublings));
}

/**
 * What to add to a row of Evidence (and to take off again where it is undone).
 * @param kept 1: the rule was met or remembered; 0.5: half; 0: not.
 * @param at epoch milliseconds.
 */
export function evidenceOf(source: EvidenceSource, kept: 0 | 0.5 | 1, at: number): EvidenceSums {
  const weight = EVIDENCE_WEIGHT[source] * growth(at);
  return { seen: 1, kept, weight, keptWeight: weight * kept };
}

/** `unknown`: too little; `rough`: a guess worth acting on; `clear`: the interval is narrow. */
export type Certainty = "unknown" | "rough" | "clear";
/** An interval of 80 % that is no wider than this is clear. */
const CLEAR = 0.25;

export interface RuleMastery {
  readonly rule: RuleId;
  /** The share of times, 0–1, that the rule would be kept if it were asked for now; null where too little is known. */
  readonly mastery: number | null;
  /** Where that share lies with a chance of 80 %; from 0 to 1 where nothing is known. */
  readonly interval: Interval;
  readonly certainty: Certainty;
  /** "4 answers, 6 drills, 11 cards": what it is known from; "nothing yet". */
  readonly said: string;
  /** The last time that it was asked for, in epoch milliseconds; null where never. */
  readonly lastAt: number | null;
}

/**
 * How well a rule is held, from everything that was seen of it: the mean of a Beta distribution over the evidence, each
 * piece by its source and its age.
 *
 * Why this: it is a share that a person can check by hand ("kept 7 of 9"), it says how sure it is, three sources add up in
 * one scale, any order gives the same, and it needs no history, only sums. A plain average would call one lucky drill
 * 100 %. The chance of recall by FSRS is of one card and not of a rule, and says nothing of a design. Bayesian Knowledge Tracing and
 * Elo need parameters of each rule fitted to many learners, who are not there, and depend on the order.
 */
export function masteryOf(rule: RuleId, rows: readonly EvidenceRow[], now: number): RuleMastery {
  const own = rows.filter((row) => row.rule === rule);
  const scale = growth(now);
  const weight = sum(own, (row) => Math.max(0, row.weight / scale));
  const kept = sum(own, (row) => Math.max(0, Math.min(row.weight, row.keptWeight) / scale));
  const known = weight >= EVIDENCE_ENOUGH;
  const [a, b] = [PRIOR + kept, PRIOR + Math.max(0, weight - kept)];
  const interval = known ? betaInterval(a, b) : { low: 0, high: 1 };
  const certainty: Certainty = !known ? "unknown" : interval.high - interval.low <= CLEAR ? "clear" : "rough";
  const lastAt = own.reduce<number | null>((last, row) => Math.max(last ?? row.lastAt, row.lastAt), null);
  return { rule, mastery: known ? a / (a + b) : null, interval, certainty, said: sayEvidence(own), lastAt };
}

export interface DimensionMastery {
  readonly dimension: Dimension;
  /** The mean of its rules that are known; null where none is. */
  readonly mastery: number | null;
  readonly known: number;
  /** In the order of the report. */
  readonly rules: readonly RuleMastery[];
}

/** Every dimension with every rule of it, in the order of the report. */
export function masteryByDimension(rows: readonly EvidenceRow[], now: number): readonly DimensionMastery[] {
  return DIMENSIONS.map((dimension) => {
    const rules = RULE_IDS.filter((rule) => dimensionOf(rule) === dimension).map((rule) => masteryOf(rule, rows, now));
    const shares = rules.flatMap((one) => (one.mastery === null ? [] : [one.mastery]));
    const mean = shares.length === 0 ? null : sum(shares, (share) => share) / shares.length;
    return { dimension, mastery: mean, known: shares.length, rules };
  });
}

const NAMES: Readonly<Record<EvidenceSource, string>> = { attempt: "answer", drill: "drill", card: "card" };

function sayEvidence(rows: readonly EvidenceRow[]): string {
  const counts = EVIDENCE_SOURCES.map((source) => ({
    name: NAMES[source],
    seen: sum(rows, (row) => (row.source === source ? row.seen : 0)),
  }));
  const said = counts.filter(({ seen }) => seen > 0).map(({ name, seen }) => `${seen} ${name}${seen === 1 ? "" : "s"}`);
  return said.length === 0 ? "nothing yet" : said.join(", ");
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
