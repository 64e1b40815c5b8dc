import { UsageError } from "./arguments";

/** Exit status where a command was called wrongly or cannot read what it was given. */
export const REFUSED = 2;

/**
 * One line on standard error, however long the cause's words are; gives the exit status.
 * @throws what is no fault of the person who called.
 */
export function refuse(error: unknown): number {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message.replaceAll(/\s+/g, " ")}\n`);
  return REFUSED;
}

/** Runs a command on the words behind its name; what it gives is the exit status. */
export async function runCommand(command: (words: readonly string[]) => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    process.exitCode = refuse(error);
  }
}

/** Does something with each file; one that is refused does not keep the others from being done. 2 where one was. */
export async function forEachFile(
  files: readonly string[],
  run: (file: string) => string | Promise<string>,
): Promise<number> {
  let code = 0;
  for (const file of files) {
    try {
      process.stdout.write(`${await run(file)}\n`);
    } catch (error) {
      code = refuse(error);
    }
  }
  return code;
}
