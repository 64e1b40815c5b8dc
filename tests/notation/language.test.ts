import { describe, expect, test } from "vitest";
import { readSheet } from "@/lib/notation";
import { countDesign } from "./corpus/count";

const SQL = "CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL);\nCREATE INDEX ON users (email);";
const DBML = "Table users {\n  id int [pk]\n}";
const SHORT = "users: id (PK), email (unique)";
const FRONT = "---\nscenario: auction\nstore: PostgreSQL\n---\n";
const FENCE = "```";

const FOUND: readonly (readonly [what: string, text: string, dialect: string, tables: number])[] = [
  ["shorthand", SHORT, "shorthand", 1],
  ["SQL", SQL, "postgresql", 1],
  ["DBML", DBML, "dbml", 1],
  ["SQL below decisions", FRONT + SQL, "postgresql", 1],
  ["DBML below decisions", FRONT + DBML, "dbml", 1],
  ["a byte order mark", `\uFEFF${SQL}`, "postgresql", 1],
  ["a byte order mark before DBML", `\uFEFF${DBML}`, "dbml", 1],
  ["CRLF", SQL.replaceAll("\n", "\r\n"), "postgresql", 1],
  ["comments first", `-- users: one a person\n/* create\n table */\n\n${SQL}`, "postgresql", 1],
  ["a rule of dashes first", `--------------------\n-- Users\n--------------------\n${SQL}`, "postgresql", 1],
  ["DBML comments first", `// users: id\n/* Table x { */\n${DBML}`, "dbml", 1],
  [
    "create table in a remark",
    `# create table users would be the SQL\n-- create table a (id int)\n${SHORT}`,
    "shorthand",
    1,
  ],
  ["create table in a block comment of DBML", `/*\ncreate table a (id int);\n*/\n${DBML}`, "dbml", 1],
  ["an index in SQL's words below shorthand", `${SHORT}\nCREATE INDEX ON users(email)`, "shorthand", 1],
  ["settings before the tables", `SET search_path = public;\nDROP TABLE IF EXISTS a;\n${SQL}`, "postgresql", 1],
  ["an odd name", 'CREATE TABLE "order items" (id bigint PRIMARY KEY);', "postgresql", 1],
  ["a table whose bracket opens on the next line", "create table users\n(\n  id uuid primary key\n);", "postgresql", 1],
  ["backquotes", "CREATE TABLE `users` (`id` int PRIMARY KEY);", "mysql", 1],
  ["a block of code", `${FENCE}sql\n${SQL}\n${FENCE}`, "postgresql", 1],
  ["a block of DBML", `${FENCE}dbml\n${DBML}\n${FENCE}`, "dbml", 1],
  ["a block of shorthand", `${FENCE}\n${SHORT}\n${FENCE}`, "shorthand", 1],
  [
    "two blocks",
    `${FENCE}sql\n${SQL}\n${FENCE}\n\n${FENCE}sql\ncreate table posts (id uuid primary key);\n${FENCE}`,
    "postgresql",
    2,
  ],
  ["CQL", "CREATE TABLE m (chat_id uuid, sent_at timestamp, PRIMARY KEY ((chat_id), sent_at));", "cql", 1],
  ["CQL by its store", "---\nstore: Cassandra\n---\nCREATE TABLE users (id uuid PRIMARY KEY, name text);", "cql", 1],
  ["only relations of DBML", "Ref: a.id > b.id", "dbml", 0],
  ["nothing", "", "shorthand", 0],
];

test.each(FOUND)("%s", (_, text, dialect, tables) => {
  const { value, diagnostics } = readSheet(text);
  expect({ dialect: value.design.dialect, tables: value.design.tables.length }).toEqual({ dialect, tables });
  if (tables > 0) expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

describe("a section below", () => {
  const SECTION = "== Redis\nsession:{token} = { user_id } ttl 30d\nprofile:{user_id} = hash of name\n";

  test.each([
    ["SQL", SQL],
    ["DBML", DBML],
    ["shorthand", SHORT],
    ["a block of code", `${FENCE}sql\n${SQL}\n${FENCE}`],
  ])("%s is shorthand", (_, body) => {
    const text = `${FRONT}${body}\n\n${SECTION}`;
    const { value, diagnostics } = readSheet(text);
    expect(diagnostics).toEqual([]);
    expect(countDesign(value.design)).toMatchObject({ tables: 1, templates: 2, sections: 1 });
    expect(value.design.templates.map(({ section }) => section)).toEqual([0, 0]);
    const [token] = value.design.templates;
    expect(text.slice(token?.name.span.start, token?.name.span.end)).toBe("session:{token}");
  });

  test("may name the tables above it", () => {
    const { diagnostics } = readSheet(`${SQL}\n== MongoDB\nposts: _id (PK), user_id (ref -> users.id)\n`);
    expect(diagnostics).toEqual([]);
  });

  test("is not begun by a line in a comment", () => {
    const { value } = readSheet(`/*\n== Users ==\n*/\n${SQL}`);
    expect(countDesign(value.design)).toMatchObject({ tables: 1, sections: 0 });
  });
});

test("prose around a block of code is named and spoils nothing", () => {
  const text = `Here is my design:\n${FENCE}sql\n${SQL}\n${FENCE}\nThat is all.`;
  const { value, diagnostics } = readSheet(text);
  expect(countDesign(value.design)).toMatchObject({ tables: 1, columns: 2, indexes: 1 });
  expect(diagnostics.map(({ span }) => text.slice(span.start, span.end))).toEqual([
    "Here is my design:",
    "That is all.",
  ]);
  const [users] = value.design.tables;
  expect(text.slice(users?.name.span.start, users?.name.span.end)).toBe("users");
});

test("a store that the language is not for is worth a hint", () => {
  const { diagnostics } = readSheet(`---\nstore: MongoDB\n---\n${SQL}`);
  expect(diagnostics.map(({ severity }) => severity)).toEqual(["hint"]);
  expect(diagnostics[0]?.message).toMatch(/MongoDB.*SQL/);
});

test("a remark above the front matter does not hide it", () => {
  const { value, diagnostics } = readSheet(`# my answer\n\n${FRONT}${SHORT}`);
  expect(diagnostics).toEqual([]);
  expect(value.decisions.scenario?.value).toBe("auction");
  expect(value.decisions.store?.value.engine).toBe("PostgreSQL");
});

const PLAIN = "create table users (id bigint primary key, name varchar(20) not null);";

test.each([
  ["MySQL", "mysql"],
  ["MariaDB 11", "mysql"],
  ["SQLite", "sqlite"],
  ["postgres 16", "postgresql"],
  ["CockroachDB", "postgresql"],
  ["Oracle", "postgresql"],
  ["relational", "postgresql"],
])("SQL that any engine could speak is that of the store: %s", (store, dialect) => {
  expect(readSheet(`---\nstore: ${store}\n---\n${PLAIN}`).value.design.dialect).toBe(dialect);
});

test("the store decides between dialects of SQL, whatever the words; a second store does not", () => {
  const lite = "create table t (id integer primary key autoincrement, a text default 'x\\', b int);";
  const dialect = (front: string, body: string) => readSheet(`---\n${front}\n---\n${body}`).value.design.dialect;
  expect(dialect("store: PostgreSQL", "create table t (id int unsigned) engine=InnoDB;")).toBe("postgresql");
  expect(dialect("store: MySQL", "create table t (id serial, at timestamptz default now());")).toBe("mysql");
  expect(dialect("also: { MySQL: [transactions] }", lite)).toBe("sqlite");
  expect(dialect("store: MySQL", "users: id (PK)")).toBe("shorthand");
});
