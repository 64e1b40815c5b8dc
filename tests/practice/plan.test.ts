import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CARDS_A_DAY, type Known, type Planning, planReviews } from "@/lib/practice";
import { dimensionOf, type Finding, type Report, RULE_IDS, type RuleId, VERDICTS } from "@/lib/rubric";
import {
  type Clock,
  DEFAULT_SETTINGS,
  dayOf,
  newMemory,
  ratingFromScore,
  review,
  type Scheduling,
  startOfDay,
} from "@/lib/schedule";

const NOON = Date.UTC(2026, 10, 23, 12);
/** When the next day begins in UTC, at four in the morning. */
const TOMORROW = Date.UTC(2026, 10, 24, 4);
const UTC: Clock = { zone: "UTC", rollover: 4 };
const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Without balancing, so that intervals are as FSRS says. */
const scheduling = (policy: Scheduling["policy"], clock: Clock, seed = ""): Scheduling => {
  return { policy, clock, settings: { ...DEFAULT_SETTINGS, balance: false }, parameters: null, seed, load: null };
};
const planning = (clock = UTC, drills: Planning["drills"] = () => null): Planning => {
  return { now: NOON, clock, scheduling: (policy, id) => scheduling(policy, clock, id), drills };
};

function aFinding(rule: RuleId, changes: Partial<Finding> = {}): Finding {
  return {
    rule,
    dimension: dimensionOf(rule),
    verdict: "missed",
    subject: "bid",
    message: "",
    fix: "",
    points: 0,
    possible: 2,
    at: null,
    brief: null,
    cards: [`deck/${rule.replace("/", "-")}`],
    ...changes,
  };
}

function aReport(findings: readonly Finding[], changes: Partial<Report> = {}): Report {
  return {
    scenario: "auction",
    level: "senior",
    store: null,
    score: 72,
    signal: "hire",
    dimensions: {},
    findings,
    patterns: [],
    alignment: [],
    diagnostics: [],
    ...changes,
  };
}

const aCard = (ref: string, due: number): Known => ({ kind: "card", ref, memory: { ...newMemory(NOON), due } });

describe("the cards of what was not met", () => {
  test("come when the person's tomorrow begins, wherever that is", () => {
    const report = aReport([aFinding("constraints/unique")]);
    const due = (zone: string, rollover = 4) =>
      planReviews(report, [], planning({ zone, rollover })).items[0]?.memory.due;
    expect(due("UTC")).toBe(TOMORROW);
    expect(due("UTC", 0)).toBe(Date.UTC(2026, 10, 24));
    expect(due("Asia/Kolkata")).toBe(TOMORROW - 5.5 * HOUR);
    expect(due("America/Los_Angeles")).toBe(TOMORROW + 8 * HOUR);
    expect(due("Pacific/Kiritimati"), "it is tomorrow there, for two hours, but not yet by the roll-over").toBe(
      TOMORROW - 14 * HOUR,
    );
    expect(due("Pacific/Kiritimati", 0), "it is tomorrow there already").toBe(Date.UTC(2026, 10, 25) - 14 * HOUR);
  });

  const changes: readonly { title: string; known: Known[]; change: string; due: number }[] = [
    { title: "a card never met is made", known: [], change: "made", due: TOMORROW },
    {
      title: "one due next week is brought forward",
      known: [aCard("deck/a", NOON + 7 * DAY)],
      change: "sooner",
      due: TOMORROW,
    },
    { title: "one due already stays", known: [aCard("deck/a", NOON - DAY)], change: "kept", due: NOON - DAY },
    { title: "one due at that very moment stays", known: [aCard("deck/a", TOMORROW)], change: "kept", due: TOMORROW },
    { title: "another card's schedule is no matter", known: [aCard("deck/b", NOON)], change: "made", due: TOMORROW },
    {
      title: "a scenario of the same name is no card",
      known: [{ kind: "scenario", ref: "deck/a", memory: newMemory(NOON) }],
      change: "made",
      due: TOMORROW,
    },
  ];
  test.each(changes)("$title", ({ known, change, due }) => {
    const plan = planReviews(aReport([aFinding("keys/missing", { cards: ["deck/a"] })]), known, planning());
    expect(plan.items).toMatchObject([{ ref: "deck/a", change, memory: { due } }]);
  });

  test("only the due moment of a card that was learnt changes", () => {
    const by = scheduling("card", UTC);
    const first = review(newMemory(NOON - 40 * DAY), 4, NOON - 40 * DAY, by).memory;
    const learnt = review(first, 4, NOON - 20 * DAY, by).memory;
    expect(learnt.due).toBeGreaterThan(TOMORROW);
    const report = aReport([aFinding("keys/missing", { cards: ["deck/a"] })]);
    const [card] = planReviews(report, [{ kind: "card", ref: "deck/a", memory: learnt }], planning()).items;
    expect(card?.memory).toEqual({ ...learnt, due: TOMORROW });
  });

  test("what was met brings nothing", () => {
    const met = aFinding("keys/missing", { verdict: "met", points: 2 });
    expect(planReviews(aReport([met]), [], planning()).items).toEqual([]);
  });

  test("the worst flaw first, then the others, before any flaw's second card", () => {
    const report = aReport([
      aFinding("indexes/unused", { possible: 1, cards: ["deck/u1", "deck/u2"] }),
      aFinding("constraints/unique", { possible: 9, cards: ["deck/c1", "deck/c2", "deck/shared"] }),
      aFinding("keys/missing", { possible: 5, points: 1, verdict: "partial", cards: ["deck/shared"] }),
    ]);
    expect(planReviews(report, [], planning()).items.map(({ ref }) => ref)).toEqual([
      "deck/c1",
      "deck/shared",
      "deck/u1",
      "deck/c2",
      "deck/u2",
    ]);
  });

  test("ten a day: more flaws than that fill the days after", () => {
    const cards = Array.from({ length: 23 }, (_, place) => `deck/${place}`);
    const plan = planReviews(aReport([aFinding("keys/missing", { cards })]), [], planning());
    const perDay = plan.items.map(({ memory }) => (memory.due - TOMORROW) / DAY);
    expect(perDay).toEqual([...Array(CARDS_A_DAY).fill(0), ...Array(CARDS_A_DAY).fill(1), 2, 2, 2]);
  });
});

