/** Grades a changed model answer and says what became different; cuts a failing one down. */
import type { Answer } from "@/lib/design";
import { type Printed, printAs, printDecisions, readSheet } from "@/lib/notation";
import { gradeSheet } from "@/lib/practice";
import type { Report } from "@/lib/rubric";
import { type EntityAttribute, relationId, type Scenario } from "@/lib/scenario";
import { loadScenarios } from "@/lib/scenario/load";
import { type Spot, spotsOf } from "../mutation/meaning";
import { type Change, draw, notationsOf, type Subject, withRemarks } from "./changes";
import { chance } from "./random";
import { withTables } from "./rename";

export interface Model extends Subject {
  readonly name: string;
  readonly report: Report;
  /** The answer with the types that the scenario says, for notations that need them. */
  readonly typed: Answer;
}

const gradeText = (text: string, scenario: Scenario) => gradeSheet({ text, scenario, teaches: new Map() });

const TYPES: Readonly<Partial<Record<EntityAttribute["type"], string>>> = { time: "timestamptz", number: "numeric" };

function withTypes(answer: Answer, scenario: Scenario, spots: readonly Spot[]): Answer {
  return withTables(answer, ({ tables }) =>
    tables.map((table, at) => {
      const columns = spots.find((one) => one.table !== null && one.at === at)?.columns;
      const attributes = table.attributes.map((one) => {
        const [meaning] = columns?.get(one.name.text) ?? [];
        const kind =
          meaning && meaning.as === "whole"
            ? scenario.entities[meaning.entity]?.attributes[meaning.name]?.type
            : undefined;
        return { ...one, type: one.type ?? (kind === undefined ? null : (TYPES[kind] ?? null)) };
      });
      return { ...table, attributes };
    }),
  );
}

/** Every model answer of every scenario, as staff: that level asks for all there is. */
export function models(): readonly Model[] {
  return loadScenarios().flatMap(({ scenario, answers }) =>
    answers.map(({ file, text }) => {
      const asked = text.replace(/^level: .*$/m, "level: staff");
      const report = gradeText(asked, scenario);
      const answer = readSheet(asked).value;
      const spots = spotsOf(answer.design, scenario, report);
      const store = answer.decisions.store?.value.type ?? "relational";
      const typed = withTypes(answer, scenario, spots);
      return { name: `${scenario.slug}/${file}`, scenario, answer, typed, report, spots, store };
    }),
  );
}

function knownSubjects(scenario: Scenario): ReadonlySet<string> {
  return new Set([
    ...Object.entries(scenario.entities).flatMap(([name, { attributes }]) => [
      name,
      ...Object.keys(attributes).map((one) => `${name}.${one}`),
    ]),
    ...scenario.relations.map(relationId),
    ...scenario.invariants.map(({ id }) => id),
    ...scenario.patterns.map(({ id }) => id),
    ...scenario.consistency.map(({ of }) => of),
  ]);
}

/** Score and every verdict by rule and subject; a subject in the candidate's own words stands as such. */
function essence({ score, findings, patterns, diagnostics }: Report, known: ReadonlySet<string>, merges: boolean) {
  const said = findings
    .filter(({ verdict }) => !merges || verdict !== "met")
    .map(({ rule, subject, verdict }) => {
      const own = /[.(_ ]|->/.test(subject) && !known.has(subject);
      return `${rule} ${own ? "(own)" : subject} ${verdict}`;
    });
  return new Set([
    `score ${score}`,
    ...said,
    ...patterns.map(({ id, verdict }) => `pattern ${id} ${verdict}`),
    ...diagnostics.map(({ message, line }) => `diagnostic ${message} (line ${line})`),
  ]);
}

/** A trial's sheet. */
export interface Trial {
  readonly changes: readonly Change[];
  readonly notation: Printed;
  /** Null: no remarks. */
  readonly remarks: number | null;
}

export function sheetOf(model: Model, { changes, notation, remarks }: Trial): string {
  const { decisions, design }: Answer = changes.reduce(
    (all, { apply }) => apply(all),
    notation === "shorthand" ? model.answer : model.typed,
  );
  const body = printAs(design, notation);
  return printDecisions(decisions) + (remarks === null ? body : withRemarks(body, notation, remarks));
}

/** What the report says otherwise than that of the model answer: `+` more, `-` less. */
export function differences(model: Model, trial: Trial): readonly string[] {
  const merges = trial.changes.some((one) => one.merges);
  const known = knownSubjects(model.scenario);
  const before = essence(model.report, known, merges);
  const after = essence(gradeText(sheetOf(model, trial), model.scenario), known, merges);
  return [
    ...[...after].filter((line) => !before.has(line)).map((line) => `+ ${line}`),
    ...[...before].filter((line) => !after.has(line)).map((line) => `- ${line}`),
  ];
}

export function trialOf(model: Model, seed: number): Trial {
  const random = chance(seed ^ 0x5eed);
  return {
    changes: draw(model, seed),
    notation: random.pick(notationsOf(model)) ?? "shorthand",
    remarks: random.below(3) === 0 ? seed : null,
  };
}

/** The same failure with as few changes as can be. */
export function smallest(model: Model, trial: Trial): Trial {
  const plainer: readonly Trial[] = [
    ...(trial.remarks === null ? [] : [{ ...trial, remarks: null }]),
    ...(trial.notation === "shorthand" ? [] : [{ ...trial, notation: "shorthand" as const }]),
    ...trial.changes.map((_, at) => ({ ...trial, changes: trial.changes.toSpliced(at, 1) })),
  ];
  const next = plainer.find((one) => differences(model, one).length > 0);
  return next ? smallest(model, next) : trial;
}

export function describeTrial(model: Model, trial: Trial): string {
  return [
    `${model.name}: ${trial.changes.map(({ label }) => label).join("; ") || "nothing changed"} (${trial.notation})`,
    ...differences(model, trial).map((line) => `  ${line}`),
    "",
    sheetOf(model, trial),
  ].join("\n");
}
