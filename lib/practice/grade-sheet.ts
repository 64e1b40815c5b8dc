import { readSheet } from "@/lib/notation";
import { grade, type Report, type Teaches } from "@/lib/rubric";
import type { Scenario } from "@/lib/scenario";

/** What a person says that their tables are: the entity by the table's name as written; empty: none of the scenario's. */
export type Told = Readonly<Record<string, string>>;

/** An answer sheet, the problem it answers, and which cards teach which rule. */
export interface SheetToGrade {
  readonly text: string;
  readonly scenario: Scenario;
  readonly teaches: Teaches;
  /** Goes before what the names themselves say. */
  readonly told?: Told;
}

/** Reads and grades one answer sheet: pure, deterministic, never throws on any text. About a millisecond. */
export function gradeSheet({ text, scenario, teaches, told }: SheetToGrade): Report {
  const { value: answer, diagnostics } = readSheet(text);
  return grade({ text, answer, diagnostics, scenario, teaches, ...(told && { told }) });
}
