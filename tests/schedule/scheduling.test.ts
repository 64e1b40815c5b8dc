import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dateOfDay,
  dayOf,
  elapsedDays,
  isLeech,
  type Memory,
  newMemory,
  POLICIES,
  preview,
  RATINGS,
  review,
  type Scheduling,
  startOfDay,
} from "@/lib/schedule";
import { aScheduling, DAY, MINUTE, START } from "./support";

const BERLIN = { zone: "Europe/Berlin", rollover: 4 };

describe("a night's work, by the roll-over hour", () => {
  const evening = Date.parse("2026-12-01T22:50:00Z"); // 23:50 in Berlin
  const cases: readonly (readonly [string, number, number])[] = [
    ["2026-12-01T23:10:00Z", 4, 0],
    ["2026-12-01T23:10:00Z", 0, 1],
    ["2026-12-02T02:59:00Z", 4, 0],
    ["2026-12-02T03:10:00Z", 4, 1],
    ["2026-12-02T03:10:00Z", 5, 0],
    ["2026-12-02T22:50:00Z", 4, 1],
    ["2026-12-03T03:10:00Z", 4, 2],
  ];
  it.each(cases)("from 23:50 to %s, days beginning at %i: %i", (time, rollover, days) => {
    const by = aScheduling({ clock: { zone: "Europe/Berlin", rollover } });
    const { memory } = review(newMemory(evening), 4, evening, by);
    const { log, memory: after } = review(memory, 3, Date.parse(time), by);
    expect(log.elapsedDays).toBe(days);
    const [noon, utc] = [Date.UTC(2026, 11, 1, 12), aScheduling()];
    const first = review(newMemory(noon), 4, noon, utc).memory;
    const same = review(first, 3, noon + days * DAY, utc).memory;
    expect(after.stability, "as FSRS counts so many days").toBe(same.stability);
  });

  it("a day is a day, however long: 23 and 25 hours over a change of the clocks", () => {
    const by = aScheduling({ clock: BERLIN });
    for (const date of ["2026-03-28", "2026-10-24"]) {
      const at = Date.parse(`${date}T12:00:00Z`);
      const memory = review(newMemory(at), 4, at, by).memory;
      expect(elapsedDays(at, at + 16 * 60 * MINUTE, BERLIN)).toBe(1);
      expect(review(memory, 3, at + 16 * 60 * MINUTE, by).log.elapsedDays).toBe(1);
    }
  });
});

