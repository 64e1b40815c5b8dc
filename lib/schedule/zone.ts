import { ScheduleError } from "./error";

/** A span of time in which a zone keeps one distance from UTC; `to` is not in it. All in milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** By UTC day: its one stretch, or two where the clocks are changed in it. */
  readonly days: Map<number, readonly Stretch[]>;
}

const DAY = 86_400_000;
const SECOND = 1000;
/** To ask Intl costs some microseconds and a formatter much memory, so both are kept; but not without end. */
const MOST_ZONES = 100;
const MOST_DAYS = 4000;
const zones = new Map<string, Zone>();

/** True for the IANA name of a zone that this machine knows: "Europe/Berlin", "UTC". */
export function isZone(name: string): boolean {
  return makeFormat(name) !== null;
}

/**
 * How far a zone is from UTC in one UTC day (`floor(time / 86,400,000)`), in one stretch or two.
 * No zone has ever changed its clocks twice in a day, so that it is enough to look at a day's two ends.
 * @throws ScheduleError `zone` where this machine knows no such zone.
 */
export function stretchesOf(zone: string, utcDay: number): readonly Stretch[] {
  const known = zones.get(zone) ?? addZone(zone);
  const kept = known.days.get(utcDay);
  if (kept) return kept;
  if (known.days.size >= MOST_DAYS) known.days.clear();
  const stretches = readDay(known.format, utcDay);
  known.days.set(utcDay, stretches);
  return stretches;
}

function addZone(name: string): Zone {
  const format = makeFormat(name);
  if (!format) throw new ScheduleError("zone", `A time zone is an IANA name such as Europe/Berlin, not "${name}".`);
  if (zones.size >= MOST_ZONES) zones.clear();
  const zone: Zone = { format, days: new Map() };
  zones.set(name, zone);
  return zone;
}

/** Some machines take "+02:00" for a zone; a name is kept for years, and an offset would be wrong for half of each. */
function makeFormat(name: string): Intl.DateTimeFormat | null {
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  } catch {
    return null;
  }
}

function readDay(format: Intl.DateTimeFormat, utcDay: number): readonly Stretch[] {
  const from = utcDay * DAY;
  const to = from + DAY;
  const [before, after] = [readOffset(format, from), readOffset(format, to)];
  if (before === after) return [{ from, to, offset: before }];
  const change = findChange(format, from, to, before);
  return [
    { from, to: change, offset: before },
    { from: change, to, offset: after },
  ];
}

/** The first whole second after `low` at which the offset is another one. */
function findChange(format: Intl.DateTimeFormat, low: number, high: number, before: number): number {
  let [same, other] = [low, high];
  while (other - same > SECOND) {
    const middle = same + Math.floor((other - same) / 2 / SECOND) * SECOND;
    if (readOffset(format, middle) === before) same = middle;
    else other = middle;
  }
  return other;
}

/** "12/1/2026, GMT+01:00", "GMT" for none, and with seconds where a town still kept its own noon. */
const OFFSET = /GMT(?:([+-])(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?)?$/;

function readOffset(format: Intl.DateTimeFormat, time: number): number {
  const [, sign, hours = "0", minutes = "0", seconds = "0"] = OFFSET.exec(format.format(time)) ?? [];
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * SECOND;
  return sign === "-" ? -size : size;
}
