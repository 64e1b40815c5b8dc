import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Clock, dateOfDay, dayOf, dayOfDate, elapsedDays, isZone, startOfDay, weekdayOf } from "@/lib/schedule";
import { DAY } from "./support";

const HOUR = 3_600_000;
const ROLLOVERS = [0, 2, 3, 4] as const;

/**
 * When the day of a date begins, in UTC, for the roll-over hours 0, 2, 3 and 4. Worked out by hand from the dates on which
 * each place changed its clocks: the day of the change and the one after it.
 */
const STARTS: readonly (readonly [zone: string, what: string, date: string, starts: readonly string[]])[] = [
  ["Europe/Berlin", "02:00 is 03:00", "2026-03-29", ["28 23:00", "29 01:00", "29 01:00", "29 02:00"]],
  ["Europe/Berlin", "the day after", "2026-03-30", ["29 22:00", "30 00:00", "30 01:00", "30 02:00"]],
  ["Europe/Berlin", "03:00 is 02:00", "2026-10-25", ["24 22:00", "25 00:00", "25 02:00", "25 03:00"]],
  ["Europe/Berlin", "the day after", "2026-10-26", ["25 23:00", "26 01:00", "26 02:00", "26 03:00"]],
  ["America/New_York", "02:00 is 03:00", "2026-03-08", ["08 05:00", "08 07:00", "08 07:00", "08 08:00"]],
  ["America/New_York", "02:00 is 01:00", "2026-11-01", ["01 04:00", "01 07:00", "01 08:00", "01 09:00"]],
  ["Australia/Lord_Howe", "02:00 is 02:30", "2026-10-04", ["03 13:30", "03 15:30", "03 16:00", "03 17:00"]],
  ["Australia/Lord_Howe", "02:00 is 01:30", "2026-04-05", ["04 13:00", "04 15:30", "04 16:30", "04 17:30"]],
  ["America/Santiago", "00:00 is 01:00", "2026-09-06", ["06 04:00", "06 05:00", "06 06:00", "06 07:00"]],
  ["America/Santiago", "24:00 is 23:00", "2026-04-05", ["05 04:00", "05 06:00", "05 07:00", "05 08:00"]],
  ["America/Santiago", "the day before", "2026-04-04", ["04 03:00", "04 05:00", "04 06:00", "04 07:00"]],
  ["Africa/Cairo", "00:00 is 01:00", "2026-04-24", ["23 22:00", "23 23:00", "24 00:00", "24 01:00"]],
  ["Africa/Cairo", "24:00 is 23:00", "2026-10-30", ["29 22:00", "30 00:00", "30 01:00", "30 02:00"]],
  ["Asia/Kathmandu", "no change, 5:45 east", "2026-03-29", ["28 18:15", "28 20:15", "28 21:15", "28 22:15"]],
  ["Pacific/Apia", "the day that was left out", "2011-12-30", ["30 10:00", "30 10:00", "30 10:00", "30 10:00"]],
];

describe("the start of a day where the clocks are changed", () => {
  const cases = STARTS.flatMap(([zone, what, date, starts]) =>
    ROLLOVERS.map((rollover, index) => ({ zone, what, date, rollover, start: starts[index] ?? "" })),
  );
  it.each(cases)("$zone, $date ($what), at $rollover: $start", ({ zone, date, rollover, start }) => {
    const clock = { zone, rollover };
    const day = dayOfDate(date) ?? Number.NaN;
    const at = startOfDay(day, clock);
    expect(new Date(at).toISOString().slice(8, 16)).toBe(start.replace(" ", "T"));
    expect(dayOf(at - 1, clock)).toBeLessThan(day);
    if (zone === "Pacific/Apia" && rollover === 0) expect(dateOfDay(dayOf(at, clock))).toBe("2011-12-31");
    else expect(dayOf(at, clock)).toBe(day);
  });
});

