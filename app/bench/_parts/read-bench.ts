import type { BenchDeskProps } from "@/components/proof/bench-desk";
import { findDrill } from "@/lib/drills";
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

/** What one may begin with: the drill that one came from, the relational model answers, nothing. */
export function startsOf(bundle: ScenarioBundle, from: string): readonly BenchChoice[] {
  const answers = gradedAnswers(bundle).filter(({ report }) => report.store?.type === "relational");
  const drill = findDrill(bundle.scenario, bundle.answers, from);
  return [
    ...(drill ? [{ value: drill.id, label: "The answer of the drill" }] : []),
    ...answers.map(({ file, title }) => ({ value: file, label: title })),
    { value: EMPTY, label: "An empty sheet" },
  ];
}

/** The desk for a problem, begun with one of its answers or the sheet of a drill. */
export function readBench({ scenario, answers }: ScenarioBundle, from: string): BenchDeskProps {
  const text =
    answers.find(({ file }) => file === from)?.text ??
    findDrill(scenario, answers, from)?.text ??
    `---\nscenario: ${scenario.slug}\nstore: PostgreSQL\n---\n`;
  const { start } = splitSheet(text).body;
  return {
    scenario,
    head: text.slice(0, start),
    design: text.slice(start),
    examples: scenario.patterns.map(printPattern).join("\n\n"),
    names: entityNames(scenario).map((entity) => ({ entity, columns: columnsOf(scenario, entity) })),
  };
}
