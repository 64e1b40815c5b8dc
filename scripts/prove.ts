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
import { scenarioOf } from "./command/scenario-of";

const REFUSED = 2;

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

/** One line on standard error, however long the cause's words are. */
function refuse(error: unknown): number {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message.replaceAll(/\s+/g, " ")}\n`);
  return REFUSED;
}

async function proveAll(words: readonly string[]): Promise<number> {
  const { files, json } = readArguments(words);
  if (files.length === 0) throw new UsageError("no file named; npm run -s prove -- FILE… [--json]");
  const db = await openDatabase();
  const bench = new Bench(db);
  let code = 0;
  for (const file of files) {
    try {
      process.stdout.write(`${await proveFile(file, json, db, bench)}\n`);
    } catch (error) {
      code = refuse(error);
    }
  }
  await db.close();
  return code;
}

try {
  process.exitCode = await proveAll(process.argv.slice(2));
} catch (error) {
  process.exitCode = refuse(error);
}
