/**
 * `npm run bench:mutants [-- --scenario auction] [--operator "drop a key"] [--wrong] [--sheets] [--equivalent]`: model answers
 * with one thing done to each, by operator: how many the right rule tells of, and what is said beside it.
 */
import { describeOutcome, isCaught, judge, modelAnswers, mutantSheet, type Outcome } from "../rubric/mutation/judge";
import { mutantsOf } from "../rubric/mutation/operator";
import { OPERATORS } from "../rubric/mutation/operators";

const say = (text: string) => process.stdout.write(`${text}\n`);
const words = process.argv.slice(2);
const flag = (name: string) => words.includes(`--${name}`);
const wordAfter = (name: string) => (flag(name) ? (words[words.indexOf(`--${name}`) + 1] ?? null) : null);
const percent = (part: number, all: number) => (all === 0 ? "–" : `${((100 * part) / all).toFixed(1)} %`);

const wanted = wordAfter("operator");
const operators = OPERATORS.filter(({ name }) => wanted === null || name.includes(wanted));
const outcomes = modelAnswers(wordAfter("scenario")).flatMap((model) =>
  mutantsOf(model, operators).map((mutant) => judge(model, mutant)),
);

function print(outcome: Outcome): void {
  say(describeOutcome(outcome));
  if (flag("sheets")) say(`\n${mutantSheet(outcome.mutant)}`);
}

if (flag("wrong")) for (const one of outcomes) if (one.missing.length + one.unrelated.length > 0) print(one);
if (flag("equivalent"))
  for (const { model, mutant, equivalent } of outcomes)
    if (equivalent) say(`${model.name}: ${mutant.what}  [${mutant.operator}]: ${mutant.reason}`);

interface Row {
  readonly all: number;
  readonly equivalent: number;
  readonly caught: number;
  readonly noisy: number;
}

function rowOf(own: readonly Outcome[]): Row {
  return {
    all: own.length,
    equivalent: own.filter(({ equivalent }) => equivalent).length,
    caught: own.filter(isCaught).length,
    noisy: own.filter(({ unrelated }) => unrelated.length > 0).length,
  };
}

function line(name: string, { all, equivalent, caught, noisy }: Row): string {
  const live = all - equivalent;
  return `${name.padEnd(42)} ${String(all).padStart(7)} ${String(equivalent).padStart(10)} ${`${caught}/${live}`.padStart(11)} ${percent(caught, live).padStart(8)} ${String(noisy).padStart(10)}`;
}

say(`\n${"operator".padEnd(42)} mutants equivalent      caught            unrelated`);
for (const { name } of operators) say(line(name, rowOf(outcomes.filter(({ mutant }) => mutant.operator === name))));
say(line("all", rowOf(outcomes)));
