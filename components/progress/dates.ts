import { dateOfDay } from "@/lib/schedule";

const STYLES = {
  /** "8 Dec" */
  short: { day: "numeric", month: "short" },
  /** "Tue 8 Dec" */
  named: { weekday: "short", day: "numeric", month: "short" },
  /** "Tuesday 8 December 2026" */
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  /** "Dec" */
  month: { month: "short" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A person's day, which is a number without a time zone, in words; the same on the server and in the browser. */
export function sayDay(day: number, style: keyof typeof STYLES = "short"): string {
  const at = Date.parse(dateOfDay(day));
  return new Intl.DateTimeFormat("en-GB", { ...STYLES[style], timeZone: "UTC" }).format(at).replace(",", "");
}
