import { dayOf, dayOfDate } from "@/lib/schedule";
import type { Habits } from "./people";
import { readPlan } from "./progress-plan";

/** A plan holds for the day that it was made on; who is forgotten costs one more. */
const MOST_PLANS = 1000;
const plans = new Map<string, number>();

/**
 * How many new items a person's day takes: as many as they want, or as many as the plan back from their interview gives
 * the day. The plan is made at the first look of a day.
 * @param begun new items already begun today: they are part of the day's plan.
 */
export async function newPerDay(
  personId: string,
  { settings, clock }: Habits,
  now: number,
  begun: number,
): Promise<number> {
  const today = dayOf(now, clock);
  const interviewOn = settings.interviewOn === null ? null : dayOfDate(settings.interviewOn);
  if (interviewOn === null || interviewOn <= today) return settings.newPerDay;
  const key = `${personId} ${today} ${JSON.stringify(settings)}`;
  const known = plans.get(key);
  if (known !== undefined) return known;
  const [day] = (await readPlan(personId, now, begun))?.days ?? [];
  const planned = day?.newItems ?? settings.newPerDay;
  if (plans.size >= MOST_PLANS) plans.clear();
  plans.set(key, planned);
  return planned;
}
