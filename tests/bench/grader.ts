/** `npm run bench:grader [-- --wrong]`: how the grader agrees with an expert's answers, by rule; what it takes. */
import { gradeSheet } from "@/lib/practice";
import { findBundle } from "@/lib/scenario/load";
import { correlation, expertSheets, isAccused, isRight, saidOf } from "../rubric/expert-set";

const say = (text: string) => process.stdout.write(`${text}\n`);
const percent = (part: number, whole: number) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);
const only = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const showsWrong = process.argv.includes("--wrong");

const sheets = expertSheets().flatMap((sheet) => {
  const scenario = findBundle(sheet.scenario)?.scenario;
  const wanted = only.length === 0 || only.some((word) => sheet.name.includes(word));
  return scenario && wanted ? [{ sheet, report: gradeSheet({ text: sheet.text, scenario, teaches: new Map() }) }] : [];
});

const byRule = new Map<string, { right: number; all: number; accused: number; clean: number }>();
const countOf = (rule: string) => {
  const count = byRule.get(rule) ?? { right: 0, all: 0, accused: 0, clean: 0 };
  byRule.set(rule, count);
  return count;
};

for (const { sheet, report } of sheets) {
  const lines: string[] = [];
  for (const mark of sheet.verdicts) {
    const count = countOf(mark.rule);
    count.all += 1;
    if (isRight(report, mark)) count.right += 1;
    else
      lines.push(
        `    ${mark.rule} ${mark.subject}: ${mark.verdicts.join("|")}, said ${saidOf(report, mark).join(", ")}`,
      );
  }
  for (const mark of sheet.clean) {
    const count = countOf(mark.rule);
    count.clean += 1;
    if (!isAccused(report, mark)) continue;
    count.accused += 1;
    lines.push(`    ${mark.rule} ${mark.subject}: clean, ACCUSED`);
  }
  if (showsWrong)
    say(
      [
        `${sheet.name} (${report.store?.engine ?? report.store?.type}): ${report.score}, expert ${sheet.score}`,
        ...lines,
      ].join("\n"),
    );
}

say("\nrule                                  verdicts right        false accusations");
let [right, all, accused, clean] = [0, 0, 0, 0];
for (const [rule, count] of [...byRule].toSorted(([a], [b]) => a.localeCompare(b))) {
  say(
    `${rule.padEnd(36)} ${`${count.right}/${count.all}`.padStart(8)} ${percent(count.right, count.all).padStart(8)} ${`${count.accused}/${count.clean}`.padStart(14)}`,
  );
  right += count.right;
  all += count.all;
  accused += count.accused;
  clean += count.clean;
}
say(
  `\nsheets ${sheets.length}; verdicts right ${right} of ${all} (${percent(right, all)}); false accusations ${accused} of ${clean} (${percent(accused, clean)})`,
);
const r = correlation(
  sheets.map(({ report }) => report.score),
  sheets.map(({ sheet }) => sheet.score),
);
say(`scores: r = ${r.toFixed(3)}`);
