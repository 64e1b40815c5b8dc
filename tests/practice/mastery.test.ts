import fc from "fast-check";
import { expect, test } from "vitest";
import {
  EVIDENCE_ENOUGH,
  EVIDENCE_HALF_LIFE,
  EVIDENCE_SOURCES,
  type EvidenceRow,
  type EvidenceSource,
  type EvidenceSums,
  evidenceOf,
  masteryByDimension,
  masteryOf,
} from "@/lib/practice";
import { betaBelow, betaInterval } from "@/lib/practice/beta";
import { RULE_IDS } from "@/lib/rubric";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 11, 1);
const RULE = "constraints/unique";

interface Piece {
  readonly source: EvidenceSource;
  readonly kept: 0 | 0.5 | 1;
  readonly at: number;
}

/** As the database adds them up. */
function rowsOf(pieces: readonly Piece[], rule = RULE): readonly EvidenceRow[] {
  return EVIDENCE_SOURCES.flatMap((source) => {
    const own = pieces.filter((piece) => piece.source === source);
    const parts = own.map(({ kept, at }) => evidenceOf(source, kept, at));
    const total = (field: keyof EvidenceSums) => parts.reduce((sum, part) => sum + part[field], 0);
    const row: EvidenceRow = {
      rule,
      source,
      seen: total("seen"),
      kept: total("kept"),
      weight: total("weight"),
      keptWeight: total("keptWeight"),
      lastAt: Math.max(...own.map(({ at }) => at)),
    };
    return own.length === 0 ? [] : [row];
  });
}

const pieceOf = (source: EvidenceSource, kept: 0 | 0.5 | 1, days = 0): Piece => ({
  source,
  kept,
  at: NOW - days * DAY,
});
const times = (count: number, piece: Piece) => Array.from({ length: count }, () => piece);
const of = (...pieces: readonly Piece[]) => masteryOf(RULE, rowsOf(pieces), NOW);

const anyPiece: fc.Arbitrary<Piece> = fc.record({
  source: fc.constantFrom(...EVIDENCE_SOURCES),
  kept: fc.constantFrom(0, 0.5, 1),
  at: fc.integer({ min: NOW - 400 * DAY, max: NOW }),
});

test.each<[string, readonly Piece[], number | null]>([
  ["nothing", [], null],
  ["one card is too little", [pieceOf("card", 1)], null],
  ["one answer is enough: (1 + 3) of (2 + 3)", [pieceOf("attempt", 1)], 0.8],
  ["one answer, not met", [pieceOf("attempt", 0)], 0.2],
  ["half counts half", [pieceOf("attempt", 0.5)], 0.5],
  ["one drill: (1 + 2) of (2 + 2)", [pieceOf("drill", 1)], 0.75],
  ["two cards, one remembered", [pieceOf("card", 1), pieceOf("card", 0)], 0.5],
  ["a half-life old, an answer counts 1.5", [pieceOf("attempt", 1, EVIDENCE_HALF_LIFE)], 2.5 / 3.5],
  ["older, it is no longer enough", [pieceOf("attempt", 1, EVIDENCE_HALF_LIFE + 1)], null],
])("%s", (_, pieces, expected) => {
  const { mastery } = of(...pieces);
  if (expected === null) expect(mastery).toBeNull();
  else expect(mastery).toBeCloseTo(expected, 9);
});

test("it is said what it is known from, and when last", () => {
  const { said, lastAt } = of(pieceOf("attempt", 1, 30), pieceOf("card", 1, 2), pieceOf("card", 0, 9));
  expect(said).toBe("1 answer, 2 cards");
  expect(lastAt).toBe(NOW - 2 * DAY);
  expect(of()).toMatchObject({
    said: "nothing yet",
    lastAt: null,
    certainty: "unknown",
    interval: { low: 0, high: 1 },
  });
});

test("much evidence is clear, little is rough", () => {
  expect(of(pieceOf("attempt", 1)).certainty).toBe("rough");
  expect(of(...times(6, pieceOf("attempt", 1))).certainty).toBe("clear");
});

test("any order gives the same", () => {
  fc.assert(
    fc.property(
      fc
        .array(anyPiece, { maxLength: 40 })
        .chain((pieces) => fc.tuple(fc.constant(pieces), fc.shuffledSubarray(pieces, { minLength: pieces.length }))),
      ([pieces, shuffled]) => {
        const [one, other] = [of(...pieces), of(...shuffled)];
        expect(other.said).toBe(one.said);
        expect(other.mastery ?? -1).toBeCloseTo(one.mastery ?? -1, 9);
      },
    ),
  );
});

