import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const CONFIGS = ["biome.json", ".biome", ".dependency-cruiser.mjs", "tsconfig.json", "package.json"];

/** The project's own rules, laid over files that a test makes up. */
export interface Sandbox {
  readonly folder: string;
  readonly write: (file: string, text: string) => void;
  readonly run: (name: string, command: string, args: readonly string[]) => string;
  readonly remove: () => void;
}

export function makeSandbox(): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), "cardinality-architecture-"));
  for (const name of CONFIGS) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"), "dir");
  return {
    folder,
    write: (file, text) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    run: (name, command, args) => runTool(folder, name, command, args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Standard output of an installed tool, whatever it thinks of the files. */
export function runTool(folder: string, name: string, command: string, args: readonly string[]): string {
  const home = join(process.cwd(), "node_modules", name);
  const { bin } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const options = { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28, stdio: "pipe" } as const;
  try {
    return execFileSync(process.execPath, [join(home, bin[command]), ...args], options);
  } catch (error) {
    if (error instanceof Error && "stdout" in error && typeof error.stdout === "string" && error.stdout !== "")
      return error.stdout;
    throw error;
  }
}
