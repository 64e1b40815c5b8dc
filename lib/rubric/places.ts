import { partitionOf, plainColumn } from "@/lib/access";
import { EDGE_FROM, EDGE_TO, type Holder, isBucketName, isCollection, type Placing, variablesOf } from "@/lib/align";
import { primaryKeyOf, type Unique, uniquesOf } from "@/lib/design";
import type { Context } from "./rule";

/** A store that is spread by a partition key: nothing else of a table makes a row unique. */
export function isPartitioned(holder: Holder): boolean {
  if (holder.kind !== "table") return false;
  return holder.store === "wide-column" || holder.store === "key-value" || holder.table.partition.length > 0;
}

/** The key that the store itself holds for rows of a holder; null where it holds none. */
export function keyOfHolder(
  holder: Holder,
): { readonly columns: readonly string[]; readonly span: Unique["span"] } | null {
  const { table, template } = holder;
  if (template) {
    const columns = primaryKeyOf(table)?.columns ?? [];
    return columns.length > 0 ? { columns, span: template.span } : null;
  }
  if (!isPartitioned(holder)) {
    const key = primaryKeyOf(table);
    return key ? { columns: key.columns, span: key.span } : null;
  }
  const { partition, sorted } = partitionOf(table);
  const columns = [...partition, ...sorted.map(({ path }) => path)];
  return columns.length > 0 ? { columns, span: primaryKeyOf(table)?.span ?? table.name.span } : null;
}

function primary(columns: readonly string[], span: Unique["span"]): Unique {
  return { columns, primary: true, where: null, span };
}

/** Uniques of a document on paths inside a list, in the list's own columns. */
function embeddedUniques(holder: Holder): readonly Unique[] {
  const { parent, path } = holder;
  if (!parent) return [];
  return uniquesOf(parent.table)
    .filter((unique) => unique.columns.some((column) => column.startsWith(`${path}.`)))
    .map((unique) => ({
      ...unique,
      columns: unique.columns.map((column) =>
        column.startsWith(`${path}.`) ? column.slice(path.length + 1) : `^${column}`,
      ),
    }));
}

/** What the store keeps unique among the rows of a holder, by the store's own means. */
export function uniquesAt(holder: Holder): readonly Unique[] {
  if (holder.kind === "edge") return [primary([EDGE_FROM, EDGE_TO], holder.table.span)];
  if (holder.kind === "embedded") return embeddedUniques(holder);
  if (holder.template) {
    const all = keyOfHolder(holder);
    return all ? [primary(all.columns, all.span)] : [];
  }
  if (!isPartitioned(holder)) return uniquesOf(holder.table);
  const key = keyOfHolder(holder);
  return key ? [primary(key.columns, key.span)] : [];
}

/** What a holder is looked up by: partition columns, or a template's variables. */
export function lookupColumns(holder: Holder): readonly string[] {
  if (holder.template) return variablesOf(holder.template);
  return isPartitioned(holder) ? partitionOf(holder.table).partition : [];
}

/** Names whose columns hold this one. `id` counts only where it is this column alone and nothing else is. */
function namesOf(placing: Placing, column: string): readonly string[] {
  const holds = ([, own]: readonly [string, readonly string[]]) => own.some((one) => plainColumn(one) === column);
  const found = [...placing.names].filter(holds);
  const named = found.map(([name]) => name).filter((name) => name !== "id" && !placing.implied.includes(name));
  if (named.length > 0) return named;
  const alone = found.filter(([, own]) => own.length === 1).map(([name]) => name);
  return alone.includes("id") ? ["id"] : alone;
}

/** Names that the column may order in place of. */
function standsFor(placing: Placing, column: string): readonly string[] {
  return [...placing.standIns].flatMap(([name, own]) => (own.some((one) => plainColumn(one) === column) ? [name] : []));
}

/** True for a column that a question knows anyway, or that belongs to a key of several columns. */
function isKnownAnyway(placing: Placing, column: string): boolean {
  const free = placing.free.some((one) => plainColumn(one) === column);
  return free || isBucketName(column) || (placing.names.get("id") ?? []).some((one) => plainColumn(one) === column);
}

/** The scenario's names for columns at a place; null where a column is the candidate's own. Columns that are known anyway are left out. */
export function namesAt(placing: Placing, columns: readonly string[]): ReadonlySet<string> | null {
  const names = new Set<string>();
  for (const column of columns.map(plainColumn)) {
    const found = namesOf(placing, column);
    const own = found.length > 0 || isKnownAnyway(placing, column) ? found : standsFor(placing, column);
    if (own.length === 0 && !isKnownAnyway(placing, column)) return null;
    for (const name of own) names.add(name);
  }
  return names;
}

/** Places that keep promises for the main store: a cache beside it keeps none. */
export function keepingPlacings(context: Context, entity: string): readonly Placing[] {
  const all = placingsOf(context, entity);
  const main = all.filter(({ holder }) => !holder.second);
  return main.length > 0 ? main : all;
}

/** The places of an entity, its main one first. */
export function placingsOf(context: Context, entity: string): readonly Placing[] {
  return context.alignment.placings.filter((placing) => placing.entity === entity);
}

/** True for a template that keeps many members under one key. */
export function keepsMany(holder: Holder): boolean {
  return holder.template !== null && isCollection(holder.template);
}
