/** What a report says of an option: read apart from `lib/drills`. */
import { type Drill, type DrillOption, drillsOf } from "@/lib/drills";
import { gradeSheet } from "@/lib/practice";
import type { Report } from "@/lib/rubric";
import type { Scenario } from "@/lib/scenario";
import { loadScenarios } from "@/lib/scenario/load";

/** Each scenario with its drills, made once for a test file. */
export const ALL: readonly (readonly [slug: string, scenario: Scenario, drills: readonly Drill[]])[] =
  loadScenarios().map(({ scenario, answers }) => [scenario.slug, scenario, drillsOf(scenario, answers)]);

export const rightOf = ({ options }: Drill): DrillOption => {
  const [right, ...more] = options.filter((option) => option.right);
  if (!right || more.length > 0) throw new Error("there is not one right option");
  return right;
};

const SPREAD = ["scale/shard-key", "scale/hot-partition", "scale/cross-shard"];
/** Where the right option is what holds, not what is broken. */
const HOLDING = ["kept-out", "which-index", "shard-key"];

const lineAt = (text: string, offset: number) => text.slice(0, offset).split("\n").length;

function isWrongIn(report: Report, { question, subject, text }: Drill, { evidence }: DrillOption, sheet: string) {
  const wrong = report.findings.filter(({ verdict }) => verdict !== "met");
  switch (evidence.kind) {
    case "pattern":
      return report.patterns.find(({ id }) => id === evidence.id)?.verdict !== "served";
    case "finding":
      return wrong.some((one) => one.subject === evidence.subject && evidence.rules.some((rule) => rule === one.rule));
    case "within":
      return wrong.some(
        ({ rule, at }) =>
          evidence.rules.some((one) => one === rule) &&
          at !== null &&
          evidence.start <= at.start &&
          at.start < evidence.end,
      );
    case "line":
      return wrong.some(({ at }) => at !== null && lineAt(text, at.start) === evidence.line);
    case "sheet": {
      if (sheet !== evidence.text) throw new Error("the option's own sheet is asked");
      if (question === "which-index") return report.patterns.find(({ id }) => id === subject)?.verdict !== "served";
      const rules = question === "hot-key" ? ["scale/hot-partition"] : SPREAD;
      return wrong.some((one) => one.subject === subject && rules.includes(one.rule));
    }
  }
}

export type Grader = (text: string) => Report;

/** Grades each sheet once. */
export function graderOf(scenario: Scenario): Grader {
  const known = new Map<string, Report>();
  return (text) => {
    const report = known.get(text) ?? gradeSheet({ text, scenario, teaches: new Map() });
    known.set(text, report);
    return report;
  };
}

/** Whether the grader calls an option right. */
export function isRightBy(grader: Grader, drill: Drill, option: DrillOption): boolean {
  const text = option.evidence.kind === "sheet" ? option.evidence.text : drill.text;
  return isWrongIn(grader(text), drill, option, text) !== HOLDING.includes(drill.question);
}
