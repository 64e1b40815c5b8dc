import { describe, expect, test } from "vitest";
import { describeTrial, differences, type Model, models, smallest, type Trial, trialOf } from "./trial";
import { ambiguities } from "./words";

/** Changes made to each model answer in all, a few at a time; `CHANGES=2000` makes more. */
const CHANGES = Number(process.env.CHANGES ?? 200);

/** The trials of an answer that changed its report, each cut down. */
function failures(model: Model): readonly Trial[] {
  const failed: Trial[] = [];
  let made = 0;
  for (let seed = 1; made < CHANGES; seed++) {
    const trial = trialOf(model, seed);
    made += trial.changes.length;
    if (differences(model, trial).length > 0) failed.push(smallest(model, trial));
  }
  return failed;
}

const sizeOf = ({ changes }: Trial) => changes.length;

describe.each(models().map((model) => [model.name, model] as const))("%s", (_, model) => {
  test("is graded the same however it is written", { timeout: 120_000 }, () => {
    const [least, ...more] = failures(model).toSorted((a, b) => sizeOf(a) - sizeOf(b));
    expect(least && `${describeTrial(model, least)}\n(${more.length} more)`).toBeUndefined();
  });
});

test("no word of the content means two things on the same rows", () => {
  expect([...new Set(models().map(({ scenario }) => scenario))].flatMap(ambiguities)).toEqual([]);
});
