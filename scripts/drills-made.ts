/** Makes the drills of every scenario before the build, a file each: they take seconds, a page must not. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drillsOf } from "@/lib/drills";
import { loadScenarios } from "@/lib/scenario/load";
import { ROOT } from "./setup/run.mjs";

const TARGET = join(ROOT, "lib/server/generated/drills");

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET, { recursive: true });
const scenariosOfRule: Record<string, string[]> = {};
for (const { scenario, answers } of loadScenarios()) {
  const drills = drillsOf(scenario, answers);
  writeFileSync(join(TARGET, `${scenario.slug}.json`), JSON.stringify(drills));
  for (const rule of new Set(drills.flatMap(({ rules }) => rules))) {
    scenariosOfRule[rule] = [...(scenariosOfRule[rule] ?? []), scenario.slug];
  }
}
writeFileSync(join(TARGET, "scenarios-of-rule.json"), JSON.stringify(scenariosOfRule));
