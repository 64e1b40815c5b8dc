import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { command, lines } from "./commands";

const SQL = `create table users (id bigint primary key, email text not null unique);
create table posts (
  id bigint primary key,
  user_id bigint not null references users (id) on delete cascade,
  score int default 0 check (score >= 0)
);
create index posts_by_user on posts (user_id, id desc);
`;

describe("parse", () => {
  let folder: string;
  const file = (name: string, text: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "cardinality-parse-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("prints the design as JSON with the place of every element", () => {
    const path = file("schema.sql", SQL);
    const { code, out, err } = command("parse", [path]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { tables, ...rest } = JSON.parse(out);
    expect(rest).toEqual({
      file: path,
      dialect: "postgresql",
      templates: [],
      edges: [],
      sections: [],
      diagnostics: [],
    });
    const [users, posts] = tables;
    expect(users).toMatchObject({
      name: "users",
      primaryKey: ["id"],
      line: 1,
      column: 14,
      uniques: [{ columns: ["email"] }],
    });
    expect(
      posts.columns.map(({ name, type, notNull, primary }: Record<string, unknown>) => [name, type, notNull, primary]),
    ).toEqual([
      ["id", "bigint", true, true],
      ["user_id", "bigint", true, false],
      ["score", "int", false, false],
    ]);
    expect(posts.references).toMatchObject([
      { columns: ["user_id"], target: { table: "users", columns: ["id"] }, onDelete: "cascade" },
    ]);
    expect(posts.references[0].line).toBe(4);
    expect(posts.checks).toMatchObject([{ expression: "score >= 0", line: 5 }]);
    expect(posts.indexes).toMatchObject([{ name: "posts_by_user", unique: false, line: 7 }]);
  });

  test.each([
    ["shorthand", /^users: id bigint \(PK\), email text \(unique, not null\)\n/],
    ["sql", /^CREATE TABLE users \(/],
    ["dbml", /^Table users \{/],
    ["mermaid", /^erDiagram\n/],
    ["json", /^\{\n {2}"file": /],
  ])("--to %s", (notation, begins) => {
    const { code, out, err } = command("parse", [file("schema.sql", SQL), "--to", notation]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(begins);
  });

  test("what is not understood: one line each on standard error, exit 2, and the rest is printed", () => {
    const path = file("half.txt", "users: id (PK)\nnothing that is known here\n");
    const { code, out, err } = command("parse", [path, "--to=shorthand"]);
    expect({ code, out }).toEqual({ code: 2, out: "users: id (PK)\n" });
    expect(lines(err)).toHaveLength(1);
    expect(err).toMatch(/half\.txt:2:1 “nothing that is known here” is not understood/);
  });

  test("a warning alone is no failure", () => {
    const { code, err } = command("parse", [file("warned.txt", "users: id (PK), team_id (FK -> teams.id)\n")]);
    expect(code).toBe(0);
    expect(err).toMatch(/warned\.txt:1:\d+ There is no table “teams”/);
  });

  test("- reads standard input", () => {
    const { code, out } = command("parse", ["-", "--to", "dbml"], {}, "users: id uuid (PK)\n");
    expect({ code, out }).toEqual({ code: 0, out: "Table users {\n  id uuid [pk]\n}\n" });
  });

  const REFUSED: readonly (readonly [what: string, args: () => readonly string[], says: RegExp])[] = [
    ["no file", () => [], /^no file named/],
    ["two files", () => ["a.txt", "b.txt"], /^b\.txt: one file at a time/],
    ["a wrong flag", () => ["a.txt", "--json"], /^--json: unknown flag/],
    ["an unknown notation", () => ["a.txt", "--to", "xml"], /^--to xml: unknown notation; there are shorthand, sql/],
    ["a file that is not there", () => [join(folder, "nowhere.sql")], /nowhere\.sql: no such file$/],
    ["a folder", () => [folder], /a folder, not a file$/],
    ["bytes that are no text", () => [file("bytes.txt", Uint8Array.of(0xff, 0xfe, 0x80))], /not a text in UTF-8$/],
  ];

  test.each(REFUSED)("%s: exit 2, and one line that says what and where", (_, args, says) => {
    const { code, out, err } = command("parse", args());
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(lines(err)).toHaveLength(1);
    expect(err.trim()).toMatch(says);
  });
});
