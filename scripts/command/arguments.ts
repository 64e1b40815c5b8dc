/** A wrong flag or file: one line on standard error, exit status 2. */
export class UsageError extends Error {}

export interface Arguments {
  readonly files: readonly string[];
  readonly json: boolean;
}

/** @throws UsageError where a flag is unknown. What follows `--` is a file, whatever it looks like. */
export function readArguments(words: readonly string[]): Arguments {
  const files: string[] = [];
  let json = false;
  let plain = false;
  for (const word of words) {
    if (plain || word === "-" || !word.startsWith("-")) files.push(word);
    else if (word === "--") plain = true;
    else if (word === "--json") json = true;
    else throw new UsageError(`${word}: unknown flag; there is --json`);
  }
  return { files, json };
}
