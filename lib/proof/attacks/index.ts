import type { Invariant } from "@/lib/scenario";
import { attackCheck } from "./check";
import type { Ground, Planned } from "./ground";
import { attackNotNull } from "./not-null";
import { attackReference } from "./reference";
import { attackUnique } from "./unique";

export { Ground } from "./ground";
export { attackAgain } from "./unique";

/** What is thrown at an invariant, or why nothing can be. */
export function planAttack(ground: Ground, invariant: Invariant): Planned {
  switch (invariant.kind) {
    case "reference":
      return attackReference(ground, invariant);
    case "not-null":
      return attackNotNull(ground, invariant);
    case "check":
      return attackCheck(ground, invariant);
    case "unique":
      return attackUnique(ground, invariant);
  }
}
