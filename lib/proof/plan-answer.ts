import { align } from "@/lib/align";
import { type Answer, plainName, type StoreType } from "@/lib/design";
import { floatMoney, forbiddenDoubles } from "@/lib/rubric";
import type { Scenario } from "@/lib/scenario";
import { makePlan } from "./make-plan";
import type { ProofPlan, Sizes } from "./plan";

const NAMED: Readonly<Record<StoreType, string>> = {
  relational: "a relational store",
  document: "a document store",
  "key-value": "a key-value store",
  "wide-column": "a wide-column store",
  graph: "a graph",
};

export interface AnswerToProve {
  readonly answer: Answer;
  readonly scenario: Scenario;
  readonly sizes: Sizes;
  /** What a person says that their tables are: the entity by the table's name as written. */
  readonly told?: Readonly<Record<string, string>>;
}

/** The plan that proves an answer; in words why there is none, where its store is not relational or nothing was designed. */
export function planAnswer({ answer, scenario, sizes, told = {} }: AnswerToProve): ProofPlan | string {
  const { design, decisions } = answer;
  const store = decisions.store?.value;
  if (store && store.type !== "relational")
    return `Only relational designs run on a PostgreSQL; this one is for ${NAMED[store.type]}.`;
  if (!design.tables.some(({ section }) => section === null)) return "There is no table yet.";
  const names = new Map(Object.entries(told).map(([table, entity]) => [plainName(table), entity]));
  return makePlan(align(design, scenario, "relational", store?.engine ?? null, names), sizes, {
    forbidden: forbiddenDoubles(answer, scenario, told),
    money: floatMoney(answer, scenario),
  });
}
