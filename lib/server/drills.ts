import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Drill, drillsOf } from "@/lib/drills";
import { drillRef } from "@/lib/practice";
import type { RuleId } from "@/lib/rubric";
import { findBundle } from "@/lib/scenario/load";
import { projectRoot } from "./database/location";

/** Where `scripts/drills-made.ts` puts the drills of each scenario before the build. */
const MADE = join("lib", "server", "generated", "drills");
const INDEX = "scenarios-of-rule.json";

type Pools = ReadonlyMap<RuleId, readonly Drill[]>;

const NONE: Pools = new Map();
let kept: { of: object; pools: Pools }[] = [];

/** Which scenarios have drills of a rule; empty where nothing was made before the build. */
let scenariosOfRule: Readonly<Record<string, readonly string[]>> | null = null;

function readIndex(): Readonly<Record<string, readonly string[]>> {
  const file = join(projectRoot(), MADE, INDEX);
  if (!existsSync(file)) return {};
  // Only the script writes it.
  const index: Readonly<Record<string, readonly string[]>> = JSON.parse(readFileSync(file, "utf8"));
  return index;
}

/** The drills of a rule as an item's ref: of this scenario if it has any, else of the first that has; null where none has. */
export function drillsFor(scenario: string, rule: RuleId): string | null {
  if (drillPools(scenario).has(rule)) return drillRef(scenario, rule);
  scenariosOfRule ??= readIndex();
  const [other] = scenariosOfRule[rule] ?? [];
  return other === undefined ? null : drillRef(other, rule);
}

/** The drills of a scenario by the rule that they teach; none where there is no such scenario. */
export function drillPools(scenario: string): Pools {
  const bundle = findBundle(scenario);
  if (!bundle) return NONE;
  const known = kept.find(({ of }) => of === bundle);
  if (known) return known.pools;
  const pools = byRule(readMade(scenario) ?? drillsOf(bundle.scenario, bundle.answers));
  kept = [...kept, { of: bundle, pools }];
  return pools;
}

/** What was made before the build; null where nothing was, and they are then made when they are needed: a second or two. */
function readMade(scenario: string): readonly Drill[] | null {
  const file = join(projectRoot(), MADE, `${scenario}.json`);
  if (!existsSync(file)) return null;
  // Only the script writes these files, from what `drillsOf` gives.
  const drills: readonly Drill[] = JSON.parse(readFileSync(file, "utf8"));
  return drills;
}

function byRule(drills: readonly Drill[]): Pools {
  const pools = new Map<RuleId, Drill[]>();
  for (const drill of drills) {
    const [rule] = drill.rules;
    if (rule === undefined) continue;
    const pool = pools.get(rule);
    if (pool) pool.push(drill);
    else pools.set(rule, [drill]);
  }
  return pools;
}
