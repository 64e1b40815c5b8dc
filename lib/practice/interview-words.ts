import { dateOfDay } from "@/lib/schedule";
import type { PlanBackInput, Unsaid } from "./interview-plan";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** What to expect of a plan, and what does not fit in it, in plain words. */
export function sayPlan(input: PlanBackInput, plan: Unsaid): string {
  const { today, interviewOn } = input;
  if (interviewOn < today) return "The day of the interview has passed. Choose another one, or none.";
  if (interviewOn === today) return "The interview is today. Nothing new comes any more.";
  return [sayNew(input, plan), sayLong(input, plan), sayScenarios(plan)]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function sayNew(input: PlanBackInput, { days, fits, left, minutesForAll }: Unsaid): string {
  const { unseen, promised, minutesPerDay, interviewOn } = input;
  const before = `before ${dayAndMonth(interviewOn)}`;
  if (unseen === 0) return `There are no new cards to learn ${before}.`;
  const at = minutesPerDay === null ? "" : `At ${count(minutesPerDay, "minute")} a day `;
  if (left === 0) {
    const last = days.findLast(({ newItems }) => newItems > 0)?.day ?? interviewOn;
    return start(`${at}${all(unseen)} ${before}, the last on ${dayAndMonth(last)}.`);
  }
  const first = promised > 0 ? "; the ones that your reports ask for come first" : "";
  const need = minutesForAll === null ? "" : ` For all of them it takes ${count(minutesForAll, "minute")} a day.`;
  return start(`${at}${fits} of ${count(unseen, "new card")} ${fits === 1 ? "fits" : "fit"} ${before}${first}.${need}`);
}

function sayLong({ minutesPerDay }: PlanBackInput, { days }: Unsaid): string {
  if (minutesPerDay === null) {
    const most = Math.ceil(Math.max(0, ...days.map(({ minutes }) => minutes)));
    return most === 0 ? "" : `The longest day takes about ${count(most, "minute")}.`;
  }
  const long = days.filter(({ minutes }) => minutes > minutesPerDay).length;
  return long === 0 ? "" : `On ${count(long, "day")} what is due alone takes longer than that.`;
}

function sayScenarios({ scenariosLeft }: Unsaid): string {
  const { length } = scenariosLeft;
  return length === 0 ? "" : `At one scenario a day, ${count(length, "untried scenario")} will not fit.`;
}

function all(unseen: number): string {
  return unseen === 1 ? "the one new card fits" : `all ${unseen} new cards fit`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}

function start(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** "12 December". */
function dayAndMonth(day: number): string {
  const [month = 1, date = 1] = dateOfDay(day).split("-").slice(-2).map(Number);
  return `${date} ${MONTHS[month - 1] ?? ""}`;
}
