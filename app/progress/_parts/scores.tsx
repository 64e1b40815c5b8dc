import { ProgressPart } from "@/components/progress/chart";
import { ScenarioScores } from "@/components/progress/scenario-scores";
import { ScoresOnce } from "@/components/progress/scores-once";
import { LinkButton } from "@/components/ui/link-button";
import type { Progress } from "@/lib/server";

const NONE = "You have not handed in an answer yet; the first one shows most of what is weak.";
const ONCE = "Handed in a second time, a scenario shows here how your score goes.";
const SOME = "Scores of 100, in the order of your answers; the scenario that you tried last is first.";

/** Scores over time, a small picture for each scenario that was tried more than once. */
export function Scores({ scenarios }: Pick<Progress, "scenarios">) {
  const [often, once] = [true, false].map((more) => scenarios.filter(({ attempts }) => attempts.length > 1 === more));
  const sentence = scenarios.length === 0 ? NONE : often?.length === 0 ? ONCE : SOME;
  return (
    <ProgressPart id="scores" title="Scenarios" sentence={sentence}>
      {scenarios.length === 0 && (
        <div className="mt-4">
          <LinkButton href="/practice">Choose a scenario</LinkButton>
        </div>
      )}
      {often && often.length > 0 && (
        <div className="mt-6 grid gap-x-9 gap-y-8 md:grid-cols-2 lg:grid-cols-3">
          {often.map((scenario) => (
            <ScenarioScores key={scenario.slug} {...scenario} />
          ))}
        </div>
      )}
      {once && once.length > 0 && <ScoresOnce scenarios={once} />}
    </ProgressPart>
  );
}
