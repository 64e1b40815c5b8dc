import type { Answer, Table } from "@/lib/design";
import { type Relation, relationId } from "@/lib/scenario";
import type { Model } from "./model";

/** A model answer with one flaw in it. */
export interface Draft {
  readonly operator: string;
  /** What was changed, of letters, digits, `.`, `_` and `-`; once for each operator and answer. */
  readonly place: string;
  readonly answer: Answer;
}

/** One kind of flaw, everywhere in an answer that it can be made. */
export interface Operator {
  /** `drop-index`: part of a drill's id, and so it stays. */
  readonly name: string;
  readonly draw: (model: Model) => readonly Omit<Draft, "operator">[];
}

/** `bids.auction_id-amount` */
export function placeOf(table: string, columns: readonly string[] = []): string {
  const plain = (text: string) => text.replaceAll(/[^A-Za-z0-9_.]+/g, "_");
  return [plain(table), ...(columns.length > 0 ? [columns.map(plain).join("-")] : [])].join(".");
}

/** Tables, collections and nodes of the main store. */
export function mainTables({ answer }: Model): readonly Table[] {
  return answer.design.tables.filter(({ section }) => section === null);
}

/** A relation that one column of a table keeps, and the table that it leads to. */
export interface Link {
  readonly relation: Relation;
  readonly table: Table;
  readonly column: string;
  readonly end: Table;
}

export function linksOf(model: Model): readonly Link[] {
  const tables = mainTables(model);
  const { relations, entities } = model.alignment;
  return model.scenario.relations.flatMap((relation) => {
    const kept = relations.get(relationId(relation));
    const end = entities.get(relation.to)?.table;
    const [column, ...more] = kept?.columns ?? [];
    if (!kept || !end || kept.also || column === undefined || more.length > 0 || end === kept.table) return [];
    const own = kept.how === "reference" || kept.how === "column";
    return own && tables.includes(kept.table) && tables.includes(end)
      ? [{ relation, table: kept.table, column, end }]
      : [];
  });
}
