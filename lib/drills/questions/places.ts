import { findAttribute, findTable, type Table } from "@/lib/design";
import { code, type RuleId } from "@/lib/rubric";
import { relationId, relationName } from "@/lib/scenario";
import { type Asker, type Candidate, unmet, whereFlawed } from "../ask";
import type { Question } from "../drill";
import type { Graded, Model } from "../model";
import { ofIts } from "../words";

const isSaid = ({ report }: Graded, rules: readonly RuleId[]) => unmet(report).some(({ rule }) => rules.includes(rule));

const mainOf = ({ answer }: Graded): readonly Table[] => answer.design.tables.filter(({ section }) => section === null);

const tableOption = (rules: readonly RuleId[], { name, span }: Table): Candidate => ({
  text: code(name.text),
  evidence: { kind: "within", rules, ...span },
});

/** Which table a rule speaks about, of those that it could speak about. */
function whichTable(
  question: Question,
  rules: readonly RuleId[],
  asks: (model: Model) => string,
  couldBe: (table: Table) => boolean = () => true,
): Asker {
  return (model, { operator }, graded) =>
    isSaid(graded, rules) && operator !== "drop-attribute"
      ? [
          whereFlawed(
            graded,
            question,
            asks(model),
            mainOf(graded)
              .filter(couldBe)
              .map((table) => tableOption(rules, table)),
          ),
        ]
      : [];
}

const kindOf = ({ store }: Model) =>
  store === "document" ? "collection" : store === "graph" ? "kind of node" : "table";

export const askNoKey = whichTable(
  "same-key",
  ["keys/missing"],
  (model) => `Which ${kindOf(model)} has no primary key?`,
);

export const askSameKey = whichTable(
  "same-key",
  ["keys/not-identifying"],
  (model) => `In which ${kindOf(model)} would rows that belong side by side have the same key?`,
);

export const askAllWrites = whichTable(
  "all-writes",
  ["scale/hot-partition"],
  () => "In which table do a few partitions take all the writes?",
  ({ partition }) => partition.length > 0,
);

export const askGrows = whichTable("grows", ["wide-column/unbounded-partition", "document/unbounded-array"], (model) =>
  model.store === "document"
    ? "In which collection does a document grow without end?"
    : "In which table does a partition grow without end?",
);

const ENDING: readonly RuleId[] = ["key-value/no-expiry"];

export const askStays: Asker = (_, __, graded) => {
  if (!isSaid(graded, ENDING)) return [];
  const { tables, templates } = graded.answer.design;
  const asks = "Which of these is kept for ever, though it should end by itself?";
  const all = [...tables, ...templates];
  const candidates = all.map(
    ({ name, span }): Candidate => ({ text: code(name.text), evidence: { kind: "within", rules: ENDING, ...span } }),
  );
  return [whereFlawed(graded, "stays", asks, candidates)];
};

const DOUBLE: readonly RuleId[] = ["normalization/duplicate-fact"];

/** A value that the design keeps in query tables as well is kept twice, and rightly so. */
function isKeptOnce({ alignment }: Model, entity: string, name: string): boolean {
  return alignment.placings.filter((one) => one.entity === entity && one.names.has(name)).length === 1;
}

/** Which of the scenario's values it is that stands in two places: options are values, for the copy's own name tells too much. */
export const askTwice: Asker = (model, _, graded) => {
  const [said, ...more] = unmet(graded.report).filter(({ rule }) => DOUBLE.includes(rule));
  if (!said?.at || more.length > 0) return [];
  const { start, end } = said.at;
  const candidates = [...model.alignment.attributes].flatMap(([id, { table, path }]): Candidate[] => {
    const [entity = "", name = ""] = id.split(".");
    const own = findTable(graded.answer.design, table.name.text);
    const column = own && findAttribute(own, path);
    const isCopied = said.message.includes(code(id));
    if (!column || (!isCopied && !isKeptOnce(model, entity, name))) return [];
    const span = isCopied ? { start, end: Math.max(end, start + 1) } : column.span;
    return [{ text: ofIts(entity, name), evidence: { kind: "within", rules: DOUBLE, ...span } }];
  });
  return [whereFlawed(graded, "twice", "Which of these is kept twice, and not said to be a copy?", candidates)];
};

const LOST: readonly RuleId[] = ["entities/attribute-missing", "relationships/missing"];

/** What is asked for and has no column any more. */
export const askMissing: Asker = ({ scenario }, { operator }, graded) => {
  if (operator !== "drop-attribute") return [];
  const { findings } = graded.report;
  const names = [
    ...Object.entries(scenario.entities).flatMap(([entity, { attributes }]) =>
      Object.keys(attributes).map((name) => ({ subject: `${entity}.${name}`, text: ofIts(entity, name) })),
    ),
    ...scenario.relations.map((one) => ({ subject: relationId(one), text: ofIts(one.from, relationName(one)) })),
  ];
  const candidates = names
    .filter(({ subject }) => findings.some((one) => LOST.includes(one.rule) && one.subject === subject))
    .map(({ subject, text }): Candidate => ({ text, evidence: { kind: "finding", rules: LOST, subject } }));
  return [whereFlawed(graded, "missing", "Which of these has no place in this design?", candidates)];
};
