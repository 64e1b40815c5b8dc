import type { DimensionMastery, RuleMastery } from "@/lib/practice";
import type { RuleId } from "@/lib/rubric";
import { loadScenarios } from "@/lib/scenario/load";
import type { AttemptLine } from "./attempts";
import { readDrillDays } from "./progress-rows";

/** As many as one can work on. */
const MOST = 3;
/** From here on a rule is not called weak. What was always kept is above it, as little as it may be. */
const HELD = 0.7;

/** A rule that is held least, and what there is to do about it. */
export interface Weakness extends RuleMastery {
  /** How many of its drills come back by today. */
  readonly drillsDue: number;
  /** Where it can bite: a scenario not tried yet, else the one tried longest ago. Null where none has anything to say on it. */
  readonly scenario: { readonly slug: string; readonly title: string; readonly tried: boolean } | null;
}

const share = ({ mastery }: RuleMastery) => mastery ?? 1;

/** The rules that are known and not held well, the weakest first. */
export function weakestFirst(dimensions: readonly DimensionMastery[]): readonly RuleMastery[] {
  return dimensions
    .flatMap(({ rules }) => rules)
    .filter((rule) => share(rule) < HELD)
    .sort((a, b) => share(a) - share(b));
}

/** The weakest few, with what there is to do about each. */
export async function readWeakest(
  personId: string,
  dimensions: readonly DimensionMastery[],
  attempts: readonly AttemptLine[],
  today: number,
): Promise<readonly Weakness[]> {
  const weak = weakestFirst(dimensions).slice(0, MOST);
  if (weak.length === 0) return [];
  const days = await readDrillDays(
    personId,
    weak.map(({ rule }) => rule),
  );
  const taken = new Set<string>();
  return weak.map((rule) => {
    const drillsDue = (days.get(rule.rule) ?? []).filter((day) => day <= today).length;
    const scenario = scenarioFor(rule.rule, attempts, taken);
    if (scenario) taken.add(scenario.slug);
    return { ...rule, drillsDue, scenario };
  });
}

/**
 * Only a look at the content: which scenarios have a wrong answer against the rule. To grade their answers takes seconds.
 * @param taken what is offered for another rule already; it comes again only where there is no other.
 */
function scenarioFor(rule: RuleId, attempts: readonly AttemptLine[], taken: ReadonlySet<string>): Weakness["scenario"] {
  const lastTried = (slug: string) =>
    attempts.reduce((last, attempt) => (attempt.slug === slug ? Math.max(last, attempt.createdAt) : last), 0);
  const [first] = loadScenarios()
    .filter(({ mistakes }) => mistakes.some((mistake) => mistake.rule === rule))
    .map(({ scenario: { slug, title } }) => ({ slug, title, last: lastTried(slug) }))
    .sort((a, b) => Number(taken.has(a.slug)) - Number(taken.has(b.slug)) || a.last - b.last);
  return first ? { slug: first.slug, title: first.title, tried: first.last > 0 } : null;
}
