import { gradeSheet } from "@/lib/practice";
import type { Report, RuleId } from "@/lib/rubric";
import { loadScenarios, type ScenarioBundle, type SoundAnswer } from "@/lib/scenario/load";
import { teaching } from "./content";

/** A model answer with the report that it earns. */
export interface GradedAnswer extends SoundAnswer {
  readonly report: Report;
}

const graded = new WeakMap<ScenarioBundle, readonly GradedAnswer[]>();

/** The scenario's own answers, graded once a process by the grader that grades everyone. */
export function gradedAnswers(bundle: ScenarioBundle): readonly GradedAnswer[] {
  const known = graded.get(bundle);
  if (known) return known;
  const { scenario } = bundle;
  const answers = bundle.answers.map((answer) => ({
    ...answer,
    report: gradeSheet({ text: answer.text, scenario, teaches: teaching() }),
  }));
  graded.set(bundle, answers);
  return answers;
}

/** A scenario where a rule has something to say. */
export interface RulePlace {
  readonly slug: string;
  readonly title: string;
  /** What it speaks about there, by the scenario's own names. */
  readonly subjects: readonly string[];
}

function subjectsOf(bundle: ScenarioBundle): ReadonlyMap<RuleId, ReadonlySet<string>> {
  const found = new Map<RuleId, Set<string>>();
  for (const { rule } of bundle.mistakes) if (!found.has(rule)) found.set(rule, new Set());
  for (const { rule, subject } of gradedAnswers(bundle).flatMap(({ report }) => report.findings)) {
    const subjects = found.get(rule);
    if (subjects) subjects.add(subject);
    else found.set(rule, new Set([subject]));
  }
  return found;
}

let places: { readonly of: object; readonly value: ReadonlyMap<RuleId, readonly RulePlace[]> } | null = null;

function findPlaces(): ReadonlyMap<RuleId, readonly RulePlace[]> {
  const found = new Map<RuleId, RulePlace[]>();
  for (const bundle of loadScenarios()) {
    const { slug, title } = bundle.scenario;
    for (const [rule, subjects] of subjectsOf(bundle))
      found.set(rule, [...(found.get(rule) ?? []), { slug, title, subjects: [...subjects] }]);
  }
  return found;
}

/** Where a rule can bite: scenarios with a mistake against it, or with a model answer that it judges. */
export function placesOfRule(rule: RuleId): readonly RulePlace[] {
  const scenarios = loadScenarios();
  if (places?.of !== scenarios) places = { of: scenarios, value: findPlaces() };
  return places.value.get(rule) ?? [];
}