describe("when an item comes", () => {
  it("outside the steps at the start of a day, at whatever hour it was rated", () => {
    for (const hour of [4, 12, 23, 27]) {
      const at = startOfDay(dayOf(START, BERLIN), BERLIN) + (hour - 4) * 60 * MINUTE;
      const { memory } = review(newMemory(at), 4, at, aScheduling({ clock: BERLIN }));
      expect(memory.scheduledDays).toBe(8);
      expect(memory.due).toBe(startOfDay(dayOf(START, BERLIN) + 8, BERLIN));
    }
  });

  it("inside the steps after exactly as many minutes, over midnight too", () => {
    const at = startOfDay(20_000, BERLIN) - 2 * MINUTE;
    const { memory } = review(newMemory(at), 3, at, aScheduling({ clock: BERLIN }));
    expect(memory).toMatchObject({ phase: "learning", step: 1, due: at + 10 * MINUTE });
  });

  it("after a step of days at the start of that day, and then goes on with the next step", () => {
    const by = aScheduling({ clock: BERLIN, settings: { learningSteps: ["10m", "1d", "3d"] } });
    let memory = newMemory(START);
    const walk: unknown[] = [];
    for (const rating of [3, 3, 3, 1] as const) {
      memory = review(memory, rating, Math.max(memory.due, START), by).memory;
      walk.push([memory.phase, memory.step, memory.scheduledDays]);
    }
    expect(walk).toEqual([
      ["learning", 1, 1],
      ["learning", 2, 3],
      ["review", 0, 20],
      ["relearning", 0, 0],
    ]);
    const first = review(newMemory(START), 3, START, by).memory;
    expect(first.due).toBe(startOfDay(dayOf(START, BERLIN) + 1, BERLIN));
    expect(preview(newMemory(START), START, by)[3]).toEqual({ due: first.due, interval: "1 day" });
  });

  it("a forgotten one after a relearning step of days, still being relearnt", () => {
    const by = aScheduling({ settings: { relearningSteps: ["1d"] } });
    const learnt = review(newMemory(START), 4, START, by).memory;
    const { memory } = review(learnt, 1, learnt.due, by);
    expect(memory).toMatchObject({ phase: "relearning", step: 0, scheduledDays: 1, lapses: 1 });
    expect(review(memory, 3, memory.due, by).memory.phase).toBe("review");
  });

  it("where the steps became fewer since: again is still the first step", () => {
    const long = aScheduling({ settings: { learningSteps: ["1m", "5m", "10m", "20m"] } });
    let memory = newMemory(START);
    for (const rating of [3, 3, 3] as const) memory = review(memory, rating, START, long).memory;
    expect(memory.step).toBe(3);
    const short = aScheduling({ settings: { learningSteps: ["1m"] } });
    expect(review(memory, 1, START, short).memory).toMatchObject({ phase: "learning", step: 0, due: START + MINUTE });
    expect(review(memory, 3, START, short).memory.phase).toBe("review");
  });
});

describe("what a person chose", () => {
  it("a higher retention comes sooner, by FSRS's own formula", () => {
    const decay = -0.1542;
    const modifier = (retention: number) => (retention ** (1 / decay) - 1) / (0.9 ** (1 / decay) - 1);
    for (const retention of [0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.97]) {
      const { memory } = review(newMemory(START), 4, START, aScheduling({ settings: { retention } }));
      expect(memory.scheduledDays, `${retention}`).toBe(Math.max(1, Math.round(8.2956 * modifier(retention))));
    }
  });

  it("no interval is longer than the longest, whatever the rating", () => {
    for (const maximumInterval of [1, 2, 30]) {
      for (const balance of [true, false]) {
        const by = aScheduling({ settings: { maximumInterval, balance } });
        let memory = newMemory(START);
        for (const rating of [4, 4, 4, 2, 3, 4] as const) {
          memory = review(memory, rating, memory.due, by).memory;
          expect(memory.scheduledDays).toBeLessThanOrEqual(maximumInterval);
        }
      }
    }
  });

  it("fitted parameters count, unless they are not wanted", () => {
    const parameters = [...Array(4).keys()].map((index) => 20 + index);
    const fitted = [
      ...parameters,
      6.4,
      0.83,
      3,
      0.001,
      1.87,
      0.17,
      0.8,
      1.48,
      0.06,
      0.26,
      1.65,
      0.6,
      1.87,
      0.54,
      0.09,
      0.07,
      0.15,
    ];
    const days = (useFitted: boolean) =>
      review(newMemory(START), 4, START, aScheduling({ parameters: fitted, settings: { useFitted } })).memory;
    expect(days(true).scheduledDays).toBe(23);
    expect(days(false).scheduledDays).toBe(8);
  });

  it.each([[[]], [[1, 2, 3]], [Array(17).fill(1)], [Array(21).fill(Number.NaN)]])(
    "refuses the parameters %j",
    (parameters) => {
      expect(() => review(newMemory(START), 3, START, aScheduling({ parameters }))).toThrow(
        expect.objectContaining({ name: "ScheduleError", code: "parameters" }),
      );
    },
  );
});

it.each([
  [7, 8, false],
  [8, 8, true],
  [9, 8, false],
  [12, 8, true],
  [16, 8, true],
  [3, 3, true],
  [4, 3, false],
  [5, 3, true],
  [1, 1, true],
  [2, 1, true],
  [50, 0, false],
])("%i lapses are a leech after %i: %s", (lapses, leechAfter, expected) => {
  expect(isLeech(lapses, leechAfter)).toBe(expected);
});

