import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Span } from "@/lib/diagnostics";
import { Problems } from "@/lib/notation/problems";
import { readCqlStatements } from "@/lib/notation/sql/cql";
import { readStatements } from "@/lib/notation/sql/read";
import { type Schema, schemasIn } from "./sql-oracle";
import { elementSpans, spansIn, withoutSpans } from "./support";

const READERS = { sql: readStatements, cql: readCqlStatements };
type Language = keyof typeof READERS;

function reading(text: string, language: Language = "sql") {
  const problems = new Problems();
  const { design, accounted } = READERS[language](text, { start: 0, end: text.length }, problems);
  return { design, accounted, diagnostics: problems.list() };
}

/** What every text must give: places that lie in it. */
function check(text: string, language: Language = "sql") {
  const { design, diagnostics } = reading(text, language);
  const outside = spansIn({ design, diagnostics }).filter(
    ({ start, end }) => start < 0 || start > end || end > text.length,
  );
  expect(outside).toEqual([]);
  return design;
}

const PIECES = [
  "CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE NOT NULL);",
  "create table t (",
  "  id int primary key,",
  "  name varchar(50 not null,",
  "  price numeric(10,2)),",
  "  note text default 'abc,",
  '  "quoted name" text',
  "  `back` int,",
  "  [bracket] [int],",
  "  body text;",
  "  primary key (id, name)",
  "  foreign key user_id references users(id),",
  "  constraint c check (a > 0),",
  "  exclude using gist (a with =),",
  "  key idx (name(10)),",
  ")",
  ");",
  ") ENGINE=InnoDB;",
  ",",
  ";",
  "create index on t (lower(name) desc) where id > 3;",
  "create index on nowhere (x);",
  "alter table t add column x int, drop column name;",
  "alter table t rename to s;",
  "drop table t;",
  "create type mood as enum ('a', 'b');",
  "create domain d as text check (value <> '');",
  "create table p partition of t for values in (1);",
  "create table l (like users including all);",
  "create table i () inherits (users);",
  "insert into t values (1, 'x;y');",
  "create function f() returns int as $$ begin; end $$ language sql;",
  "create trigger g after insert on t begin update t set x = 1; end;",
  "$$ open",
  "/* open",
  "*/",
  "-- a comment",
  "# another",
  "DELIMITER ;;",
  "GO",
  "COPY t FROM stdin;",
  "\\.",
  "-- +goose Down",
  "words that say nothing",
  "é̀ ﷽ 🙂 \u2028 \u0000",
  "primary key ((a, b), c)) with clustering order by (c desc);",
  "create materialized view v as select * from t where a is not null primary key (a);",
  "x map<text, frozen<list<int>>,",
  "E'\\'",
  "''",
  '"',
];

const noise = fc
  .array(
    fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 }), fc.constantFrom(" ", "\n", "(", ")", "'")),
    {
      maxLength: 24,
    },
  )
  .map((pieces) => pieces.join("\n"));

test.each<Language>(["sql", "cql"])("no text makes the reader of %s throw, and every place lies inside", (language) => {
  fc.assert(
    fc.property(noise, (text) => void check(text, language)),
    { numRuns: 400 },
  );
});

const covers = (spans: readonly Span[], start: number, end: number) =>
  spans.some((span) => span.start < end && span.end > start);

