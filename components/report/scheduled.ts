/** Something that a report brought back, as the page says it. Times are epoch milliseconds. */
export interface ScheduledReview {
  readonly kind: "card" | "drill" | "scenario";
  readonly ref: string;
  readonly title: string;
  readonly due: number;
  readonly why: string;
  readonly change: "made" | "sooner" | "kept" | "rated";
}
