/** How long a new or forgotten item waits before it comes again: "1m", "2h", "1d". */
export type Step = `${number}${"m" | "h" | "d"}`;

/** More would be a schedule of one's own, and FSRS makes the better one. */
export const MOST_STEPS = 10;

const MINUTES = { m: 1, h: 60, d: 1440 } as const;
const STEP = /^([1-9]\d{0,3})([mhd])$/;

/** A whole number from 1 to 9999 and its unit. */
export function isStep(value: unknown): value is Step {
  return typeof value === "string" && STEP.test(value);
}

export function minutesOfStep(step: Step): number {
  const unit = step.endsWith("m") ? "m" : step.endsWith("h") ? "h" : "d";
  return Number.parseInt(step, 10) * MINUTES[unit];
}

export function ascend(steps: readonly Step[]): boolean {
  return steps.every((step, index) => {
    const before = steps[index - 1];
    return before === undefined || minutesOfStep(before) < minutesOfStep(step);
  });
}
