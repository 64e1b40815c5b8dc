/** Nothing is imported here: the calendar takes it to the browser. */
const DAY = 86_400_000;

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
  return new Intl.DateTimeFormat("en-GB", { ...STYLES[style], timeZone: "UTC" }).format(day * DAY).replace(",", "");
}
