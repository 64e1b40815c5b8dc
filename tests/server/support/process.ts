import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** A TypeScript file in a process of its own, in the project's root. */
export function start(file: string, env: Readonly<Record<string, string>>): ChildProcess {
  const script = join(process.cwd(), file);
  return spawn(process.execPath, ["--import", "tsx", script], { env: { ...process.env, ...env }, stdio: "pipe" });
}

export function ended(child: ChildProcess): Promise<Ended> {
  let output = "";
  child.stdout?.on("data", (bytes: Buffer) => {
    output += bytes.toString();
  });
  child.stderr?.on("data", (bytes: Buffer) => {
    output += bytes.toString();
  });
  return new Promise((resolve) => child.on("close", (status, signal) => resolve({ status, signal, output })));
}
