import { ProgressPart } from "@/components/progress/chart";
import { MasteryByDimension } from "@/components/progress/mastery-by-dimension";
import { Weakest } from "@/components/progress/weakest";
import { EVIDENCE_HALF_LIFE } from "@/lib/practice";
import { dimensionOf, RULES, type RuleId } from "@/lib/rubric";
import type { Progress } from "@/lib/server";

const TITLES: ReadonlyMap<RuleId, string> = new Map(RULES.map(({ id, doc }) => [id, doc.title]));

function sayWeakest(weak: number, known: number): string {
  if (known === 0) return "No rule is known well enough to say. An answer, a drill or two cards on a rule are enough.";
  if (weak === 0) return "Of the rules that are known, none is weak.";
  return "The rules that you would keep least often if they came up now, each with what to do about it.";
}

/** What is weak, and how well each rule is held. */
export function Mastery({ weakest, mastery }: Pick<Progress, "weakest" | "mastery">) {
  const known = mastery.reduce((total, dimension) => total + dimension.known, 0);
  const all = mastery.reduce((total, dimension) => total + dimension.rules.length, 0);
  const named = weakest.map((rule) => ({
    ...rule,
    title: TITLES.get(rule.rule) ?? rule.rule,
    dimension: dimensionOf(rule.rule),
  }));
  return (
    <>
      <ProgressPart id="weakest" title="What to work on" sentence={sayWeakest(weakest.length, known)}>
        {named.length > 0 && <Weakest rules={named} />}
      </ProgressPart>
      <ProgressPart
        id="mastery"
        title="Mastery"
        sentence={`${known} of ${all} rules are known. A bar is the share of times that you would keep a rule if it came up now, from your answers, drills and cards; after ${EVIDENCE_HALF_LIFE} days evidence counts half. A rule’s line shows where that share lies, four times of five.`}
      >
        <MasteryByDimension dimensions={mastery} titles={TITLES} />
      </ProgressPart>
    </>
  );
}
