import type { ExecutedExampleProps } from "@/components/rules/executed-example";
import type { Card } from "@/lib/cards";
import { rememberedFor } from "@/lib/design";
import { gradeSheet } from "@/lib/practice";
import { RULES, type Rule, type RuleExample } from "@/lib/rubric";
import { findBundle, loadDecks } from "@/lib/scenario/load";

export interface RuleParams {
  readonly dimension: string;
  readonly rule: string;
}

/** The rule at an address, or null. */
export function findRule({ dimension, rule }: RuleParams): Rule | null {
  return RULES.find(({ id }) => id === `${dimension}/${rule}`) ?? null;
}

/** The rules before and after it, in the order of the report. */
export function neighboursOf(rule: Rule): { readonly before: Rule | null; readonly after: Rule | null } {
  const at = RULES.indexOf(rule);
  return { before: RULES[at - 1] ?? null, after: RULES[at + 1] ?? null };
}

/** The rule's examples, each graded once by the grader that grades everyone; only what this rule says is kept. */
export const executeExamples = rememberedFor(({ id, doc }: Rule): readonly ExecutedExampleProps[] =>
  doc.examples.flatMap((example, at) => execute(example, id, `example-${at + 1}-`)),
);

function execute({ title, scenario: slug, sheet }: RuleExample, id: Rule["id"], scope: string) {
  const bundle = findBundle(slug);
  if (!bundle) return [];
  const { scenario } = bundle;
  const { findings } = gradeSheet({ text: sheet, scenario, teaches: new Map() });
  return [{ title, scenario: scenario.title, sheet, findings: findings.filter(({ rule }) => rule === id), scope }];
}

/** The cards that teach it, in teaching order. */
export function cardsOf({ id }: Rule): readonly Card[] {
  return loadDecks()
    .flatMap(({ cards }) => cards)
    .filter(({ rules }) => rules.includes(id));
}