const COMMENT = /^\s*(--.*|#.*|\/\/.*|\/\*.*\*\/;?|[()\s;,]*|go|\/)$/i;

/** Lines that are in no element, no diagnostic and not counted as left out. */
function lostLines(text: string, language: Language = "sql"): readonly string[] {
  const { design, accounted, diagnostics } = reading(text, language);
  const spans = [...elementSpans(design), ...accounted, ...diagnostics.map(({ span }) => span)];
  const lines: string[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    if (!COMMENT.test(line.replace(/\r$/, "")) && !covers(spans, at, at + line.length)) lines.push(line);
    at += line.length + 1;
  }
  return lines;
}

const CORPUS: readonly (Schema & { language: Language })[] = [
  ...["postgresql", "mysql", "sqlite", "messy"]
    .flatMap(schemasIn)
    .map((schema) => ({ ...schema, language: "sql" as const })),
  ...schemasIn("cql").map((schema) => ({ ...schema, language: "cql" as const })),
];

/** Lines inside a statement that says nothing of a design: their loss changes nothing, and may not. */
const SAYS_NOTHING =
  /^\s*(--|#|\/\/|\/\*|\*\/|\) engine|engine\s*=|default character|comment\s*=|and (?!default_time)\w+ = |on update|for values|partition)|^[\s(),;]*$|comment '|^go$|^\s*constraint \S+$|^\s*where .* is not null$|time_to_live = 0$/i;

describe.each(CORPUS)("$file", ({ text, language }) => {
  test("loses no line", () =>
    expect(
      lostLines(
        text.replace(/\/\*[\s\S]*?\*\//g, (it) => it.replace(/\S/g, " ")),
        language,
      ),
    ).toEqual([]));

  test("says something with each line of an element", () => {
    const { design, diagnostics } = reading(text, language);
    const spans = elementSpans(design);
    const meaning = (one: Pick<ReturnType<typeof reading>, "design" | "diagnostics">) =>
      JSON.stringify(withoutSpans({ design: one.design, messages: one.diagnostics.map(({ message }) => message) }));
    const whole = meaning({ design, diagnostics });
    let at = 0;
    const idle: string[] = [];
    for (const line of text.split("\n")) {
      const [start, end] = [at, Math.min(at + line.length + 1, text.length)];
      at = end;
      if (SAYS_NOTHING.test(line) || !covers(spans, start, end)) continue;
      if (meaning(reading(text.slice(0, start) + text.slice(end), language)) === whole) idle.push(line);
    }
    expect(idle).toEqual([]);
  });

  test("means the same in other white space", () => {
    const spread = text.replace(/\n/g, "\r\n\t ").replace(/\t/g, "  \t");
    const tables = (design: unknown) => JSON.stringify(design).replace(/\\[rn]|\\t|\s/g, "");
    expect(tables(withoutSpans(reading(spread, language).design))).toBe(
      tables(withoutSpans(reading(text, language).design)),
    );
  });
});

test("keywords in any case mean the same", () => {
  const text = `CREATE TABLE users (id BIGINT PRIMARY KEY, email VARCHAR(20) NOT NULL UNIQUE DEFAULT 'Ab');
CREATE UNIQUE INDEX u ON users USING BTREE (email DESC) WHERE id > 3;
CREATE TABLE posts (id INT, user_id BIGINT REFERENCES users (id) ON DELETE SET NULL, CHECK (id > 0), PRIMARY KEY (id));
ALTER TABLE posts ADD COLUMN state TEXT NOT NULL, ADD CONSTRAINT s UNIQUE (state);`;
  const words = text.split(/\b/);
  const plain = (design: unknown) => JSON.stringify(withoutSpans(design)).toLowerCase();
  const whole = plain(reading(text).design);
  const cases = fc.array(fc.boolean(), { minLength: words.length, maxLength: words.length });
  fc.assert(
    fc.property(cases, (lower) => {
      const written = words.map((word, i) => (lower[i] ? word.toLowerCase() : word.toUpperCase())).join("");
      expect(plain(reading(written).design)).toBe(whole);
    }),
  );
});

const BIG = 240_000;
const LARGE: readonly [string, string][] = [
  ["one word", "a".repeat(1_000_000)],
  ["one line of columns", `create table t (${"a int, ".repeat(140_000)}b int)`],
  ["open parentheses", "create table t (a int default ".padEnd(BIG, "(")],
  ["closing parentheses", ")".repeat(BIG)],
  ["early closing", `create table t (${"a int), ".repeat(BIG / 8)}`],
  ["brackets", "([{".repeat(BIG / 3)],
  ["nested brackets", `create table t (a int check ${"(".repeat(BIG / 2)}${")".repeat(BIG / 2)})`],
  ["quotes", "'".repeat(BIG + 1)],
  ["mixed quotes", `"'\``.repeat(BIG / 3)],
  ["quotes over lines", "'a\n".repeat(BIG / 3)],
  ["dollar quotes", Array.from({ length: 40_000 }, (_, i) => `$t${i}$ `).join("")],
  ["open comments", "/* ".repeat(BIG / 3)],
  ["versions", "/*!40101 ".repeat(BIG / 9)],
  ["tables", "create table t (a int);\n".repeat(BIG / 24)],
  ["indexes on nothing", "create index on t (a);\n".repeat(BIG / 23)],
  ["changes", `create table t (a int);${"alter table t add b int;\n".repeat(6_000)}`],
  ["references to nothing", `create table t (${"a int references nowhere(b),".repeat(BIG / 28)}c int)`],
  ["delimiters", "delimiter ;;\n".repeat(BIG / 13)],
  ["angles", `create table t (a ${"map<".repeat(BIG / 4)}`],
  ["copies", "copy t from stdin;\n".repeat(BIG / 19)],
  ["words", "word ".repeat(BIG / 5)],
  ["drops", "create table a (x int); drop table a;\n".repeat(BIG / 38)],
  ["columns to drop", `create table a (x int); alter table a ${"add c int, drop c, ".repeat(BIG / 19)} add d int`],
];

test.each(LARGE)(
  "a great deal of %s is read",
  (_, text) => {
    check(text);
    check(text, "cql");
  },
  30_000,
);
