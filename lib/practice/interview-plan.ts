import type { Settings } from "@/lib/schedule";

export interface Tried {
  readonly slug: string;
  /** Of the latest answer, 0–100. */
  readonly score: number;
}

export interface PlanBackInput {
  /** Day numbers. */
  readonly today: number;
  readonly interviewOn: number;
  /** Items never seen, and how many of them a report asked for. */
  readonly unseen: number;
  readonly promised: number;
  /** Slugs of scenarios without an answer yet, in the order in which to try them, and those with one. */
  readonly untried: readonly string[];
  readonly tried: readonly Tried[];
  /** Rules that are not mastered, the weakest first. */
  readonly weakRules: readonly string[];
  /** Null: as long as it takes. Scenarios are not counted. */
  readonly minutesPerDay: number | null;
  /** Seconds for a new item with all its first steps, and for one that comes back. */
  readonly secondsPerNew: number;
  readonly secondsPerReview: number;
  /** Known items that are due on a day; what is overdue counts for today. */
  readonly dueByDay: (day: number) => number;
  readonly settings: Settings;
}

export interface PlannedDay {
  readonly day: number;
  /** "2026-12-12". */
  readonly date: string;
  readonly newItems: number;
  /** Known items that are due, and new ones of the days before that come again. */
  readonly reviews: number;
  /** Minutes of both, without the scenario, which takes about half an hour. */
  readonly minutes: number;
  /** `again`: one that was tried and went worst. */
  readonly scenario: { readonly slug: string; readonly again: boolean } | null;
  /** The weak rule to look at: each in turn, the weakest on the last days too. */
  readonly rule: string | null;
}

export interface PlanBack {
  /** From today to the eve; none where the day has come. */
  readonly days: readonly PlannedDay[];
  /** New items that fit before the day, and those that do not. */
  readonly fits: number;
  readonly left: number;
  /** Untried scenarios for which no day is left. */
  readonly scenariosLeft: readonly string[];
  /** Whole minutes a day with which all new items would fit; null where they do, or where ten hours were not enough. */
  readonly minutesForAll: number | null;
  /** What to expect, in plain words. */
  readonly says: string;
}

/** A plan before there are words for it. */
export type Unsaid = Omit<PlanBack, "says">;
