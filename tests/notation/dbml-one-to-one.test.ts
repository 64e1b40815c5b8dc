import { expect, test } from "vitest";
import { readSheet } from "@/lib/notation";

/** `table.column` of the end that points, where the two are tied one to one. */
function pointing(ref: string, tables: string): readonly string[] {
  const { value } = readSheet(`${tables}\nRef: ${ref}\n`);
  return value.design.tables.flatMap(({ name, references }) =>
    references.map(
      ({ columns, target }) => `${name.text}.${columns.join()} -> ${target.table}.${target.columns.join()}`,
    ),
  );
}

const KEYS = `Table drivers as D {
  id bigint [pk]
}
Table positions {
  driver_id bigint [pk]
}
Table DriverStates {
  driverId bigint [pk]
}
Table others {
  id bigint [pk]
}`;

test.each([
  ["drivers.id - positions.driver_id", "positions.driver_id -> drivers.id"],
  ["positions.driver_id - drivers.id", "positions.driver_id -> drivers.id"],
  ["DriverStates.driverId - drivers.id", "DriverStates.driverId -> drivers.id"],
  ["drivers.id - DriverStates.driverId", "DriverStates.driverId -> drivers.id"],
  ["positions.driver_id - D.id", "positions.driver_id -> drivers.id"],
  /** Neither names the other: the right one, as it is without keys. */
  ["drivers.id - others.id", "others.id -> drivers.id"],
])("%s between two keys: %s", (ref, expected) => {
  expect(pointing(ref, KEYS)).toEqual([expected]);
});
