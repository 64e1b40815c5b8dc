/** `npm run -s parse -- FILE [--to shorthand|sql|dbml|mermaid|json]`: what was understood of a design, in any notation. */
import { type Diagnostic, indexLines, positionAt } from "@/lib/diagnostics";
import { type DesignJson, designToJson, PRINTED, type Printed, printAs, readSheet } from "@/lib/notation";
import { UsageError } from "./command/arguments";
import { readTextOrInput } from "./command/read-text";
import { REFUSED, runCommand } from "./command/run-command";

const USAGE = `npm run -s parse -- FILE [--to ${PRINTED.join("|")}]`;

/** One object: the design, and what is wrong with the text. */
interface ParseJson extends DesignJson {
  readonly file: string;
  readonly diagnostics: readonly {
    readonly severity: Diagnostic["severity"];
    readonly message: string;
    readonly line: number;
    readonly column: number;
  }[];
}

interface Wanted {
  readonly file: string;
  readonly to: Printed;
}

function printedOf(word: string | undefined): Printed {
  const found = PRINTED.find((one) => one === word);
  if (!found) throw new UsageError(`--to ${word ?? ""}: unknown notation; there are ${PRINTED.join(", ")}`);
  return found;
}

/** @throws UsageError where a flag is unknown, or not exactly one file is named. */
function readWanted(words: readonly string[]): Wanted {
  const files: string[] = [];
  let to: Printed = "json";
  let plain = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (plain || word === "-" || !word.startsWith("-")) files.push(word);
    else if (word === "--") plain = true;
    else if (word === "--to") to = printedOf(words[++at]);
    else if (word.startsWith("--to=")) to = printedOf(word.slice("--to=".length));
    else throw new UsageError(`${word}: unknown flag; ${USAGE}`);
  }
  const [file, second] = files;
  if (file === undefined) throw new UsageError(`no file named; ${USAGE}`);
  if (second !== undefined) throw new UsageError(`${second}: one file at a time; ${USAGE}`);
  return { file, to };
}

/** Prints the design and complains on standard error. 2 where a piece of the text was not understood. */
function parse(words: readonly string[]): number {
  const { file, to } = readWanted(words);
  const text = readTextOrInput(file);
  const { value, diagnostics } = readSheet(text);
  const lines = indexLines(text);
  const placed = diagnostics.map(({ severity, message, span }) => ({
    severity,
    message,
    ...positionAt(lines, span.start),
  }));
  for (const { message, line, column } of placed) process.stderr.write(`${file}:${line}:${column} ${message}\n`);
  const json: ParseJson = { file, ...designToJson(value.design, text), diagnostics: placed };
  process.stdout.write(to === "json" ? `${JSON.stringify(json, null, 2)}\n` : printAs(value.design, to));
  return diagnostics.some(({ severity }) => severity === "error") ? REFUSED : 0;
}

await runCommand(parse);
