import { mondayOf } from "./day-log";

export interface Streak {
  /** Days of practice in the present run; 0 where there is none. */
  readonly days: number;
  /** The most that a run had, among the days that were given. */
  readonly longest: number;
  readonly today: boolean;
  /** The present week's day off was not taken yet. */
  readonly dayOff: boolean;
}

interface Run {
  readonly days: number;
  /** The Monday of the last week whose day off is taken, within this run. */
  readonly taken: number | null;
}

const NOTHING: Run = { days: 0, taken: null };

function after(run: Run, day: number, practised: boolean): Run {
  if (practised) return { ...run, days: run.days + 1 };
  if (run.days === 0) return run;
  const week = mondayOf(day);
  return run.taken === week ? NOTHING : { ...run, taken: week };
}

/**
 * A run of days of practice that forgives: each week, Monday to Sunday, may miss one day. A second missed day of the same
 * week ends the run. Missed days are not counted, and today is not missed before it is over. (A Sunday and the Monday after it
 * are days of two weeks: both may be missed.)
 * @param practised the days on which anything was done, in any order, by the person's own clock and roll-over hour.
 */
export function streakOf(practised: readonly number[], today: number): Streak {
  const done = new Set(practised.filter((day) => day <= today));
  const first = [...done].reduce((earliest, day) => Math.min(earliest, day), today);
  let run = NOTHING;
  let longest = 0;
  for (let day = first; day <= today; day++) {
    if (day < today || done.has(day)) run = after(run, day, done.has(day));
    longest = Math.max(longest, run.days);
  }
  return { days: run.days, longest, today: done.has(today), dayOff: run.taken !== mondayOf(today) };
}
