import { Compiler, DEFAULT_ENTRY, MemoryProjectLayout } from "@dbml/parse";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Design, Table } from "@/lib/design";
import { printAs, readSheet } from "@/lib/notation";
import { loadScenarios } from "@/lib/scenario/load";
import { corpus, countDesign, expectedCounts } from "./corpus/count";
import { designs, relationalDesigns } from "./designs";
import { sheetOf, spansIn, withoutSpans } from "./support";

/** What the makers of DBML read in a text, with the complaints that they have. */
function oracle(text: string) {
  const layout = new MemoryProjectLayout();
  layout.setSource(DEFAULT_ENTRY, text);
  const report = new Compiler(layout).interpretFile(DEFAULT_ENTRY);
  return { errors: report.getErrors().map((error) => error.diagnostic), database: report.getValue() };
}

function read(text: string): Design {
  const { value, diagnostics } = readSheet(text);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return value.design;
}

const files = corpus("dbml").map(({ file, text }) => [file, text] as const);

describe.each(files)("%s", (_, text) => {
  test("holds what its header counts, without an error", () => {
    const design = read(text);
    expect(design.dialect).toBe("dbml");
    expect(countDesign(design)).toEqual(expectedCounts(text));
  });

  test("is read as its makers read it", () => {
    const { errors, database } = oracle(text);
    expect(errors).toEqual([]);
    const { tables } = read(text);
    expect(tables.map((table) => table.name.text)).toEqual(database?.tables.map((table) => table.name));
    for (const [i, theirs] of (database?.tables ?? []).entries())
      compareTable(tables[i], theirs, database?.tablePartials ?? []);
    const ours = tables.flatMap((table) =>
      table.references.map((one) => ends(table.name.text, one.columns, one.target)),
    );
    const refs = (database?.refs ?? []).map(({ endpoints: [a, b] }) =>
      [a, b]
        .map((end) => `${end?.tableName}(${end?.fieldNames.join()})`)
        .sort()
        .join(" "),
    );
    const inherited = ours.length - refs.length;
    expect(inherited).toBeGreaterThanOrEqual(0);
    for (const ref of refs) expect(ours).toContain(ref);
  });

  test("reads the same once printed as DBML", () => {
    const design = read(text);
    const printed = printAs(design, "dbml");
    expect(oracle(printed).errors).toEqual([]);
    expect(essence(read(printed))).toEqual(essence(design));
  });
});

const ends = (table: string, columns: readonly string[], target: { table: string; columns: readonly string[] }) =>
  [`${table}(${columns.join()})`, `${target.table}(${target.columns.join()})`].sort().join(" ");

type Theirs = NonNullable<ReturnType<typeof oracle>["database"]>;

function compareTable(
  ours: Table | undefined,
  theirs: Theirs["tables"][number],
  partials: Theirs["tablePartials"],
): void {
  const injected = partials.filter((partial) => theirs.partials.some(({ name }) => name === partial.name));
  const all = [...theirs.fields, ...injected.flatMap((partial) => partial.fields)];
  const columns = new Map(ours?.attributes.map((attribute) => [attribute.name.text, attribute]));
  expect([...columns.keys()].sort()).toEqual(all.map((field) => field.name).sort());
  for (const field of all) {
    const own = columns.get(field.name);
    const type = `${own?.type ?? ""}${own?.shape === "list" ? "[]" : ""}`;
    if (!type.startsWith("enum(")) expect(type.replace(/\s/g, "")).toBe(field.type.type_name.replace(/\s/g, ""));
    expect(own?.notNull, field.name).toBe(field.not_null === true);
    expect(own?.default === null, field.name).toBe(field.dbdefault === undefined);
  }
  const pointed = theirs.indexes.filter((index) => index.pk).length + Math.sign(all.filter((field) => field.pk).length);
  expect(ours?.keys.filter((key) => key.primary)).toHaveLength(pointed);
  expect(ours?.keys.filter((key) => !key.primary)).toHaveLength(all.filter((field) => field.unique).length);
  const indexes = [...theirs.indexes, ...injected.flatMap((partial) => partial.indexes)].filter((index) => !index.pk);
  expect(ours?.indexes.map(({ name, unique }) => [name, unique]).sort()).toEqual(
    indexes.map((index) => [index.name ?? null, index.unique === true]).sort(),
  );
  const checks = [...theirs.checks, ...all.flatMap((field) => field.checks)].map(({ expression }) => expression);
  expect(ours?.checks.map(({ expression }) => expression).sort()).toEqual(checks.sort());
}

const textOf = (value: object) => JSON.stringify(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)));
const byText = <T extends object>(items: readonly T[]) => items.toSorted((a, b) => textOf(a).localeCompare(textOf(b)));

/** What DBML keeps: a unique constraint of several columns is a unique index there, and order does not matter. */
function essence(design: Design) {
  return withoutSpans(design.tables).map((table) => {
    const constraints = table.keys.filter((key) => key.primary || key.columns.length === 1);
    const unique = table.keys.filter((key) => !key.primary && key.columns.length > 1);
    const asIndexes = unique.map(({ columns }) => ({
      kind: "index",
      name: null,
      columns: columns.map((path) => ({ path, direction: "asc" })),
      unique: true,
      include: [],
      where: null,
      method: null,
      partition: [],
    }));
    return {
      ...table,
      attributes: table.attributes.map((one) => ({ ...one, type: one.type?.replaceAll("','", "', '") ?? null })),
      keys: byText([...new Map(constraints.map((key) => [JSON.stringify(key), key])).values()]),
      references: byText(table.references.filter((one) => one.enforced)),
      checks: byText(table.checks),
      indexes: byText([...table.indexes, ...asIndexes].map((index) => ({ ...index }))),
    };
  });
}

