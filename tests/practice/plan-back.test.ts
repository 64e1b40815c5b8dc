import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomFrom } from "@/lib/chance";
import { type PlanBackInput, planBack } from "@/lib/practice";
import {
  DEFAULT_SETTINGS,
  dateOfDay,
  dayOfDate,
  newMemory,
  orderQueue,
  type Queued,
  retrievability,
  review,
  type Settings,
  startOfDay,
  USUAL_PACES,
  weekdayOf,
} from "@/lib/schedule";

/** Saturday, 2026-12-12. */
const DATE = dayOfDate("2026-12-12") ?? 0;

function input(
  changes: Partial<Omit<PlanBackInput, "settings">> & { readonly settings?: Partial<Settings> } = {},
): PlanBackInput {
  const { settings, ...rest } = changes;
  return {
    today: DATE - 14,
    interviewOn: DATE,
    unseen: 60,
    promised: 0,
    untried: [],
    tried: [],
    weakRules: [],
    minutesPerDay: 20,
    secondsPerNew: 40,
    secondsPerReview: 10,
    dueByDay: () => 0,
    ...rest,
    settings: { ...DEFAULT_SETTINGS, ...settings },
  };
}

const newItems = (plan: ReturnType<typeof planBack>) => plan.days.map((day) => day.newItems);

