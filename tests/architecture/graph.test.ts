import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { runTool } from "./sandbox";

/**
 * The arrows are drawn by a parser that knows JavaScript and reads TypeScript loosely. So every import of every source file, as
 * its text says it, must stand in the drawn graph, and lead somewhere.
 */
const ROOTS = ["app", "components", "lib", "scripts"];
const IMPORTS =
  /^(?:import|export)\b(?:[^;"'`]*?\bfrom)?\s*["']([^"'\n]+)["']|\b(?:import|require)\(\s*["']([^"'\n]+)["']\s*\)/gm;

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === "generated") return [];
    if (entry.isDirectory()) return sources(path);
    return /\.(tsx?|mjs)$/.test(entry.name) ? [path] : [];
  });
}

/** Comments out, so that an import that is only talked about is none. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  return [...text.matchAll(IMPORTS)].map(([, from, called]) => from ?? called ?? "");
}

interface Module {
  readonly source: string;
  readonly dependencies: readonly { readonly module: string; readonly couldNotResolve: boolean }[];
}

describe("the graph of imports", () => {
  let drawn: ReadonlyMap<string, Module>;
  const files = ROOTS.flatMap(sources);

  beforeAll(() => {
    const args = ["--config", ".dependency-cruiser.mjs", "--output-type", "json", ...ROOTS];
    const { modules }: { modules: readonly Module[] } = JSON.parse(
      runTool(process.cwd(), "dependency-cruiser", "depcruise", args),
    );
    drawn = new Map(modules.map((module) => [module.source, module]));
  });

  test("has every import that the sources state, type-only ones too", () => {
    const bare = (name: string) => name.replace(/^node:/, "");
    const missing = files.flatMap((file) => {
      const known = new Set(drawn.get(file)?.dependencies.map(({ module }) => bare(module)));
      return importsOf(file)
        .filter((name) => !known.has(bare(name)))
        .map((name) => `${file} → ${name}`);
    });
    expect(missing).toEqual([]);
  });

  test("leads every `@/…` to a file", () => {
    const aliases = [...drawn.values()].flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ module }) => module.startsWith("@/"))
        .map(({ module, couldNotResolve }) => ({ source, module, couldNotResolve })),
    );
    expect(aliases.length).toBeGreaterThan(0);
    expect(aliases.filter(({ couldNotResolve }) => couldNotResolve)).toEqual([]);
  });

  test("is not empty of pages and of type-only imports, so that the two above say something", () => {
    expect(files.filter((file) => file.endsWith(".tsx")).length).toBeGreaterThan(0);
    expect(files.some((file) => /^import type /m.test(readFileSync(file, "utf8")))).toBe(true);
  });
});
