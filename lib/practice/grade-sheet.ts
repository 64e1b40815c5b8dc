import { readSheet } from "@/lib/notation";
import { grade, type Report, type Teaches } from "@/lib/rubric";
import type { Scenario } from "@/lib/scenario";

/** An answer sheet, the problem it answers, and which cards teach which rule. */
export interface SheetToGrade {
  readonly text: string;
  readonly scenario: Scenario;
  readonly teaches: Teaches;
}

/** Reads and grades one answer sheet: pure, deterministic, never throws on any text. About a millisecond. */
export function gradeSheet({ text, scenario, teaches }: SheetToGrade): Report {
  const { value: answer, diagnostics } = readSheet(text);
  return grade({ text, answer, diagnostics, scenario, teaches });
}
