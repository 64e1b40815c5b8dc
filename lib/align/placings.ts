import type { AttributePlace, EntityPlace, Placing } from "./alignment";
import { attributeColumns, bucketColumns } from "./columns";
import { AROUND } from "./embedded";
import type { Holder } from "./holders";
import type { RelationsByHolder } from "./kept-relations";
import type { Places } from "./places";
import { attributeElsewhere, placingOf } from "./placing";

/** A placing for the holder of the place and for each of its parts. */
export function placingsOf(places: Places, place: EntityPlace, byHolder: RelationsByHolder): readonly Placing[] {
  const holders = [
    place.holder,
    ...place.parts.flatMap((table) => places.holders.find((one) => one.table === table) ?? []),
  ];
  return holders.flatMap((holder) => {
    const profile = places.profiles.get(holder);
    if (!profile) return [];
    const at = holder === place.holder ? place : { ...place, holder, table: holder.table };
    const placing = placingOf(
      places.scenario,
      profile,
      at,
      places.entitiesAt(holder),
      byHolder.get(holder) ?? new Map(),
    );
    return [{ ...placing, free: [...new Set([...placing.free, ...bucketsAround(places, place.entity, holder)])] }];
  });
}

/** Columns of the document around a list that say which bucket of the entity's rows it is. */
function bucketsAround(places: Places, entity: string, { parent }: Holder): readonly string[] {
  const host = parent && places.profiles.get(parent);
  if (!host) return [];
  return bucketColumns(places.scenario, host, places.entitiesAt(parent), entity).map((path) => AROUND + path);
}

/** Where each attribute is, by `entity.attribute`: at its entity's first place that has it, else in rows that may keep it instead. */
export function attributePlaces(places: Places, placings: readonly Placing[]): ReadonlyMap<string, AttributePlace> {
  const found = new Map<string, AttributePlace>();
  for (const placing of placings) addAttributes(places, placing, found);
  for (const [entity, { attributes }] of Object.entries(places.scenario.entities))
    for (const [name, attribute] of Object.entries(attributes)) {
      const id = `${entity}.${name}`;
      if (found.has(id) || !places.entities.has(entity)) continue;
      const place = attributeElsewhere(places.scenario, placings, places.profiles, entity, name, attribute, found);
      if (place) found.set(id, place);
    }
  return found;
}

/** What this place of an entity holds of it, where no place before did. */
function addAttributes(places: Places, { entity, holder }: Placing, found: Map<string, AttributePlace>): void {
  const profile = places.profiles.get(holder);
  const main = places.entities.get(entity)?.holder;
  if (!profile || (holder.second && main?.second === false)) return;
  const generic = places.entities.get(entity)?.how === "generic";
  for (const [id, { path, attribute }] of attributeColumns(
    places.scenario,
    profile,
    places.entitiesAt(holder),
    generic,
  ))
    if (id.startsWith(`${entity}.`) && !found.has(id))
      found.set(id, { table: holder.table, path: path.replace(AROUND, ""), attribute });
}
