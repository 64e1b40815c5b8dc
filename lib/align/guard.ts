import { findTable } from "@/lib/design";
import { findEntity, findRole, type Invariant } from "@/lib/scenario";
import type { Alignment } from "./alignment";
import { bestLikeness } from "./likeness";
import { looksLikeId, wordsOf } from "./words";

/** The other end's row names the one that is under way (`drivers.current_ride_id`): a second one has no room. */
export function isGuarded(alignment: Alignment, invariant: Extract<Invariant, { kind: "unique" }>): boolean {
  const { scenario, design } = alignment;
  const [role = "", ...others] = invariant.columns;
  const relation = findRole(scenario, invariant.entity, role);
  const end = relation ? alignment.entities.get(relation.to)?.table : undefined;
  const own = alignment.entities.get(invariant.entity)?.table;
  if (invariant.where === undefined || others.length > 0 || !end || !own || end === own) return false;
  const refers = end.references.some(({ target }) => findTable(design, target.table) === own);
  const synonyms = findEntity(scenario, invariant.entity)?.synonyms ?? [];
  const names = (text: string) =>
    looksLikeId(text) &&
    bestLikeness(
      wordsOf(text).filter((word) => word !== "id"),
      invariant.entity,
      synonyms,
    ) >= 0.75;
  return refers || end.attributes.some(({ name }) => names(name.text));
}
