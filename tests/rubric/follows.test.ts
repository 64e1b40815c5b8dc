import { expect, test } from "vitest";
import { gradeSheet } from "@/lib/practice";
import { findBundle } from "@/lib/scenario/load";

/** What costs something, and what is said beside it and costs nothing, as `rule subject`. */
function grade(slug: string, file: string, edits: readonly (readonly [string, string])[]) {
  const bundle = findBundle(slug);
  const answer = bundle?.answers.find((one) => one.file.startsWith(file));
  if (!bundle || !answer) throw new Error(`there is ${slug}/${file}`);
  const text = edits.reduce((now, [from, to]) => {
    expect(now).toContain(from);
    return now.replace(from, to);
  }, answer.text);
  const { findings } = gradeSheet({ text, scenario: bundle.scenario, teaches: new Map() });
  const flaws = findings.filter(({ verdict }) => verdict !== "met");
  const named = (costs: boolean) =>
    flaws.filter(({ possible }) => possible > 0 === costs).map(({ rule, subject }) => `${rule} ${subject}`);
  return { costs: named(true).toSorted(), follows: named(false).toSorted() };
}

test.each([
  [
    "a key too small for its rows, and the questions that its partition then answers in part",
    "device-metrics",
    "1-",
    [
      [
        "metric_id (clustering), recorded_at (clustering desc), value",
        "recorded_at (clustering desc), metric_id, value",
      ],
    ],
    ["keys/not-identifying reading"],
    ["wide-column/filtering chart", "wide-column/filtering latest"],
  ],
  [
    "a node that nothing finds, and the walks and look-ups that begin at it",
    "fraud-rings",
    "1-",
    [["devices:   id (PK), fingerprint (unique)", "devices:   id, fingerprint"]],
    ["constraints/unique fingerprint-once", "keys/missing device"],
    ["device-accounts", "device-by-fingerprint", "near-fraud", "ring"].map((id) => `indexes/unserved ${id}`),
  ],
  [
    "a node with a key that the question does not give",
    "fraud-rings",
    "1-",
    [["devices:   id (PK), fingerprint (unique)", "devices:   id (PK), fingerprint"]],
    ["constraints/unique fingerprint-once", "indexes/unserved device-by-fingerprint"],
    [],
  ],
] as const)("%s", (_what, slug, file, edits, costs, follows) => {
  expect(grade(slug, file, edits)).toEqual({ costs, follows });
});
