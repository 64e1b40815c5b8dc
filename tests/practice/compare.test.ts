import fc from "fast-check";
import { expect, test } from "vitest";
import { compareReports, type FindingChange } from "@/lib/practice";
import type { Finding, Report, Verdict } from "@/lib/rubric";

function finding(subject: string, verdict: Verdict): Finding {
  return {
    rule: "constraints/unique",
    dimension: "constraints",
    verdict,
    subject,
    message: `${subject} ${verdict}`,
    fix: "",
    points: 0,
    possible: 1,
    at: null,
    brief: null,
    cards: [],
  };
}

function report(score: number, said: Readonly<Record<string, Verdict>>): Report {
  const findings = Object.entries(said).map(([subject, verdict]) => finding(subject, verdict));
  const base = { scenario: "auction", level: "senior", store: null, signal: "hire", dimensions: {} } as const;
  return { ...base, score, findings, patterns: [], alignment: [], diagnostics: [] };
}

const short = (changes: readonly FindingChange[]) =>
  changes.map(({ subject, before, after }) => `${subject}: ${before ?? "-"} > ${after ?? "-"}`);

function check(
  before: Readonly<Record<string, Verdict>>,
  after: Readonly<Record<string, Verdict>>,
  expected: readonly [better: readonly string[], worse: readonly string[], open: readonly string[]],
): void {
  const change = compareReports(report(60, before), report(70, after));
  expect([short(change.better), short(change.worse), short(change.open)]).toEqual(expected);
  expect(change.score).toEqual({ before: 60, after: 70 });
}

test("mended", () => check({ a: "missed" }, { a: "met" }, [["a: missed > met"], [], []]));
test("not said any more", () => check({ a: "violated" }, {}, [["a: violated > -"], [], []]));
test("mended comes before half mended and before silence", () =>
  check({ a: "missed", b: "missed", c: "missed" }, { b: "partial", c: "met" }, [
    ["c: missed > met", "b: missed > partial", "a: missed > -"],
    [],
    [],
  ]));
test("new", () => check({}, { a: "missed" }, [[], ["a: - > missed"], []]));
test("broken", () => check({ a: "met" }, { a: "violated" }, [[], ["a: met > violated"], []]));
test("worse", () => check({ a: "partial" }, { a: "missed" }, [[], ["a: partial > missed"], []]));
test("open", () => check({ a: "missed" }, { a: "missed" }, [[], [], ["a: missed > missed"]]));
test("missed and wrong are as bad as each other", () =>
  check({ a: "missed" }, { a: "violated" }, [[], [], ["a: missed > violated"]]));
test("what is right and was never wrong is not spoken of", () =>
  check({ a: "met", b: "met" }, { a: "met", c: "met" }, [[], [], []]));

test("what is said now is the message; where nothing is, what was said", () => {
  const { better } = compareReports(report(0, { a: "missed", b: "missed" }), report(0, { a: "met" }));
  expect(better.map(({ message }) => message)).toEqual(["a met", "b missed"]);
});

test("a flaw whose entity is not there any more is not praised", () => {
  const gone = { ...report(40, {}), findings: [{ ...finding("bid", "missed"), rule: "entities/missing" as const }] };
  const change = compareReports(report(60, { a: "missed", b: "met" }), gone);
  expect([short(change.better), short(change.worse), short(change.silent)]).toEqual([
    [],
    ["bid: - > missed"],
    ["a: missed > -"],
  ]);
});

test("of two things that a rule says of one subject the worse one stands", () => {
  const twice = { ...report(0, {}), findings: [finding("a", "missed"), finding("a", "met")] };
  expect(short(compareReports(twice, report(0, { a: "met" })).better)).toEqual(["a: missed > met"]);
});

const saidBy = fc.dictionary(
  fc.constantFrom("a", "b", "c", "d"),
  fc.constantFrom<Verdict>("met", "partial", "missed", "violated"),
);

test("the other way round better and worse change places, and every flaw is in one list", () => {
  fc.assert(
    fc.property(saidBy, saidBy, (old, now) => {
      const there = compareReports(report(1, old), report(2, now));
      const back = compareReports(report(2, now), report(1, old));
      const subjects = (changes: readonly FindingChange[]) => changes.map(({ subject }) => subject).sort();
      expect(subjects(there.better)).toEqual(subjects(back.worse));
      expect(subjects(there.open)).toEqual(subjects(back.open));
      const all = [...there.better, ...there.worse, ...there.open].map(({ subject }) => subject);
      const flawed = Object.entries({ ...old, ...now }).map(([subject]) => subject);
      const wrong = flawed.filter((subject) =>
        [old[subject], now[subject]].some((verdict) => verdict !== undefined && verdict !== "met"),
      );
      expect([...all].sort()).toEqual([...new Set(wrong)].sort());
    }),
  );
});
