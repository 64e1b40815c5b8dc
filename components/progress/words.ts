import type { CalendarWeek, ForecastDay, Retention, Streak, TimeWeek } from "@/lib/practice";
import { sayDay } from "./dates";

const MINUTE = 60_000;

export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : more}`;
}

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** "less than a minute", "25 min", "1 h 5 min". */
export function sayTime(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE);
  if (milliseconds > 0 && minutes === 0) return "less than a minute";
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** The rule, and where one stands; never that anything was lost. */
export function sayStreak({ days, longest, today, dayOff }: Streak): string {
  if (days === 0) {
    const best = longest > 1 ? ` Your longest run of the last year has ${longest} days of practice.` : "";
    return `A run begins with the next card or scenario. Each week may miss one day.${best}`;
  }
  const off = dayOff ? "one day of this week may still be missed" : "this week has had its day off";
  const next = today ? "" : " Today is not over yet.";
  const best = longest > days ? ` The longest of the last year: ${longest}.` : "";
  return `Each week, Monday to Sunday, may miss one day; ${off}.${next}${best}`;
}

/** How much stays, beside what was asked for; by the interval, not by the point. */
export function sayRetention({ seen, kept, share, interval }: Retention, desired: number): string {
  if (share === null || interval === null) {
    return `Too few to say: of what was learnt before, ${counted(seen, "card")} came back in the last four weeks.`;
  }
  const said = `In the last four weeks you remembered ${kept.toLocaleString("en-GB")} of ${seen.toLocaleString("en-GB")}: ${percent(share)}.`;
  const wanted = `the ${percent(desired)} that you ask for`;
  if (interval.high < desired) return `${said} That is less than ${wanted}, by more than chance.`;
  if (interval.low > desired) return `${said} That is more than ${wanted}, by more than chance.`;
  return `${said} That is as good as ${wanted}; the difference may be chance.`;
}

export function sayForecast(days: readonly ForecastDay[], pace: number): string {
  const sum = days.reduce((total, { due }) => total + due, 0);
  if (sum === 0) return `Nothing is planned for the next ${days.length} days.`;
  const most = days.reduce((best, day) => (day.due > best.due ? day : best));
  const when = most === days[0] ? "today" : `on ${sayDay(most.day, "named")}`;
  const each = Math.round(sum / days.length);
  return `${counted(sum, "review")} in ${days.length} days, about ${each} a day (${sayTime((sum / days.length) * pace)}); most ${when}, ${most.due}.`;
}

const LATELY = 4;

/** By week, over the last four that are over; the present one is not. */
export function sayTimeSpent(weeks: readonly TimeWeek[]): string {
  const all = weeks.reduce((total, week) => total + week.cards + week.drills + week.scenarios, 0);
  if (all === 0) return "No time was counted yet.";
  const over = weeks.slice(0, -1).slice(-LATELY);
  const mean = (kind: "cards" | "drills" | "scenarios") =>
    over.reduce((total, week) => total + week[kind], 0) / Math.max(1, over.length);
  const sum = mean("cards") + mean("drills") + mean("scenarios");
  if (sum === 0) return `${sayTime(all)} in all.`;
  const parts = `${sayTime(mean("cards"))} with cards, ${sayTime(mean("drills"))} with drills, ${sayTime(mean("scenarios"))} with scenarios`;
  return `About ${sayTime(sum)} a week over the last four weeks: ${parts}.`;
}

export function sayCalendar(weeks: readonly CalendarWeek[]): string {
  const days = weeks.flatMap((week) => week.days);
  const done = days.filter(({ level }) => level > 0);
  if (done.length === 0) return "No day of practice yet.";
  const most = done.reduce((best, day) => (day.minutes > best.minutes ? day : best));
  return `${counted(done.length, "day")} of practice in the last ${weeks.length} weeks; the longest on ${sayDay(most.day, "named")}, ${sayTime(most.minutes * MINUTE)}.`;
}
