import { plainName, primaryKeyOf, type Table } from "@/lib/design";
import { findRelation, relationId } from "@/lib/scenario";
import type { Alignment } from "./alignment";
import { bestLikeness } from "./likeness";
import { wordsOf } from "./words";

/** Where a name of the scenario is kept: columns of one table. */
export interface ColumnPlace {
  readonly table: Table;
  readonly columns: readonly string[];
}

/** The id of the relation that an entity's role or target name means (`bid`, `bidder` → `bid->bidder`), or null. */
function relationNamed(alignment: Alignment, entity: string, name: string): string | null {
  const { scenario } = alignment;
  const relation = scenario.relations.find((one) => one.from === entity && (one.as ?? one.to) === name);
  return relation ? relationId(relation) : null;
}

/** The columns that identify an entity's rows: its primary key, else its identity in the scenario. */
function identityColumns(alignment: Alignment, entity: string): ColumnPlace | null {
  const place = alignment.entities.get(entity);
  if (!place) return null;
  const key = primaryKeyOf(place.table);
  if (key) return { table: place.table, columns: key.columns };
  const other = place.table.keys[0] ?? place.table.indexes.find((index) => index.unique);
  if (!other) return null;
  const columns = other.kind === "key" ? other.columns : other.columns.map((column) => column.path);
  return { table: place.table, columns };
}

/**
 * The columns for an attribute, a role or `id` of an entity. Null where there are none: the entity or the column is missing.
 * A role that is merged away (both ends one table) is that table's identity.
 */
export function columnsFor(alignment: Alignment, entity: string, name: string): ColumnPlace | null {
  if (name === "id") return identityColumns(alignment, entity);
  const attribute = alignment.attributes.get(`${entity}.${name}`);
  if (attribute) return { table: attribute.table, columns: [attribute.path] };
  const id = relationNamed(alignment, entity, name);
  const relation = id ? alignment.relations.get(id) : undefined;
  if (!id || !relation) return null;
  if (relation.how === "merged") return identityColumns(alignment, findRelation(alignment.scenario, id)?.to ?? entity);
  return relation.table === alignment.entities.get(entity)?.table ||
    alignment.entities.get(entity)?.parts.includes(relation.table)
    ? { table: relation.table, columns: relation.columns }
    : null;
}

/** The scenario's names for a table's column (`amount`, `bidder`), for each entity that lives there. */
export function meaningsOf(
  alignment: Alignment,
  table: Table,
  path: string,
): readonly { entity: string; name: string }[] {
  const plain = plainName(path);
  const attributes = [...alignment.attributes].flatMap(([id, place]) =>
    place.table === table && plainName(place.path) === plain ? [split(id, ".")] : [],
  );
  const relations = [...alignment.relations].flatMap(([id, place]) =>
    place.table === table && place.columns.some((column) => plainName(column) === plain) ? [split(id, "->")] : [],
  );
  return [...attributes, ...relations];
}

function split(id: string, by: string): { entity: string; name: string } {
  const at = id.indexOf(by);
  return { entity: id.slice(0, at), name: id.slice(at + by.length) };
}

/** The columns of a table that keep an attribute in parts (`pickup_lat`, `pickup_lng`). */
export function partsIn({ scenario }: Alignment, entity: string, name: string, table: Table): readonly string[] {
  const names = scenario.entities[entity]?.attributes[name]?.split ?? [];
  return table.attributes
    .map((attribute) => attribute.name.text)
    .filter((text) => names.some((part) => bestLikeness(wordsOf(text), part) >= 0.99));
}
