import { expect, test } from "vitest";
import { printDesign, readSheet } from "@/lib/notation";
import { withoutSpans } from "./support";

/** Another way to write a body, and the way that the contract shows. Both mean the same, and neither is complained about. */
function check(written: string, canonical: string): void {
  const [one, other] = [readSheet(written), readSheet(canonical)];
  expect(one.diagnostics, written).toEqual([]);
  expect(other.diagnostics, canonical).toEqual([]);
  const bare = (text: string) => printDesign(readSheet(text).value.design);
  expect(withoutSpans(one.value.design), bare(written)).toEqual(withoutSpans(other.value.design));
}

const USERS = "users: id (PK), email (unique)";
const FOLLOWS = "follows: a, b\n";

const TABLES: readonly (readonly [string, string])[] = [
  ["users(id (PK), email (unique))", USERS],
  ["users (id PK, email unique)", USERS],
  ["users:\n  id (PK)\n  email (unique)", USERS],
  ["users\n  - id (PK)\n  - email (unique)", USERS],
  ["users:\n  * id (PK),\n  * email (unique),", USERS],
  ["table users: id (PK), email (unique)", USERS],
  ["- users: id (PK), email (unique)", USERS],
  ["1. users: id (PK), email (unique)", USERS],
  ["\t\t- users: id (PK), email (unique)", USERS],
  ["users { id PK, email unique }", USERS],
  ["users: {\n  id: (PK),\n  email: (unique)\n}", USERS],
  ["users: id (PK),\nemail (unique)", USERS],
  ["users: id (\nPK\n), email (unique)", USERS],
  ["users: id (PK) # the key\n\n  # and\n  , email (unique) -- once", USERS],
  ["users: id (PK), email (unique)\r\n", USERS],
  ["```\nusers: id (PK), email (unique)\n```", USERS],
  ["public.users: id (PK), email (unique)", USERS],
  ["users:\n  PK id\n  unique email", USERS],
];

test.each(TABLES)("table: %j", check);

const STATEMENTS: readonly (readonly [string, string])[] = [
  [`${FOLLOWS}  unique (a, b)`, `${FOLLOWS}unique follows(a, b)`],
  [`${FOLLOWS}  UNIQUE follows(a,b)`, `${FOLLOWS}unique follows(a, b)`],
  [`${FOLLOWS}unique (a, b)`, `${FOLLOWS}unique follows(a, b)`],
  [`${FOLLOWS}  constraint once unique (a, b)`, `${FOLLOWS}unique follows(a, b)`],
  ["follows: a, b, unique(a, b)", `${FOLLOWS}unique follows(a, b)`],
  [`${FOLLOWS}primary key on follows (a, b)`, `${FOLLOWS}PK follows(a, b)`],
  [`${FOLLOWS}  PK a, b`, `${FOLLOWS}PK follows(a, b)`],
  [`${FOLLOWS}  primary key: a, b`, `${FOLLOWS}PK follows(a, b)`],
  [`${FOLLOWS}index on follows(a, b desc)`, `${FOLLOWS}index follows(a, b desc)`],
  [`${FOLLOWS}  index a, b desc`, `${FOLLOWS}index follows(a, b desc)`],
  [`${FOLLOWS}  index (a: 1, b: -1)`, `${FOLLOWS}index follows(a, b desc)`],
  [`${FOLLOWS}index follows.a`, `${FOLLOWS}index follows(a)`],
  [`${FOLLOWS}index: follows(a)`, `${FOLLOWS}index follows(a)`],
  [`${FOLLOWS}index follows(a), follows(b)`, `${FOLLOWS}index follows(a)\nindex follows(b)`],
  [`${FOLLOWS}index Follow(a)`, `${FOLLOWS}index follows(a)`],
  [`${FOLLOWS}index follows(a)\n   include (b)\n   where a > 1`, `${FOLLOWS}index follows(a) include (b) where a > 1`],
  [`${FOLLOWS}  index by_a (a)`, `${FOLLOWS}index by_a on follows(a)`],
  [`${FOLLOWS}unique follows(a) where b is null`, `${FOLLOWS}unique index follows(a) where b is null`],
  [`${FOLLOWS}check follows.a > 0`, `${FOLLOWS}check follows(a > 0)`],
  [`${FOLLOWS}  check a > 0`, `${FOLLOWS}check follows(a > 0)`],
  [`${FOLLOWS}  check (a > 0)`, `${FOLLOWS}check follows(a > 0)`],
  [`${USERS}\n${FOLLOWS}FK follows.a -> users.id`, `${USERS}\n${FOLLOWS}FK follows(a) -> users(id)`],
  [`${USERS}\n${FOLLOWS}follows.a → users.id`, `${USERS}\n${FOLLOWS}FK follows(a) -> users(id)`],
  [`${USERS}\n${FOLLOWS}  foreign key (a) references users(id)`, `${USERS}\n${FOLLOWS}FK follows(a) -> users(id)`],
];

test.each(STATEMENTS)("statement: %j", check);

const OTHERS: readonly (readonly [string, string])[] = [
  [`session:\${token} = hash { a }`, `session:\${token} = hash of a`],
  ["feed:{user_id} -> sorted set of post_id, by at", "feed:{user_id} = sorted set of post_id by at"],
  ["feed:{user_id}: zset of post_id ordered by at", "feed:{user_id} = sorted set of post_id by at"],
  ["s:{id} = { a } (ttl 30d)", "s:{id} = { a } ttl 30d"],
  ["s:{id} = { a }, expires after 30d", "s:{id} = { a } ttl 30d"],
  ["posts: id, tags [ a, b ]", "posts: id, tags [ { a, b } ]"],
  ["node A: id\n(A)-[:KNOWS]->(A)", "node A: id\nedge A -KNOWS-> A"],
  ["node A: id\nnode B: id\nedge A <-KNOWS- B", "node A: id\nnode B: id\nedge B -KNOWS-> A"],
  ["node A: id\nedge KNOWS: A -> A", "node A: id\nedge A -KNOWS-> A"],
  ["node A: id\nA --KNOWS--> A: since", "node A: id\nedge A -KNOWS-> A: since"],
  ["o: a, b\ngsi x on o: a (partition key), b (sort key)", "o: a, b\n  gsi x: a, b"],
  ["o: a, b\n  gsi x (PK: a, SK: b)", "o: a, b\n  gsi x: a, b"],
  ["o: a, b, c\n  primary key ((a, b), c)", "o: a (partition key), b (partition key), c (clustering)"],
];

test.each(OTHERS)("other stores: %j", check);

test("a second store's tables and templates know their section", () => {
  const { design } = readSheet("users: id (PK)\n\n== Redis ==\nsession:{token} = { user_id }\nhot: id\n").value;
  expect(design.sections.map((section) => section.engine)).toEqual(["Redis"]);
  expect(design.tables.map((table) => table.section)).toEqual([null, 0]);
  expect(design.templates.map((template) => template.section)).toEqual([0]);
});
