/** What the caller gave wrong: a rating that is not 1–4, a score or time that is no number, a zone or parameters that are none. */
export type ScheduleFault = "rating" | "score" | "time" | "zone" | "parameters";

/** Thrown before anything is computed, so nothing is half done. Doors check with `isRating` and `isZone` first and never meet it. */
export class ScheduleError extends RangeError {
  readonly code: ScheduleFault;

  constructor(code: ScheduleFault, message: string) {
    super(message);
    this.name = "ScheduleError";
    this.code = code;
  }
}
