/** Where an item stands: never seen, in its first steps, remembered for days, or forgotten and on its way back. */
export const PHASES = ["new", "learning", "review", "relearning"] as const;
export type Phase = (typeof PHASES)[number];

/** What is known of one person's memory of one item. Plain JSON: times are epoch milliseconds, never `Date`. */
export interface Memory {
  readonly due: number;
  /** Days until the chance to remember falls to 90 %; 0 while new. */
  readonly stability: number;
  /** 1 (easy) to 10 (hard); 0 while new. */
  readonly difficulty: number;
  readonly phase: Phase;
  readonly reps: number;
  readonly lapses: number;
  /** The learning step it stands on, from 0. */
  readonly step: number;
  /** Whole days between the last review and `due`; 0 inside the learning steps. */
  readonly scheduledDays: number;
  /** Null while new. */
  readonly lastReview: number | null;
}

/** Whether its next review comes in minutes: it is being learnt, or was forgotten. */
export function isInSteps({ phase }: Pick<Memory, "phase">): boolean {
  return phase === "learning" || phase === "relearning";
}

/** An item that was never reviewed; `due` is when it may first be shown. */
export function newMemory(now: number): Memory {
  return {
    due: now,
    stability: 0,
    difficulty: 0,
    phase: "new",
    reps: 0,
    lapses: 0,
    step: 0,
    scheduledDays: 0,
    lastReview: null,
  };
}
