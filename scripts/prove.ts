/** `npm run -s prove -- FILE… [--json]`: each design on a real PostgreSQL: bad rows thrown at it, its queries run at two sizes. */
import { indexLines, positionAt } from "@/lib/diagnostics";
import { readSheet } from "@/lib/notation";
import { gradeSheet } from "@/lib/practice";
import {
  Bench,
  type Difference,
  differences,
  type Gap,
  NODE_SIZES,
  type Proof,
  planAnswer,
  runProofs,
} from "@/lib/proof";
import { type OpenDatabase, openDatabase } from "@/lib/proof/pglite";
import { readArguments, UsageError } from "./command/arguments";
import { paintFor } from "./command/colours";
import { proofsAsJson } from "./command/proof-json";
import { proofsAsText } from "./command/proof-text";
import { readText } from "./command/read-text";
import { forEachFile, runCommand } from "./command/run-command";
import { scenarioOf } from "./command/scenario-of";

/** What of the design the run goes without, with its place in the file. */
function gapLine(file: string, text: string, { what, why, span }: Gap): string {
  const { line, column } = positionAt(indexLines(text), span.start);
  return `${file}:${line}:${column}: ${what} is left out of the run: ${why}`;
}

interface Opened {
  readonly db: OpenDatabase;
  readonly bench: Bench;
}

async function open(): Promise<Opened> {
  const db = await openDatabase();
  return { db, bench: new Bench(db) };
}

async function proveFile(file: string, json: boolean, opened: () => Promise<Opened>): Promise<string> {
  const text = readText(file);
  const scenario = scenarioOf(file, text);
  const plan = planAnswer({ answer: readSheet(text).value, scenario, sizes: NODE_SIZES });
  const say = (all: readonly Proof[], found: readonly Difference[], why: string | null) =>
    json ? proofsAsJson(file, all, found, why) : proofsAsText(file, all, found, why, paintFor(process.stdout));
  if (typeof plan === "string") return say([], [], plan);
  for (const gap of plan.gaps) process.stderr.write(`${gapLine(file, text, gap)}\n`);
  const { db, bench } = await opened();
  const proofs = await runProofs(plan, db, bench);
  const { findings } = gradeSheet({ text, scenario, teaches: new Map() });
  return say(proofs, differences(proofs, findings, scenario), null);
}

async function proveAll(words: readonly string[]): Promise<number> {
  const { files, json } = readArguments(words);
  if (files.length === 0) throw new UsageError("no file named; npm run -s prove -- FILE… [--json]");
  /** Started for the first file that has something to run, and kept for the rest. */
  let opened: Promise<Opened> | null = null;
  const once = () => {
    opened ??= open();
    return opened;
  };
  const code = await forEachFile(files, (file) => proveFile(file, json, once));
  if (opened) await (await once()).db.close();
  return code;
}

await runCommand(proveAll);
