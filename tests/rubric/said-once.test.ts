import { expect, test } from "vitest";
import { gradeSheet } from "@/lib/practice";
import { saidOnce } from "@/lib/rubric";
import { findBundle } from "@/lib/scenario/load";

function flaws(slug: string, text: string) {
  const scenario = findBundle(slug)?.scenario;
  if (!scenario) throw new Error(`there is a scenario ${slug}`);
  const { findings } = gradeSheet({ text: `---\nscenario: ${slug}\n${text}`, scenario, teaches: new Map() });
  const names = (all: typeof findings, rule: string) =>
    all.filter((one) => one.rule === rule).map((one) => one.subject);
  return (rule: string) => ({ all: names(findings, rule), read: names(saidOnce(findings), rule) });
}

test("a key that changes is told of once, and found by the entity and by the attribute", () => {
  const of = flaws("auction", "---\nusers: username (PK), email (unique)\nbids: id (PK), amount");
  expect(of("keys/mutable-natural")).toEqual({ all: ["user", "user.username"], read: ["user"] });
});

test("a list of links is told of once, and found by the link and by its relation", () => {
  const of = flaws("news-feed", "---\nusers: id (PK), username, following_ids [id]\nposts: id (PK), content");
  expect(of("relationships/no-junction")).toEqual({ all: ["follow", "follow->followee"], read: ["follow"] });
});

test("what follows but says something of its own stays", () => {
  const of = flaws("auction", "store: Neo4j\n---\nnode User: id (PK)");
  expect(of("graph/not-needed").read).toEqual(["graph"]);
});
