import { PGlite } from "@electric-sql/pglite";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Design, Table } from "@/lib/design";
import { printAs, readSheet } from "@/lib/notation";
import { loadScenarios } from "@/lib/scenario/load";
import { corpus } from "./corpus/count";
import { designs, relationalDesigns } from "./designs";
import { fixture, sheetOf, withoutSpans } from "./support";

let database: PGlite;
beforeAll(async () => {
  database = await PGlite.create();
}, 60_000);
afterAll(() => database.close());

/** Runs the statements on an empty schema; what PostgreSQL says against them fails the test with the text beside it. */
async function accept(sql: string): Promise<void> {
  await database.exec("drop schema public cascade; create schema public");
  try {
    await database.exec(sql);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${sql}`);
  }
}

function read(text: string): Design {
  const { value, diagnostics } = readSheet(sheetOf(text));
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return value.design;
}

const byText = <T>(items: readonly T[]) => items.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

/** What SQL keeps: the order of a table's columns, not of its keys, checks and indexes. */
function essence(design: Design) {
  const tables = design.tables.map((table: Table) => ({
    ...table,
    keys: byText(withoutSpans(table.keys)),
    references: byText(withoutSpans(table.references)),
    checks: byText(withoutSpans(table.checks)),
    indexes: byText(withoutSpans(table.indexes)),
  }));
  return withoutSpans(tables);
}

test("what is printed as SQL reads back as the same design, and PostgreSQL accepts it", async () => {
  await fc.assert(
    fc.asyncProperty(relationalDesigns, async (design) => {
      const sql = printAs(design, "sql");
      const again = read(sql);
      expect(essence(again)).toEqual(essence(design));
      expect(printAs(again, "sql")).toBe(sql);
      await accept(sql);
    }),
    { numRuns: 120 },
  );
}, 120_000);

test("any design at all prints as SQL that PostgreSQL accepts, the same from the second print on", async () => {
  await fc.assert(
    fc.asyncProperty(designs, async (design) => {
      const first = printAs(design, "sql");
      await accept(first);
      const second = printAs(read(first), "sql");
      await accept(second);
      expect(printAs(read(second), "sql")).toBe(second);
    }),
    { numRuns: 120 },
  );
}, 120_000);

const FOLDERS = ["cql", "dbml", "mysql", "postgresql", "shorthand", "sqlite"];

const sheets = [
  ...["relational", "study-notes", "document", "key-value", "wide-column", "graph", "statements"].map(
    (name) => [name, fixture(name)] as const,
  ),
  ...loadScenarios().flatMap(({ scenario, answers, mistakes }) =>
    [...answers, ...mistakes].map(({ file, text }) => [`${scenario.slug}/${file}`, text] as const),
  ),
  ...FOLDERS.flatMap((folder) => corpus(folder).map(({ file, text }) => [`${folder}/${file}`, text] as const)),
];

test.each(sheets)("%s: its SQL is accepted, and reads back to the same SQL", async (_, text) => {
  const { design } = readSheet(text).value;
  const first = printAs(design, "sql");
  await accept(first);
  const second = printAs(read(first), "sql");
  await accept(second);
  expect(printAs(read(second), "sql")).toBe(second);
});
