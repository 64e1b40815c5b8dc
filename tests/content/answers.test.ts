import { describe, expect, test } from "vitest";
import { teachesOf } from "@/lib/cards";
import { gradeSheet } from "@/lib/practice";
import type { Report } from "@/lib/rubric";
import type { Scenario } from "@/lib/scenario";
import { loadDecks, loadScenarios } from "@/lib/scenario/load";

const teaches = teachesOf(loadDecks());

function grade(text: string, scenario: Scenario): Report {
  return gradeSheet({ text, scenario, teaches });
}

/** Everything but praise, readable when the test fails. */
function complaints(report: Report): string[] {
  return report.findings
    .filter(({ verdict }) => verdict !== "met")
    .map(({ rule, verdict, subject, message }) => `${rule} ${verdict} ${subject}: ${message}`);
}

const SCENARIOS = loadScenarios().map((bundle) => [bundle.scenario.slug, bundle] as const);

describe.each(SCENARIOS)("the model answers of %s", (_, { scenario, answers }) => {
  const cases = answers.flatMap(({ file, text }) =>
    ["mid", "senior", "staff"].map((level) => [file, level, text.replace(/^level: .*$/m, `level: ${level}`)] as const),
  );

  test.each(cases)("%s earns full marks at level %s", (_file, level, text) => {
    const report = grade(text, scenario);
    expect(report.diagnostics).toEqual([]);
    expect(complaints(report)).toEqual([]);
    expect(report.level).toBe(level);
    expect(report.score).toBeGreaterThanOrEqual(95);
    expect(report.signal).toBe("strong-hire");
    expect(report.patterns.filter(({ verdict }) => verdict !== "served")).toEqual([]);
  });

  test.each(answers.map(({ file, text }) => [file, text] as const))("%s is understood whole", (_file, text) => {
    const { alignment, findings } = grade(text, scenario);
    const found = alignment.filter(({ as }) => as.length > 0).map(({ entity }) => entity);
    for (const [name, { asked }] of Object.entries(scenario.entities)) if (asked) expect(found).toContain(name);
    expect(findings.some(({ verdict }) => verdict === "met")).toBe(true);
  });
});

describe.each(SCENARIOS.filter(([, { mistakes }]) => mistakes.length > 0))(
  "the mistakes of %s",
  (_, { scenario, answers, mistakes }) => {
    const best = Math.min(...answers.map(({ text }) => grade(text, scenario).score));

    test.each(mistakes.map(({ file, rule, text }) => [file, rule, text] as const))("%s", (_file, rule, text) => {
      const report = grade(text, scenario);
      expect(report.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      /** What merely follows costs nothing, and may be said. */
      const flaws = report.findings.filter(({ verdict, possible }) => verdict !== "met" && possible > 0);
      const rules = new Set(flaws.map((finding) => finding.rule));
      expect([...rules], complaints(report).join("\n")).toEqual([rule]);
      expect(report.score).toBeLessThan(best);
    });
  },
);
