import type { Design, StoreType } from "@/lib/design";
import type { Scenario } from "@/lib/scenario";
import type { Alignment } from "./alignment";
import { mainRelations, relationsAt } from "./kept-relations";
import { Places, type Told } from "./places";
import { attributePlaces, placingsOf } from "./placings";

const NOTHING_TOLD: Told = new Map();

/**
 * Aligns a design with a scenario: which table, document, template or edge is which entity, which column which attribute, which
 * reference which relation. The best assignment overall, not the first that fits; what cannot be placed is left in `extras`.
 * Linear in the number of tables for a given scenario.
 * @param told what the candidate says of tables, against what would be guessed.
 * @param engine as its makers spell it, or null where only a type was named.
 * @param store the type of the main store: elsewhere than in a relational one an entity may have several places, one a query.
 */
export function align(
  design: Design,
  scenario: Scenario,
  store: StoreType = "relational",
  engine: string | null = null,
  told: Told = NOTHING_TOLD,
): Alignment {
  const places = new Places(design, scenario, store, engine, told).findAll();
  const byHolder = relationsAt(places);
  const placings = [...places.entities.values(), ...places.views].flatMap((one) => placingsOf(places, one, byHolder));
  return {
    scenario,
    design,
    holders: places.holders,
    foreignKeysIndexed: engine === null ? design.dialect === "mysql" : /^(MySQL|MariaDB)$/.test(engine),
    entities: places.entities,
    placings,
    attributes: attributePlaces(places, placings),
    relations: mainRelations(places, byHolder),
    known: places.known,
    doubles: places.doubles,
    extras: places.extras(),
  };
}
