import { DAY, MINUTE } from "./days";

const HOUR = 60 * MINUTE;
const MONTH = 30.4375 * DAY;
const YEAR = 365.25 * DAY;

/** From small to large: the unit is taken while the rounded amount stays below `under`. */
const UNITS = [
  { word: "min", plural: "min", size: MINUTE, under: 60, decimals: 0 },
  { word: "hour", plural: "hours", size: HOUR, under: 24, decimals: 0 },
  { word: "day", plural: "days", size: DAY, under: 31, decimals: 0 },
  { word: "month", plural: "months", size: MONTH, under: 12, decimals: 1 },
  { word: "year", plural: "years", size: YEAR, under: Number.POSITIVE_INFINITY, decimals: 1 },
] as const;

/** A span of milliseconds as a person says it: "1 min", "10 min", "1 day", "4 days", "2 months", "1.2 years". */
export function intervalWords(span: number): string {
  for (const unit of UNITS) {
    const scale = 10 ** unit.decimals;
    const amount = Math.max(unit.size === MINUTE ? 1 : 0, Math.round((span / unit.size) * scale) / scale);
    if (amount < unit.under) return `${amount} ${amount === 1 ? unit.word : unit.plural}`;
  }
  return "";
}
