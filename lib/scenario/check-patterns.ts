import { known, knownColumn, knownEntity, repeated } from "./check-names";
import type { Problem } from "./problem";
import { findEntityAttribute } from "./queries";
import type { Pattern, Scenario, Step } from "./schema";
import { readGiven, readOrder, readRange } from "./step";

type Path = Problem["path"];

const IDENTITY = ["id"];

function* checkGiven(
  scenario: Scenario,
  path: Path,
  step: Step,
  text: string,
  before: readonly Step[],
): Generator<Problem> {
  const given = readGiven(text);
  if (!given) {
    const message = `'${text}' is not understood. Write 'auction', 'status = open' or 'author in follow.followee'.`;
    yield { path, message };
    return;
  }
  yield* knownColumn(scenario, path, step.find, given.column, IDENTITY);
  if (given.kind === "constant") {
    const values = findEntityAttribute(scenario, step.find, given.column)?.values ?? [];
    if (values.length > 0) yield* known(path, `value of ${step.find}.${given.column}`, given.value, values);
  }
  if (given.kind === "among") {
    if (!before.some((earlier) => earlier.find === given.entity))
      yield { path, message: `No earlier step finds '${given.entity}', so there are no 'those' to look among.` };
    yield* knownColumn(scenario, path, given.entity, given.of, IDENTITY);
  }
}

function* checkStep(scenario: Scenario, path: Path, step: Step, before: readonly Step[]): Generator<Problem> {
  yield* knownEntity(scenario, [...path, "find"], step.find);
  for (const [i, text] of step.where.entries()) yield* checkGiven(scenario, [...path, "where", i], step, text, before);
  if (step.range !== undefined) {
    const range = readRange(step.range);
    if (range) yield* knownColumn(scenario, [...path, "range"], step.find, range.column);
    else yield { path: [...path, "range"], message: `'${step.range}' is no range. Write it like 'ends_at < t'.` };
  }
  if (step.order !== undefined) {
    const order = readOrder(step.order);
    if (order) yield* knownColumn(scenario, [...path, "order"], step.find, order.column, IDENTITY);
    else yield { path: [...path, "order"], message: `'${step.order}' is no order. Write it like 'created_at desc'.` };
  }
}

function* checkPattern(scenario: Scenario, path: Path, pattern: Pattern): Generator<Problem> {
  for (const [i, step] of pattern.steps.entries())
    yield* checkStep(scenario, [...path, "steps", i], step, pattern.steps.slice(0, i));
}

/** Steps that name what is not there, or that cannot be read. */
export function* checkPatterns(scenario: Scenario): Generator<Problem> {
  yield* repeated(
    ["patterns"],
    "pattern",
    scenario.patterns.map((pattern) => pattern.id),
    "id",
  );
  for (const [i, pattern] of scenario.patterns.entries()) yield* checkPattern(scenario, ["patterns", i], pattern);
}
