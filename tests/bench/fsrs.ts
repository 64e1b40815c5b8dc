/**
 * `npm run bench:fsrs [-- --reviews 300,2000,10000] [--seeds 5] [--learner guesses]`: FSRS with its default parameters, with
 * four fitted and with all fitted, beside a moving average, on simulated learners. What is fitted is fitted to the first four
 * fifths; all are measured on the rest. `truth` says what the learner's own memory says: nobody can do better on the whole.
 */
import { performance } from "node:perf_hooks";
import { LEARNERS } from "./learners/kinds";
import { type Measured, measureLearner, WAYS } from "./learners/measure";

const say = (text: string) => process.stdout.write(`${text}\n`);
const words = process.argv.slice(2);
const wordAfter = (name: string) => (words.includes(`--${name}`) ? words[words.indexOf(`--${name}`) + 1] : undefined);

const sizes = (wordAfter("reviews") ?? "300,2000,10000").split(",").map(Number);
const seeds = Number(wordAfter("seeds") ?? 5);
const wanted = wordAfter("learner");

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const fixed = (value: number | null, digits: number) => (value === null ? "–" : value.toFixed(digits));

/** The mean over the learners that were measured; null where there is none. */
function meanOf(all: readonly Measured[], pick: (one: Measured) => number | null): number | null {
  const values = all.map(pick).filter((value) => value !== null);
  return values.length === 0 ? null : mean(values);
}

function print(name: string, size: number, all: readonly Measured[]): void {
  const predicted = fixed(
    meanOf(all, ({ reviews }) => reviews),
    0,
  );
  const held = fixed(
    meanOf(all, ({ heldBack }) => heldBack),
    0,
  );
  say(`\n${name}: ${size} ratings, ${predicted} of them predicted, the last ${held} held back; mean of ${all.length}`);
  say(`${"".padEnd(16)} log loss   RMSE(bins)     AUC    fit ms    kept`);
  for (const way of WAYS) {
    const of = (pick: "logLoss" | "rmseBins" | "auc") => meanOf(all, ({ metrics }) => metrics[way]?.[pick] ?? null);
    const took =
      way === "four" || way === "all"
        ? fixed(
            meanOf(all, ({ took: ms }) => ms[way]),
            0,
          )
        : "";
    const kept = way === "four" || way === "all" ? String(all.filter((one) => one.kept === way).length) : "";
    const cells = [fixed(of("logLoss"), 4), fixed(of("rmseBins"), 4), fixed(of("auc"), 3), took, kept];
    const widths = [8, 12, 7, 9, 7] as const;
    say(`${way.padEnd(16)} ${cells.map((cell, at) => cell.padStart(widths[at] ?? 8)).join(" ")}`);
  }
  say(
    `what is used then loses ${fixed(
      meanOf(all, ({ gain }) => gain),
      4,
    )} less than the default, by the learner's true memory`,
  );
}

const began = performance.now();
for (const { name, make } of LEARNERS) {
  if (wanted !== undefined && !name.includes(wanted)) continue;
  for (const size of sizes) {
    const all: Measured[] = [];
    for (let seed = 1; seed <= seeds; seed += 1) all.push(await measureLearner(make(seed), size, seed));
    print(name, size, all);
  }
}
say(`\n${((performance.now() - began) / 1000).toFixed(0)} s in all`);
