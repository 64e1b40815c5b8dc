import { betaInterval, type Interval } from "./beta";
import { type DayLog, daysOfWeek, lastMondays, totalOf } from "./day-log";

/** Fewer reviews than this say nothing: at 20, one more forgotten card moves the share by 5 points. */
export const RETENTION_ENOUGH = 20;
/** Jeffreys' prior: it weighs one review, and its intervals keep what they promise for shares near 1, where retention lies. */
const PRIOR = 0.5;

/** How much of what was learnt was still known when it came back. Learning steps and new cards are not in it. */
export interface Retention {
  readonly seen: number;
  readonly kept: number;
  /** 0–1; null where too few reviews say anything. */
  readonly share: number | null;
  /** Where the true share lies with a chance of 80 %; null as `share`. */
  readonly interval: Interval | null;
}

export interface RetentionWeek extends Retention {
  /** The day number of its Monday. */
  readonly monday: number;
}

export function retentionFrom(seen: number, kept: number): Retention {
  if (seen < RETENTION_ENOUGH) return { seen, kept, share: null, interval: null };
  return { seen, kept, share: kept / seen, interval: betaInterval(kept + PRIOR, seen - kept + PRIOR) };
}

/** Of these days together. */
export function retentionOf(days: readonly DayLog[]): Retention {
  const seen = totalOf(days, "youngSeen") + totalOf(days, "matureSeen");
  return retentionFrom(seen, totalOf(days, "youngKept") + totalOf(days, "matureKept"));
}

/** The last `weeks` weeks, the present one last. */
export function retentionByWeek(days: readonly DayLog[], today: number, weeks: number): readonly RetentionWeek[] {
  return lastMondays(today, weeks).map((monday) => ({ monday, ...retentionOf(daysOfWeek(days, monday)) }));
}
