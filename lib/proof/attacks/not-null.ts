import { endsByItself, partsIn } from "@/lib/align";
import { NULL } from "../cells";
import { columnsNamed } from "../subject";
import { aSpoken, spoken } from "../words";
import { type Ground, type Of, type Planned, SECOND } from "./ground";

/** A check may refuse it as well. https://www.postgresql.org/docs/18/errcodes-appendix.html */
const NOT_NULL = ["23502", "23514"];

/** A row without what it must have. */
export function attackNotNull(ground: Ground, invariant: Of<"not-null">): Planned {
  const { id, entity, column: name } = invariant;
  const ends = ground.alignment.placings.some((one) => one.entity === entity && endsByItself(one.holder));
  if (invariant.metBy.includes("ttl") && ends) return { id, why: "the rows end by themselves" };
  const place = ground.place(entity, [name]);
  if (typeof place === "string") return { id, why: place };
  const { subject } = place;
  const parts = columnsNamed(subject, partsIn(ground.alignment, entity, name, subject.parts.table)) ?? [];
  const attempts = [...new Set([...(place.columns.get(name) ?? []), ...parts])].map((column) =>
    ground.attempt(subject, SECOND, new Map([[column, NULL]]), {
      what: `${aSpoken(entity)} without ${spoken(name)}`,
      codes: NOT_NULL,
      columns: [[column]],
    }),
  );
  return ground.attack(invariant, subject, attempts, null);
}
