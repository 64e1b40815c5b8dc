/** `npm run -s prove -- FILE… [--json]`: each design on a real PostgreSQL: bad rows thrown at it, its queries run at two sizes. */
import { readSheet } from "@/lib/notation";
import { gradeSheet } from "@/lib/practice";
import { Bench, type Database, differences, NODE_SIZES, planAnswer, runProofs } from "@/lib/proof";
import { openDatabase } from "@/lib/proof/pglite";
import { readArguments, UsageError } from "./command/arguments";
import { paintFor } from "./command/colours";
import { proofsAsJson } from "./command/proof-json";
import { proofsAsText } from "./command/proof-text";
import { readText } from "./command/read-text";
import { forEachFile, runCommand } from "./command/run-command";
import { scenarioOf } from "./command/scenario-of";

async function proveFile(file: string, json: boolean, db: Database, bench: Bench): Promise<string> {
  const text = readText(file);
  const scenario = scenarioOf(file, text);
  const plan = planAnswer({ answer: readSheet(text).value, scenario, sizes: NODE_SIZES });
  const why = typeof plan === "string" ? plan : null;
  const proofs = typeof plan === "string" ? [] : await runProofs(plan, db, bench);
  const { findings } = gradeSheet({ text, scenario, teaches: new Map() });
  const found = differences(proofs, findings, scenario);
  return json
    ? proofsAsJson(file, proofs, found, why)
    : proofsAsText(file, proofs, found, why, paintFor(process.stdout));
}

async function proveAll(words: readonly string[]): Promise<number> {
  const { files, json } = readArguments(words);
  if (files.length === 0) throw new UsageError("no file named; npm run -s prove -- FILE… [--json]");
  const db = await openDatabase();
  const bench = new Bench(db);
  const code = await forEachFile(files, (file) => proveFile(file, json, db, bench));
  await db.close();
  return code;
}

await runCommand(proveAll);
