/** Grades mutants and says of each whether the right rule speaks of the right subject, and what else is said. */
import type { Answer } from "@/lib/design";
import { printAs, printDecisions, readSheet } from "@/lib/notation";
import { gradeSheet } from "@/lib/practice";
import { type Finding, grade, type Report } from "@/lib/rubric";
import type { Scenario } from "@/lib/scenario";
import { loadScenarios } from "@/lib/scenario/load";
import { type Claim, isSaid, type Model, type Mutant } from "./claim";
import { spotsOf } from "./meaning";

export interface Outcome {
  readonly model: Model;
  readonly mutant: Mutant;
  /** Nothing that must be said: left alone, it is right. */
  readonly equivalent: boolean;
  readonly missing: readonly Claim[];
  readonly unrelated: readonly Finding[];
  /** All that is not met. */
  readonly said: readonly Finding[];
}

/** Every model answer of the scenarios, as staff: that level asks for all there is. */
export function modelAnswers(only: string | null = null): readonly Model[] {
  return loadScenarios()
    .filter(({ scenario }) => only === null || scenario.slug.includes(only))
    .flatMap(({ scenario, answers }) =>
      answers.map(({ file, text }): Model => {
        const asked = text.replace(/^level: .*$/m, "level: staff");
        const report = gradeSheet({ text: asked, scenario, teaches: new Map() });
        const answer = readSheet(asked).value;
        const spots = spotsOf(answer.design, scenario, report);
        const store = answer.decisions.store?.value.type ?? "relational";
        return { name: `${scenario.slug}/${file.replace(/\.txt$/, "")}`, scenario, answer, report, spots, store };
      }),
    );
}

function gradeAnswer(answer: Answer, scenario: Scenario): Report {
  return grade({ text: "", answer, diagnostics: [], scenario, teaches: new Map() });
}

const complaints = ({ findings }: Report) => findings.filter(({ verdict }) => verdict !== "met");

export function judge(model: Model, mutant: Mutant): Outcome {
  const known = complaints(model.report).map(({ rule, subject }) => `${rule} ${subject}`);
  const said = complaints(gradeAnswer(mutant.answer, model.scenario)).filter(
    ({ rule, subject }) => !known.includes(`${rule} ${subject}`),
  );
  return {
    model,
    mutant,
    said,
    equivalent: mutant.must.length === 0,
    missing: mutant.must.filter((claim) => !said.some((finding) => isSaid(claim, finding))),
    unrelated: said.filter((finding) => ![...mutant.must, ...mutant.may].some((claim) => isSaid(claim, finding))),
  };
}

export const isCaught = ({ equivalent, missing }: Outcome): boolean => !equivalent && missing.length === 0;

const spoken = ({ rules, subject }: Claim) => `${rules.join(" or ")} ${subject}`;

/** What is wrong with the report of a mutant, in words that let one mend it. */
export function describeOutcome({ model, mutant, missing, unrelated, said }: Outcome): string {
  return [
    `${model.name}: ${mutant.what}  [${mutant.operator}]`,
    ...missing.map((claim) => `    not said: ${spoken(claim)}`),
    ...unrelated.map(
      ({ rule, subject, verdict, message }) => `    beside it: ${rule} ${subject} ${verdict}: ${message}`,
    ),
    ...(missing.length > 0
      ? [`    but said: ${said.map(({ rule, subject }) => `${rule} ${subject}`).join(", ") || "nothing"}`]
      : []),
    ...(mutant.must.length === 0 ? [`    expected nothing: ${mutant.reason}`] : []),
  ].join("\n");
}

export function mutantSheet({ answer }: Mutant): string {
  return printDecisions(answer.decisions) + printAs(answer.design, "shorthand");
}
