import type { Level } from "@/lib/design";
import { SIGNALS, type Signal } from "./report";
import type { Judgement, Stake, Verdict } from "./rule";

/** Weight of each stake at senior level, in points. `fatal` also caps the score. */
const WEIGHT: Readonly<Record<Stake, number>> = {
  fatal: 30,
  integrity: 28,
  hot: 22,
  warm: 14,
  check: 11,
  decision: 3,
  tidy: 2,
};

/** Different levels expect different things: decisions and checks count more the more senior. */
const LEVEL_FACTOR: Readonly<Record<Level, Partial<Record<Stake, number>>>> = {
  mid: { decision: 0.6, check: 0.8, warm: 0.85 },
  senior: {},
  staff: { decision: 1.5, check: 1.15, warm: 1.1 },
};

const SHARE_LOST: Readonly<Record<Verdict, number>> = { met: 0, partial: 0.6, missed: 1, violated: 1 };

export interface Points {
  readonly points: number;
  readonly possible: number;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Points of one judgement: what it could earn at the level, and what it earned. */
export function pointsOf(judgement: Judgement, level: Level): Points {
  if (judgement.follows) return { points: 0, possible: 0 };
  const possible = WEIGHT[judgement.stake] * (LEVEL_FACTOR[level][judgement.stake] ?? 1);
  return { points: round(possible * (1 - SHARE_LOST[judgement.verdict])), possible: round(possible) };
}

/**
 * The most that many flaws together cost before the slow tail, and how fast it is reached: one flaw costs 15 to 30 points, two to six bring
 * the score to 50–65, as an interviewer's would.
 */
const MOST_LOST = 52;
const REACH = 37;
const TAIL_FROM = 120;
const TAIL_RATE = 0.12;

/** A store that cannot keep what must be strong, or a shape that loses the main pattern: never above this. */
const FATAL_CAP = 40;
const FATAL_STEP = 7;

/** What stands before any design is there is worth at most this. */
const DECISIONS_ALONE = 10;

function loss(lost: number): number {
  return MOST_LOST * (1 - Math.exp(-lost / REACH)) + Math.max(0, lost - TAIL_FROM) * TAIL_RATE;
}

/**
 * The score, 0–100, from all judgements. `placed` is the share of the scenario's entities that the design has (0 to 1).
 * A fair interviewer's scale: see the design note on grading, "Score and signal".
 */
export function scoreOf(judgements: readonly Judgement[], level: Level, placed: number): number {
  const weighed = judgements.map((judgement) => ({ judgement, ...pointsOf(judgement, level) }));
  const lost = weighed.reduce((sum, { points, possible }) => sum + possible - points, 0);
  const base = 100 - loss(lost);
  if (placed === 0) {
    const possible = weighed.reduce((sum, one) => sum + one.possible, 0);
    const earned = weighed.reduce((sum, one) => sum + one.points, 0);
    return Math.round(DECISIONS_ALONE * (possible === 0 ? 0 : earned / possible));
  }
  const fatal = judgements.filter(
    ({ stake, verdict, follows }) => stake === "fatal" && verdict !== "met" && !follows,
  ).length;
  if (fatal === 0) return Math.max(0, Math.round(base));
  const cap = FATAL_CAP - FATAL_STEP * (fatal - 1);
  return Math.max(Math.round(cap * placed * 0.4), Math.min(cap, Math.round(base * 0.62)), 0);
}

const SIGNAL_FROM: Readonly<Record<Signal, number>> = { "strong-hire": 85, hire: 70, "lean-hire": 50, "no-hire": 0 };

export function signalOf(score: number): Signal {
  return SIGNALS.find((signal) => score >= SIGNAL_FROM[signal]) ?? "no-hire";
}
