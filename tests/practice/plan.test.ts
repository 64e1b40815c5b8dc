import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CARDS_A_DAY, type Known, planReviews } from "@/lib/practice";
import { dimensionOf, type Finding, type Report, RULE_IDS, type RuleId, VERDICTS } from "@/lib/rubric";
import { newMemory, ratingFromScore, review } from "@/lib/schedule";

const NOON = Date.UTC(2026, 10, 23, 12);
const MIDNIGHT = Date.UTC(2026, 10, 24);
const DAY = 86_400_000;

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
  test("come at the start of the person's tomorrow, wherever their midnight is", () => {
    const report = aReport([aFinding("constraints/unique")]);
    const due = (utcOffset: number) => planReviews(report, [], NOON, utcOffset).cards[0]?.memory.due;
    expect(due(0)).toBe(MIDNIGHT);
    expect(due(330)).toBe(MIDNIGHT - 330 * 60_000);
    expect(due(-480)).toBe(MIDNIGHT + 480 * 60_000);
    expect(due(13 * 60), "it is tomorrow there already").toBe(MIDNIGHT + DAY - 13 * 3_600_000);
  });

  const changes: readonly { title: string; known: Known[]; change: string; due: number }[] = [
    { title: "a card never met is made", known: [], change: "made", due: MIDNIGHT },
    {
      title: "one due next week is brought forward",
      known: [aCard("deck/a", NOON + 7 * DAY)],
      change: "sooner",
      due: MIDNIGHT,
    },
    { title: "one due already stays", known: [aCard("deck/a", NOON - DAY)], change: "kept", due: NOON - DAY },
    { title: "one due at that very moment stays", known: [aCard("deck/a", MIDNIGHT)], change: "kept", due: MIDNIGHT },
    { title: "another card's schedule is no matter", known: [aCard("deck/b", NOON)], change: "made", due: MIDNIGHT },
    {
      title: "a scenario of the same name is no card",
      known: [{ kind: "scenario", ref: "deck/a", memory: newMemory(NOON) }],
      change: "made",
      due: MIDNIGHT,
    },
  ];
  test.each(changes)("$title", ({ known, change, due }) => {
    const plan = planReviews(aReport([aFinding("keys/missing", { cards: ["deck/a"] })]), known, NOON);
    expect(plan.cards).toMatchObject([{ ref: "deck/a", change, memory: { due } }]);
  });

  test("only the due moment of a card that was learnt changes", () => {
    const learnt = review(review(newMemory(NOON - 40 * DAY), 4, NOON - 40 * DAY).memory, 4, NOON - 20 * DAY).memory;
    expect(learnt.due).toBeGreaterThan(MIDNIGHT);
    const report = aReport([aFinding("keys/missing", { cards: ["deck/a"] })]);
    const [card] = planReviews(report, [{ kind: "card", ref: "deck/a", memory: learnt }], NOON).cards;
    expect(card?.memory).toEqual({ ...learnt, due: MIDNIGHT });
  });

  test("what was met brings nothing", () => {
    const met = aFinding("keys/missing", { verdict: "met", points: 2 });
    expect(planReviews(aReport([met]), [], NOON).cards).toEqual([]);
  });

  test("the worst flaw first, then the others, before any flaw's second card", () => {
    const report = aReport([
      aFinding("indexes/unused", { possible: 1, cards: ["deck/u1", "deck/u2"] }),
      aFinding("constraints/unique", { possible: 9, cards: ["deck/c1", "deck/c2", "deck/shared"] }),
      aFinding("keys/missing", { possible: 5, points: 1, verdict: "partial", cards: ["deck/shared"] }),
    ]);
    expect(planReviews(report, [], NOON).cards.map(({ ref }) => ref)).toEqual([
      "deck/c1",
      "deck/shared",
      "deck/u1",
      "deck/c2",
      "deck/u2",
    ]);
  });

  test("ten a day: more flaws than that fill the days after", () => {
    const cards = Array.from({ length: 23 }, (_, place) => `deck/${place}`);
    const plan = planReviews(aReport([aFinding("keys/missing", { cards })]), [], NOON);
    const perDay = plan.cards.map(({ memory }) => (memory.due - MIDNIGHT) / DAY);
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
    expect(planReviews(aReport(findings), [], NOON).cards).toMatchObject([{ ref: "deck/a", why, rules }]);
  });
});

describe("the scenario", () => {
  test.each([0, 49, 50, 69, 70, 84, 85, 100])(
    "of score %i comes back as its rating says, after whole days",
    (score) => {
      const { scenario } = planReviews(aReport([], { score }), [], NOON);
      const rating = ratingFromScore(score);
      expect(scenario).toMatchObject({ ref: "auction", rating, before: newMemory(NOON) });
      expect(scenario.memory).toEqual(review(newMemory(NOON), rating, NOON, "scenario").memory);
      expect(scenario.memory.due).toBeGreaterThanOrEqual(NOON + DAY);
      expect(scenario.why).toContain(String(score));
    },
  );

  test("known before, goes on from its memory", () => {
    const { memory } = review(newMemory(NOON - 9 * DAY), 3, NOON - 9 * DAY, "scenario");
    const { scenario } = planReviews(aReport([], { score: 90 }), [{ kind: "scenario", ref: "auction", memory }], NOON);
    expect(scenario.before).toEqual(memory);
    expect(scenario.memory).toMatchObject({ reps: memory.reps + 1, lastReview: NOON });
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
    const { cards } = planReviews(aReport(findings), existing, NOON);
    const wanted = new Set(findings.filter(({ verdict }) => verdict !== "met").flatMap((finding) => finding.cards));
    expect(cards.map(({ ref }) => ref).sort()).toEqual([...wanted].sort());
    for (const { ref, memory, change } of cards) {
      const before = existing.find((item) => item.ref === ref)?.memory.due;
      expect(memory.due).toBeLessThanOrEqual(before ?? MIDNIGHT + DAY);
      expect(change === "kept").toBe(before !== undefined && memory.due === before);
    }
  });
  fc.assert(property);
});
