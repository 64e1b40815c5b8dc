import { spawnSync } from "node:child_process";

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of package.json as `npm run -s` would, without npm's own quarter of a second. */
export function command(
  script: "drills" | "grade" | "parse" | "prove" | "scenarios",
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = "",
): Ran {
  const { INIT_CWD: _, ...inherited } = process.env;
  const words = ["scripts/setup/command.mjs", `scripts/${script}.ts`, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    encoding: "utf8",
    input,
    env: { ...inherited, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

export const lines = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");
