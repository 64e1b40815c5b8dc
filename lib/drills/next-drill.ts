import { shuffled } from "@/lib/chance";
import type { Drill, DrillOption } from "./drill";

/** The options in an order that looks random and is the same for the same drill and seed (the review's number, say). */
export function arrange({ id, options }: Drill, seed: string | number): readonly DrillOption[] {
  return shuffled(options, `${id} ${seed}`);
}

/**
 * Which of a family comes next: one that was not seen yet, else the one that was seen longest ago; so never the same twice in a row, unless
 * there is no other. `seen`: ids, the oldest first. Null where the family is empty.
 */
export function nextDrill(family: readonly Drill[], seen: readonly string[], seed: string | number): Drill | null {
  const lastSeen = ({ id }: Drill) => seen.lastIndexOf(id);
  const mixed = shuffled(family, `${family[0]?.family} ${seed}`);
  return mixed.toSorted((a, b) => lastSeen(a) - lastSeen(b))[0] ?? null;
}
