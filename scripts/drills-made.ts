/** Makes the drills of every scenario before the build, a file each: they take seconds, a page must not. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drillsOf } from "@/lib/drills";
import { loadScenarios } from "@/lib/scenario/load";
import { ROOT } from "./setup/run.mjs";

const TARGET = join(ROOT, "lib/server/generated/drills");

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET, { recursive: true });
for (const { scenario, answers } of loadScenarios()) {
  writeFileSync(join(TARGET, `${scenario.slug}.json`), JSON.stringify(drillsOf(scenario, answers)));
}
