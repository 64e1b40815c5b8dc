import { describe, expect, test } from "vitest";
import { type Drill, drillsOf, findDrill, QUESTIONS } from "@/lib/drills";
import { RULE_IDS } from "@/lib/rubric";
import { findBundle } from "@/lib/scenario/load";
import { ALL, graderOf, isRightBy, rightOf } from "./support";

const EVERY = ALL.flatMap(([, , drills]) => drills);

describe.each(ALL)("%s", (slug, scenario, drills) => {
  const grader = graderOf(scenario);

  test("every right option is what the grader says of the sheet, and no other option is", () => {
    const differ = drills.flatMap((drill) =>
      drill.options
        .filter((option) => isRightBy(grader, drill, option) !== option.right)
        .map((option) => `${drill.id}: ${option.text}`),
    );
    expect(differ).toEqual([]);
  });

  test("what it explains, the grader says of that rule and subject", () => {
    const unsaid = drills.filter((drill) => {
      const { evidence } = rightOf(drill);
      const sheets = [drill.text, ...(evidence.kind === "sheet" ? [evidence.text] : [])];
      return !sheets.some((text) =>
        grader(text).findings.some(
          ({ rule, subject, message }) =>
            rule === drill.rules[0] && subject === drill.subject && message === drill.explanation.message,
        ),
      );
    });
    expect(unsaid.map(({ id }) => id)).toEqual([]);
  });

  test("each has three to five options, all different, one of them right", () => {
    const odd = drills.filter(({ options }) => {
      const texts = new Set(options.map(({ text }) => text));
      const right = options.filter((option) => option.right);
      return options.length < 3 || options.length > 5 || texts.size !== options.length || right.length !== 1;
    });
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  test("a family holds the same flaw and nothing else", () => {
    const wrong = drills.filter(
      ({ family, operator, rules, subject }) => family !== [slug, operator, rules[0], subject].join("/"),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

test("there are two thousand and more, each with an id of its own", () => {
  expect(EVERY.length).toBeGreaterThanOrEqual(2000);
  expect(new Set(EVERY.map(({ id }) => id)).size).toBe(EVERY.length);
});

test("every question is asked somewhere, and every kind of store has its drills", () => {
  expect(QUESTIONS.filter((one) => !EVERY.some(({ question }) => question === one))).toEqual([]);
  const engines = ["PostgreSQL", "MySQL", "MongoDB", "Redis", "DynamoDB", "Cassandra", "Neo4j"];
  expect(engines.filter((one) => !EVERY.some(({ text }) => text.includes(`store: ${one}\n`)))).toEqual([]);
});

test("the same content gives the same drills", () => {
  const bundle = findBundle("url-shortener");
  const [, , drills] = ALL.find(([slug]) => slug === "url-shortener") ?? [];
  expect(bundle && drillsOf(bundle.scenario, bundle.answers)).toEqual(drills);
});

test("one is found by its id alone, and none by an id that is gone", () => {
  const bundle = findBundle("session-store");
  const [, , drills = []] = ALL.find(([slug]) => slug === "session-store") ?? [];
  const find = (id: string) => bundle && findDrill(bundle.scenario, bundle.answers, id);
  for (const drill of drills.filter((_, i) => i % 10 === 0)) expect(find(drill.id)).toEqual(drill);
  expect(find("session-store/2-templates-that-end/drop-ttl/nothing/stays")).toBeNull();
  expect(find("")).toBeNull();
});

test("no question and no option names a rule", () => {
  const words = EVERY.flatMap(({ asks, options }) => [asks, ...options.map(({ text }) => text)]);
  expect(words.filter((text) => RULE_IDS.some((rule) => text.includes(rule)))).toEqual([]);
});

/** How often an option that stands out would be the right one, against what chance gives. */
function guessed(drills: readonly Drill[], best: (...lengths: number[]) => number): number {
  const hits = drills.filter((drill) => {
    const lengths = drill.options.map(({ text }) => text.length);
    const most = best(...lengths);
    return rightOf(drill).text.length === most && lengths.filter((one) => one === most).length === 1;
  });
  return hits.length / drills.length;
}

/** Of fewer drills a share says little. */
const ENOUGH = 50;
const COUNTED = QUESTIONS.map((question) => [question, EVERY.filter((one) => one.question === question)] as const);

describe.each(COUNTED.filter(([, drills]) => drills.length >= ENOUGH))("the right answer of %s", (_, drills) => {
  test("is not told by its length", () => {
    expect(guessed(drills, Math.max)).toBeLessThan(0.45);
    expect(guessed(drills, Math.min)).toBeLessThan(0.45);
  });

  test("stands at no place of its own", () => {
    const first = drills.filter(({ options }) => options[0]?.right).length / drills.length;
    expect(first).toBeGreaterThan(0.12);
    expect(first).toBeLessThan(0.45);
  });
});