describe("the words that say why", () => {
  const cases: readonly { findings: Finding[]; why: string; rules: RuleId[] }[] = [
    {
      findings: [aFinding("constraints/unique", { cards: ["deck/a"] })],
      why: "because `constraints/unique` was missed",
      rules: ["constraints/unique"],
    },
    {
      findings: [
        aFinding("keys/missing", { cards: ["deck/a"], verdict: "partial", points: 1 }),
        aFinding("constraints/unique", { cards: ["deck/a"], verdict: "violated" }),
      ],
      why: "because `constraints/unique` was broken and `keys/missing` was met in part",
      rules: ["constraints/unique", "keys/missing"],
    },
    {
      findings: [
        aFinding("keys/missing", { cards: ["deck/a"], subject: "bid" }),
        aFinding("keys/missing", { cards: ["deck/a"], subject: "item", verdict: "partial", points: 1 }),
        aFinding("keys/missing", { cards: ["deck/a"], subject: "user", verdict: "met", points: 2 }),
      ],
      why: "because `keys/missing` was missed",
      rules: ["keys/missing"],
    },
  ];
  test.each(cases)("$why", ({ findings, why, rules }) => {
    expect(planReviews(aReport(findings), [], planning()).items).toMatchObject([{ ref: "deck/a", why, rules }]);
  });
});

describe("the scenario", () => {
  test.each([0, 49, 50, 69, 70, 84, 85, 100])(
    "of score %i comes back as its rating says, after whole days",
    (score) => {
      const { scenario } = planReviews(aReport([], { score }), [], planning());
      const rating = ratingFromScore(score);
      expect(scenario).toMatchObject({ ref: "auction", rating, before: newMemory(NOON) });
      expect(scenario.memory).toEqual(review(newMemory(NOON), rating, NOON, scheduling("scenario", UTC)).memory);
      expect(scenario.memory.due).toBeGreaterThanOrEqual(TOMORROW);
      expect(scenario.day).toBe(dayOf(scenario.memory.due, UTC));
      expect(scenario.why).toContain(String(score));
    },
  );

  test("known before, goes on from its memory", () => {
    const { memory } = review(newMemory(NOON - 9 * DAY), 3, NOON - 9 * DAY, scheduling("scenario", UTC));
    const { scenario } = planReviews(
      aReport([], { score: 90 }),
      [{ kind: "scenario", ref: "auction", memory }],
      planning(),
    );
    expect(scenario.before).toEqual(memory);
    expect(scenario.memory).toMatchObject({ reps: memory.reps + 1, lastReview: NOON });
  });
});

