import { expect, test } from "vitest";
import { read } from "./sql-oracle";

/** What strangers' schemas write and this reader once missed, and how it reads now. */
const READ: readonly [string, string][] = [
  ["create table a (id int auto_increment key, b int);", "a(id int, b int) P id"],
  ["create table “a” (id int default 1, b text default ‘x’);", "a(id int=1, b text='x')"],
  [
    "create table a (t timestamp default ('now'::text)::timestamp(6) with time zone not null);",
    "a(t timestamp!=('now'::text)::timestamp(6) with time zone)",
  ],
  ["create foreign table a (id int options (column_name 'x') not null) server s;", "a(id int!)"],
  [
    "create table p (a int) partition by list (a); create table p1 partition of p for values in (1);" +
      " create index on p1 (a); alter table p1 add primary key (a);",
    "p(a int)",
  ],
  [
    "create table a (x int, y int); create unique index i on a (x); create unique index j on a (y);" +
      " alter table a add primary key using index i, add constraint u unique using index j;",
    "a(x int, y int) P x U y",
  ],
  [
    "create table a (id int, d tstzrange, primary key (id, d without overlaps));" +
      " create table b (a int, p tstzrange, foreign key (a, period p) references a (id, period d));",
    "a(id int, d tstzrange) P id,d; b(a int, p tstzrange) a,p->a(id,d)",
  ],
  [
    "create table a (s timestamp(6) generated always as row start, x int without system versioning, unique if not exists u (x)) with system versioning;",
    "a(s timestamp(6), x int) U x",
  ],
  ["create virtual table r using rtree(id, low, high, +note text);", "r(id, low, high, note)"],
  [
    "create table a (id int primary key default 1, check (id > 0));" +
      " create table b (like a); create table c (like a including constraints including indexes);",
    "a(id int=1) P id C id > 0; b(id int!); c(id int) P id C id > 0",
  ],
  ["/* one /* in it */ create table no (x int); */\ncreate table a (x int);", "a(x int)"],
  ["/* one /* not in it */\ncreate table a (x int);", "a(x int)"],
  ["create cached table a (x int);", "a(x int)"],
  [
    "create type t as (id int, b text); create table a of t (primary key (id), b with options not null, check (id > 0));",
    "a(id int, b text!) P id C id > 0",
  ],
  [
    "create table a (id int primary key, b text, family text, family f1 (id, b), family (family));",
    "a(id int, b text, family text) P id",
  ],
  ["create table a (id serial, b int, primary key (id)) engine=innodb;", "a(id serial!, b int) U id P id"],
  ["create table a (id serial primary key, b int);", "a(id serial, b int) P id"],
  ["create table a （id int primary key， b varchar（20） not null）；", "a(id int, b varchar(20)!) P id"],
  [
    "create table 'a' ('id' integer, primary key ('id')); create table b (x int references 'a'('id'));",
    "a(id integer) P id; b(x int) x->a(id)",
  ],
];

test.each(READ)("%s", (text, told) => {
  const { value, diagnostics } = read(text);
  const tables = value.design.tables.map((table) => {
    const columns = table.attributes.map((one) => {
      const type = one.type === null ? "" : ` ${one.type}`;
      return `${one.name.text}${type}${one.notNull ? "!" : ""}${one.default === null ? "" : `=${one.default}`}`;
    });
    const parts = [
      ...table.keys.map((key) => `${key.primary ? "P" : "U"} ${key.columns.join(",")}`),
      ...table.references.map(
        ({ columns: from, target }) => `${from.join(",")}->${target.table}(${target.columns.join(",")})`,
      ),
      ...table.checks.map(({ expression }) => `C ${expression}`),
      ...table.indexes.map(({ columns: of }) => `I ${of.map(({ path }) => path).join(",")}`),
    ];
    return [`${table.name.text}(${columns.join(", ")})`, ...parts].join(" ");
  });
  expect(tables.join("; ")).toBe(told);
  expect(diagnostics.filter(({ severity }) => severity !== "hint")).toEqual([]);
});

/** What a design has no place for is said once, mildly: nothing goes in silence. */
test.each([
  ["create table a (x int) with (fillfactor = 70, autovacuum_enabled = false);", "2 WITH"],
  ["create table a (x int) tablespace fast;", "1 TABLESPACE"],
  ["create table a (x int primary key with (fillfactor = 70) using index tablespace fast);", "1 WITH, 1 TABLESPACE"],
  ["create table a (x int); create index i on a (x) with (fillfactor = 70) tablespace fast;", "1 WITH, 1 TABLESPACE"],
  ["create table a (x int) engine=InnoDB row_format=compressed partition by hash(x);", "1 ENGINE, 1 ROW_FORMAT"],
  ["create table a (x integer primary key) strict, without rowid;", "1 STRICT, 1 WITHOUT"],
  ["create table a (x int); alter table a drop column y;", "unknown column"],
])("%s", (text, words) => {
  const { diagnostics } = read(text);
  expect(diagnostics.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    expect.stringMatching(new RegExp(`^hint: .*${words}`)),
  ]);
});

/** Without its brackets a condition is clear, so it is kept and the brackets are asked for. */
test.each([
  ["create table a (x int check x > 0 not null, y int);", "x > 0", "(x > 0)"],
  [
    "create table a (x int, y int, check x is not null and y > 0);",
    "x is not null and y > 0",
    "(x is not null and y > 0)",
  ],
  ["create table a (x int check x in (1, 2)\n, y int);", "x in (1, 2)", "(x in (1, 2))"],
])("%s", (text, expression, mended) => {
  const { value, diagnostics } = read(text);
  expect(value.design.tables.flatMap(({ checks }) => checks.map((check) => check.expression))).toEqual([expression]);
  expect(value.design.tables[0]?.attributes).toHaveLength(text.includes("y int") ? 2 : 1);
  expect(diagnostics.map(({ severity, fix }) => [severity, fix?.edits[0]?.text])).toEqual([["warning", mended]]);
});

test("a type that has no columns makes no table of it, and is named", () => {
  const { diagnostics } = read("create table a of nowhere (primary key (id));");
  expect(diagnostics.map(({ message }) => message).join()).toContain("There is no type “nowhere”");
});
