import { expect, test } from "vitest";
import { read } from "./sql-oracle";

/** A slip, what is read all the same (`table: columns`), and a piece of what is said about it. */
const SLIPS: readonly [string, readonly string[], string | null][] = [
  ["create table t (a int\n b int);", ["t: a, b"], "comma is missing"],
  ["create table t (a int, b int,);", ["t: a, b"], "one too many"],
  ["create table t (a int, b int", ["t: a, b"], "never closed"],
  ["create table t (a int)\ncreate table u (b int)", ["t: a", "u: b"], "semicolon is missing"],
  ["create table t (a int,\n b int\ncreate table u (c int);", ["t: a, b", "u: c"], "never closed"],
  ["create table t (\n a varchar(20 not null,\n b int\n);", ["t: a!, b"], "never closed"],
  ["create table t (\n a numeric(10,2)),\n b int\n);", ["t: a, b"], "closes nothing"],
  ["create table t (\n a text default 'x,\n b int\n);", ["t: a, b"], "never closed"],
  ["create table t (a int; b int);", ["t: a, b"], "write a comma"],
  ["create table t (a int chek (a > 0), b int);", ["t: a, b"], "not understood"],
  ["create table t (a int, 5 int, b int);", ["t: a, b"], "not understood"],
  ["create table t (a int, foreign key a references u(b)); create table u (b int);", ["t: a", "u: b"], "in brackets"],
  ["crate table t (a int);\ncreate table u (b int);", ["u: b"], "Did you mean “CREATE”"],
  ["create table t (a int references us(b)); create table u (b int);", ["t: a", "u: b"], "no table “us”"],
  ["create table t (a int, primary key (b));", ["t: a"], "no column “b”"],
  ["create table t (a int, a int);", ["t: a, a"], "stands here twice"],
  ["create index on t (a);", [], "no table “t”"],
  [
    "create table [dbo].[t] ([a] [int] IDENTITY(1,1) NOT NULL)\nGO\ncreate table u (b int)\nGO",
    ["t: a!", "u: b"],
    null,
  ],
  ["create table t (a int); -- +goose Down\ndrop table t;", ["t: a"], "down migration"],
  ["alter table t add b int; create table t (a int);", ["t: a, b"], null],
  ["create table t (a int, b int); alter table t drop column b;", ["t: a"], null],
];

test.each(SLIPS)("%s", (text, tables, words) => {
  const { value, diagnostics } = read(text);
  const told = value.design.tables.map(
    ({ name, attributes }) =>
      `${name.text}: ${attributes.map((one) => `${one.name.text}${one.notNull ? "!" : ""}`).join(", ")}`,
  );
  expect(told).toEqual(tables);
  if (words === null) expect(diagnostics).toEqual([]);
  else expect(diagnostics.map(({ message }) => message).join("\n")).toContain(words);
});