describe("new items", () => {
  const cases: readonly (readonly [string, Parameters<typeof input>[0], readonly number[]])[] = [
    [
      "the person's number a day, until there are no more",
      { unseen: 25 },
      [10, 10, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ],
    [
      "more where the date asks for it: all are done four days before it",
      { unseen: 150, minutesPerDay: null },
      [15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 0, 0, 0, 0],
    ],
    [
      "fewer where the minutes do not allow it",
      { unseen: 20, minutesPerDay: 4 },
      [6, 6, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ],
    ["after what is due", { unseen: 5, minutesPerDay: 4, dueByDay: (day) => (day === DATE - 14 ? 22 : 0) }, [0, 5]],
    ["at once, where the date is near", { today: DATE - 5, unseen: 12, minutesPerDay: null }, [12, 0, 0, 0, 0]],
    ["none in the last two days", { today: DATE - 2, minutesPerDay: null }, [0, 0]],
    [
      "but in the last four, if there is no other time",
      { today: DATE - 4, unseen: 12, minutesPerDay: null },
      [12, 0, 0, 0],
    ],
    ["none where the day has come", { today: DATE }, []],
    ["none where it has passed", { today: DATE + 3 }, []],
    [
      "none on days that are kept free",
      { unseen: 30, settings: { easyDays: [1, 1, 1, 1, 1, 0.5, 0] } },
      [5, 0, 10, 10, 5, 0, 0],
    ],
  ];
  test.each(cases)("%s", (_, changes, expected) => {
    expect(newItems(planBack(input(changes))).slice(0, expected.length)).toEqual(expected);
  });
});

describe("scenarios", () => {
  const slugs = (plan: ReturnType<typeof planBack>) =>
    plan.days.map(({ scenario }) => (scenario === null ? "-" : `${scenario.again ? "again " : ""}${scenario.slug}`));
  const tried = [
    { slug: "good", score: 90 },
    { slug: "bad", score: 20 },
    { slug: "fair", score: 60 },
    { slug: "poor", score: 40 },
  ];
  const cases: readonly (readonly [string, Parameters<typeof input>[0], readonly string[]])[] = [
    ["none where there are none", { today: DATE - 3 }, ["-", "-", "-"]],
    ["untried ones evenly", { today: DATE - 6, untried: ["a", "b", "c"] }, ["a", "-", "b", "-", "c", "-"]],
    [
      "untried first, and the worst again, the very worst on the eve",
      { today: DATE - 8, untried: ["a", "b"], tried },
      ["a", "b", "-", "again fair", "-", "again poor", "-", "again bad"],
    ],
    [
      "where room is scarce the untried have it",
      { today: DATE - 4, untried: ["a", "b", "c"], tried },
      ["a", "b", "c", "again bad"],
    ],
    ["one a day is the most", { today: DATE - 2, untried: ["a", "b", "c", "d"], tried }, ["a", "b"]],
    [
      "none on a day that is kept free",
      { today: DATE - 7, untried: ["a", "b", "c"], settings: { easyDays: [1, 0, 1, 0, 1, 1, 0] } },
      ["a", "-", "b", "-", "c", "-", "-"],
    ],
  ];
  test.each(cases)("%s", (_, changes, expected) => {
    expect(slugs(planBack(input(changes)))).toEqual(expected);
  });

  test("those for which no day is left are named", () => {
    const plan = planBack(input({ today: DATE - 2, untried: ["a", "b", "c", "d"] }));
    expect(plan.scenariosLeft).toEqual(["c", "d"]);
    expect(plan.says).toContain("2 untried scenarios will not fit");
  });
});

test("each weak rule has its turn, and the weakest has the eve", () => {
  const { days } = planBack(
    input({ today: DATE - 5, weakRules: ["keys/missing", "indexes/unserved", "constraints/unique"] }),
  );
  expect(days.map(({ rule }) => rule)).toEqual([
    "indexes/unserved",
    "keys/missing",
    "constraints/unique",
    "indexes/unserved",
    "keys/missing",
  ]);
  expect(planBack(input()).days[0]?.rule).toBeNull();
});

describe("what it says", () => {
  const cases: readonly (readonly [string, Parameters<typeof input>[0], RegExp])[] = [
    ["all fit", {}, /^At 20 minutes a day all 60 new cards fit before 12 December, the last on \d+ (Nov|Dec)ember\.$/],
    [
      "one",
      { unseen: 1, minutesPerDay: 1 },
      /^At 1 minute a day the one new card fits before 12 December, the last on 28 November\.$/,
    ],
    [
      "as long as it takes",
      { minutesPerDay: null },
      /^All 60 new cards fit .*\. The longest day takes about \d+ minutes\.$/,
    ],
    [
      "not all",
      { unseen: 200, promised: 12, minutesPerDay: 10 },
      /^At 10 minutes a day \d+ of 200 new cards fit before 12 December; the ones that your reports ask for come first\. For all of them it takes \d+ minutes a day\.$/,
    ],
    ["none of which a report asks for", { unseen: 200, minutesPerDay: 10 }, /fit before 12 December\. For all/],
    [
      "more than ten hours",
      { unseen: 9000, minutesPerDay: 10 },
      /^At 10 minutes a day \d+ of 9000 new cards fit before 12 December\.$/,
    ],
    ["nothing new", { unseen: 0 }, /^There are no new cards to learn before 12 December\.$/],
    [
      "what is due is too much",
      { minutesPerDay: 5, dueByDay: (day) => (day < DATE - 12 ? 60 : 0) },
      /On 2 days what is due alone takes longer/,
    ],
    ["today", { today: DATE }, /^The interview is today/],
    ["long ago", { today: DATE + 1 }, /has passed/],
  ];
  test.each(cases)("%s", (_, changes, says) => {
    expect(planBack(input(changes)).says).toMatch(says);
  });
});

const anyInput = fc
  .record({
    ahead: fc.integer({ min: 0, max: 60 }),
    unseen: fc.nat(300),
    untried: fc.uniqueArray(fc.constantFrom(..."abcdefghijkl"), { maxLength: 12 }),
    tried: fc.uniqueArray(fc.record({ slug: fc.constantFrom(..."mnopq"), score: fc.nat(100) }), {
      selector: ({ slug }) => slug,
    }),
    weakRules: fc.constant(["keys/missing", "indexes/unserved"]),
    minutesPerDay: fc.option(fc.integer({ min: 1, max: 90 })),
    secondsPerNew: fc.integer({ min: 5, max: 120 }),
    secondsPerReview: fc.integer({ min: 2, max: 60 }),
    due: fc.array(fc.nat(60), { minLength: 1, maxLength: 9 }),
    easyDays: fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 7, maxLength: 7 }),
    newPerDay: fc.nat(30),
  })
  .map(({ ahead, due, easyDays, newPerDay, ...rest }) =>
    input({
      ...rest,
      today: DATE - ahead,
      dueByDay: (day) => due[day % due.length] ?? 0,
      settings: { easyDays, newPerDay },
    }),
  );

