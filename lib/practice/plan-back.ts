import { dateOfDay, weekdayOf } from "@/lib/schedule";
import { comesAgain } from "./comes-again";
import type { PlanBack, PlanBackInput, PlannedDay, Unsaid } from "./interview-plan";
import { sayPlan } from "./interview-words";
import { scenarioDays } from "./scenario-days";

/** On the eve and the day before it nothing new is begun: it would only be half known. */
const QUIET_DAYS = 2;
/** What is new should be done so many days before the day, so that each has come back at least once or twice. */
const SETTLE_DAYS = 4;
const MOST_MINUTES = 600;

/**
 * A plan from today to an interview: how many new items on which day, which scenario, how long. New items come
 * `newPerDay` a day, more where the date asks for it and the minutes allow it, fewer where they do not; all are done four
 * days before it where that can be, and none comes in the last two. A day is never planned longer than the person wants,
 * unless what is due already takes longer. Days with less in `easyDays` take as much less.
 */
export function planBack(input: PlanBackInput): PlanBack {
  const course = courseOf(input);
  const loads = fill(input, course);
  const fits = sum(loads.map(({ newItems }) => newItems));
  const left = Math.max(0, input.unseen - fits);
  const scenarios = scenarioDays(
    input,
    loads.flatMap(({ day, share }) => (share > 0 ? [day] : [])),
  );
  const days = loads.map((load) => describeDay(input, load, scenarios.byDay.get(load.day) ?? null));
  const minutes = left > 0 ? minutesForAll(input, course) : null;
  const plan: Unsaid = { days, fits, left, scenariosLeft: scenarios.left, minutesForAll: minutes };
  return { ...plan, says: sayPlan(input, plan) };
}

interface DayLoad {
  readonly day: number;
  /** Of a usual day's load. */
  readonly share: number;
  readonly newItems: number;
  readonly reviews: number;
}

/** For a day by its place in the plan: the places of the days on which what is begun on it comes again. */
type Course = (index: number) => readonly number[];

/** Asked for once a day at most: to follow an item takes some reviews. */
function courseOf(input: PlanBackInput): Course {
  const { today, interviewOn, settings } = input;
  const known = new Map<number, readonly number[]>();
  return (index) => {
    const kept = known.get(index);
    if (kept) return kept;
    const days = comesAgain(today + index, interviewOn, settings).flatMap((day) => {
      const open = nearestOpen(input, today + index, day);
      return open === null ? [] : [open - today];
    });
    known.set(index, days);
    return days;
  };
}

/** A day that is kept free gives way to the one before, as balancing does, else to the one after. */
function nearestOpen(input: PlanBackInput, begun: number, day: number): number | null {
  for (let sooner = day; sooner > begun; sooner--) if (shareOf(sooner, input) > 0) return sooner;
  for (let later = day; later < input.interviewOn; later++) if (shareOf(later, input) > 0) return later;
  return null;
}

function fill(input: PlanBackInput, course: Course): readonly DayLoad[] {
  const { today, interviewOn, unseen, dueByDay } = input;
  const length = Math.max(0, interviewOn - today);
  const reviews = Array.from({ length }, (_, index) => Math.max(0, dueByDay(today + index)));
  const shares = reviews.map((_, index) => shareOf(today + index, input));
  let open = sum(shares.slice(0, Math.max(0, length - SETTLE_DAYS)));
  let left = unseen;
  return shares.map((share, index) => {
    const asked = index < length - QUIET_DAYS ? wanted(input, share, left, open) : 0;
    const newItems = asked === 0 ? 0 : Math.min(asked, room(input, reviews, shares, index, course));
    left -= newItems;
    open -= index < length - SETTLE_DAYS ? share : 0;
    if (newItems > 0) for (const later of course(index)) reviews[later] = (reviews[later] ?? 0) + newItems;
    return { day: today + index, share, newItems, reviews: reviews[index] ?? 0 };
  });
}

/**
 * How many new items a day should take: the person's number, or as many as the days that are left ask for.
 * @param open shares of the days until all should be done; none left where it should have been before.
 */
function wanted({ settings }: PlanBackInput, share: number, left: number, open: number): number {
  if (share === 0) return 0;
  const pace = left / Math.max(open, share);
  // A hair less, so that 12 / 0.3 * 0.3 is no more than 12.
  return Math.min(left, Math.ceil(Math.max(settings.newPerDay, pace) * share - 1e-9));
}

/** How many new items the minutes of a day take, and the minutes of the days on which they come again. */
function room(
  input: PlanBackInput,
  reviews: readonly number[],
  shares: readonly number[],
  index: number,
  course: Course,
): number {
  const { minutesPerDay, secondsPerNew, secondsPerReview } = input;
  if (minutesPerDay === null) return Number.POSITIVE_INFINITY;
  const free = (at: number) => minutesPerDay * 60 * (shares[at] ?? 0) - (reviews[at] ?? 0) * secondsPerReview;
  const fits = [free(index) / secondsPerNew, ...course(index).map((later) => free(later) / secondsPerReview)];
  return Math.max(0, Math.floor(Math.min(...fits)));
}

function shareOf(day: number, { settings }: PlanBackInput): number {
  return settings.easyDays[weekdayOf(day)] ?? 1;
}

function describeDay(input: PlanBackInput, load: DayLoad, scenario: PlannedDay["scenario"]): PlannedDay {
  const { weakRules, interviewOn, secondsPerNew, secondsPerReview } = input;
  const { day, newItems, reviews } = load;
  const minutes = (newItems * secondsPerNew + reviews * secondsPerReview) / 60;
  // Counted back from the eve, so that the weakest is looked at last, and again each time all have had their turn.
  const rule = weakRules[(interviewOn - 1 - day) % Math.max(1, weakRules.length)] ?? null;
  return { day, date: dateOfDay(day), newItems, reviews, minutes, scenario, rule };
}

/** By halving: more minutes never fit fewer. */
function minutesForAll(input: PlanBackInput, course: Course): number | null {
  const enough = (minutesPerDay: number) =>
    sum(fill({ ...input, minutesPerDay }, course).map(({ newItems }) => newItems)) >= input.unseen;
  if (input.minutesPerDay === null || !enough(MOST_MINUTES)) return null;
  let [low, high] = [Math.floor(input.minutesPerDay), MOST_MINUTES];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
