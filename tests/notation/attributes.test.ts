import { expect, test } from "vitest";
import { aCheck, aKey, anAttribute, aReference, aTable, type Table } from "@/lib/design";
import { readSheet } from "@/lib/notation";
import { withoutSpans } from "./support";

type Part = Omit<Partial<Table>, "kind" | "name" | "attributes"> & { attribute?: Parameters<typeof anAttribute>[1] };

/** One attribute `c` as people write it, and what it means. The other tables are there to be pointed at. */
function check(written: string, { attribute, ...part }: Part): void {
  const { value, diagnostics } = readSheet(`t: ${written}\nusers: id\nitems: a, b\n`);
  expect(diagnostics, written).toEqual([]);
  const expected = aTable("t", { ...part, attributes: [anAttribute("c", attribute)] });
  expect(withoutSpans(value.design.tables[0]), written).toEqual(withoutSpans(expected));
}

const pk = { keys: [aKey(["c"], { primary: true })] };
const unique = { keys: [aKey(["c"])] };
const toUsers = { references: [aReference(["c"], "users", { target: { table: "users", columns: ["id"] } })] };
const toTable = { references: [aReference(["c"], "users")] };
const loose = {
  references: [aReference(["c"], "users", { enforced: false, target: { table: "users", columns: ["id"] } })],
};
const required = { attribute: { notNull: true } };

const FORMS: readonly (readonly [string, Part])[] = [
  ["c", {}],
  ["c text", { attribute: { type: "text" } }],
  ["c: text", { attribute: { type: "text" } }],
  ["c varchar(255)", { attribute: { type: "varchar(255)" } }],
  ["c numeric (10, 2)", { attribute: { type: "numeric (10, 2)" } }],
  ["c timestamp with time zone", { attribute: { type: "timestamp with time zone" } }],
  ["c double precision not null", { attribute: { type: "double precision", notNull: true } }],
  ["c enum(required, optional)", { attribute: { type: "enum(required, optional)" } }],
  ["c ENUM('a','b') NOT NULL", { attribute: { type: "ENUM('a','b')", notNull: true } }],
  ["c map<text, int>", { attribute: { type: "map<text, int>" } }],
  ["c text[]", { attribute: { type: "text", shape: "list" } }],
  ["c [text]", { attribute: { type: "text", shape: "list" } }],
  ["c []", { attribute: { shape: "list" } }],
  ["c (uuid, PK)", { ...pk, attribute: { type: "uuid" } }],
  ["c (PK)", pk],
  ["c pk", pk],
  ["c PRIMARY KEY", pk],
  ["c primary_key", pk],
  ["PK c", pk],
  ["c [pk]", pk],
  ["c (unique)", unique],
  ["c uniq", unique],
  ["c(UNIQUE)", unique],
  ["c (FK -> users.id)", toUsers],
  ["c(FK -> users.id)", toUsers],
  ["c FK users.id", toUsers],
  ["c fk → users.id", toUsers],
  ["c ⇒ users.id", toUsers],
  ["c -> users.id", toUsers],
  ["c references users(id)", toUsers],
  ["c (REFERENCES users (id))", toUsers],
  ["c (foreign key to users.id)", toUsers],
  ["FK c -> users.id", toUsers],
  ["c fk -> users", toTable],
  ["c (ref -> users.id)", loose],
  ["c (ref: > users.id)", loose],
  ["c (PK/FK -> users.id)", { ...pk, ...toUsers }],
  ["c (pk, fk -> users.id)", { ...pk, ...toUsers }],
  [
    "c (FK -> users.id on delete cascade)",
    { references: [{ ...aReference(["c"], "users", toUsers.references[0]), onDelete: "cascade" }] },
  ],
  [
    "c (FK -> users.id, ON DELETE SET NULL)",
    { references: [{ ...aReference(["c"], "users", toUsers.references[0]), onDelete: "set null" }] },
  ],
  ["c not null", required],
  ["c NOT_NULL", required],
  ["c (required)", required],
  ["c req'd", required],
  ["c!", required],
  ["c?", {}],
  ["c (nullable)", {}],
  ["c null", {}],
  ["c (check > 0)", { checks: [aCheck("c > 0")] }],
  ["c (check c > 0)", { checks: [aCheck("c > 0")] }],
  ["c (check (c > 0))", { checks: [aCheck("c > 0")] }],
  ["c (> 0)", { checks: [aCheck("c > 0")] }],
  ["c check in ('a', 'b') not null", { checks: [aCheck("c in ('a', 'b')")], ...required }],
  ["c (check c is not null or x > 1)", { checks: [aCheck("c is not null or x > 1")] }],
  ["c (default 0)", { attribute: { default: "0" } }],
  ["c timestamptz default now() not null", { attribute: { type: "timestamptz", default: "now()", notNull: true } }],
  ["c = 'open'", { attribute: { default: "'open'" } }],
  ["c int auto_increment", { attribute: { type: "int", default: "auto_increment" } }],
  ["c (copy of users.id)", { attribute: { copyOf: { table: "users", column: "id" } } }],
  ["c (partition key)", { partition: ["c"] }],
  ["c (sort key desc)", { clustering: [{ path: "c", direction: "desc" }] }],
  ["c (clustering)", { clustering: [{ path: "c", direction: "asc" }] }],
  ["c (ttl 30d)", { attribute: { ttl: "30d" } }],
  ["c { }", { attribute: { shape: "object" } }],
  ['"c" text', { attribute: { type: "text" } }],
  ["`c` (PK)", pk],
  ["c -- a comment", {}],
  ["c // a comment", {}],
  ["c # a comment", {}],
];

test.each(FORMS)("%s", check);

test("several PK notes make one key, in the order of the columns", () => {
  const [likes] = readSheet("likes: user_id (PK), post_id (PK), at\n").value.design.tables;
  expect(likes?.keys.map((key) => [key.columns, key.primary])).toEqual([[["user_id", "post_id"], true]]);
});

test("a check has the place of its note", () => {
  const text = "bids: id (PK), amount numeric (not null, check > 0)";
  const [check0] = readSheet(text).value.design.tables[0]?.checks ?? [];
  expect(text.slice(check0?.span.start, check0?.span.end)).toBe("check > 0");
});

test("notes inside an object are about its path", () => {
  const [posts] = readSheet("posts: author { id (ref -> users.id), tags [text] }\nusers: id\n").value.design.tables;
  expect(posts?.references[0]?.columns).toEqual(["author.id"]);
});
