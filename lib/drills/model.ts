import { type Alignment, align } from "@/lib/align";
import type { Answer, StoreType } from "@/lib/design";
import { type Printed, printAs, printDecisions, readSheet } from "@/lib/notation";
import { grade, type Report } from "@/lib/rubric";
import type { Scenario } from "@/lib/scenario";

/** A model answer as the content holds it. */
export interface ModelSheet {
  /** `1-relational-surrogate.txt` */
  readonly file: string;
  readonly text: string;
}

/** A sheet with all that is known of it. */
export interface Graded {
  readonly text: string;
  readonly lines: readonly string[];
  readonly answer: Answer;
  readonly report: Report;
}

/** A model answer that drills are made from. */
export interface Model extends Graded {
  /** The file's name without its ending. */
  readonly name: string;
  readonly scenario: Scenario;
  readonly store: StoreType;
  readonly alignment: Alignment;
  /** What its sheets are printed in. */
  readonly notation: Printed;
}

const storeOf = (answer: Answer): StoreType => answer.decisions.store?.value.type ?? "relational";

/** Reads and grades a sheet; null where some of it is not understood. */
export function readGraded(text: string, scenario: Scenario): Graded | null {
  const { value: answer, diagnostics } = readSheet(text);
  if (diagnostics.length > 0) return null;
  const report = grade({ text, answer, diagnostics, scenario, teaches: new Map() });
  return { text, lines: text.split("\n"), answer, report };
}

/** Which element of a sheet is which of the scenario's. */
export function alignmentOf({ design, decisions }: Answer, scenario: Scenario): Alignment {
  return align(design, scenario, storeOf({ design, decisions }), decisions.store?.value.engine ?? null, new Map());
}

export function printSheet({ decisions, design }: Answer, notation: Printed): string {
  return printDecisions(decisions) + printAs(design, notation);
}

export const isFlawless = ({ report }: Graded): boolean => report.findings.every(({ verdict }) => verdict === "met");

/** As staff: that level asks for all there is. */
function asStaff({ decisions, design }: Answer): Answer {
  const span = decisions.level?.span ?? decisions.scenario?.span ?? { start: 0, end: 0 };
  return { design, decisions: { ...decisions, level: { value: "staff", span } } };
}

const OWN: Readonly<Record<string, Printed>> = { postgresql: "sql", dbml: "dbml" };

/** In the notation that it was written in, else in shorthand; null where neither says all that the answer says. */
export function modelOf(scenario: Scenario, { file, text }: ModelSheet): Model | null {
  const written = asStaff(readSheet(text).value);
  const own = OWN[written.design.dialect];
  for (const notation of own ? [own, "shorthand" as const] : ["shorthand" as const]) {
    const graded = readGraded(printSheet(written, notation), scenario);
    if (!graded || !isFlawless(graded)) continue;
    const { answer } = graded;
    const name = file.replace(/\.txt$/, "");
    return { ...graded, name, scenario, store: storeOf(answer), alignment: alignmentOf(answer, scenario), notation };
  }
  return null;
}
