import { indexLines, positionAt } from "@/lib/diagnostics";
import { readSheet } from "@/lib/notation";
import type { Scenario } from "@/lib/scenario";
import { findBundle, loadScenarios } from "@/lib/scenario/load";
import { UsageError } from "./arguments";

function known(): readonly string[] {
  return loadScenarios().map(({ scenario }) => scenario.slug);
}

/** The scenario that a sheet answers. @throws UsageError where it names none, or one that there is not. */
export function scenarioOf(file: string, text: string): Scenario {
  const said = readSheet(text).value.decisions.scenario;
  if (!said)
    throw new UsageError(`${file}:1:1: no scenario is named; begin the front matter with "scenario: ${known()[0]}"`);
  const bundle = findBundle(said.value);
  if (bundle) return bundle.scenario;
  const { line, column } = positionAt(indexLines(text), said.span.start);
  throw new UsageError(
    `${file}:${line}:${column}: unknown scenario "${said.value.slice(0, 60)}"; there are ${known().join(", ")}`,
  );
}
