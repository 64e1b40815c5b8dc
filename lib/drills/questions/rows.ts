import { shuffled } from "@/lib/chance";
import { findTable, type Table, uniquesOf } from "@/lib/design";
import type { RuleId } from "@/lib/rubric";
import { type Invariant, relationId, relationName, type Scenario } from "@/lib/scenario";
import { type Ask, type Asker, type Candidate, flawsAt, isFlawed, unmet, whereFlawed } from "../ask";
import type { Evidence } from "../drill";
import { has } from "../edit";
import { alignmentOf, type Graded, type Model } from "../model";
import { aSecond, badRow, isNamedIn } from "../words";

const RULES_OF: Readonly<Record<Invariant["kind"], readonly RuleId[]>> = {
  reference: ["relationships/missing", "relationships/dangling"],
  unique: ["constraints/unique"],
  "not-null": ["constraints/not-null"],
  check: ["constraints/check"],
};

const subjectOf = (invariant: Invariant) => (invariant.kind === "reference" ? invariant.relation : invariant.id);

/** Relations that the sheet's database holds. A reference that nobody asks for may be gone without a word; its bad row gets in all the same. */
function heldRelations(model: Model, { answer }: Graded): ReadonlySet<string> {
  const { relations } = alignmentOf(answer, model.scenario);
  return new Set([...relations].flatMap(([id, { reference }]) => (reference?.enforced ? [id] : [])));
}

const subjectIn = (evidence: Evidence): string => (evidence.kind === "finding" ? evidence.subject : "");

function badRows(model: Model, graded: Graded): readonly Candidate[] {
  const { findings } = graded.report;
  return model.scenario.invariants.flatMap((invariant): Candidate[] => {
    const row = badRow(model, invariant);
    const rules = RULES_OF[invariant.kind];
    const subject = subjectOf(invariant);
    if (!row || !isNamedIn(graded.answer, row.columns)) return [];
    if (!findings.some((one) => rules.includes(one.rule) && one.subject === subject)) return [];
    return [{ text: row.text, evidence: { kind: "finding", rules, subject } }];
  });
}

/** A bad row that gets in; or, where several do, one that is kept out. */
export const askBadRow: Asker = (model, { operator, place }, graded) => {
  if (operator.startsWith("narrow-")) return [];
  const { report } = graded;
  if (!unmet(report).some(({ rule }) => Object.values(RULES_OF).flat().includes(rule))) return [];
  const rows = badRows(model, graded);
  const references = model.scenario.relations.map(relationId);
  const broken = rows.filter(({ evidence }) => isFlawed(report, evidence));
  /** What refers to a table without a key is not let in: the database refuses the whole table. */
  if (operator === "drop-key" && broken.some(({ evidence }) => references.includes(subjectIn(evidence)))) return [];
  const relations = heldRelations(model, graded);
  const held = rows.filter((row) => {
    const subject = subjectIn(row.evidence);
    return !broken.includes(row) && (!references.includes(subject) || relations.has(subject));
  });
  if (broken.length < 2)
    return [whereFlawed(graded, "bad-row", "Which of these bad rows gets in?", [...broken, ...held])];
  const [kept] = shuffled(held, `${operator}/${place}`);
  const keptOut: Ask = {
    question: "kept-out",
    asks: "Which of these bad rows is still refused?",
    candidates: kept ? [kept, ...broken] : [],
    isRight: (evidence) => !isFlawed(report, evidence),
    about: () => broken.flatMap(({ evidence }) => flawsAt(report, evidence))[0] ?? null,
  };
  return [keptOut];
};

const REFUSING: readonly RuleId[] = ["constraints/unique", "relationships/wrong-side"];

/** Ends that the brief itself limits: a driver has one ride at a time. */
const isLimited = ({ invariants }: Scenario, entity: string, name: string): boolean =>
  invariants.some((one) => one.kind === "unique" && one.entity === entity && one.columns.join() === name);

const isAlone = (table: Table, column: string): boolean =>
  uniquesOf(table).some(({ columns }) => columns.length === 1 && has(columns, column));

function secondOfEnd({ scenario }: Model, { report }: Graded): readonly Candidate[] {
  return scenario.relations.flatMap((relation): Candidate[] => {
    const subject = relationId(relation);
    const evidence = { kind: "finding", rules: REFUSING, subject } as const;
    const isHeld = report.findings.some(
      (one) => one.rule === "relationships/missing" && one.subject === subject && one.verdict === "met",
    );
    const name = relationName(relation);
    if (relation.oneToOne || isLimited(scenario, relation.from, name)) return [];
    return isHeld || isFlawed(report, evidence) ? [{ text: aSecond(relation.from, name), evidence }] : [];
  });
}

function secondOfValue({ scenario, alignment }: Model, { report, answer }: Graded): readonly Candidate[] {
  return [...alignment.attributes].flatMap(([subject, { table, path }]): Candidate[] => {
    const [entity = "", name = ""] = subject.split(".");
    if (!scenario.entities[entity]?.attributes[name]?.facts.includes("repeats")) return [];
    const evidence = { kind: "finding", rules: REFUSING, subject } as const;
    const now = findTable(answer.design, table.name.text);
    const isFree = now !== null && !isAlone(now, path);
    return isFree || isFlawed(report, evidence) ? [{ text: aSecond(entity, name), evidence }] : [];
  });
}

/** What the brief allows and the design refuses. Where a key is wrong as well, more may be refused than is said. */
export const askRefused: Asker = (model, _, graded) => {
  const flaws = unmet(graded.report);
  if (!flaws.some(({ rule }) => REFUSING.includes(rule)) || flaws.some(({ rule }) => rule.startsWith("keys/")))
    return [];
  const candidates = [...secondOfEnd(model, graded), ...secondOfValue(model, graded)];
  return [
    whereFlawed(graded, "refused", "Which of these does this design refuse, though the brief allows it?", candidates),
  ];
};
