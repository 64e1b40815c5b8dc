import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Design } from "@/lib/design";

export function fixture(name: string): string {
  return readFileSync(fileURLToPath(new URL(`./fixtures/${name}.txt`, import.meta.url)), "utf8");
}

/** A sheet with this body. Without front matter a table that is called like a decision could be taken for one. */
export function sheetOf(body: string): string {
  return `---\n---\n${body}`;
}

/** The same value with every place taken out, for comparing what was meant. */
export function withoutSpans<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (key, inner) => (key === "span" ? undefined : inner)));
}

/** Every span of a design or answer, with the path to it. */
export function spansIn(value: unknown, path = ""): { path: string; start: number; end: number }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key !== "span") return spansIn(inner, `${path}.${key}`);
    const { start, end } = inner as { start: number; end: number };
    return [{ path, start, end }];
  });
}

/** Spans of the elements that stand for lines: what is in none of them must be named by a diagnostic. */
export function elementSpans(design: Design): readonly { start: number; end: number }[] {
  const parts = design.tables.flatMap((table) => [
    table.span,
    ...[...table.keys, ...table.references, ...table.indexes, ...table.checks].map((part) => part.span),
  ]);
  return [...parts, ...[...design.templates, ...design.edges, ...design.sections].map((part) => part.span)];
}
