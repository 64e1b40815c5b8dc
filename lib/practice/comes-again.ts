import { dateOfDay, newMemory, review, type Scheduling, type Settings } from "@/lib/schedule";

const DAY = 86_400_000;

/**
 * The days before the interview on which an item comes again that is begun on a day and always known, by the person's own
 * settings: about the second day, the twelfth, and once more in the two weeks before it. Day numbers, rising.
 */
export function comesAgain(begun: number, interviewOn: number, settings: Settings): readonly number[] {
  const by: Scheduling = {
    policy: "card",
    settings: { ...settings, balance: false, interviewOn: dateOfDay(interviewOn) },
    clock: { zone: "UTC", rollover: 0 },
    parameters: null,
    seed: "",
    load: null,
  };
  const days = new Set<number>();
  let now = begun * DAY;
  let memory = newMemory(now);
  while (now < interviewOn * DAY) {
    days.add(Math.floor(now / DAY));
    memory = review(memory, 3, now, by).memory;
    now = memory.due;
  }
  days.delete(begun);
  return [...days];
}
