import { type ChildProcess, spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../database/location";
import type { Kept, NotKept } from "./fit-parameters";
import { outcomeSchema } from "./saved-fit";

/** Outside the bundle that Next makes of the server: tsx reads it as it stands. */
const SCRIPT = ["lib", "server", "fitting", "fit-process.ts"];
/** A hundred thousand reviews take some ten seconds on a slow machine that does other things as well. */
const LONGEST = 5 * 60_000;

/**
 * Fits one person's parameters in a process of its own, which yields to all others.
 * @throws Error where that process failed, with what it said.
 */
export async function runFit(personId: string): Promise<Kept | NotKept> {
  const script = join(projectRoot(), ...SCRIPT);
  const child = spawn(process.execPath, ["--import", "tsx", script, personId], {
    cwd: projectRoot(),
    // What the server itself was started with (an inspector's port, say) is not for another process.
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: LONGEST,
  });
  yieldToOthers(child);
  const { code, output, errors } = await ended(child);
  if (code !== 0) throw new Error(`The fitting process ended with ${code}: ${errors.slice(-2_000)}`);
  return outcomeSchema.parse(JSON.parse(output));
}

function yieldToOthers({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch (error) {
    // A child that failed at once is over already (ESRCH), and some machines let nobody change priorities: the fit itself is not harmed.
    if (!isSystemError(error)) throw error;
  }
}

/** What the operating system refuses, as against what the program does wrong. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

function ended(child: ChildProcess): Promise<{ code: number | null; output: string; errors: string }> {
  let [output, errors] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output, errors }));
  });
}
