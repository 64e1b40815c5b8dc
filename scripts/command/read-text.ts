import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "./arguments";

const SYSTEM_WORDS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EISDIR: "a folder, not a file",
  EACCES: "this account may not read it",
};

/** npm runs scripts in the project's folder; the person may stand elsewhere. */
const standing = process.env.INIT_CWD ?? process.cwd();

function wordsFor(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return SYSTEM_WORDS[code] ?? (code.startsWith("ERR_ENCODING") ? "not a text in UTF-8" : `cannot be read (${code})`);
}

/**
 * The text of a file, looked for where the person stands.
 * @throws UsageError where it is not there, not a file or no text.
 */
export function readText(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(resolve(standing, file)));
  } catch (error) {
    throw new UsageError(`${file}: ${wordsFor(error)}`);
  }
}

/** As `readText`, and `-` is standard input. */
export function readTextOrInput(file: string): string {
  if (file !== "-") return readText(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(0));
  } catch (error) {
    throw new UsageError(`standard input: ${wordsFor(error)}`);
  }
}
