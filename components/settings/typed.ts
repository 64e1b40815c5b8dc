import type { Settings } from "@/lib/schedule";

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** The settings as the form has them: what was typed, word for word, and "on" for what is ticked. */
export interface TypedSettings {
  /** Percent. */
  readonly retention: string;
  readonly newPerDay: string;
  /** Empty: as long as it takes. */
  readonly minutesPerDay: string;
  /** "2026-12-12"; empty: none is planned. */
  readonly interviewOn: string;
  /** Monday first. */
  readonly easyDays: readonly string[];
  /** "1m 10m" */
  readonly learningSteps: string;
  readonly relearningSteps: string;
  readonly maximumInterval: string;
  readonly leechAfter: string;
  readonly rollover: string;
  /** Empty: as the device says. */
  readonly zone: string;
  readonly balance: string;
  readonly bury: string;
  readonly useFitted: string;
}

/** What a day may be: all of the usual load, half of it, none. */
export const EASY_DAYS = [
  { value: "1", label: "Usual" },
  { value: "0.5", label: "Half" },
  { value: "0", label: "None" },
] as const;

function nearestShare(share: number): string {
  return share > 0.75 ? "1" : share > 0.25 ? "0.5" : "0";
}

const tick = (set: boolean) => (set ? "on" : "");

export function typedFrom(settings: Settings): TypedSettings {
  const { retention, minutesPerDay, interviewOn, easyDays, zone, balance, bury, useFitted } = settings;
  return {
    // A tenth of a percent is finer than anybody asks for; 0.7 * 100 is not 70 to a computer.
    retention: String(Math.round(1000 * retention) / 10),
    newPerDay: String(settings.newPerDay),
    minutesPerDay: minutesPerDay === null ? "" : String(minutesPerDay),
    interviewOn: interviewOn ?? "",
    easyDays: easyDays.map(nearestShare),
    learningSteps: settings.learningSteps.join(" "),
    relearningSteps: settings.relearningSteps.join(" "),
    maximumInterval: String(settings.maximumInterval),
    leechAfter: String(settings.leechAfter),
    rollover: String(settings.rollover),
    zone: zone ?? "",
    balance: tick(balance),
    bury: tick(bury),
    useFitted: tick(useFitted),
  };
}

/** A number as people write it, with a comma or a percent sign too; NaN, which no setting takes, for anything else. */
function numberFrom(text: string): number {
  const plain = text.replace("%", "").replace(",", ".").trim();
  return plain === "" ? Number.NaN : Number(plain);
}

const stepsFrom = (text: string) => text.split(/[\s,;]+/).filter((step) => step !== "");
const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

/** What `settingsSchema` is asked about; it says what is wrong with it. */
export function settingsFrom(typed: TypedSettings): Readonly<Record<keyof Settings, unknown>> {
  return {
    retention: Math.round(10 * numberFrom(typed.retention)) / 1000,
    newPerDay: numberFrom(typed.newPerDay),
    minutesPerDay: typed.minutesPerDay.trim() === "" ? null : numberFrom(typed.minutesPerDay),
    interviewOn: orNull(typed.interviewOn),
    easyDays: typed.easyDays.map(numberFrom),
    learningSteps: stepsFrom(typed.learningSteps),
    relearningSteps: stepsFrom(typed.relearningSteps),
    maximumInterval: numberFrom(typed.maximumInterval),
    leechAfter: numberFrom(typed.leechAfter),
    rollover: numberFrom(typed.rollover),
    zone: orNull(typed.zone),
    balance: typed.balance === "on",
    bury: typed.bury === "on",
    useFitted: typed.useFitted === "on",
  };
}