describe("the day of a moment", () => {
  const cases: readonly [string, Clock, string, string][] = [
    ["late evening", { zone: "Europe/Berlin", rollover: 4 }, "2026-12-01T22:50:00Z", "2026-12-01"],
    ["two at night still is the evening", { zone: "Europe/Berlin", rollover: 4 }, "2026-12-02T01:00:00Z", "2026-12-01"],
    ["ten past four is a new day", { zone: "Europe/Berlin", rollover: 4 }, "2026-12-02T03:10:00Z", "2026-12-02"],
    [
      "at midnight, where days begin there",
      { zone: "Europe/Berlin", rollover: 0 },
      "2026-12-01T23:00:00Z",
      "2026-12-02",
    ],
    ["before 1970", { zone: "UTC", rollover: 0 }, "1969-12-31T23:59:59Z", "1969-12-31"],
    [
      "when towns kept their own noon (5:21:10 east)",
      { zone: "Asia/Kolkata", rollover: 0 },
      "1900-01-01T18:38:50Z",
      "1900-01-02",
    ],
    ["and a second before", { zone: "Asia/Kolkata", rollover: 0 }, "1900-01-01T18:38:49Z", "1900-01-01"],
  ];
  it.each(cases)("%s", (_, clock, time, date) => {
    expect(dateOfDay(dayOf(Date.parse(time), clock))).toBe(date);
  });

  it("does not come back where clocks are set back over the roll-over hour (Casey, 2018: 04:00 was 01:00)", () => {
    const clock = { zone: "Antarctica/Casey", rollover: 2 };
    const change = Date.UTC(2018, 2, 10, 17);
    const days = [-3, -2, -1, 0, 1, 4].map((hours) => dateOfDay(dayOf(change + hours * HOUR, clock)));
    expect(days).toEqual(["2018-03-10", "2018-03-11", "2018-03-11", "2018-03-11", "2018-03-11", "2018-03-11"]);
  });

  it.each([Number.NaN, 9e15])("refuses %s", (time) => {
    expect(() => dayOf(time, { zone: "UTC", rollover: 0 })).toThrow(expect.objectContaining({ code: "time" }));
  });

  it.each(["", "Mars/Olympus", "+02:00"])("refuses the zone %j", (zone) => {
    expect(() => dayOf(0, { zone, rollover: 0 })).toThrow(expect.objectContaining({ code: "zone" }));
    expect(isZone(zone)).toBe(false);
  });
});

describe("in any zone, at any hour, at any time", () => {
  const clocks = fc.record({
    zone: fc.constantFrom(...Intl.supportedValuesOf("timeZone"), "UTC"),
    rollover: fc.integer({ min: 0, max: 23 }),
  });
  const times = fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) });

  it("a moment lies in its day: startOfDay(dayOf(t)) ≤ t < startOfDay(dayOf(t) + 1)", () => {
    fc.assert(
      fc.property(clocks, times, (clock, time) => {
        const day = dayOf(time, clock);
        expect(startOfDay(day, clock)).toBeLessThanOrEqual(time);
        expect(startOfDay(day + 1, clock)).toBeGreaterThan(time);
      }),
      { numRuns: 1000 },
    );
  });

  it("days never go back, and none is longer than two or begins before the last", () => {
    fc.assert(
      fc.property(clocks, times, fc.integer({ min: 0, max: 3 * DAY }), (clock, time, later) => {
        const day = dayOf(time, clock);
        expect(dayOf(time + later, clock)).toBeGreaterThanOrEqual(day);
        const length = startOfDay(day + 1, clock) - startOfDay(day, clock);
        expect(length).toBeGreaterThanOrEqual(0);
        expect(length).toBeLessThanOrEqual(2 * DAY);
        expect(elapsedDays(time, time + later, clock)).toBe(dayOf(time + later, clock) - day);
        expect(elapsedDays(time + later, time, clock)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it("is the day that Intl itself writes, where days begin at midnight and no change is near", () => {
    fc.assert(
      fc.property(clocks, times, ({ zone }, time) => {
        const written = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(time);
        const day = dayOf(time, { zone, rollover: 0 });
        const calm = startOfDay(day + 1, { zone, rollover: 0 }) - startOfDay(day, { zone, rollover: 0 }) === DAY;
        if (calm) expect(dateOfDay(day)).toBe(written);
      }),
      { numRuns: 300 },
    );
  });
});

describe("dates", () => {
  it.each([
    ["2026-12-12", 20_799],
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2024-02-29", 19_782],
    ["2026-02-29", null],
    ["2026-02-30", null],
    ["2026-13-01", null],
    ["2026-1-1", null],
    ["12.12.2026", null],
    ["", null],
  ])("%j is day %s", (text, day) => {
    expect(dayOfDate(text)).toBe(day);
    if (day !== null) expect(dateOfDay(day)).toBe(text);
  });

  it.each([
    ["1970-01-01", 3],
    ["2026-11-30", 0],
    ["2026-12-06", 6],
    ["1969-12-29", 0],
  ])("%s is weekday %i, Monday first", (text, weekday) => {
    expect(weekdayOf(dayOfDate(text) ?? Number.NaN)).toBe(weekday);
  });
});