describe("any plan", () => {
  const check = (property: (given: PlanBackInput, plan: ReturnType<typeof planBack>) => void) =>
    fc.assert(
      fc.property(anyInput, (given) => property(given, planBack(given))),
      { numRuns: 150 },
    );

  test("goes day by day from today to the eve, nothing on the day or after it", () => {
    check(({ today, interviewOn }, { days }) => {
      expect(days.map(({ day }) => day)).toEqual(
        Array.from({ length: interviewOn - today }, (_, index) => today + index),
      );
      expect(days.map(({ date }) => dayOfDate(date))).toEqual(days.map(({ day }) => day));
    });
  });

  test("takes no more minutes than are wanted, beyond what is due already", () => {
    check((given, { days }) => {
      for (const { day, minutes, newItems: fresh } of days) {
        if (given.minutesPerDay === null) return;
        const share = given.settings.easyDays[weekdayOf(day)] ?? 1;
        const due = (given.dueByDay(day) * given.secondsPerReview) / 60;
        expect(minutes).toBeLessThanOrEqual(Math.max(given.minutesPerDay * share, due) + 1e-6);
        if (due > given.minutesPerDay * share) expect(fresh).toBe(0);
      }
    });
  });

  test("adds up: new items, minutes, scenarios", () => {
    check((given, plan) => {
      expect(plan.days.reduce((sum, day) => sum + day.newItems, 0)).toBe(plan.fits);
      expect(plan.fits + plan.left).toBe(given.unseen);
      for (const { day, newItems: fresh, reviews, minutes } of plan.days) {
        expect(minutes * 60).toBeCloseTo(fresh * given.secondsPerNew + reviews * given.secondsPerReview, 6);
        expect(reviews).toBeGreaterThanOrEqual(given.dueByDay(day));
      }
      const placed = plan.days.flatMap(({ scenario }) => (scenario && !scenario.again ? [scenario.slug] : []));
      expect([...placed, ...plan.scenariosLeft]).toEqual(given.untried);
    });
  });

  test("begins nothing in the last two days or on a day that is kept free", () => {
    check(({ interviewOn, settings }, { days }) => {
      for (const { day, newItems: fresh, scenario } of days) {
        if (day >= interviewOn - 2) expect(fresh).toBe(0);
        if (settings.easyDays[weekdayOf(day)] === 0) expect([fresh, scenario]).toEqual([0, null]);
      }
    });
  });

  test("without minutes to keep to, all fit if there is a day for them", () => {
    check((given, plan) => {
      const open = plan.days.filter(
        ({ day }) => day < given.interviewOn - 2 && (given.settings.easyDays[weekdayOf(day)] ?? 1) > 0,
      );
      if (given.minutesPerDay === null && open.length > 0) expect(plan.left).toBe(0);
    });
  });

  test("with the minutes that it names, all fit; with one less they do not", () => {
    check((given, plan) => {
      if (plan.minutesForAll === null) return;
      expect(plan.minutesForAll).toBeGreaterThan(given.minutesPerDay ?? 0);
      expect(planBack({ ...given, minutesPerDay: plan.minutesForAll }).left).toBe(0);
      expect(planBack({ ...given, minutesPerDay: plan.minutesForAll - 1 }).left).toBeGreaterThan(0);
    });
  });
});

const CLOCK = { zone: "Europe/Berlin", rollover: 4 };
const SETTINGS: Settings = { ...DEFAULT_SETTINGS, minutesPerDay: 10, interviewOn: dateOfDay(DATE) };
const isNew = ({ memory }: Queued) => memory.phase === "new";

