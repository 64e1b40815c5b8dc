import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { alternativesOf } from "@/lib/scenario";
import { checkContent, contentRoot, loadDecks, loadScenarios, renderProblem } from "@/lib/scenario/load";

test("all of the content is sound", () => {
  expect(checkContent().map(renderProblem)).toEqual([]);
});

test("every folder of scenarios and every deck is loaded", () => {
  const names = (folder: string) => readdirSync(join(contentRoot(), folder)).map((name) => name.replace(/\.yaml$/, ""));
  expect(loadScenarios().map(({ scenario }) => scenario.slug)).toEqual(names("scenarios").sort());
  expect(new Set(loadDecks().map(({ deck }) => deck))).toEqual(new Set(names("cards")));
});

/** Words of a solution: a brief that holds one of them gives the answer away. */
const SOLUTION =
  /\b(tables?|columns?|index(es)?|shard(s|ed|ing)?|partition|foreign keys?|primary keys?|denormali[sz]e\w*|junction)\b|`/i;

describe.each(loadScenarios().map((bundle) => [bundle.scenario.slug, bundle] as const))("%s", (_, bundle) => {
  test("its brief is short enough to be read at the start of an interview, and solves nothing", () => {
    const words = bundle.brief.split(/\s+/).length;
    expect(words).toBeGreaterThan(200);
    expect(words).toBeLessThan(450);
    expect(bundle.brief).not.toMatch(SOLUTION);
  });

  test("each number that a pattern limits by stands in the words it quotes", () => {
    for (const { words, steps } of bundle.scenario.patterns)
      for (const limit of steps.flatMap((step) => step.limit ?? []))
        if (limit > 1) expect(words).toContain(String(limit));
  });

  test("it has model answers of several shapes, each under a title of its own", () => {
    const titles = bundle.answers.map(({ title }) => title);
    expect(titles.length).toBeGreaterThanOrEqual(3);
    expect(new Set(titles).size).toBe(titles.length);
    expect(bundle.answers.map(({ file }) => file)[0]).toMatch(/^1-/);
  });

  test("a model answer says everything that the front matter may say", () => {
    for (const { text } of bundle.answers)
      for (const key of ["scenario", "level", "store", "because", "volume", "consistency"])
        expect(text).toMatch(new RegExp(`^${key}:`, "m"));
  });

  test("no two mistakes are the same sheet, nor is one a model answer", () => {
    const bodies = [...bundle.answers, ...bundle.mistakes].map(({ text }) => text.replace(/^#.*\n/gm, ""));
    expect(new Set(bodies).size).toBe(bodies.length);
  });

  test("each alternative that is a copy serves some pattern", () => {
    for (const copy of alternativesOf(bundle.scenario, "copy")) expect(copy.serves.length).toBeGreaterThan(0);
  });
});
