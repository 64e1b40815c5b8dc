import { shuffled } from "@/lib/chance";
import type { Scenario } from "@/lib/scenario";
import type { Ask, Candidate } from "./ask";
import type { Drill } from "./drill";
import { type Graded, isFlawless, type Model, type ModelSheet, modelOf, printSheet, readGraded } from "./model";
import type { Draft, Operator } from "./operator";
import { OPERATORS } from "./operators";
import { ASKERS } from "./questions";

const FEWEST_WRONG = 2;
const MOST_WRONG = 3;

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ text }, i) => candidates.findIndex((one) => one.text === text) === i);
}

/** The drill of a question; null where the grader does not say that one option is right and others are not. */
function drillOf(model: Model, { operator, place }: Draft, { text }: Graded, ask: Ask): Drill | null {
  const { question, asks, isRight } = ask;
  const scenario = model.scenario.slug;
  const id = [scenario, model.name, operator, place, question].join("/");
  const candidates = distinct(ask.candidates);
  const [right, ...more] = candidates.filter(({ evidence }) => isRight(evidence));
  const wrong = candidates.filter(({ evidence }) => !isRight(evidence));
  const about = right && ask.about(right);
  if (!right || !about || more.length > 0 || wrong.length < FEWEST_WRONG) return null;
  const shown = shuffled(wrong, id).slice(0, MOST_WRONG);
  const options = [{ ...right, right: true }, ...shown.map((one) => ({ ...one, right: false }))];
  return {
    id,
    family: [scenario, operator, about.rule, about.subject].join("/"),
    scenario,
    operator,
    question,
    rules: [about.rule],
    subject: about.subject,
    text,
    asks,
    options: shuffled(options, `${id} order`),
    explanation: { message: about.message, fix: about.fix },
    place: about.at && { line: about.at.line, start: about.at.start, end: about.at.end },
  };
}

function drillsOfDraft(model: Model, draft: Draft): readonly Drill[] {
  const graded = readGraded(printSheet(draft.answer, model.notation), model.scenario);
  if (!graded || isFlawless(graded)) return [];
  return ASKERS.flatMap((asker) => asker(model, draft, graded)).flatMap(
    (ask) => drillOf(model, draft, graded, ask) ?? [],
  );
}

/** What two entities share a row for is drawn twice: the first one stands. */
function draftsOf(model: Model, { name, draw }: Operator): readonly Draft[] {
  const drafts = draw(model).map((one) => ({ ...one, operator: name }));
  return drafts.filter(({ place }, i) => drafts.findIndex((one) => one.place === place) === i);
}

/**
 * All drills of a scenario's model answers, in a fixed order: the same for the same content. Grades some fifty sheets an answer:
 * about a second a scenario.
 */
export function drillsOf(scenario: Scenario, answers: readonly ModelSheet[]): readonly Drill[] {
  return answers.flatMap((sheet) => {
    const model = modelOf(scenario, sheet);
    if (!model) return [];
    return OPERATORS.flatMap((operator) => draftsOf(model, operator)).flatMap((draft) => drillsOfDraft(model, draft));
  });
}

/** One drill by its id, without making the others; null where the content no longer gives it. */
export function findDrill(scenario: Scenario, answers: readonly ModelSheet[], id: string): Drill | null {
  const [slug, name, by, place] = id.split("/");
  const sheet = answers.find(({ file }) => file.replace(/\.txt$/, "") === name);
  const operator = OPERATORS.find((one) => one.name === by);
  const model = sheet && slug === scenario.slug ? modelOf(scenario, sheet) : null;
  const draft = model && operator && draftsOf(model, operator).find((one) => one.place === place);
  return (model && draft && drillsOfDraft(model, draft).find((drill) => drill.id === id)) ?? null;
}
