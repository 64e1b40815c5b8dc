/** `npm run -s grade -- FILE… [--json]`: the report of each answer sheet. */
import { teachesOf } from "@/lib/cards";
import { gradeSheet } from "@/lib/practice";
import { loadDecks } from "@/lib/scenario/load";
import { readArguments, UsageError } from "./command/arguments";
import { paintFor } from "./command/colours";
import { readText } from "./command/read-text";
import { reportAsJson } from "./command/report-json";
import { reportAsText } from "./command/report-text";
import { scenarioOf } from "./command/scenario-of";

const REFUSED = 2;

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
