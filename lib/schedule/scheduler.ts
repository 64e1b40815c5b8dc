import { checkParameters, type FSRS, fsrs } from "ts-fsrs";
import { ScheduleError } from "./error";
import type { Scheduling } from "./scheduling";

/** FSRS-6. Older versions have 17 or 19, and a fit of ours never gives them. */
const PARAMETERS = 21;
/** One for each person who is there at once, about; to make one costs some ten microseconds. */
const MOST_SCHEDULERS = 200;
const schedulers = new Map<string, FSRS>();

/** What of a person's scheduling ts-fsrs is told. */
type Told = Pick<Scheduling, "policy" | "settings" | "parameters">;

/**
 * The scheduler of these settings, made once. Its own fuzz is off: it draws a day without looking how full the day is.
 * @throws ScheduleError `parameters` where they are not 21 numbers.
 */
export function schedulerOf({ policy, settings, parameters }: Told): FSRS {
  const w = settings.useFitted ? parameters : null;
  const { retention, maximumInterval, learningSteps, relearningSteps } = settings;
  const key = JSON.stringify([policy, retention, maximumInterval, learningSteps, relearningSteps, w]);
  const known = schedulers.get(key);
  if (known) return known;
  const made = fsrs({
    request_retention: retention,
    maximum_interval: maximumInterval,
    enable_fuzz: false,
    enable_short_term: policy === "card",
    learning_steps: learningSteps,
    relearning_steps: relearningSteps,
    ...(w === null ? {} : { w: [...checkedParameters(w)] }),
  });
  if (schedulers.size >= MOST_SCHEDULERS) schedulers.clear();
  schedulers.set(key, made);
  return made;
}

/** @throws ScheduleError `parameters` where they are not 21 numbers. */
export function checkedParameters(parameters: readonly number[]): readonly number[] {
  try {
    if (parameters.length === PARAMETERS) return checkParameters(parameters);
  } catch {
    // Told below, in our own words.
  }
  throw new ScheduleError("parameters", `FSRS-6 has ${PARAMETERS} parameters, all of them numbers.`);
}
