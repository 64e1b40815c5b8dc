import { describe, expect, test } from "vitest";
import { type Printed, printAs, readSheet, splitSheet } from "@/lib/notation";
import { gradeSheet } from "@/lib/practice";
import type { Report } from "@/lib/rubric";
import { loadScenarios } from "@/lib/scenario/load";

/** Score and every verdict by rule and subject: what must not change with the notation. */
function essence({ score, findings, patterns }: Report): readonly string[] {
  return [
    `score ${score}`,
    ...findings.map(({ rule, subject, verdict }) => `${rule} ${subject} ${verdict}`).toSorted(),
    ...patterns.map(({ id, verdict }) => `${id} ${verdict}`),
  ];
}

/** The same sheet with its body in another notation. */
function inNotation(text: string, notation: Printed): string {
  return text.slice(0, splitSheet(text).body.start) + printAs(readSheet(text).value.design, notation);
}

const sheets = loadScenarios().flatMap(({ scenario, answers }) =>
  answers.map(({ file, text }) => [`${scenario.slug}/${file}`, scenario, text] as const),
);

describe.each(sheets)("%s", (_, scenario, text) => {
  test.each(["shorthand", "sql", "dbml"] as const)("is graded the same in %s", (notation) => {
    const grade = (words: string) => essence(gradeSheet({ text: words, scenario, teaches: new Map() }));
    expect(grade(inNotation(text, notation))).toEqual(grade(text));
  });
});
