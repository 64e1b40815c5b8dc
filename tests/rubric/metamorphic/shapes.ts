/** Changes of shape that the scenario takes as equal: surrogate for composite key and back, two tables of a 1:1 as one. */
import {
  type Answer,
  type Attribute,
  aKey,
  anAttribute,
  findTable,
  plainName,
  primaryKeyOf,
  type Table,
  uniquesOf,
} from "@/lib/design";
import { alternativesOf, type Scenario } from "@/lib/scenario";
import type { Spot } from "../mutation/meaning";
import { renameColumn, withTables } from "./rename";
import { isFree, snake } from "./words";

const same = (a: string, b: string) => plainName(a) === plainName(b);
const has = (list: readonly string[], name: string) => list.some((one) => same(one, name));

function isReferred({ design }: Answer, table: Table): boolean {
  return design.tables.some(({ references }) =>
    references.some(({ target }) => findTable(design, target.table) === table),
  );
}

function isIdentity(scenario: Scenario, spot: Spot, columns: readonly string[]): boolean {
  const [entity = ""] = spot.entities;
  const identity = scenario.entities[entity]?.identity ?? [];
  const names = columns.map((path) => (spot.columns.get(path) ?? []).map(({ name }) => name));
  return (
    identity.length > 1 &&
    names.length === identity.length &&
    identity.every((name) => names.some((all) => all.includes(name)))
  );
}

function replace(answer: Answer, at: number, table: Table): Answer {
  return withTables(answer, ({ tables }) => tables.map((one, i) => (i === at ? table : one)));
}

function required(list: readonly Attribute[], columns: readonly string[]): readonly Attribute[] {
  return list.map((one) => (has(columns, one.name.text) ? { ...one, notNull: true } : one));
}

/** `PK (a, b)` → `id (PK)` and `unique (a, b)`. Null where the table is not keyed by its identity. */
export function toSurrogate(answer: Answer, scenario: Scenario, spot: Spot): Answer | null {
  const table = answer.design.tables[spot.at];
  const key = table ? primaryKeyOf(table) : null;
  if (!table || !key || isReferred(answer, table) || !isIdentity(scenario, spot, key.columns)) return null;
  if (
    has(
      table.attributes.map(({ name }) => name.text),
      "id",
    )
  )
    return null;
  return replace(answer, spot.at, {
    ...table,
    attributes: [anAttribute("id", { type: "uuid" }), ...required(table.attributes, key.columns)],
    keys: [aKey(["id"], { primary: true }), ...table.keys.filter((one) => one !== key), aKey(key.columns)],
  });
}

/** `id (PK)` and `unique (a, b)` → `PK (a, b)`. Null where something names the id. */
export function toComposite(answer: Answer, scenario: Scenario, spot: Spot): Answer | null {
  const table = answer.design.tables[spot.at];
  const key = table ? primaryKeyOf(table) : null;
  const [id, ...more] = key?.columns ?? [];
  if (!table || id === undefined || more.length > 0 || isReferred(answer, table)) return null;
  const unique = uniquesOf(table).find(
    (one) => !one.primary && one.where === null && isIdentity(scenario, spot, one.columns),
  );
  const used = table.indexes.some(({ columns }) => columns.some(({ path }) => same(path, id)));
  const sharded = answer.decisions.shardBy.some(
    ({ value }) => findTable(answer.design, value.table) === table && has(value.columns, id),
  );
  if (!unique || used || sharded || table.references.some(({ columns }) => has(columns, id))) return null;
  return replace(answer, spot.at, {
    ...table,
    attributes: table.attributes.filter(({ name }) => !same(name.text, id)),
    keys: [
      aKey(unique.columns, { primary: true }),
      ...table.keys.filter((one) => one !== key && one.columns !== unique.columns),
    ],
    indexes: table.indexes.filter((one) => one.span !== unique.span || !one.unique),
  });
}

function pairs(scenario: Scenario, spots: readonly Spot[]) {
  return alternativesOf(scenario, "merge").flatMap(({ entities }) =>
    entities.length !== 2
      ? []
      : scenario.relations
          .filter(({ from, to, oneToOne }) => oneToOne && entities.includes(from) && entities.includes(to))
          .flatMap((relation) => {
            const own = (entity: string) =>
              spots.find((one) => one.home && one.table && one.entities.length === 1 && one.entities[0] === entity);
            const [from, to] = [own(relation.from), own(relation.to)];
            return from && to && from.at !== to.at && from.main && to.main ? [{ from, to }] : [];
          }),
  );
}

