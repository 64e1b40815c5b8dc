import { z } from "zod";
import { dayOfDate } from "./days";
import { ascend, isStep, MOST_STEPS, type Step } from "./steps";
import { isZone } from "./zone";

export function aNumber(least: number, most: number, error: string) {
  return z.number(error).min(least, error).max(most, error);
}

export function aWhole(least: number, most: number, error: string) {
  return z.int(error).min(least, error).max(most, error);
}

export function aChoice() {
  return z.boolean("Choose yes or no.");
}

export function aDate(error: string) {
  return z
    .string(error)
    .refine((text) => dayOfDate(text) !== null, error)
    .nullable();
}

export function aZone(error: string) {
  return z.string(error).max(64, error).refine(isZone, error).nullable();
}

export function steps() {
  return z
    .array(
      z.custom<Step>(isStep, "A step is a whole number with m, h or d: 10m, 2h or 1d."),
      "Give a list of steps, such as 1m, 10m.",
    )
    .max(MOST_STEPS, `Give ${MOST_STEPS} steps at most.`)
    .refine(
      (list) => !list.every(isStep) || ascend(list),
      "Each step must be longer than the one before: 1m, 10m, 1d.",
    );
}
