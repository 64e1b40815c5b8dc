/** The expert's answers with their marks (`tests/rubric/expert`), and how a report agrees with them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Report } from "@/lib/rubric";

export const EXPERT_FOLDER = join(process.cwd(), "tests", "rubric", "expert");

interface Mark {
  readonly rule: string;
  /** `*`: whatever the subject. */
  readonly subject: string;
}

export interface VerdictMark extends Mark {
  /** Any of these is right. */
  readonly verdicts: readonly string[];
}

/** One answer as the expert marked it. */
export interface ExpertSheet {
  /** `auction/01-terse`. */
  readonly name: string;
  readonly scenario: string;
  readonly text: string;
  /** 0–100. */
  readonly score: number;
  readonly verdicts: readonly VerdictMark[];
  /** What must not be accused. */
  readonly clean: readonly Mark[];
}

interface MarksFile {
  readonly score: number;
  readonly verdicts?: readonly (Mark & { readonly verdict: string | readonly string[] })[];
  readonly clean?: readonly Mark[];
}

function readSheetOf(scenario: string, file: string): ExpertSheet {
  const base = join(EXPERT_FOLDER, scenario, file.replace(/\.txt$/, ""));
  const marks = parse(readFileSync(`${base}.yaml`, "utf8")) as MarksFile;
  const verdicts = (marks.verdicts ?? []).map(({ rule, subject, verdict }) => ({
    rule,
    subject: String(subject),
    verdicts: [verdict].flat(),
  }));
  const text = readFileSync(`${base}.txt`, "utf8");
  return {
    name: `${scenario}/${file.replace(/\.txt$/, "")}`,
    scenario,
    text,
    score: marks.score,
    verdicts,
    clean: marks.clean ?? [],
  };
}

export function expertSheets(): readonly ExpertSheet[] {
  return readdirSync(EXPERT_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(EXPERT_FOLDER, name))
        .filter((file) => file.endsWith(".txt"))
        .map((file) => readSheetOf(name, file)),
    );
}

const fits = (mark: Mark, rule: string, subject: string): boolean =>
  mark.rule === rule && (mark.subject === "*" || mark.subject.toLowerCase() === subject.toLowerCase());

/** What the grader said where the expert put a verdict: `silent` where it said nothing of that rule and subject. */
export function saidOf(report: Report, mark: Mark): readonly string[] {
  const said = report.findings.filter(({ rule, subject }) => fits(mark, rule, subject)).map(({ verdict }) => verdict);
  return said.length > 0 ? said : ["silent"];
}

/** Right: one of the verdicts that the expert takes. Of flaws that nobody asks for (`met` only), silence says the same. */
export function isRight(report: Report, mark: VerdictMark): boolean {
  return saidOf(report, mark).some((verdict) => mark.verdicts.includes(verdict));
}

/** True where the grader accuses what the expert calls clean. */
export function isAccused(report: Report, mark: Mark): boolean {
  return report.findings.some(({ rule, subject, verdict }) => verdict !== "met" && fits(mark, rule, subject));
}

/** Pearson's r of two equally long series; 0 where one does not vary. */
export function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (all: readonly number[]) => all.reduce((total, one) => total + one, 0) / Math.max(1, all.length);
  const [mx, my] = [mean(xs), mean(ys)];
  const sumOf = (f: (x: number, y: number) => number) => xs.reduce((total, x, i) => total + f(x, ys[i] ?? 0), 0);
  const [xy, xx, yy] = [
    sumOf((x, y) => (x - mx) * (y - my)),
    sumOf((x) => (x - mx) ** 2),
    sumOf((_, y) => (y - my) ** 2),
  ];
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}
