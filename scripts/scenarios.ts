/** `npm run -s scenarios [-- --json]`: the scenarios with their entities, attributes, patterns and invariants. */
import { relationId, type Scenario } from "@/lib/scenario";
import { loadScenarios } from "@/lib/scenario/load";
import { readArguments, UsageError } from "./command/arguments";
import { type Paint, paintFor } from "./command/colours";
import { runCommand } from "./command/run-command";

function asJson({
  slug,
  title,
  summary,
  minutes,
  difficulty,
  entities,
  relations,
  patterns,
  invariants,
}: Scenario): string {
  return JSON.stringify({
    slug,
    title,
    summary,
    minutes,
    difficulty,
    entities: Object.entries(entities).map(([name, { attributes, identity }]) => ({
      name,
      attributes: Object.keys(attributes),
      identity,
    })),
    relations: relations.map((relation) => ({
      id: relationId(relation),
      from: relation.from,
      to: relation.to,
      oneToOne: relation.oneToOne,
    })),
    patterns: patterns.map(({ id, heat, asks }) => ({ id, heat, asks })),
    invariants: invariants.map(({ id, kind, level, words }) => ({ id, kind, level, words })),
  });
}

function asText({ slug, title, summary, entities, patterns, invariants }: Scenario, paint: Paint): string {
  const width = Math.max(...patterns.map(({ id }) => id.length), ...invariants.map(({ id }) => id.length));
  return [
    `${paint("bold", slug)}  ${title}: ${summary}`,
    ...Object.entries(entities).map(([name, { attributes }]) => `  ${name}(${Object.keys(attributes).join(", ")})`),
    ...patterns.map(({ id, heat, asks }) => `  ${id.padEnd(width)}  ${heat.padEnd(4)}  ${asks}`),
    ...invariants.map(({ id, kind, words }) => `  ${id.padEnd(width)}  ${kind}: ${words.replaceAll(/\s+/g, " ")}`),
    "",
  ].join("\n");
}

function list(words: readonly string[]): number {
  const { files, json } = readArguments(words);
  if (files.length > 0) throw new UsageError(`${files[0]}: unknown argument; npm run -s scenarios [-- --json]`);
  const paint = paintFor(process.stdout);
  for (const { scenario } of loadScenarios())
    process.stdout.write(`${json ? asJson(scenario) : asText(scenario, paint)}\n`);
  return 0;
}

await runCommand(list);