/** Which of two linked tables takes the other in: the one that others refer to. Null where both are, or none links them. */
function joinOf(answer: Answer, fromAt: number, toAt: number): Answer | null {
  const { tables } = answer.design;
  const [one, other] = [tables[fromAt], tables[toAt]];
  if (!one || !other) return null;
  const aims = (table: Table, at: Table) =>
    table.references.filter(({ target }) => findTable(answer.design, target.table) === at);
  const [link, ...more] = aims(one, other).flatMap(({ columns }) => columns);
  if (link === undefined || more.length > 0) return null;
  const refers = (to: Table) => tables.some((table) => table !== one && table !== other && aims(table, to).length > 0);
  // Keyed by the link itself: the other's key is the one to keep.
  const keepsTo = refers(other) || has(primaryKeyOf(one)?.columns ?? [], link);
  if (keepsTo && refers(one)) return null;
  const goneKey = primaryKeyOf(keepsTo ? one : other)?.columns ?? [];
  return keepsTo ? joined(answer, toAt, fromAt, [link, ...goneKey], []) : joined(answer, fromAt, toAt, goneKey, [link]);
}

/** Two tables of a 1:1 that the scenario lets be one: the one that others refer to takes the other's columns in. */
export function merged(answer: Answer, scenario: Scenario, spots: readonly Spot[]): Answer | null {
  for (const { from, to } of pairs(scenario, spots)) {
    const made = joinOf(answer, from.at, to.at);
    if (made) return made;
  }
  return null;
}

function joined(
  answer: Answer,
  keptAt: number,
  goneAt: number,
  dropped: readonly string[],
  unlinked: readonly string[],
): Answer | null {
  const kept = answer.design.tables[keptAt];
  const first = answer.design.tables[goneAt];
  if (!kept || !first) return null;
  const stay = kept.attributes.map(({ name }) => name.text).filter((text) => !has(unlinked, text));
  // What stands in both takes its table's name before it.
  const renamed = first.attributes
    .map(({ name }) => name.text)
    .filter((text) => !has(dropped, text) && !isFree(stay, text))
    .reduce(
      (all, text) => renameColumn(all, goneAt, text, `${snake(first.name.text).replace(/s$/, "")}_${text}`),
      answer,
    );
  const gone = renamed.design.tables[goneAt];
  if (!gone) return null;
  const clear = (columns: readonly string[], names: readonly string[]) => !columns.some((one) => has(names, one));
  const table: Table = {
    ...kept,
    attributes: [
      ...kept.attributes.filter(({ name }) => !has(unlinked, name.text)),
      ...gone.attributes.filter(({ name }) => !has(dropped, name.text)),
    ],
    keys: [
      ...kept.keys.filter((one) => one.primary || clear(one.columns, unlinked)),
      ...gone.keys.filter((one) => !one.primary && clear(one.columns, dropped)),
    ],
    references: [
      ...kept.references.filter((one) => clear(one.columns, unlinked)),
      ...gone.references.filter((one) => clear(one.columns, dropped)),
    ],
    indexes: [
      ...kept.indexes.filter(({ columns }) =>
        clear(
          columns.map(({ path }) => path),
          unlinked,
        ),
      ),
      ...gone.indexes.filter(({ columns }) =>
        clear(
          columns.map(({ path }) => path),
          dropped,
        ),
      ),
    ],
    checks: [...kept.checks, ...gone.checks],
  };
  if (kept.keys.some((one) => one.primary && !clear(one.columns, unlinked))) return null;
  const tables = renamed.design.tables.flatMap((one, i) => (i === keptAt ? [table] : i === goneAt ? [] : [one]));
  const tableOf = (text: string) => (findTable(renamed.design, text) === gone ? table.name.text : text);
  const decisions = {
    ...renamed.decisions,
    shardBy: renamed.decisions.shardBy.filter(({ value }) => findTable(renamed.design, value.table) !== gone),
    consistency: renamed.decisions.consistency.map((one) => ({
      ...one,
      value: { ...one.value, table: tableOf(one.value.table) },
    })),
  };
  const repeated = new Set(decisions.consistency.map(({ value }) => `${plainName(value.table)}.${value.column}`));
  return repeated.size < decisions.consistency.length ? null : { decisions, design: { ...renamed.design, tables } };
}