describe("drills", () => {
  const both: Planning["drills"] = (scenario, rule) => (rule === "keys/missing" ? null : `${scenario}/${rule}`);
  const report = (score: number) =>
    aReport(
      [
        aFinding("constraints/unique", { possible: 9, cards: ["deck/c1", "deck/c2"] }),
        aFinding("constraints/unique", { possible: 8, subject: "item", cards: ["deck/c1", "deck/c2"] }),
        aFinding("keys/missing", { possible: 5, cards: ["deck/k1"] }),
      ],
      { score },
    );

  test("of a rule that was not met come after its first card, once, where there are any", () => {
    const { items } = planReviews(report(60), [], planning(UTC, both));
    expect(items.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual([
      "card deck/c1",
      "card deck/k1",
      "drill auction/constraints/unique",
      "card deck/c2",
    ]);
  });

  test("of another scenario, where this one has none; they do not bring this scenario", () => {
    const elsewhere: Planning["drills"] = (_, rule) => (rule === "constraints/unique" ? `news-feed/${rule}` : null);
    const { items, scenario } = planReviews(report(90), [], planning(UTC, elsewhere));
    expect(items.filter(({ kind }) => kind === "drill").map(({ ref }) => ref)).toEqual([
      "news-feed/constraints/unique",
    ]);
    expect(scenario).toMatchObject({ weakest: null, day: dayOf(scenario.memory.due, UTC) });
  });

  test("the scenario comes when the drill of its weakest rule is to come again, though its score says later", () => {
    const { scenario } = planReviews(report(90), [], planning(UTC, both));
    const tomorrow = dayOf(TOMORROW, UTC);
    const byScore = dayOf(scenario.memory.due, UTC);
    const first = review(newMemory(TOMORROW), 3, TOMORROW, scheduling("card", UTC)).memory;
    const learnt = review(first, 3, first.due, scheduling("card", UTC)).memory;
    expect(learnt.phase).toBe("review");
    expect(scenario).toMatchObject({ weakest: "constraints/unique", day: dayOf(learnt.due, UTC) });
    expect(scenario.day).toBeGreaterThan(tomorrow);
    expect(scenario.day).toBeLessThan(byScore);
    expect(scenario.why).toContain("`constraints/unique`");
  });

  test("one that is known well brings nothing sooner than the score does", () => {
    let memory = newMemory(NOON - 400 * DAY);
    for (let turn = 0; turn < 8; turn++) memory = review(memory, 4, memory.due, scheduling("card", UTC)).memory;
    const known: Known = { kind: "drill", ref: "auction/constraints/unique", memory };
    const { scenario } = planReviews(report(30), [known], planning(UTC, both));
    expect(scenario).toMatchObject({ weakest: null, day: dayOf(scenario.memory.due, UTC) });
    expect(startOfDay(scenario.day, UTC)).toBe(scenario.memory.due);
  });
});

const anyFinding = fc
  .record({
    rule: fc.constantFrom(...RULE_IDS),
    verdict: fc.constantFrom(...VERDICTS),
    points: fc.integer({ min: 0, max: 9 }),
    possible: fc.integer({ min: 0, max: 9 }),
    cards: fc.uniqueArray(fc.constantFrom("deck/a", "deck/b", "deck/c", "deck/d", "deck/e")),
  })
  .map(({ rule, ...rest }) => aFinding(rule, rest));

test("any report: each card once, none later than it was, none dropped, whatever the order of the findings", () => {
  const known = fc.uniqueArray(
    fc.record({
      ref: fc.constantFrom("deck/a", "deck/b", "deck/c"),
      wait: fc.integer({ min: -9 * DAY, max: 9 * DAY }),
    }),
    { selector: ({ ref }) => ref },
  );
  const property = fc.property(fc.array(anyFinding, { maxLength: 12 }), known, (findings, held) => {
    const existing = held.map(({ ref, wait }) => aCard(ref, NOON + wait));
    const { items: cards } = planReviews(aReport(findings), existing, planning());
    const wanted = new Set(findings.filter(({ verdict }) => verdict !== "met").flatMap((finding) => finding.cards));
    expect(cards.map(({ ref }) => ref).sort()).toEqual([...wanted].sort());
    for (const { ref, memory, change } of cards) {
      const before = existing.find((item) => item.ref === ref)?.memory.due;
      expect(memory.due).toBeLessThanOrEqual(before ?? TOMORROW + DAY);
      expect(change === "kept").toBe(before !== undefined && memory.due === before);
    }
  });
  fc.assert(property);
});
