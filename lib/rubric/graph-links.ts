import { bestLikeness, wordsOf } from "@/lib/align";
import { type Attribute, findAttribute, findTable, type Table } from "@/lib/design";
import { findEntity, relationsOf } from "@/lib/scenario";
import type { Context } from "./rule";

/** A link of a graph that is kept as a property of a node: both the link and its other end have no place. */
export interface LinkAsProperty {
  readonly link: string;
  readonly end: string;
  readonly table: Table;
  readonly attribute: Attribute;
}

function propertyFor(context: Context, end: string): { table: Table; attribute: Attribute } | null {
  const entity = findEntity(context.scenario, end);
  if (!entity) return null;
  const names = [end, ...Object.keys(entity.attributes)];
  for (const { table, kind } of context.alignment.holders) {
    if (kind !== "node") continue;
    for (const attribute of table.attributes) {
      const words = wordsOf(attribute.name.text);
      if (names.some((name) => bestLikeness(words, name, name === end ? entity.synonyms : []) >= 0.75))
        return { table, attribute };
    }
  }
  return null;
}

/** A property called after the other end, or after the kind that stands for it, with an id's ending (`card_ids`). */
function namesEnd({ scenario }: Context, end: string, { name }: Attribute): boolean {
  const stem = name.text.replace(/_?ids?$/i, "");
  if (stem === name.text || stem === "") return false;
  const generic = scenario.alternatives.find((one) => one.kind === "generic" && one.for.includes(end));
  const names = generic?.kind === "generic" ? [generic.name, ...generic.synonyms] : [];
  return bestLikeness(wordsOf(stem), end, [...(findEntity(scenario, end)?.synonyms ?? []), ...names]) >= 0.9;
}

/** A property of one end's node that refers to the other end's node, or only names it (`address_id` of an account). */
function pointerTo(
  context: Context,
  end: string,
  ends: readonly string[],
): { table: Table; attribute: Attribute } | null {
  const { alignment, answer } = context;
  const target = alignment.entities.get(end)?.table;
  for (const other of ends) {
    const table = other === end ? undefined : alignment.entities.get(other)?.table;
    const reference = table?.references.find((one) => findTable(answer.design, one.target.table) === target);
    const attribute = reference
      ? table && findAttribute(table, reference.columns[0] ?? "")
      : table?.attributes.find((one) => namesEnd(context, end, one));
    if (table && attribute) return { table, attribute };
  }
  return null;
}

/** Missing link entities (`address_use`) whose other end (`address`) is only a property of a node. */
export function linksAsProperties(context: Context): readonly LinkAsProperty[] {
  const { scenario, alignment } = context;
  return Object.keys(scenario.entities).flatMap((link) => {
    if (alignment.entities.has(link)) return [];
    const ends = relationsOf(scenario, link).map(({ to }) => to);
    if (ends.length < 2) return [];
    return ends.flatMap((end) => {
      const found = alignment.entities.has(end) ? pointerTo(context, end, ends) : propertyFor(context, end);
      return found ? [{ link, end, ...found }] : [];
    });
  });
}
