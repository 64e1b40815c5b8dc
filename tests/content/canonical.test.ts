import { expect, test } from "vitest";
import { gradeSheet } from "@/lib/practice";
import { loadScenarios } from "@/lib/scenario/load";
import { canonicalSheet } from "./canonical";

/** What a scenario says of itself, written down as tables, must earn full marks: else its facts contradict each other. */
test.each(loadScenarios().map(({ scenario }) => [scenario.slug, scenario] as const))(
  "%s, as its own facts say it, earns full marks",
  (_slug, scenario) => {
    const text = canonicalSheet(scenario);
    const { score, findings, diagnostics } = gradeSheet({ text, scenario, teaches: new Map() });
    const flaws = findings
      .filter(({ verdict }) => verdict !== "met")
      .map((one) => `${one.rule} ${one.subject} ${one.message}`);
    expect([...diagnostics.map(({ message }) => message), ...flaws], text).toEqual([]);
    expect(score).toBe(100);
  },
);
