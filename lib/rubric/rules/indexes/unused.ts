import type { StepTrace } from "@/lib/access";
import { type Index, plainName, type Table } from "@/lib/design";
import { code } from "../../context";
import { bareColumn } from "../../keys";
import type { Context, Judgement, Rule } from "../../rule";
import { isRedundant } from "./redundant";

/** True where a step of some pattern narrows or begins its order by the column. */
function isAsked(steps: readonly StepTrace[], table: Table, column: string): boolean {
  return steps.some(({ lookup }) => {
    if (!lookup || lookup.table !== table) return false;
    const orderAlone = lookup.equal.length === 0 && lookup.range === null && lookup.order === column;
    return lookup.equal.some((equal) => equal.column === column) || lookup.range === column || orderAlone;
  });
}

/** The other column of a pair is asked for as much as the first. */
function isOfPair({ alignment }: Context, table: Table, column: string): boolean {
  return [...alignment.relations.values()].some(
    (place) => place.table === table && place.also?.columns.some((one) => plainName(one) === column),
  );
}

/** A reference's own column is looked up when the row it points at is deleted or joined. */
function isReference(table: Table, column: string): boolean {
  return table.references.some((reference) => reference.columns.some((name) => plainName(name) === column));
}

/** An index over just the columns of a pattern that nothing serves is a slip in it, and that rule speaks. */
function isAttempt(steps: readonly StepTrace[], table: Table, index: Index): boolean {
  const columns = new Set(index.columns.map(({ path }) => bareColumn(path)));
  return steps.some(({ lookup, served }) => {
    if (!lookup || lookup.table !== table || served === "served") return false;
    const asked = [...lookup.equal.map((equal) => equal.column), lookup.range, lookup.order];
    return asked.every((column) => column === null || columns.has(column));
  });
}

function isUnused(context: Context, table: Table, index: Index): boolean {
  const first = index.columns[0];
  if (index.unique || index.method !== null || !first || isRedundant(table, index)) return false;
  const steps = context.traces.flatMap((trace) => trace.steps);
  if (steps.some((step) => step.path?.index === index) || isAttempt(steps, table, index)) return false;
  const fixed = index.where === null ? [] : steps.filter(({ lookup }) => lookup?.table === table);
  return (
    !isReference(table, bareColumn(first.path)) &&
    !isOfPair(context, table, bareColumn(first.path)) &&
    !isAsked(steps, table, bareColumn(first.path)) &&
    fixed.length === 0
  );
}

function judge(table: Table, index: Index): Judgement {
  const written = `${table.name.text}(${index.columns.map(({ path }) => path).join(", ")})`;
  const message = `No access pattern of the brief begins with what ${code(written)} finds; every write pays for it.`;
  return {
    subject: written,
    verdict: "violated",
    stake: "tidy",
    message,
    fix: `Drop ${code(`index ${written}`)}, or say what asks for it.`,
    span: index.span,
  };
}

export const unused: Rule = {
  id: "indexes/unused",
  dimension: "indexes",
  stores: ["relational", "document"],
  doc: {
    title: "Index what is asked, not what might be",
    asks: "Does each index serve a pattern of the brief, a reference or a uniqueness?",
    why: "Each index makes every write slower and takes memory that the used ones need. An interviewer asks what each one is for.",
    mend: "Drop it, or name the question that it answers.",
    examples: [
      {
        title: "An index on the description",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nitems: id (PK), seller_id, title, description\nindex items(seller_id)\nindex items(description)",
        says: [{ subject: "items(description)", verdict: "violated" }],
      },
      {
        title: "An index that a pattern uses",
        scenario: "auction",
        sheet: "---\nscenario: auction\n---\nitems: id (PK), seller_id, title, description\nindex items(seller_id)",
        says: [],
      },
    ],
  },
  check: (context) =>
    [...new Set([...context.alignment.entities.values()].flatMap((place) => [place.table, ...place.parts]))].flatMap(
      (table) => table.indexes.filter((index) => isUnused(context, table, index)).map((index) => judge(table, index)),
    ),
};