test("what is printed as DBML reads back as the same design, and its makers accept it", () => {
  fc.assert(
    fc.property(relationalDesigns, (design) => {
      const printed = printAs(design, "dbml");
      expect(oracle(printed).errors).toEqual([]);
      expect(essence(read(printed))).toEqual(essence(design));
      expect(printAs(read(printed), "dbml")).toBe(printAs(read(printAs(read(printed), "dbml")), "dbml"));
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("any design at all prints as DBML that reads without an error", () => {
  fc.assert(
    fc.property(designs, (design) => {
      read(sheetOf(printAs(design, "dbml")));
    }),
    { numRuns: 200 },
  );
}, 60_000);

test("the model answers print as DBML that its makers accept", () => {
  for (const { answers } of loadScenarios()) {
    for (const { text } of answers) expect(oracle(printAs(readSheet(text).value.design, "dbml")).errors).toEqual([]);
  }
});

const PIECES = files.flatMap(([, text]) => text.split(/(?<=[\n{[(,:`'"}\])])/));

test("no text throws, and every place is inside the text", () => {
  const noise = fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
    ),
    {
      maxLength: 80,
    },
  );
  fc.assert(
    fc.property(noise, (parts) => {
      const text = `Table first {\n id int\n}\n${parts.join("")}`;
      const { value, diagnostics } = readSheet(text);
      for (const { start, end } of [...spansIn(value), ...diagnostics.map(({ span }) => span)]) {
        expect(start >= 0 && start <= end && end <= text.length).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

const SLIPS: readonly (readonly [what: string, text: string, says: RegExp, tables: number, columns: number])[] = [
  ["a misspelled setting", "Table a {\n id int [pk, unqiue]\n b int\n}", /Did you mean “unique”/, 1, 2],
  ["a setting never closed", "Table a {\n id int [pk\n b int\n}", /never closed/, 1, 2],
  ["a table never closed", "Table a {\n id int\n\nTable b {\n id int\n}", /never closed/, 2, 2],
  ["a brace too many", "Table a {\n id int\n}\n}\nTable b {\n id int\n}", /Nothing opens/, 2, 2],
  ["a misspelled element", "Tabel a {\n id int\n}\nTable b {\n id int\n}", /Did you mean “Table”/, 1, 1],
  ["a string never closed", "Table a {\n id int [note: 'x]\n b int\n}", /never closed/, 1, 2],
  [
    "a reference to nothing",
    "Table a {\n id int [ref: > user.id]\n}\nTable users {\n id int\n}",
    /no table “user”/,
    2,
    2,
  ],
  ["a reference to no column", "Table a {\n id int [ref: > b.ix]\n}\nTable b {\n id int\n}", /no column “ix”/, 2, 2],
  ["a reference without a target", "Table a {\n id int [ref: >]\n}", /Say what this points at/, 1, 1],
  ["a relation without a sign", "Table a {\n id int\n}\nRef: a.id b.id", /is not understood/, 1, 1],
  ["an index on nothing", "Table a {\n id int\n indexes {\n ix\n }\n}", /no column “ix”/, 1, 1],
  ["many to many", "Table a {\n id int\n}\nTable b {\n id int\n}\nRef: a.id <> b.id", /table of its own/, 2, 2],
  ["a comment never closed", "Table a {\n id int\n}\n/* the rest", /comment is never closed/, 1, 1],
  ["prose", "Table a {\n id int\n}\nI would add more.", /is not understood/, 1, 1],
  ["an unknown partial", "Table a {\n id int\n ~base\n}", /no partial “base”/, 1, 1],
];

test.each(SLIPS)("%s spoils itself alone", (_, text, says, tables, columns) => {
  const { value, diagnostics } = readSheet(text);
  expect(diagnostics.map(({ message }) => message).join("\n")).toMatch(says);
  const counts = countDesign(value.design);
  expect({ tables: counts.tables, columns: counts.columns }).toEqual({ tables, columns });
});

const LARGE: readonly (readonly [string, string])[] = [
  ["braces", `Table a ${"{".repeat(200_000)}`],
  ["brackets", `Table a {\n id int ${"[(".repeat(100_000)}`],
  ["tables in one line", "Table a { id int } ".repeat(10_000)],
  ["tables", "Table a {\n id int [pk]\n}\n".repeat(10_000)],
  ["columns", `Table a {\n${"id int [pk, ref: > b.c]\n".repeat(10_000)}}`],
  ["quotes", `Table a {\n${"' \" ` ".repeat(50_000)}`],
  ["relations", `Table a {\n id int\n}\n${"Ref: a.id > b.c\n".repeat(15_000)}`],
  ["partials", `${"TablePartial p {\n id int\n}\n".repeat(5_000)}Table a {\n${"~p\n".repeat(5_000)}}`],
  ["settings", `Table a {\n id int [${"unique, ".repeat(30_000)}]\n}`],
  ["comments", `Table a {\n id int\n}\n${"/* ".repeat(80_000)}`],
];

test.each(LARGE)(
  "a great deal of %s is read",
  (_, text) => {
    expect(readSheet(text).value.design.dialect).toBe("dbml");
  },
  30_000,
);

test.each([
  ["copy of users.username", { table: "users", column: "username" }],
  ["Shown beside each post; copy of users.name.first.", { table: "users", column: "name.first" }],
  ["a copy for the archive", null],
])("a note says what a column repeats: %s", (note, copyOf) => {
  const [table] = read(`Table posts {\n  id int [pk]\n  author_name text [note: '${note}']\n}`).tables;
  expect(table?.attributes[1]?.copyOf).toEqual(copyOf);
});
