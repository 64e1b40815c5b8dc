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

/** The same sheet with its main body in another notation; sections of second stores are shorthand under any body. */
function inNotation(text: string, notation: Printed): string {
  const { start } = splitSheet(text).body;
  const section = text.slice(start).search(/^== /m);
  const at = section === -1 ? text.length : start + section;
  const { design } = readSheet(text.slice(0, at)).value;
  return `${text.slice(0, start)}${printAs(design, notation)}\n${text.slice(at)}`;
}

/** SQL and DBML say tables; what else a store has they can only remark on. */
const isRelational = (text: string) => readSheet(text).value.decisions.store?.value.type === "relational";

const sheets = loadScenarios().flatMap(({ scenario, answers }) =>
  answers
    .filter(({ text }) => isRelational(text))
    .map(({ file, text }) => [`${scenario.slug}/${file}`, scenario, text] as const),
);

describe.each(sheets)("%s", (_, scenario, text) => {
  test.each(["shorthand", "sql", "dbml"] as const)("is graded the same in %s", (notation) => {
    const grade = (words: string) => essence(gradeSheet({ text: words, scenario, teaches: new Map() }));
    const printed = inNotation(text, notation);
    /** What PostgreSQL alone cannot keep (PostGIS's index) is printed as a remark that says so: then it is another design. */
    if (/^-- index .* nothing that PostgreSQL can keep/m.test(printed))
      return expect(grade(printed)).not.toEqual(grade(text));
    expect(grade(printed)).toEqual(grade(text));
  });
});
