/** `npm run -s grade -- FILE… [--json]`: the report of each answer sheet. */
import { teachesOf } from "@/lib/cards";
import { indexLines, positionAt } from "@/lib/diagnostics";
import { readSheet } from "@/lib/notation";
import { gradeSheet } from "@/lib/practice";
import { findBundle, loadDecks, loadScenarios } from "@/lib/scenario/load";
import { readArguments, UsageError } from "./command/arguments";
import { paintFor } from "./command/colours";
import { readText } from "./command/read-text";
import { reportAsJson } from "./command/report-json";
import { reportAsText } from "./command/report-text";

const REFUSED = 2;

function scenarioOf(file: string, text: string) {
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

function known(): readonly string[] {
  return loadScenarios().map(({ scenario }) => scenario.slug);
}

function gradeFile(file: string) {
  const text = readText(file);
  return gradeSheet({ text, scenario: scenarioOf(file, text), teaches: teachesOf(loadDecks()) });
}

/** One line on standard error, however long the cause's words are. */
function refuse(error: unknown): number {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message.replaceAll(/\s+/g, " ")}\n`);
  return REFUSED;
}

function gradeAll(words: readonly string[]): number {
  const { files, json } = readArguments(words);
  if (files.length === 0) throw new UsageError("no file named; npm run -s grade -- FILE… [--json]");
  const paint = paintFor(process.stdout);
  let code = 0;
  for (const file of files) {
    try {
      const report = gradeFile(file);
      process.stdout.write(`${json ? reportAsJson(file, report) : reportAsText(file, report, paint)}\n`);
    } catch (error) {
      code = refuse(error);
    }
  }
  return code;
}

try {
  process.exitCode = gradeAll(process.argv.slice(2));
} catch (error) {
  process.exitCode = refuse(error);
}
