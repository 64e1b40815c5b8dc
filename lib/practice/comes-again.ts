import { dateOfDay, newMemory, review, type Scheduling, type Settings } from "@/lib/schedule";

const DAY = 86_400_000;
/** Some weeks of some dozen people's settings. To follow an item costs a tenth of a millisecond, and a plan follows one a day. */
const MOST_COURSES = 2000;
const courses = new Map<string, readonly number[]>();

/**
 * The days before the interview on which an item comes again that is begun on a day and always known, by the person's own
 * settings: about the second day, the twelfth, and once more in the two weeks before it. Day numbers, rising.
 */
export function comesAgain(begun: number, interviewOn: number, settings: Settings): readonly number[] {
  const { retention, maximumInterval, learningSteps } = settings;
  const key = JSON.stringify([interviewOn - begun, retention, maximumInterval, learningSteps]);
  const known = courses.get(key) ?? followed(interviewOn - begun, settings);
  if (courses.size >= MOST_COURSES) courses.clear();
  courses.set(key, known);
  return known.map((after) => begun + after);
}

/** Days after day 0, on which it is begun; the interview is on day `until`. */
function followed(until: number, settings: Settings): readonly number[] {
  const by: Scheduling = {
    policy: "card",
    settings: { ...settings, balance: false, interviewOn: dateOfDay(until) },
    clock: { zone: "UTC", rollover: 0 },
    parameters: null,
    seed: "",
    load: null,
  };
  const days = new Set<number>();
  let now = 0;
  let memory = newMemory(now);
  while (now < until * DAY) {
    days.add(Math.floor(now / DAY));
    memory = review(memory, 3, now, by).memory;
    now = memory.due;
  }
  days.delete(0);
  return [...days];
}
