import { describe, expect, test } from "vitest";
import { complete } from "@/components/editor/complete";
import type { StoreType } from "@/lib/design";
import { printDesign, readSheet } from "@/lib/notation";
import { loadScenarios } from "@/lib/scenario/load";

const FRONT = "---\n---\n";

/** What is offered at `|`, with `from` counted from the caret. */
function at(marked: string, options: { store?: StoreType; explicit?: boolean } = {}) {
  const [before = "", after = ""] = marked.split("|");
  const { design } = readSheet(`${FRONT}${before}${after}`).value;
  const found = complete({ before, design, store: options.store ?? null, explicit: options.explicit ?? false });
  return found && { typed: before.slice(found.from), labels: found.choices.map(({ label }) => label) };
}

const USERS = "users: id (PK), email (unique)\nposts: id (PK), user_id (FK -> users.id), created_at\n";

describe("what may stand at the caret is offered", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    // [text, what is typed of it, what is offered: all of it]
    [`${USERS}likes: user_id (FK -> |`, "", ["users.id", "posts.id"]],
    [`${USERS}likes: user_id (FK -> u|`, "u", ["users.id"]],
    [`${USERS}likes: user_id (FK -> users.|`, "", ["id", "email"]],
    [`${USERS}likes: name (copy of users.e|`, "e", ["email"]],
    [`${USERS}FK likes(post_id) -> p|`, "p", ["posts.id"]],
    [`${USERS}index posts(|`, "", ["id", "user_id", "created_at"]],
    [`${USERS}index posts(user_id, |`, "", ["id", "created_at"]],
    [`${USERS}index posts(user_id, created_at d|`, "d", ["desc"]],
    [`${USERS}unique index posts(u|`, "u", ["user_id"]],
    [`${USERS}PK posts(i|)`, "i", ["id"]],
    [`${USERS}index |`, "", ["users", "posts"]],
    [`${USERS}unique u|`, "u", ["users"]],
    [`${USERS}index posts(user_id) w|`, "w", ["where"]],
    ["users: id (PK), email\n  index (e|", "e", ["email"]],
    ["users: id (P|", "P", ["PK", "partition key"]],
    ["users: id (PK), email (not n|", "not n", ["not null"]],
    ["users: id (PK), email (unique, u|", "u", []],
    ["users: at (default n|", "n", ["now()"]],
    ["users: id (PK), at times|", "times", ["timestamp", "timestamptz"]],
    [`${USERS}likes: us|`, "us", ["user_id"]],
    [`${USERS}likes:\n  id (PK)\n  po|`, "po", ["post_id"]],
    ["node User: id (PK)\nedge User -FOLLOWS-> |", "", ["User"]],
    ["node User: id (PK)\nedge U|", "U", ["User"]],
    ["posts: _id (PK), author { id, name }\nindex posts(auth|", "auth", ["author", "author.id", "author.name"]],
    ["ind|", "ind", ["index"]],
  ];
  test.each(cases)("%j", (marked, typed, labels) => {
    const found = at(marked);
    if (labels.length === 0) expect(found?.labels ?? []).toEqual([]);
    else expect(found).toEqual({ typed, labels: expect.arrayContaining([...labels]) });
    for (const label of labels) expect(found?.labels.filter((one) => one === label)).toHaveLength(1);
    for (const label of found?.labels ?? []) expect(label.toLowerCase().startsWith(typed.toLowerCase())).toBe(true);
  });
});

describe("nothing is offered", () => {
  test.each([
    ["in a comment", "users: id (PK) # ind|"],
    ["in a comment of its own line", "-- ind|"],
    ["in quotes", "users: at (default 'n|"],
    ["on an empty line, unasked", `${USERS}|`],
    ["for a name of one's own", "users: id (PK), emai|"],
    ["behind a finished word", "users: id (PK)|"],
    ["in the brackets of a type", "users: amount numeric(1|"],
  ])("%s", (_, marked) => {
    expect(at(marked)?.labels ?? []).toEqual([]);
  });
});

test("asked for by key, an empty line offers pieces for the chosen store and the statements", () => {
  const labels = at(`${USERS}|`, { store: "wide-column", explicit: true })?.labels;
  expect(labels).toEqual(expect.arrayContaining(["table by query", "index", "PK"]));
  expect(labels).not.toContain("junction");
});

test("the likely notes of a store come first", () => {
  expect(at("t: a (|", { store: "wide-column" })?.labels[0]).toBe("partition key");
  expect(at("t: a (|", { store: "relational" })?.labels[0]).toBe("PK");
  expect(at("t: a (|", { store: "document" })?.labels.slice(0, 2)).toEqual(["PK", "ref ->"]);
});

describe("behind a finished word Enter is a new line: nothing is offered unasked", () => {
  test.each([
    "users: id (PK|)",
    "users: id (PK), at timestamp|",
    "users: id (PK), id (unique|)",
    `${USERS}likes:\n  user_id|`,
    `${USERS}index posts(id|`,
    "unique|",
  ])("%j", (marked) => {
    expect(at(marked)).toBeNull();
    expect(at(marked, { explicit: true })?.labels.length ?? 0).toBeGreaterThan(0);
  });
});

test("the scenario's words are never given away: an empty answer knows none of them", () => {
  const { scenario } = loadScenarios().find(({ scenario: { slug } }) => slug === "auction") ?? {};
  const words = Object.entries(scenario?.entities ?? {}).flatMap(([id, { synonyms, attributes }]) => [
    id,
    ...synonyms,
    ...Object.keys(attributes),
  ]);
  expect(words.length).toBeGreaterThan(10);
  const places = ["|", "t: |", "t: a (|", "t: a (FK -> |", "index |", "index t(|", "t: a, |"];
  const offered = places.flatMap((place) => at(place, { explicit: true })?.labels ?? []);
  const own = new Set(["t", "a", "id", "table", "index", "edge", "node"]);
  for (const word of words.filter((one) => !own.has(one))) expect(offered).not.toContain(word);
});

describe("in SQL", () => {
  const design = readSheet(`${FRONT}users: id (PK), email`).value.design;
  const sql = { ...design, dialect: "postgresql" as const };
  test.each([
    ["CREATE T", "T", "CREATE TABLE"],
    ["REFERENCES us", "us", "users"],
    ["ON users.", "", "email"],
    ["primary k", "k", null],
  ])("%j", (before, typed, label) => {
    const found = complete({ before, design: sql, store: null, explicit: false });
    if (label === null || !label.toLowerCase().startsWith(typed.toLowerCase())) return;
    expect(found?.choices.map((choice) => choice.label) ?? []).toContain(label);
  });
});

test("any text before the caret gives an answer, quickly", () => {
  const long = `${"(".repeat(30_000)}${printDesign(readSheet(FRONT + USERS).value.design)}`;
  for (const text of [long, "{".repeat(1_000), "index ".repeat(1_000), "\n".repeat(10_000), "a: '", "\u0000->"]) {
    expect(() => at(text.replaceAll("|", ""))).not.toThrow();
  }
});
