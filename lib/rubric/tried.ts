import type { Answer, Table } from "@/lib/design";
import type { Scenario } from "@/lib/scenario";
import { floatMoneyIn } from "./advice";
import { contextOf, ownPlaces, spoken } from "./context";
import { keyIdentifies, mainKeyOf } from "./keys";
import { isPartitioned } from "./places";
import { type TooStrict, tooStrictIn } from "./too-strict";

/** Columns that the brief lets two rows share, and the design does not; `what` is the row, in words. */
export interface ForbiddenDouble extends TooStrict {
  readonly rule: "constraints/unique" | "keys/not-identifying";
  readonly what: string;
}

/** What a design refuses though the brief allows it: by a unique, or by a key that is too small. */
export function forbiddenDoubles(
  answer: Answer,
  scenario: Scenario,
  told: Readonly<Record<string, string>> = {},
): readonly ForbiddenDouble[] {
  const context = contextOf(answer, scenario, told);
  const kindOf = (table: TooStrict["table"]) =>
    [...context.alignment.entities.values()].find((place) => place.table === table)?.entity ?? table.name.text;
  const strict = tooStrictIn(context).map((one) => ({
    ...one,
    rule: "constraints/unique" as const,
    what: spoken(kindOf(one.table)),
  }));
  const small = ownPlaces(context).flatMap((place): ForbiddenDouble[] => {
    const key = mainKeyOf(place.table);
    if (!key || isPartitioned(place.holder) || place.holder.template || keyIdentifies(context, place)) return [];
    const { entity, table } = place;
    return [{ rule: "keys/not-identifying", subject: entity, table, columns: key.columns, what: spoken(entity) }];
  });
  return [...strict, ...small];
}

/** Money that is kept as floating point, by table and column. */
export function floatMoney(
  answer: Answer,
  scenario: Scenario,
): readonly { readonly table: Table; readonly column: string }[] {
  return floatMoneyIn(contextOf(answer, scenario)).map(({ table, attribute }) => ({
    table,
    column: attribute.name.text,
  }));
}
