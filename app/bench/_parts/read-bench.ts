import type { BenchDeskProps } from "@/components/proof/bench-desk";
import { splitSheet } from "@/lib/notation";
import { columnsOf, entityNames, printPattern } from "@/lib/scenario";
import type { ScenarioBundle } from "@/lib/scenario/load";
import { gradedAnswers } from "@/lib/server";

/** No design to begin with. */
export const EMPTY = "empty";

export interface BenchChoice {
  readonly value: string;
  readonly label: string;
}

/** What one may begin with: the relational model answers, then nothing. */
export function startsOf(bundle: ScenarioBundle): readonly BenchChoice[] {
  const answers = gradedAnswers(bundle).filter(({ report }) => report.store?.type === "relational");
  return [
    ...answers.map(({ file, title }) => ({ value: file, label: title })),
    { value: EMPTY, label: "An empty sheet" },
  ];
}

/** The desk for a problem, begun with one of its answers. */
export function readBench({ scenario, answers }: ScenarioBundle, from: string): BenchDeskProps {
  const text =
    answers.find(({ file }) => file === from)?.text ?? `---\nscenario: ${scenario.slug}\nstore: PostgreSQL\n---\n`;
  const { start } = splitSheet(text).body;
  return {
    scenario,
    head: text.slice(0, start),
    design: text.slice(start),
    examples: scenario.patterns.map(printPattern).join("\n\n"),
    names: entityNames(scenario).map((entity) => ({ entity, columns: columnsOf(scenario, entity) })),
  };
}
