/** `npm run -s drills [-- --scenario SLUG] [--json] [--count]`: the drills made from the model answers, or how many there are. */
import { type Drill, drillsOf } from "@/lib/drills";
import { loadScenarios } from "@/lib/scenario/load";
import { readArguments, UsageError } from "./command/arguments";
import { type Paint, paintFor } from "./command/colours";
import { runCommand } from "./command/run-command";

const USAGE = "npm run -s drills [-- --scenario SLUG] [--json] [--count]";

interface Wanted {
  readonly scenario: string | null;
  readonly json: boolean;
  readonly count: boolean;
}

/** @throws UsageError where a word is unknown, or no scenario has that name. */
function readWanted(words: readonly string[]): Wanted {
  const at = words.indexOf("--scenario");
  const scenario = at < 0 ? null : (words[at + 1] ?? "");
  const left = words.filter((word, i) => word !== "--count" && (at < 0 || (i !== at && i !== at + 1)));
  const { files, json } = readArguments(left);
  if (files.length > 0) throw new UsageError(`${files[0]}: unknown argument; ${USAGE}`);
  if (scenario !== null && !loadScenarios().some((one) => one.scenario.slug === scenario))
    throw new UsageError(`${scenario || "--scenario"}: no such scenario; ${USAGE}`);
  return { scenario, json, count: words.includes("--count") };
}

function asText({ id, text, asks, options, explanation }: Drill, paint: Paint): string {
  return [
    paint("bold", id),
    text.trimEnd(),
    "",
    asks,
    ...options.map((option) => `  ${option.right ? "*" : "-"} ${option.text}`),
    `${explanation.message} ${explanation.fix}`.trimEnd(),
    "",
  ].join("\n");
}

function countBy(drills: readonly Drill[], keyOf: (drill: Drill) => string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const drill of drills) counts[keyOf(drill)] = (counts[keyOf(drill)] ?? 0) + 1;
  return counts;
}

function countsOf(drills: readonly Drill[]) {
  return {
    drills: drills.length,
    families: new Set(drills.map(({ family }) => family)).size,
    scenarios: countBy(drills, ({ scenario }) => scenario),
    operators: countBy(drills, ({ operator }) => operator),
    questions: countBy(drills, ({ question }) => question),
  };
}

function countsAsText({ drills, families, ...groups }: ReturnType<typeof countsOf>, paint: Paint): string {
  const lines = Object.entries(groups).flatMap(([name, counts]) => [
    paint("bold", name),
    ...Object.entries(counts).map(([key, count]) => `  ${key.padEnd(20)} ${String(count).padStart(5)}`),
  ]);
  return [`${drills} drills in ${families} families`, ...lines].join("\n");
}

function list(words: readonly string[]): number {
  const { scenario, json, count } = readWanted(words);
  const paint = paintFor(process.stdout);
  const drills = loadScenarios()
    .filter((one) => scenario === null || one.scenario.slug === scenario)
    .flatMap((one) => drillsOf(one.scenario, one.answers));
  if (count) {
    const counts = countsOf(drills);
    process.stdout.write(`${json ? JSON.stringify(counts) : countsAsText(counts, paint)}\n`);
    return 0;
  }
  for (const drill of drills) process.stdout.write(`${json ? JSON.stringify(drill) : asText(drill, paint)}\n`);
  return 0;
}

await runCommand(list);
