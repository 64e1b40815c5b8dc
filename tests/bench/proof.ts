/**
 * `npm run bench:proof [-- --scenario x --operator y --models --repeat 5 --wrong]`: every relational model answer, and its mutants that touch a key, a
 * reference, a constraint or an index, on a real PostgreSQL. Prints where the grader and PostgreSQL say different things. `--repeat`: each
 * model answer so many times, on tables made anew, and whether the evidence is the same to the byte.
 */
import { Bench, BROWSER_SIZES, type Difference, differences, planAnswer, runProofs } from "@/lib/proof";
import { openDatabase } from "@/lib/proof/pglite";
import { grade } from "@/lib/rubric";
import type { Model, Mutant } from "../rubric/mutation/claim";
import { modelAnswers } from "../rubric/mutation/judge";
import { mutantsOf } from "../rubric/mutation/operator";
import { OPERATORS } from "../rubric/mutation/operators";

const TOUCHED = /primary key|a key too small|reference|unique|not-null|check|index/;
const say = (text: string) => process.stdout.write(`${text}\n`);
const word = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? null : (process.argv[at + 1] ?? null);
};
const [scenario, operator] = [word("scenario"), word("operator") ?? ""];
const [onlyModels, showsWrong] = [process.argv.includes("--models"), process.argv.includes("--wrong")];

type Case = Pick<Mutant, "operator" | "what" | "answer">;

interface Count {
  designs: number;
  holds: number;
  fails: number;
  unrun: number;
  different: number;
}

const counts = new Map<string, Count>();
const countOf = (name: string): Count => {
  const count = counts.get(name) ?? { designs: 0, holds: 0, fails: 0, unrun: 0, different: 0 };
  counts.set(name, count);
  return count;
};

const repeat = Number(word("repeat") ?? "1");
const repeated = { answers: 0, same: 0 };

const db = await openDatabase();
const bench = new Bench(db, { remember: true });
const started = Date.now();

async function proveCase(model: Model, { operator: name, what, answer }: Case): Promise<void> {
  const plan = planAnswer({ answer, scenario: model.scenario, sizes: BROWSER_SIZES });
  const count = countOf(name);
  count.designs += 1;
  if (typeof plan === "string") return;
  const proofs = await runProofs(plan, db, bench);
  const { findings } = grade({ text: "", answer, diagnostics: [], scenario: model.scenario, teaches: new Map() });
  for (const { verdict, id, why } of proofs) {
    if (verdict === "holds") count.holds += 1;
    else if (verdict === "fails") count.fails += 1;
    else count.unrun += 1;
    if (name === ITSELF && verdict !== "holds" && showsWrong) say(`${model.name}: ${id} ${verdict}: ${why}`);
  }
  const found = differences(proofs, findings, model.scenario);
  count.different += found.length;
  if (showsWrong) for (const one of found) say(describe(model, what, one));
}

/** Runs an answer's proofs again on tables of its own. */
async function repeatCase({ name, answer, scenario: asked }: Model): Promise<void> {
  const plan = planAnswer({ answer, scenario: asked, sizes: BROWSER_SIZES });
  if (typeof plan === "string") return;
  const evidence = new Set<string>();
  for (let at = 0; at < repeat; at++) evidence.add(JSON.stringify(await runProofs(plan, db, new Bench(db))));
  repeated.answers += 1;
  if (evidence.size === 1) repeated.same += 1;
  else say(`${name}: ${evidence.size} different evidences in ${repeat} runs`);
}

function describe({ name }: Model, what: string, { id, rule, graded, proved, why }: Difference): string {
  return `${name}: ${what}: ${id} (${rule}) is ${graded} by the grader, and ${proved} on PostgreSQL: ${why}`;
}

const ITSELF = "the answer itself";

for (const model of modelAnswers(scenario).filter(({ store }) => store === "relational")) {
  await proveCase(model, { operator: ITSELF, what: ITSELF, answer: model.answer });
  const operators = OPERATORS.filter(({ name }) => TOUCHED.test(name) && name.includes(operator));
  for (const mutant of onlyModels ? [] : mutantsOf(model, operators)) await proveCase(model, mutant);
  if (repeat > 1) await repeatCase(model);
  if (showsWrong) say(`${model.name} done, ${Math.round((Date.now() - started) / 1000)} s`);
}
await db.close();

const line = (cells: readonly (string | number)[]) =>
  cells.map((cell, at) => (at === 0 ? String(cell).padEnd(34) : String(cell).padStart(10))).join("");
say(line(["operator", "designs", "hold", "fail", "not run", "different"]));
for (const [name, { designs, holds, fails, unrun, different }] of counts)
  say(line([name, designs, holds, fails, unrun, different]));
if (repeat > 1) say(`the same evidence to the byte in ${repeat} runs: ${repeated.same} of ${repeated.answers} answers`);
say(`rows ${BROWSER_SIZES.small} and ${BROWSER_SIZES.large}; ${Math.round((Date.now() - started) / 1000)} s`);
