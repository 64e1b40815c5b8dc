import { type Alignment, endsByItself, type Placing } from "@/lib/align";
import { primaryKeyOf } from "@/lib/design";
import type { Pattern } from "@/lib/scenario";
import type { StepTrace } from "./step";

/**
 * What repeats the rows for a question, in the same store or a second one: that it forgets them ends no row. A hold in a second store says
 * nothing but who holds what.
 */
function isCopy({ scenario }: Alignment, { entity, holder, how, names }: Placing): boolean {
  const key = primaryKeyOf(holder.table)?.columns ?? [];
  const attributes = Object.keys(scenario.entities[entity]?.attributes ?? {});
  if (!holder.second) return how === "view";
  return attributes.some((name) => names.get(name)?.some((column) => !key.includes(column)));
}

/** Rows that end by themselves need not be looked for. */
export function traceEnding(alignment: Alignment, pattern: Pattern): StepTrace | null {
  const [step] = pattern.steps;
  if (!step || !pattern.metBy.includes("ttl")) return null;
  const places = alignment.placings.filter(({ entity }) => entity === step.find);
  const main = places.some(({ holder }) => !holder.second);
  const ends = places.find((place) => endsByItself(place.holder) && !(main && isCopy(alignment, place)));
  if (!ends) return null;
  return { step, served: "served", path: null, why: "they end by themselves", lookup: null, missing: [] };
}
