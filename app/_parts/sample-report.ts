import { teachesOf } from "@/lib/cards";
import { splitSheet } from "@/lib/notation";
import { gradeSheet } from "@/lib/practice";
import type { Report, RuleId } from "@/lib/rubric";
import { findBundle, loadDecks } from "@/lib/scenario/load";

export interface SampleReport {
  readonly title: string;
  readonly minutes: number;
  readonly text: string;
  readonly report: Report;
}

/** A mistake against this rule looks right at first sight, and is understood in one sentence. */
const SHOWN: RuleId = "keys/not-identifying";

let kept: SampleReport | null = null;

/** The report on one of the auction's own mistakes, graded by the grader that grades everyone; once a process. */
export function sampleReport(): SampleReport {
  kept ??= gradeSample();
  return kept;
}

function gradeSample(): SampleReport {
  const bundle = findBundle("auction");
  const mistake = bundle?.mistakes.find(({ rule }) => rule === SHOWN) ?? bundle?.mistakes[0];
  if (!bundle || !mistake) throw new Error("The scenario 'auction' and its mistakes are missing from content/.");
  const { scenario } = bundle;
  const report = gradeSheet({ text: mistake.text, scenario, teaches: teachesOf(loadDecks()) });
  return { title: scenario.title, minutes: scenario.minutes, ...withoutFrontMatter(mistake.text, report) };
}

/** Only the design, so that the picture stays small; the places in the findings move with it. */
function withoutFrontMatter(text: string, report: Report): Pick<SampleReport, "text" | "report"> {
  const start = splitSheet(text).body.start;
  const lines = text.slice(0, start).split("\n").length - 1;
  const findings = report.findings.map((finding) => {
    const { at } = finding;
    if (at === null || at.start < start) return { ...finding, at: null };
    return { ...finding, at: { ...at, line: at.line - lines, start: at.start - start, end: at.end - start } };
  });
  return { text: text.slice(start), report: { ...report, findings } };
}
