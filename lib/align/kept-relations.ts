import { relationId, relationsOf } from "@/lib/scenario";
import type { EntityPlace, RelationPlace } from "./alignment";
import { keyAround } from "./embedded";
import type { Holder } from "./holders";
import type { Places } from "./places";
import { matchLinks, type Placed, placeRelations } from "./relations";

/** A JSON column or an object without parts: it holds whatever the rows have. */
function isOpaque({ how, holder, table }: EntityPlace): boolean {
  return how === "embedded" && holder.kind === "embedded" && table.attributes.length === 0;
}

/** By holder, then by the relation's id: how it is kept there. */
export type RelationsByHolder = ReadonlyMap<Holder, ReadonlyMap<string, RelationPlace>>;

function placedOf({ scenario, tables, entities, doubles }: Places): Placed {
  return { scenario, profiles: tables, entities, doubles };
}

/** The relations of the entities that each holder has rows of, as they are kept in it. */
export function relationsAt(places: Places): RelationsByHolder {
  const placed = placedOf(places);
  const found = new Map<Holder, ReadonlyMap<string, RelationPlace>>();
  for (const holder of places.holders) {
    const here = places.entitiesAt(holder);
    /** Kinds of one generic row share its links; other entities in one table have links of their own. */
    const kinds = here.filter((entity) => places.entities.get(entity)?.how === "generic");
    const groups = [...kinds.map((entity) => [entity]), here.filter((entity) => !kinds.includes(entity))];
    const kept = groups.flatMap((group) => {
      const relations = group
        .flatMap((entity) => relationsOf(places.scenario, entity))
        .filter(({ from, to }) => from === to || !here.includes(to));
      return relations.length > 0 ? [...matchLinks(placed, holder.table, relations)] : [];
    });
    if (kept.length > 0) found.set(holder, new Map(kept));
  }
  for (const place of places.entities.values())
    if (isOpaque(place)) found.set(place.holder, opaqueRelations(places, place));
  return found;
}

/** A column that holds the rows whole lies in the row that they belong to. */
function opaqueRelations(places: Places, place: EntityPlace): ReadonlyMap<string, RelationPlace> {
  const around = place.holder.parent ? places.entitiesAt(place.holder.parent) : [];
  return new Map(
    relationsOf(places.scenario, place.entity)
      .filter(({ to }) => around.includes(to))
      .map((relation) => {
        const columns = place.holder.parent ? keyAround(place.holder.parent) : [];
        return [relationId(relation), { how: "embedded" as const, table: place.table, columns, reference: null }];
      }),
  );
}

/** Each relation where its entity mainly lives, else where it is kept besides. */
export function mainRelations(places: Places, byHolder: RelationsByHolder): ReadonlyMap<string, RelationPlace> {
  const placed = placedOf(places);
  const found = new Map(placeRelations(placed));
  for (const place of [...places.entities.values(), ...places.views.filter((view) => !isAside(places, view))])
    for (const [id, kept] of byHolder.get(place.holder) ?? []) {
      const before = found.get(id);
      const weak = before?.how === "reversed" || before?.how === "list";
      if (id.startsWith(`${place.entity}->`) && (!before || weak)) found.set(id, kept);
    }
  return found;
}

/** A copy inside a document, or in a second store, of what has a place of its own: it keeps no relation for it. */
function isAside(places: Places, { entity, holder }: EntityPlace): boolean {
  const main = places.entities.get(entity)?.holder;
  if (!main || main === holder) return false;
  return (holder.second && !main.second) || (holder.kind === "embedded" && main.kind !== "embedded");
}
