import { plainColumn } from "@/lib/access";
import { bestLikeness, type Holder, tableWords, wordsOf } from "@/lib/align";
import { type Attribute, findTable, plainName, type Table } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import { findEntity, relationName, relationsOf, type Scenario } from "@/lib/scenario";
import type { Context } from "./rule";

/** A column that repeats an attribute of another entity. */
export interface Copy {
  /** As the candidate wrote it: `posts.author_name`. */
  readonly written: string;
  readonly table: Table;
  readonly attribute: Attribute;
  readonly span: Span;
  /** The scenario's name for what is repeated (`user.username`); null where it says nothing of it. */
  readonly of: string | null;
  /** True where it is said to be a copy. */
  readonly said: boolean;
}

interface Column {
  readonly table: Table;
  readonly attribute: Attribute;
  readonly path: string;
}

function columnsOf(table: Table, attributes: readonly Attribute[], prefix = ""): readonly Column[] {
  return attributes.flatMap((attribute) => {
    const path = prefix + attribute.name.text;
    return [{ table, attribute, path }, ...columnsOf(table, attribute.attributes, `${path}.`)];
  });
}

function mainTables({ alignment }: Context): readonly Table[] {
  return alignment.design.tables.filter(({ section }) => section === null);
}

/** Where a list lies in its document: `products.variants`. */
function pathOf({ table, path, parent }: Holder): string {
  return parent ? `${pathOf(parent)}.${path}` : table.name.text;
}

interface Target {
  readonly table: string;
  readonly column: string;
}

/** What a copy repeats lies in: a table, or a list of documents by its path (`products.variants`) or its own name. */
function sourceOf({ alignment }: Context, name: string): Table | null {
  const lists = alignment.holders.filter(({ parent }) => parent !== null);
  const named = (test: (list: Holder) => string) => lists.find((list) => plainName(test(list)) === plainName(name));
  return findTable(alignment.design, name) ?? (named(pathOf) ?? named(({ table }) => table.name.text))?.table ?? null;
}

/** `products` and `variants.price` → `products.variants` and `price`, where there is such a list. */
function insideOut(context: Context, { table, column }: Target): Target {
  const steps = column.split(".");
  const list = [table, ...steps.slice(0, -1)].join(".");
  const found = steps.length > 1 && sourceOf(context, list) !== null;
  return found ? { table: list, column: steps.at(-1) ?? column } : { table, column };
}

/** The scenario's attribute that a `copy of table.column` means; null where it is none. */
function meantBy(context: Context, written: Target): string | null {
  const target = insideOut(context, written);
  const table = sourceOf(context, target.table);
  const place = [...context.alignment.attributes].find(
    ([, one]) => one.table === table && plainName(one.path.split(".").at(-1) ?? "") === plainName(target.column),
  );
  if (place) return place[0];
  for (const [entity, { attributes, synonyms }] of Object.entries(context.scenario.entities)) {
    const owns =
      context.alignment.entities.get(entity)?.table === table ||
      bestLikeness(tableWords(target.table), entity, synonyms) >= 0.9;
    if (!owns) continue;
    const named = Object.entries(attributes).find(
      ([name, one]) => bestLikeness(wordsOf(target.column), name, one.synonyms) >= 0.9,
    );
    if (named) return `${entity}.${named[0]}`;
  }
  const other = Object.entries(context.scenario.entities).flatMap(([entity, { attributes }]) =>
    Object.keys(attributes).flatMap((name) =>
      plainName(name) === plainName(target.column) ? [`${entity}.${name}`] : [],
    ),
  );
  return other.length === 1 ? (other[0] ?? null) : null;
}

/** Columns that are said to be copies. */
export function saidCopies(context: Context): readonly Copy[] {
  return mainTables(context).flatMap((table) =>
    columnsOf(table, table.attributes).flatMap(({ attribute, path }) =>
      attribute.copyOf === null
        ? []
        : [
            {
              written: `${table.name.text}.${path}`,
              table,
              attribute,
              span: attribute.span,
              of: meantBy(context, attribute.copyOf),
              said: true,
            },
          ],
    ),
  );
}

