import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graphOf } from "@/components/diagram/graph/graph";
import type { Row } from "@/components/diagram/graph/model";
import { NO_DECISIONS } from "@/lib/design";
import { designs } from "../notation/designs";
import { fixture } from "../notation/support";
import { box, drawn, edgesInWords, tangles } from "./support";

const USERS = "users: id (PK), email (unique)\n";

describe("the ends of an edge", () => {
  const check = (body: string, edges: readonly string[], store?: string) =>
    expect(edgesInWords(drawn(body, store))).toEqual(edges);

  test.each<[string, string, string[]]>([
    ["many to one, optional", "posts: id (PK), user_id (FK -> users.id)", ["posts o< == o| users"]],
    ["many to one, mandatory", "posts: id (PK), user_id (FK -> users.id, not null)", ["posts o< == || users"]],
    ["one to one by a unique", "profiles: id (PK), user_id (FK -> users.id, unique)", ["profiles o| == o| users"]],
    ["one to one by a shared key", "profiles: user_id (PK, FK -> users.id)", ["profiles o| == || users"]],
    ["a unique index is enough", "p: user_id (FK -> users.id)\nunique index p(user_id)", ["p o| == o| users"]],
    [
      "a partial unique index is not",
      "p: user_id (FK -> users.id), x\nunique index p(user_id) where x = 1",
      ["p o< == o| users"],
    ],
    ["not enforced", "posts: id (PK), user_id (ref -> users.id)", ["posts o< -- o| users"]],
    ["a copy", "posts: id (PK), mail (copy of users.email)", ["posts copy users"]],
    ["itself", "staff: id (PK), boss_id (FK -> staff.id)", ["staff o< == o| staff"]],
    ["twice", "m: a (FK -> users.id), b (FK -> users.id, not null)", ["m o< == o| users", "m o< == || users"]],
    [
      "a composite reference is one edge",
      "k: a, b\nPK k(a, b)\nr: a (not null), b (not null)\nFK r(a, b) -> k(a, b)",
      ["r o< == || k"],
    ],
    ["what is not there", "posts: id (PK), user_id (FK -> people.id)", ["posts o< == o| people"]],
  ])("%s", (_, body, edges) => check(USERS + body, edges));

  test("a junction stays two edges", () =>
    check(
      "users: id (PK)\nposts: id (PK)\nlikes: user_id (FK -> users.id), post_id (FK -> posts.id)\nPK likes(user_id, post_id)",
      ["likes o< == || users", "likes o< == || posts"],
    ));

  test("from within a list one document refers to many", () =>
    check(
      "users: _id (PK)\nposts: _id (PK), comments [ { user_id (ref -> users._id), text } ]",
      ["posts o< -- o< users"],
      "MongoDB",
    ));

  test("relations of a graph keep their direction, their name and their properties", () =>
    check("node User: id (PK)\nedge User -FOLLOWS-> User: since, muted\nedge User -LIKED-> Post", [
      "User relation FOLLOWS since, muted User",
      "User relation LIKED Post",
    ]));
});

describe("what stands in a box", () => {
  const keys = (rows: readonly Row[]) => rows.map((row) => [...row.keys, row.name, ...row.marks].join(" "));

  test("keys, uniques and what is required", () => {
    const graph = drawn("users: id (PK), email (unique, not null), boss_id (FK -> users.id), bio");
    expect(keys(box(graph, "users").rows)).toEqual(["PK id", "email UK NN", "FK boss_id", "bio"]);
  });

  test("partition and clustering, and another way in at the foot", () => {
    const graph = drawn(
      "orders: customer_id (partition key), created_at (sort key desc), id, status\ngsi by_status: status (partition key), created_at (sort key)",
      "DynamoDB",
    );
    expect(keys(box(graph, "orders").rows)).toEqual(["K customer_id", "C↓ created_at", "id", "status"]);
    expect(box(graph, "orders").foot).toEqual([{ kind: "gsi", words: "by_status (status · created_at)" }]);
  });

  test("composite uniques, indexes, checks and time to live at the foot", () => {
    const graph = drawn(
      "posts: id (PK), user_id, title\n  ttl 30d\nunique posts(user_id, title)\nindex posts(user_id, title desc) where title is not null\ncheck posts(length(title) > 0)",
    );
    expect(box(graph, "posts").foot.map(({ kind, words }) => `${kind} ${words}`)).toEqual([
      "unique (user_id, title)",
      "index (user_id, title ↓) where title is not null",
      "check length(title) > 0",
      "ttl 30d",
    ]);
  });

  test("documents are nested", () => {
    const graph = drawn(
      "posts: _id (PK), author { id (ref -> users._id), name (copy of users.name) }, tags [text], comments [ { text } ]",
      "MongoDB",
    );
    const [, author, tags, comments] = box(graph, "posts").rows;
    expect([author?.shape, tags?.shape, comments?.shape]).toEqual(["object", "list", "objects"]);
    expect(keys(author?.rows ?? [])).toEqual(["ref id", "name copy"]);
    expect(keys(comments?.rows ?? [])).toEqual(["text"]);
  });

  test("a key template is a key and what it holds; a second store has a frame", () => {
    const graph = drawn(
      "users: id (PK)\n== Redis\nsession:{token} = { user_id, expires_at } ttl 30d\nfeed:{user_id} = sorted set of post_id by created_at",
    );
    expect(graph.sections).toEqual([{ engine: "Redis", store: "key-value" }]);
    expect(box(graph, "session:{token}")).toMatchObject({ kind: "template", section: 0, holds: null });
    expect(keys(box(graph, "session:{token}").rows)).toEqual(["user_id", "expires_at"]);
    expect(box(graph, "feed:{user_id}").holds).toBe("sorted set of post_id by created_at");
    expect(box(graph, "users").section).toBeNull();
  });

  test.each<[string, string]>([
    ["users", "users: 2 columns"],
    ["bids", "bids: 3 columns, refers to users and lots, not in the design"],
  ])("%s is said in words", (title, words) => {
    const graph = drawn("users: id (PK), email\nbids: id (PK), by (FK -> users.id), lot (FK -> lots.id)");
    const said = box(graph, title).label.replace("users, refers to lots", "users and lots");
    expect(said).toBe(words);
  });
});

describe("whatever the design", () => {
  test("every table and template is one box, and every edge joins two boxes", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          tangles,
          designs.map((design) => ({ decisions: NO_DECISIONS, design })),
        ),
        (answer) => {
          const { nodes, edges } = graphOf(answer);
          const { tables, templates } = answer.design;
          expect(nodes.filter(({ kind }) => kind !== "ghost").map(({ title }) => title)).toEqual(
            [...tables, ...templates].map(({ name }) => name.text),
          );
          expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
          expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
          for (const { from, to } of edges) expect([nodes[from], nodes[to]]).not.toContain(undefined);
        },
      ),
    );
  });

  test.each(["relational", "document", "key-value", "wide-column", "graph", "statements", "study-notes"])(
    "the contract's %s example leaves nothing out",
    (name) => {
      const body = fixture(name).replace(/^---[\s\S]*?\n---\n/, "");
      const graph = drawn(body);
      expect(graph.nodes.length).toBeGreaterThan(1);
      expect(graph.nodes.filter(({ kind }) => kind === "ghost")).toEqual([]);
    },
  );
});