/** Sixty cards; thirty of them were asked for by reports: ten a day, as a report plans them. */
function sixtyCards(): Map<string, Queued> {
  const cards = Array.from({ length: 60 }, (_, place): Queued => {
    const promised = place % 2 === 1;
    const due = startOfDay(DATE - 7 + (promised ? Math.floor(place / 20) : 0), CLOCK);
    return { id: `card:deck/${place}`, memory: newMemory(due), place, promised };
  });
  return new Map(cards.map((card) => [card.id, card]));
}

/** New cards that the plan wants on a day. */
function planned(cards: readonly Queued[], day: number): number {
  const unseen = cards.filter(isNew);
  const dueUntil = (end: number) =>
    cards.filter((card) => !isNew(card) && card.memory.due < startOfDay(end, CLOCK)).length;
  const plan = planBack({
    ...input({ today: day, unseen: unseen.length, minutesPerDay: 10 }),
    promised: unseen.filter(({ promised }) => promised).length,
    dueByDay: (on) => dueUntil(on + 1) - (on === day ? 0 : dueUntil(on)),
    settings: SETTINGS,
  });
  return plan.days[0]?.newItems ?? 0;
}

/** Remembers as FSRS says, a new card at once in three of five cases. */
function answer(card: Queued, now: number): Queued {
  const { memory, id } = card;
  const chance = isNew(card) ? 0.6 : Math.max(0.85, retrievability(memory, now));
  const rating = randomFrom(`${id} ${memory.reps} ${memory.stability}`)() < chance ? 3 : 1;
  const by = { policy: "card", settings: SETTINGS, clock: CLOCK, parameters: null, seed: id, load: null } as const;
  return { ...card, memory: review(memory, rating, now, by).memory };
}

/** A new card's first steps are in its forty seconds; a look at what was forgotten is one of ten. */
function secondsFor({ memory }: Queued): number {
  return memory.phase === "new" ? USUAL_PACES.card.new : memory.phase === "learning" ? 0 : USUAL_PACES.card.review;
}

/** One day's sitting, until the queue says that nothing more fits; the seconds it took. */
function sit(cards: Map<string, Queued>, day: number): number {
  const newPerDay = planned([...cards.values()], day);
  let [seconds, newToday, now] = [0, 0, startOfDay(day, CLOCK) + 3 * 3_600_000];
  for (;;) {
    const budget = { secondsLeft: 600 - seconds, paces: USUAL_PACES };
    const all = [...cards.values()];
    const { items, fits } = orderQueue(all, now, { newPerDay, newToday, bury: true, budget });
    // Nothing to do but to wait for a step: it is looked at at once.
    const next = fits > 0 ? items[0] : all.find(({ memory }) => memory.due > now && memory.due < now + 15 * 60_000);
    if (next === undefined) return seconds;
    now = Math.max(now, next.memory.due) + secondsFor(next) * 1000;
    seconds += secondsFor(next);
    newToday += isNew(next) ? 1 : 0;
    cards.set(next.id, answer(next, now));
  }
}

function week() {
  const cards = sixtyCards();
  const spent = Array.from({ length: 7 }, (_, index) => sit(cards, DATE - 7 + index));
  return { spent, items: [...cards.values()], onTheDay: startOfDay(DATE, CLOCK) + 5 * 3_600_000 };
}

describe("a week of ten minutes a day before an interview", () => {
  const { spent, items, onTheDay } = week();
  const promised = items.filter((item) => item.promised === true);

  test("keeps the ten minutes each day, but for half a minute of what was forgotten just then", () => {
    for (const seconds of spent) expect(seconds).toBeLessThanOrEqual(630);
    expect(Math.max(...spent), "the minutes are used").toBeGreaterThan(570);
  });

  test("shows every card that a report asked for, and most others", () => {
    expect(promised.filter(isNew)).toEqual([]);
    expect(items.filter(isNew).length).toBeLessThan(10);
  });

  test("leaves what was asked for remembered at nine on the day, each by 90 in a hundred or more", () => {
    const chances = promised.map(({ memory }) => retrievability(memory, onTheDay));
    expect(Math.round(Math.min(...chances) * 100)).toBeGreaterThanOrEqual(90);
  });
});