/** Names that lead from an entity to others, with what they lead to, at most two steps away. */
function reachable(
  scenario: Scenario,
  entity: string,
): readonly { readonly names: readonly string[]; readonly to: string }[] {
  const step = (from: string) =>
    relationsOf(scenario, from).map((relation) => ({
      names: [
        relationName(relation),
        ...(relation.as ? relation.synonyms : []),
        relation.to,
        ...(findEntity(scenario, relation.to)?.synonyms ?? []),
      ],
      to: relation.to,
    }));
  const first = step(entity);
  return [...first, ...first.flatMap(({ to }) => step(to))].filter(({ to }) => to !== entity);
}

/** True where a column is something of its own: an attribute, part of a key or of a reference, or a value that may be kept twice. */
function hasMeaning(context: Context, { table, path }: Column): boolean {
  const plain = plainName(path);
  if (table.references.some(({ columns }) => columns.some((column) => plainName(column) === plain))) return true;
  return context.alignment.placings.some(
    ({ holder, names, standIns, free }) =>
      holder.table === table &&
      [...[...names.values()].flat(), ...[...standIns.values()].flat(), ...free].some(
        (column) => plainColumn(column) === plain,
      ),
  );
}

/** `author_username` in posts: a role's or an entity's name, then an attribute of it. */
function repeated(context: Context, entity: string, column: Column): string | null {
  const words = wordsOf(column.attribute.name.text);
  for (let at = 1; at < words.length; at += 1) {
    const [head, tail] = [words.slice(0, at), words.slice(at)];
    if (["id", "uuid", "count", "total"].includes(tail.at(-1) ?? "")) continue;
    for (const { names, to } of reachable(context.scenario, entity)) {
      if (!names.some((name) => bestLikeness(head, name) >= 0.9)) continue;
      const found = Object.entries(findEntity(context.scenario, to)?.attributes ?? {}).find(
        ([name, one]) => !one.facts.includes("derived") && bestLikeness(tail, name, one.synonyms) >= 0.9,
      );
      if (found) return `${to}.${found[0]}`;
    }
  }
  return null;
}

/** Columns that repeat a fact of another entity without saying so. */
export function silentCopies(context: Context): readonly Copy[] {
  return mainTables(context).flatMap((table) => {
    const entities = [...context.alignment.entities.values()].filter(
      (place) => place.table === table && place.how !== "view",
    );
    return columnsOf(table, table.attributes).flatMap((column) => {
      const { attribute, path } = column;
      if (
        attribute.copyOf !== null ||
        attribute.shape !== "scalar" ||
        path.includes(".") ||
        hasMeaning(context, column)
      )
        return [];
      for (const { entity } of entities) {
        const of = repeated(context, entity, column);
        const here = of !== null && context.alignment.attributes.get(of)?.table === table;
        if (of !== null && !here)
          return [{ written: `${table.name.text}.${path}`, table, attribute, span: attribute.span, of, said: false }];
      }
      return [];
    });
  });
}

/** Copies of what the brief wants exact. */
export function strictCopies(context: Context): readonly (Copy & { readonly subject: string })[] {
  const strong = context.scenario.consistency.filter(({ expected }) => expected === "strong").map(({ of }) => of);
  return saidCopies(context).flatMap((copy) => {
    const { of } = copy;
    if (of === null) return [];
    const [entity = "", name = ""] = of.split(".");
    const attribute = findEntity(context.scenario, entity)?.attributes[name];
    const changes = attribute?.facts.some((fact) => fact === "mutable" || fact === "few-values") ?? false;
    return changes && (strong.includes(of) || (strong.includes(entity) && !isLate(context, of)))
      ? [{ ...copy, subject: of }]
      : [];
  });
}

function isLate({ scenario }: Context, of: string): boolean {
  return scenario.consistency.some((one) => one.of === of && one.expected !== "strong");
}