test("one more that was kept never lowers it, one more that was not never raises it", () => {
  fc.assert(
    fc.property(fc.array(anyPiece, { minLength: 1, maxLength: 40 }), anyPiece, (pieces, { source, at }) => {
      const before = of(...pieces).mastery;
      fc.pre(before !== null);
      const level = before ?? 0;
      expect(of(...pieces, { source, at, kept: 1 }).mastery).toBeGreaterThanOrEqual(level - 1e-12);
      expect(of(...pieces, { source, at, kept: 0 }).mastery).toBeLessThanOrEqual(level + 1e-12);
    }),
  );
});

test("the interval lies inside 0–1 and holds what is known as long as it is not all of one kind", () => {
  fc.assert(
    fc.property(fc.array(anyPiece, { maxLength: 60 }), (pieces) => {
      const { interval, mastery } = of(...pieces);
      expect(interval.low).toBeGreaterThanOrEqual(0);
      expect(interval.high).toBeLessThanOrEqual(1);
      expect(interval.low).toBeLessThan(interval.high);
      if (mastery !== null) {
        expect(mastery).toBeGreaterThanOrEqual(interval.low);
        expect(mastery).toBeLessThanOrEqual(interval.high);
      }
    }),
  );
});

test("what is undone leaves nothing behind", () => {
  fc.assert(
    fc.property(anyPiece, anyPiece, (one, { kept, at }) => {
      const [row] = rowsOf([one]);
      fc.pre(row !== undefined);
      const more = evidenceOf(one.source, kept, at);
      const undone = {
        weight: (row?.weight ?? 0) + more.weight - more.weight,
        keptWeight: (row?.keptWeight ?? 0) + more.keptWeight - more.keptWeight,
      };
      const rows = [{ ...(row ?? { rule: RULE, source: one.source, seen: 1, kept: 0, lastAt: 0 }), ...undone }];
      expect(masteryOf(RULE, rows, NOW).mastery ?? -1).toBeCloseTo(of(one).mastery ?? -1, 9);
    }),
  );
});

test("a moment in the farthest future still counts as a number", () => {
  const { weight } = evidenceOf("attempt", 1, Date.UTC(200_000, 0, 1));
  expect(Number.isFinite(weight)).toBe(true);
});

test("a dimension is the mean of the rules that are known", () => {
  const rows = [
    ...rowsOf([pieceOf("attempt", 1)], "keys/missing"),
    ...rowsOf([pieceOf("attempt", 0)], "keys/not-identifying"),
    ...rowsOf([pieceOf("card", 0)], "keys/mutable-natural"),
  ];
  const all = masteryByDimension(rows, NOW);
  const keys = all.find(({ dimension }) => dimension === "keys");
  expect(keys).toMatchObject({ known: 2 });
  expect(keys?.mastery).toBeCloseTo(0.5, 9);
  expect(keys?.rules).toHaveLength(3);
  expect(all.find(({ dimension }) => dimension === "graph")).toMatchObject({ known: 0, mastery: null });
});

test("every rule is in one dimension", () => {
  const rules = masteryByDimension([], NOW).flatMap((dimension) => dimension.rules.map(({ rule }) => rule));
  expect([...rules].sort()).toEqual([...RULE_IDS].sort());
});

test("enough is never less than one card", () => expect(EVIDENCE_ENOUGH).toBeGreaterThan(1));

/** For whole a and b, Beta(a, b) below x is the chance of a or more successes in a + b - 1 throws. */
function byBinomial(x: number, a: number, b: number): number {
  const throws = a + b - 1;
  let [ways, total] = [1, 0];
  for (let hits = 0; hits <= throws; hits++) {
    if (hits >= a) total += ways * x ** hits * (1 - x) ** (throws - hits);
    ways = (ways * (throws - hits)) / (hits + 1);
  }
  return total;
}

test("the incomplete Beta function is the binomial's tail where both have one", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.integer({ min: 1, max: 25 }),
      fc.integer({ min: 1, max: 25 }),
      (x, a, b) => {
        expect(betaBelow(x, a, b)).toBeCloseTo(byBinomial(x, a, b), 9);
      },
    ),
  );
});

test.each<[number, number, number, number]>([
  [1, 1, 0.1, 0.9],
  [2, 1, Math.sqrt(0.1), Math.sqrt(0.9)],
  [0.5, 0.5, Math.sin((0.1 * Math.PI) / 2) ** 2, Math.sin((0.9 * Math.PI) / 2) ** 2],
])("four fifths of Beta(%d, %d)", (a, b, low, high) => {
  const interval = betaInterval(a, b);
  expect(interval.low).toBeCloseTo(low, 9);
  expect(interval.high).toBeCloseTo(high, 9);
});
