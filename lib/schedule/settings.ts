import { z } from "zod";
import type { Clock } from "./days";
import { aChoice, aDate, aNumber, aWhole, aZone, steps } from "./settings-fields";
import type { Step } from "./steps";

/** How one person wants to be scheduled. Plain JSON. */
export interface Settings {
  /** The chance to remember at which an item comes back, 0.7–0.97. */
  readonly retention: number;
  /** New items a day that no report asked for, 0–200. */
  readonly newPerDay: number;
  /** Minutes of review a day, 1–600; null: as long as it takes. Scenarios are not counted. */
  readonly minutesPerDay: number | null;
  /** "2026-12-12", the person's own date; null: none is planned. */
  readonly interviewOn: string | null;
  /** Monday first: which share of a usual day's load each weekday takes, 0–1. */
  readonly easyDays: readonly number[];
  /** At most ten, rising; none: FSRS plans from the first rating on. */
  readonly learningSteps: readonly Step[];
  readonly relearningSteps: readonly Step[];
  /** No interval is longer, in days. */
  readonly maximumInterval: number;
  /** Whether an interval may be moved a little, so that days are about equally full and friends part. */
  readonly balance: boolean;
  /** Whether only one item of a group comes on a day. */
  readonly bury: boolean;
  /** After how many lapses an item is a leech; 0: never. */
  readonly leechAfter: number;
  /** The hour at which the day begins, 0–23. */
  readonly rollover: number;
  /** IANA name; null: as the device says. */
  readonly zone: string | null;
  /** Whether the parameters that were fitted to the person's own reviews count. */
  readonly useFitted: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  retention: 0.9,
  newPerDay: 10,
  minutesPerDay: null,
  interviewOn: null,
  easyDays: [1, 1, 1, 1, 1, 1, 1],
  learningSteps: ["1m", "10m"],
  relearningSteps: ["10m"],
  maximumInterval: 36_500,
  balance: true,
  bury: true,
  leechAfter: 8,
  rollover: 4,
  zone: null,
  useFitted: true,
};

/**
 * What a person may choose. A field that is missing is as it is by default, so that what was saved before there was
 * such a field stays readable; one that is wrong has a message that says what to give instead.
 * Marked as pure, so that a page that only schedules is sent neither this nor zod.
 */
export const settingsSchema = /* @__PURE__ */ makeSchema();

/** Settings from saved JSON. A field that may no longer be what it is (a zone that was renamed) is as by default. */
export function readSettings(saved: unknown): Settings {
  const whole = settingsSchema.safeParse(saved);
  if (whole.success) return whole.data;
  const wrong = new Set(whole.error.issues.map(({ path }) => path[0]));
  const isObject = typeof saved === "object" && saved !== null && !Array.isArray(saved);
  const kept = Object.entries(isObject ? saved : {}).filter(([field]) => !wrong.has(field));
  return settingsSchema.parse(Object.fromEntries(kept));
}

/** The person's clock. @param device the zone that their device last said. */
export function clockOf({ zone, rollover }: Pick<Settings, "zone" | "rollover">, device: string): Clock {
  return { zone: zone ?? device, rollover };
}

function makeSchema() {
  const is = DEFAULT_SETTINGS;
  const seven = "Give seven shares, Monday first.";
  return z.object({
    retention: aNumber(0.7, 0.97, "Choose a retention from 70 to 97 %.").default(is.retention),
    newPerDay: aWhole(0, 200, "Choose a whole number of new items a day, 0 to 200.").default(is.newPerDay),
    minutesPerDay: aWhole(1, 600, "Choose whole minutes a day, 1 to 600, or leave it empty.")
      .nullable()
      .default(is.minutesPerDay),
    interviewOn: aDate("Give the day of the interview as a date, such as 2026-12-12, or leave it empty.").default(
      is.interviewOn,
    ),
    easyDays: z
      .array(aNumber(0, 1, "Choose a share from 0 (no reviews) to 1 (a usual day)."), seven)
      .length(7, seven)
      .default(() => [...is.easyDays]),
    learningSteps: steps().default(() => [...is.learningSteps]),
    relearningSteps: steps().default(() => [...is.relearningSteps]),
    maximumInterval: aWhole(1, 36_500, "Choose whole days for the longest interval, 1 to 36500.").default(
      is.maximumInterval,
    ),
    balance: aChoice().default(is.balance),
    bury: aChoice().default(is.bury),
    leechAfter: aWhole(0, 100, "Choose a whole number of lapses, 1 to 100, or 0 for never.").default(is.leechAfter),
    rollover: aWhole(0, 23, "Choose a full hour at which your day begins, 0 to 23.").default(is.rollover),
    zone: aZone("Choose a time zone from the list, such as Europe/Berlin, or leave it to your device.").default(
      is.zone,
    ),
    useFitted: aChoice().default(is.useFitted),
  }) satisfies z.ZodType<Settings>;
}
