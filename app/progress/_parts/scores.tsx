import { ProgressPart } from "@/components/progress/chart";
import { ScenarioScores } from "@/components/progress/scenario-scores";
import { LinkButton } from "@/components/ui/link-button";
import type { Progress } from "@/lib/server";

/** Scores over time, a small picture for each scenario that was tried. */
export function Scores({ scenarios }: Pick<Progress, "scenarios">) {
  const sentence =
    scenarios.length === 0
      ? "You have not handed in an answer yet; the first one shows most of what is weak."
      : "Scores of 100, in the order of your answers; the scenario that you tried last is first.";
  return (
    <ProgressPart id="scores" title="Scenarios" sentence={sentence}>
      {scenarios.length === 0 && (
        <div className="mt-4">
          <LinkButton href="/practice">Choose a scenario</LinkButton>
        </div>
      )}
      <div className="mt-6 grid gap-x-9 gap-y-10 md:grid-cols-2 lg:grid-cols-3">
        {scenarios.map((scenario) => (
          <ScenarioScores key={scenario.slug} {...scenario} />
        ))}
      </div>
    </ProgressPart>
  );
}
