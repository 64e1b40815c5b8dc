import { findAttribute, isRequired, plainName, type Reference, type Table, uniquesOf } from "@/lib/design";
import type { End } from "./model";

/** True where at most one row can hold the same values of these columns: some key or unique lies within them. */
function areUnique(table: Table, columns: readonly string[]): boolean {
  const held = new Set(columns.map(plainName));
  return uniquesOf(table).some(
    ({ columns: key, where }) => where === null && key.length > 0 && key.every((column) => held.has(plainName(column))),
  );
}

/** True where the path goes through a list, so that one document holds many of it. */
function isInList(table: Table, path: string): boolean {
  const steps = path.split(".");
  return steps.some((_, i) => {
    const shape = findAttribute(table, steps.slice(0, i + 1).join("."))?.shape;
    return shape === "list" || shape === "objects";
  });
}

/** How many rows may refer to one that is referred to: none is always possible. */
export function referringEnd(table: Table, reference: Reference): End {
  const inList = reference.columns.some((column) => isInList(table, column));
  return { many: inList || !areUnique(table, reference.columns), optional: true };
}

/** How many rows one refers to: one or, where a column may be null, none; many from within a list. */
export function referredEnd(table: Table, reference: Reference): End {
  const inList = reference.columns.some((column) => isInList(table, column));
  const required = reference.columns.length > 0 && reference.columns.every((column) => isRequired(table, column));
  return { many: inList, optional: inList || !required };
}
