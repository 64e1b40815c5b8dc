import { expect, test } from "vitest";
import { gradeSheet } from "@/lib/practice";
import { findBundle } from "@/lib/scenario/load";
import { correlation, expertSheets, isAccused, isRight } from "./expert-set";

const graded = expertSheets().map((sheet) => {
  const scenario = findBundle(sheet.scenario)?.scenario;
  if (!scenario) throw new Error(`there is no scenario ${sheet.scenario}`);
  return { sheet, report: gradeSheet({ text: sheet.text, scenario, teaches: new Map() }) };
});

/** The house's goal on answers that the rules' authors never saw; on those that lie here it must hold all the more. */
test("95 of 100 verdicts are as the expert marked them", () => {
  const marks = graded.flatMap(({ sheet, report }) => sheet.verdicts.map((mark) => isRight(report, mark)));
  expect(marks.length).toBeGreaterThan(1000);
  expect(marks.filter(Boolean).length / marks.length).toBeGreaterThanOrEqual(0.95);
});

test("at most one of 100 things that the expert calls clean is accused", () => {
  const clean = graded.flatMap(({ sheet, report }) => sheet.clean.map((mark) => isAccused(report, mark)));
  expect(clean.length).toBeGreaterThan(400);
  expect(clean.filter(Boolean).length / clean.length).toBeLessThanOrEqual(0.01);
});

test("scores go with the expert's", () => {
  const r = correlation(
    graded.map(({ report }) => report.score),
    graded.map(({ sheet }) => sheet.score),
  );
  expect(r).toBeGreaterThanOrEqual(0.96);
});
