import type { RelationPlace } from "@/lib/align";
import { findTable, plainName, sameName } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import { type Relation, relationId } from "@/lib/scenario";
import { code, listed, spoken, tableName } from "./context";
import type { Context, Judgement } from "./rule";

/** A relation of the brief with what the design makes of it. */
export interface Kept {
  readonly relation: Relation;
  readonly id: string;
  readonly place: RelationPlace | null;
  readonly words: string | null;
  /** True where the store should hold it, as soon as both ends are in the design. */
  readonly enforced: boolean;
}

/** An entity that is mainly in another store: no reference can reach it. */
function isElsewhere(scenario: Context["scenario"], entity: string): boolean {
  return scenario.alternatives.some((one) => one.kind === "elsewhere" && one.entity === entity);
}

/** An entity whose key is enough: it is kept elsewhere, or nobody asks for a table of it. */
function isKeyEnough(scenario: Context["scenario"], entity: string): boolean {
  return (
    scenario.entities[entity]?.asked === false ||
    isElsewhere(scenario, entity) ||
    scenario.alternatives.some((one) => one.kind === "columns" && one.entity === entity)
  );
}

/** Given by the place itself: the metric of a reading that is a column of it. */
function isImplied(alignment: Context["alignment"], relation: Relation): boolean {
  const role = relation.as ?? relation.to;
  return alignment.placings.some(({ entity, names }) => entity === relation.from && names.has(role));
}

/** Relations whose both ends are in the design; the rest follows from a missing entity, which has its own rule. */
export function keptRelations(context: Context): readonly Kept[] {
  const { scenario, alignment } = context;
  return scenario.relations.flatMap((relation) => {
    const id = relationId(relation);
    const place = alignment.relations.get(id) ?? null;
    const both =
      alignment.entities.has(relation.from) &&
      (alignment.entities.has(relation.to) || isKeyEnough(scenario, relation.to));
    if (!both && place?.how !== "list") return [];
    if (!place && isImplied(alignment, relation)) return [];
    const invariant = scenario.invariants.find((one) => one.kind === "reference" && one.relation === id);
    const enforced = invariant !== undefined || !isElsewhere(scenario, relation.to);
    return [{ relation, id, place, words: invariant?.words ?? relation.words ?? null, enforced }];
  });
}

export function spanOf(place: RelationPlace): Span {
  if (place.reference) return place.reference.span;
  const column = place.columns[0];
  const attribute = place.table.attributes.find(
    ({ name }) => column !== undefined && plainName(name.text) === plainName(column),
  );
  return attribute?.span ?? place.table.name.span;
}

/** `bids.bidder_id`, set as code. */
export function columnOf(place: RelationPlace): string {
  return listed(
    place.columns.map((column) =>
      code(column.startsWith("~") ? column.slice(1) : `${place.table.name.text}.${column.replace(/^\^/, "")}`),
    ),
  );
}

/** Words for both ends, as the candidate named them where the design has them. */
export function ends(context: Context, { relation }: Kept): { from: string; to: string; role: string } {
  const from = context.alignment.entities.get(relation.from);
  const to = context.alignment.entities.get(relation.to);
  return {
    from: from ? tableName(from.table) : `the ${spoken(relation.from)}`,
    to: to ? tableName(to.table) : `the ${spoken(relation.to)}`,
    role: spoken(relation.as ?? relation.to),
  };
}

export function baseOf(kept: Kept): Pick<Judgement, "subject" | "stake" | "brief"> {
  return { subject: kept.id, stake: "integrity", ...(kept.words === null ? {} : { brief: kept.words }) };
}

/** True where the table that a dangling reference names is the missing entity itself: then the entity is the cause. */
export function namesMissing(context: Context, kept: Kept): boolean {
  const name = kept.place?.reference?.target.table ?? "";
  return (
    !context.alignment.entities.has(kept.relation.to) &&
    findTable(context.answer.design, name) === null &&
    sameName(name, kept.relation.to)
  );
}
