/** `npm run -s grade -- FILE… [--json]`: the report of each answer sheet. */
import { teachesOf } from "@/lib/cards";
import { gradeSheet } from "@/lib/practice";
import { loadDecks } from "@/lib/scenario/load";
import { readArguments, UsageError } from "./command/arguments";
import { paintFor } from "./command/colours";
import { readText } from "./command/read-text";
import { reportAsJson } from "./command/report-json";
import { reportAsText } from "./command/report-text";
import { forEachFile, runCommand } from "./command/run-command";
import { scenarioOf } from "./command/scenario-of";

function gradeFile(file: string) {
  const text = readText(file);
  return gradeSheet({ text, scenario: scenarioOf(file, text), teaches: teachesOf(loadDecks()) });
}

function gradeAll(words: readonly string[]): Promise<number> {
  const { files, json } = readArguments(words);
  if (files.length === 0) throw new UsageError("no file named; npm run -s grade -- FILE… [--json]");
  const paint = paintFor(process.stdout);
  return forEachFile(files, (file) => {
    const report = gradeFile(file);
    return json ? reportAsJson(file, report) : reportAsText(file, report, paint);
  });
}

await runCommand(gradeAll);
