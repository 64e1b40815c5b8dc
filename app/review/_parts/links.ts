import type { ItemLinks, LinkTo } from "@/components/review/item";
import type { Drill } from "@/lib/drills";
import { RULES, type RuleId } from "@/lib/rubric";
import { findBundle } from "@/lib/scenario/load";
import { gradedAnswers } from "@/lib/server";

const titles: ReadonlyMap<string, string> = new Map(RULES.map(({ id, doc }) => [id, doc.title]));

export function linksOfRules(rules: readonly RuleId[]): readonly LinkTo[] {
  return rules.map((id) => ({ href: `/rules/${id}`, words: titles.get(id) ?? id }));
}

export function linksOfDrill(drill: Drill, title: string): ItemLinks {
  return {
    rules: linksOfRules(drill.rules),
    scenario: { href: `/practice/${drill.scenario}`, words: title },
    proof: isRelational(drill) ? { href: benchOf(drill), words: "See it on a real PostgreSQL" } : null,
  };
}

/** The bench begins with the drill's sheet. */
function benchOf({ id, scenario }: Drill): string {
  return `/bench?${new URLSearchParams({ scenario, from: id })}`;
}

/** As the model answer is that the drill was made from. */
function isRelational({ id, scenario }: Drill): boolean {
  const [, name] = id.split("/");
  const bundle = findBundle(scenario);
  const answer = bundle && gradedAnswers(bundle).find(({ file }) => file === `${name}.txt`);
  return answer?.report.store?.type === "relational";
}