/** Anybody's way of being scheduled, and a memory that has been through anything. */
const anyScheduling: fc.Arbitrary<Scheduling> = fc
  .record({
    policy: fc.constantFrom(...POLICIES),
    zone: fc.constantFrom("Europe/Berlin", "America/Santiago", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"),
    rollover: fc.integer({ min: 0, max: 6 }),
    retention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
    easyDays: fc.array(fc.constantFrom(0, 0.3, 1), { minLength: 7, maxLength: 7 }),
    balance: fc.boolean(),
    seed: fc.string(),
    loads: fc.array(fc.nat(40), { minLength: 11, maxLength: 11 }),
    interview: fc.option(fc.integer({ min: 20_454, max: 20_600 })),
    maximumInterval: fc.constantFrom(5, 90, 36_500),
  })
  .map(({ policy, zone, rollover, seed, loads, interview, ...settings }) =>
    aScheduling({
      policy,
      clock: { zone, rollover },
      seed,
      load: (day) => loads[((day % 11) + 11) % 11] ?? 0,
      settings: { ...settings, interviewOn: interview === null ? null : dateOfDay(interview) },
    }),
  );

const lived = fc
  .record({
    by: anyScheduling,
    start: fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 5) }),
    reviews: fc.array(fc.tuple(fc.constantFrom(...RATINGS), fc.integer({ min: 0, max: 60 * DAY })), { maxLength: 12 }),
    wait: fc.integer({ min: 0, max: 60 * DAY }),
  })
  .map(({ by, start, reviews, wait }) => {
    let now = start;
    let memory: Memory = newMemory(start);
    for (const [rating, gap] of reviews) {
      now += gap;
      memory = review(memory, rating, now, by).memory;
    }
    return { by, memory, now: now + wait };
  });

describe("for anybody, after anything", () => {
  const rating = fc.constantFrom(...RATINGS);

  it("what a button shows is what a rating does, later than now", () => {
    fc.assert(
      fc.property(lived, rating, ({ by, memory, now }, given) => {
        const { due } = review(memory, given, now, by).memory;
        expect(due).toBe(preview(memory, now, by)[given].due);
        expect(due).toBeGreaterThan(now);
      }),
      { numRuns: 300 },
    );
  });

  it("outside the steps it comes at the start of the person's day, after as many days as it says", () => {
    fc.assert(
      fc.property(lived, rating, ({ by, memory, now }, given) => {
        const after = review(memory, given, now, by).memory;
        if (after.phase !== "review") return;
        expect(after.scheduledDays).toBeGreaterThanOrEqual(1);
        expect(after.scheduledDays).toBeLessThanOrEqual(by.settings.maximumInterval);
        expect(after.due).toBe(startOfDay(dayOf(now, by.clock) + after.scheduledDays, by.clock));
      }),
      { numRuns: 300 },
    );
  });

  it("a better rating never comes on an earlier day, moved or not: again ≤ hard ≤ good ≤ easy", () => {
    fc.assert(
      fc.property(lived, ({ by, memory, now }) => {
        const buttons = preview(memory, now, by);
        const days = RATINGS.map((given) => dayOf(buttons[given].due, by.clock));
        expect(days).toEqual([...days].sort((a, b) => a - b));
      }),
      { numRuns: 1000 },
    );
  });

  it("is plain JSON, and undone by what the log kept", () => {
    fc.assert(
      fc.property(lived, rating, ({ by, memory, now }, given) => {
        const { memory: after, log } = review(memory, given, now, by);
        expect(JSON.parse(JSON.stringify({ after, log }))).toEqual({ after, log });
        expect(log.previous).toEqual(memory);
      }),
    );
  });
});
