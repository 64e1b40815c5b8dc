import { describe, expect, test } from "vitest";
import { printPattern, readPatterns } from "@/lib/scenario";
import { findBundle, loadScenarios } from "@/lib/scenario/load";

const scenario = findBundle("auction")?.scenario;
if (!scenario) throw new Error("no auction");

const read = (text: string) => readPatterns(text, scenario);

describe("patterns as a person writes them", () => {
  test("a block a pattern, a line a word, the comment above says what it asks", () => {
    const { patterns, problems } = read(
      "# who leads?\nfind bid\nwhere auction\norder amount desc\nlimit 1\n\nfind auction\nwhere status = open, item\nrange ends_at < t",
    );
    expect(problems).toEqual([]);
    expect(patterns).toMatchObject([
      { id: "own-1", asks: "who leads?", steps: [{ find: "bid", where: ["auction"], order: "amount desc", limit: 1 }] },
      {
        id: "own-2",
        asks: "Question 2",
        steps: [{ find: "auction", where: ["status = open", "item"], range: "ends_at < t" }],
      },
    ]);
  });

  test.each(loadScenarios().map((bundle) => [bundle.scenario.slug, bundle.scenario] as const))(
    "what %s asks is read back as it was printed",
    (_, one) => {
      const { patterns, problems } = readPatterns(one.patterns.map(printPattern).join("\n\n"), one);
      expect(problems).toEqual([]);
      expect(patterns.map(({ asks, steps }) => ({ asks, steps }))).toEqual(
        one.patterns.map(({ asks, steps }) => ({ asks, steps })),
      );
    },
  );

  test.each([
    ["where auction", 1, /before any 'find'/],
    ["find", 1, /needs the entity/],
    ["find bidd", 1, /bidd/],
    ["find bid\nwhere colour", 2, /colour/],
    ["find bid\norder amount downwards", 2, /no order/],
    ["find bid\nrange amount", 2, /no range/],
    ["find bid\nlimit many", 2, /whole number/],
    ["find bid\nlimit 1\nlimit 2", 3, /twice/],
    ["find bid\nwhere", 2, /Nothing stands behind 'where'/],
    ["find bid\ngroup by auction", 2, /none of find/],
    ["# ok\nfind bid\n\nfind user\nwhere nothing_such", 5, /nothing_such/],
  ])("%j: a problem in line %i", (text, line, message) => {
    const [first] = read(text).problems;
    expect(first?.line).toBe(line);
    expect(first?.message).toMatch(message);
  });

  test("a pattern with a problem does not take the others with it", () => {
    expect(read("find bid\nwhere colour\n\nfind bid\nwhere auction").patterns.map(({ id }) => id)).toEqual(["own-2"]);
  });
});
