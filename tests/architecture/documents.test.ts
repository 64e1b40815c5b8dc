import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"];
const ROOTS =
  /^(app|components|content|lib|prisma|scripts|tests|\.biome)\/|^(\.dependency-cruiser\.mjs|biome\.json|knip\.json|package\.json|[A-Z]+\.md)$/;

const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));

/** Paths in code spans and links; a placeholder or a star stands for names, so what is before it must exist. */
function pathsIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`|\]\(([^)\s]+)\)/g)].map(([, code, link]) => code ?? link ?? "");
  return quoted.filter((path) => ROOTS.test(path)).map((path) => path.replace(/[^/]*[<*].*$/, ""));
}

describe.each(DOCUMENTS)("%s", (document) => {
  const text = readFileSync(document, "utf8");

  test("names only files and folders that exist", () => {
    const paths = pathsIn(text);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  test("names only commands that exist", () => {
    const commands = [...text.matchAll(/npm (?:run (?:-s )?)?(start|test|(?<=run (?:-s )?)[a-z:-]+)/g)].map(
      ([, name]) => name ?? "",
    );
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test("the README is short enough to be read", () => {
  expect(readFileSync("README.md", "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(120);
});
