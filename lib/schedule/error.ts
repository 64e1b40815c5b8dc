/** What the caller gave wrong: a rating that is not 1–4, a score or a time that is no number. */
export type ScheduleFault = "rating" | "score" | "time";

/** Thrown before anything is computed, so nothing is half done. Doors check with `isRating` first and never meet it. */
export class ScheduleError extends RangeError {
  readonly code: ScheduleFault;

  constructor(code: ScheduleFault, message: string) {
    super(message);
    this.name = "ScheduleError";
    this.code = code;
  }
}
