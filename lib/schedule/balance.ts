import { get_fuzz_range } from "ts-fsrs";
import { weekdayOf } from "./days";
import type { Scheduling } from "./scheduling";

/** From here on an interval is moved at all: a day is too much of a shorter one. */
const SHORTEST = 2.5;

/** An exact interval, and what bounds the choice of a day near it. All in days. */
export interface Span {
  readonly interval: number;
  /** No later than this many days from now. */
  readonly most: number;
  /** Since the review before: what is due later than that must not come sooner than that again. */
  readonly elapsed: number;
  /** Day number of the review. */
  readonly today: number;
}

type Given = Pick<Scheduling, "settings" | "load">;

/**
 * The days until an item really comes: some day near the exact interval, as far off as ts-fsrs's own fuzz allows.
 *
 * Each day's weight is `share / (days × (1 + load / share)²)`: the fuller it is for what it should take, the less it gets.
 * The square evens out quickly; `1 / days` leans to the shorter side, so that the chance to remember is not lost by
 * moving (Anki's balancer weighs so too, but does not look at the share of an empty day). A weekday with share 0 gets
 * nothing unless all the days in reach have none.
 *
 * Weights belong to days, not to intervals. So the same draw in a range that begins and ends later gives no sooner day:
 * again ≤ hard ≤ good ≤ easy stays true of what was moved.
 * @param draw 0 to 1 (not 1): the same for each rating of one review.
 */
export function moveInterval(span: Span, draw: number, given: Given): number {
  const { least, most } = reach(span, given);
  const days = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const open = days.filter((day) => shareOf(span.today + day, given) > 0);
  const allowed = open.length > 0 ? open : days;
  const weights = allowed.map((day) => weightOf(span.today, day, given));
  let left = draw * weights.reduce((sum, weight) => sum + weight, 0);
  const drawn = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return allowed.at(drawn) ?? span.interval;
}

/** Intervals of one and two days stay, but two days give way to a day that is kept free. */
function reach(
  { interval, most, elapsed, today }: Span,
  given: Given,
): { readonly least: number; readonly most: number } {
  if (interval >= SHORTEST) {
    const range = get_fuzz_range(interval, elapsed, most);
    return { least: range.min_ivl, most: range.max_ivl };
  }
  const moves = interval > 1 && shareOf(today + interval, given) === 0;
  if (!moves) return { least: interval, most: interval };
  return {
    least: interval > elapsed ? Math.max(1, Math.min(interval, elapsed + 1)) : 1,
    most: Math.min(interval + 1, most),
  };
}

function weightOf(today: number, days: number, given: Given): number {
  const share = shareOf(today + days, given) || 1;
  const load = Math.max(0, given.load?.(today + days) ?? 0);
  return share / (days * (1 + load / share) ** 2);
}

function shareOf(day: number, { settings }: Given): number {
  return settings.easyDays[weekdayOf(day)] ?? 1;
}
