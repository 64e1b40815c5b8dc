import { expect, test } from "vitest";
import {
  aDesign,
  aKey,
  anAttribute,
  anIndex,
  aTable,
  findAttribute,
  findStore,
  findTable,
  isRequired,
  nameKey,
  plainName,
  primaryKeyOf,
  sameColumns,
  sameName,
  uniquesOf,
} from "@/lib/design";

test.each([
  ["users", "user", true],
  ["Users", "USER", true],
  ["order_items", "OrderItem", true],
  ["categories", "category", true],
  ["boxes", "box", true],
  ["status", "statu", false],
  ["address", "addresses", true],
  ["bids", "bidders", false],
  ["likes", "like", true],
  ["post_id", "postId", true],
])("%s and %s: the same name is %s", (a, b, same) => {
  expect(sameName(a, b)).toBe(same);
  expect(sameName(b, a)).toBe(same);
  expect(nameKey(a) === nameKey(b)).toBe(same);
});

test("a plain name has no case and no separators, in any script", () => {
  expect(["user_id", "userId", "User-ID", "Größe"].map(plainName)).toEqual(["userid", "userid", "userid", "größe"]);
});

const posts = aTable("posts", {
  attributes: [
    anAttribute("id"),
    anAttribute("title", { notNull: true }),
    anAttribute("author", { shape: "object", attributes: [anAttribute("id"), anAttribute("name", { notNull: true })] }),
    anAttribute("body"),
  ],
  keys: [aKey(["id"], { primary: true }), aKey(["title"])],
  indexes: [anIndex(["body"], { unique: true, where: "body <> ''" }), anIndex(["title"])],
  partition: ["author.id"],
  clustering: [{ path: "body", direction: "asc" }],
});

test("tables are found by name, the exact one before its plural", () => {
  const design = aDesign({ tables: [aTable("users"), aTable("user")] });
  expect(findTable(design, "user")?.name.text).toBe("user");
  expect(findTable(design, "USERS")?.name.text).toBe("users");
  expect(findTable(aDesign({ tables: [aTable("users")] }), "User")?.name.text).toBe("users");
  expect(findTable(design, "posts")).toBeNull();
});

test.each([
  ["author.name", "name"],
  ["Author.Name", "name"],
  ["author", "author"],
  ["author.age", null],
  ["name", null],
  ["title.length", null],
])("the attribute at %s is %s", (path, found) => {
  expect(findAttribute(posts, path)?.name.text ?? null).toBe(found);
});

test("uniqueness comes from keys and from unique indexes", () => {
  expect(uniquesOf(posts).map(({ columns, primary, where }) => [columns, primary, where])).toEqual([
    [["id"], true, null],
    [["title"], false, null],
    [["body"], false, "body <> ''"],
  ]);
  expect(primaryKeyOf(posts)?.columns).toEqual(["id"]);
  expect(primaryKeyOf(aTable("t", { keys: [aKey(["a"])] }))).toBeNull();
});

test.each([
  ["id", true],
  ["title", true],
  ["author.name", true],
  ["author.id", true],
  ["body", true],
  ["author", false],
  ["nowhere", false],
])("%s is required: %s", (path, required) => {
  expect(isRequired(posts, path)).toBe(required);
});

test("columns are the same up to case and separators, in their order", () => {
  expect(sameColumns(["user_id", "at"], ["userId", "AT"])).toBe(true);
  expect(sameColumns(["user_id", "at"], ["at", "user_id"])).toBe(false);
  expect(sameColumns(["a"], ["a", "b"])).toBe(false);
});

test.each([
  ["postgres 16", "relational", "PostgreSQL"],
  ["pg", "relational", "PostgreSQL"],
  ["PostgreSQL v16.2", "relational", "PostgreSQL"],
  ["MS SQL", "relational", "SQL Server"],
  ["Mongo DB", "document", "MongoDB"],
  ["neo4j 5", "graph", "Neo4j"],
  ["Neo4j", "graph", "Neo4j"],
  ["dynamo", "key-value", "DynamoDB"],
  ["key-value store", "key-value", null],
  ["Document database", "document", null],
  ["wide_column", "wide-column", null],
])("%s is a %s store", (text, type, engine) => {
  expect(findStore(text)).toEqual({ type, engine });
});

test.each(["", "16", "excel", "constructor", "__proto__", "toString"])("%j names no store", (text) => {
  expect(findStore(text)).toBeNull();
});
