import { describe, expect, it } from "vitest";
import { gradeSheet } from "@/lib/practice";
import { RULE_IDS, RULES } from "@/lib/rubric";
import { findBundle } from "@/lib/scenario/load";

describe("the set of rules", () => {
  it("has each id once, and no other", () => {
    expect(RULES.map((rule) => rule.id)).toEqual([...RULE_IDS]);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    "%s belongs to its dimension and documents both sides",
    (id, rule) => {
      expect(id.startsWith(`${rule.dimension}/`)).toBe(true);
      expect(rule.doc.examples.some((example) => example.says.length > 0)).toBe(true);
      expect(rule.doc.examples.some((example) => example.says.length === 0)).toBe(true);
    },
  );
});

const examples = RULES.flatMap((rule) =>
  rule.doc.examples.map((example) => [rule.id, example.title, example] as const),
);

describe("documented examples say what they show", () => {
  it.each(examples)("%s: %s", (id, _title, example) => {
    const bundle = findBundle(example.scenario);
    expect(bundle).not.toBeNull();
    if (!bundle) return;
    const report = gradeSheet({ text: example.sheet, scenario: bundle.scenario, teaches: new Map() });
    const said = report.findings
      .filter((finding) => finding.rule === id && finding.verdict !== "met")
      .map(({ subject, verdict }) => ({ subject, verdict }));
    expect(said).toEqual(example.says);
    expect(report.diagnostics.filter((one) => one.severity === "error")).toEqual([]);
  });
});
