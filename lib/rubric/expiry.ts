import { endsByItself, type Placing } from "@/lib/align";
import { findEntity, type Pattern } from "@/lib/scenario";
import { keepsMany, placingsOf } from "./places";
import type { Context } from "./rule";

/** A question for what is over, that a ttl makes needless. */
export function isForEnded({ metBy, steps }: Pattern, entity: string): boolean {
  return metBy.includes("ttl") && steps[0]?.find === entity;
}

/** Rows of it should end by themselves: said so, or a promise or a question is met by a ttl. */
function shouldEnd({ scenario }: Context, entity: string): boolean {
  return (
    findEntity(scenario, entity)?.expires === true ||
    scenario.patterns.some((pattern) => isForEnded(pattern, entity)) ||
    scenario.invariants.some((one) => one.metBy.includes("ttl") && "entity" in one && one.entity === entity)
  );
}

function isKept({ holder }: Placing): boolean {
  return holder.store === "key-value" && holder.kind !== "embedded" && !keepsMany(holder);
}

/** The places of a key-value store, the main one's first, whose rows should end by themselves. */
export function endingPlaces(context: Context, entity: string): readonly Placing[] {
  if (!shouldEnd(context, entity)) return [];
  const kept = placingsOf(context, entity).filter(isKept);
  const main = kept.filter(({ holder }) => !holder.second);
  /** That a copy for a question ends does not end the rows themselves. */
  const own = main.filter(({ how }) => how !== "view");
  return [own, main, kept].find((places) => places.length > 0) ?? [];
}

/** True where the ttl that should end the rows is forgotten. */
export function isWithoutEnd(context: Context, entity: string): boolean {
  const places = endingPlaces(context, entity);
  return places.length > 0 && !places.some(({ holder }) => endsByItself(holder));
}

/** True for the attribute that says when a row ends: a ttl stands for it. */
export function saysEnd({ scenario }: Context, entity: string, attribute: string): boolean {
  const asks = scenario.invariants.some(
    (one) => one.metBy.includes("ttl") && one.kind === "not-null" && one.entity === entity && one.column === attribute,
  );
  const sought = scenario.patterns.some(
    ({ metBy, steps }) =>
      metBy.includes("ttl") && steps.some((step) => step.find === entity && step.range?.startsWith(attribute)),
  );
  return asks || sought;
}
