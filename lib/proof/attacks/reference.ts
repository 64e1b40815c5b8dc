import type { Reference } from "@/lib/design";
import { findRelation, type Relation, relationName } from "@/lib/scenario";
import type { Stranger } from "../fixture";
import { lacking } from "../lacking";
import type { Attempt } from "../plan";
import { columnsNamed, type Subject, subjectOf } from "../subject";
import { aSpoken } from "../words";
import { type Ground, type Of, type Planned, SECOND } from "./ground";

/** Refusals by SQLSTATE: https://www.postgresql.org/docs/18/errcodes-appendix.html */
const REFERENCE = ["23503"];

/** A row of the table that is pointed at by mistake, under the key that no row of the right one has. */
function strangerFor(ground: Ground, subject: Subject, reference: Reference): Stranger | null {
  const held = subject.parts.references.find((one) => one.reference === reference);
  const end = held ? subjectOf(ground.subjects, held.target) : null;
  if (!held || !end) return null;
  return { subject: end, key: new Map(held.targetColumns.map((column) => [column, ground.nobody(end, column)])) };
}

/** A table that is not there, or the column that would refer to it. */
function notKept({ alignment }: Ground, relation: Relation): string {
  const isThere = alignment.placings.some(({ entity }) => entity === relation.to);
  return isThere ? lacking(alignment, relation.from, [relationName(relation)]) : lacking(alignment, relation.to, []);
}

/** A row that refers to one that is not there. */
export function attackReference(ground: Ground, invariant: Of<"reference">): Planned {
  const { id } = invariant;
  const relation = findRelation(ground.alignment.scenario, invariant.relation);
  const place = ground.alignment.relations.get(invariant.relation);
  if (!relation) return { id, why: "the scenario has no such relationship" };
  if (!place) return { id, why: notKept(ground, relation) };
  if (place.how === "merged" || place.how === "embedded")
    return { id, why: "both ends are one row, so that neither can be without the other" };
  const subject = subjectOf(ground.subjects, place.table);
  const ends = [place.columns, ...(place.also ? [place.also.columns] : [])];
  if (!subject || place.how === "list" || place.how === "reversed")
    return { id, why: "no column of its own refers to the other end" };
  const attempts = ends.flatMap((paths): Attempt[] => {
    const columns = columnsNamed(subject, paths);
    if (!columns || columns.length === 0) return [];
    const changes = new Map(columns.map((column) => [column, ground.nobody(subject, column)] as const));
    const what = `${aSpoken(relation.from)} of ${aSpoken(relation.to)} that is not there`;
    return [ground.attempt(subject, SECOND, changes, { what, codes: REFERENCE, columns: [columns] })];
  });
  if (attempts.length === 0) return { id, why: "no column refers to the other end" };
  const wrong = place.how === "elsewhere" && place.reference ? strangerFor(ground, subject, place.reference) : null;
  const gap = subject.parts.gaps.find(({ of }) => of === place.reference)?.why ?? null;
  return { invariant: id, setup: ground.fixture.before(subject, wrong), attempts, gap };
}
