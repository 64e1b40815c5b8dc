import type { Alignment } from "@/lib/align";
import { listed, spoken } from "./words";

/** What of an entity the design lacks, in the scenario's words: `the design has no bid`, ``the design has no `amount` of the bid``. */
export function lacking({ placings }: Alignment, entity: string, names: readonly string[]): string {
  if (!placings.some((one) => one.entity === entity)) return `the design has no ${spoken(entity)}`;
  return `the design has no ${listed(names.map((name) => `\`${name}\``))} of the ${spoken(entity)}`;
}

/** As `lacking`, of what the trace of a step says is missing: `bid`, `bid.amount`, `bid->auction`. */
export function lackingOf(alignment: Alignment, missing: readonly string[]): string {
  const ends = missing.map((one) => one.split(/\.|->/));
  const names = ends.flatMap(([, name]) => name ?? []);
  return lacking(alignment, ends[0]?.[0] ?? "", names);
}
