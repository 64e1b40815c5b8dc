import { describe, expect, test } from "vitest";
import { readSheet } from "@/lib/notation";
import { runTruth } from "@/lib/proof/truth";
import { loadScenarios } from "@/lib/scenario/load";
import { aDatabase, SLOW } from "./support/database";
import { planText } from "./support/prove";

const db = aDatabase();

const answers = loadScenarios().flatMap(({ scenario, answers: all }) =>
  all
    .filter(({ text }) => (readSheet(text).value.decisions.store?.value.type ?? "relational") === "relational")
    .map(({ file, text }) => [`${scenario.slug}/${file}`, text] as const),
);

/** `npm run bench:proof -- --models` runs their queries as well. */
describe("each relational model answer refuses each bad row, and takes what is allowed", () => {
  test.each(answers)("%s", { timeout: SLOW }, async (_, text) => {
    const results = await runTruth(db, planText(text).truth);
    const said = results.map((result) =>
      result.tried === null
        ? `${result.attack.invariant}: ${result.why}`
        : `${result.attack.invariant} ${result.verdict}`,
    );
    expect(said).toEqual(results.map(({ attack }) => `${attack.invariant} holds`));
  });
});
