import type { SqlTable } from "./draft";

/** Puts the columns of another table among a table's own; `whole` with keys and indexes, too. */
export function takeOver({ draft }: SqlTable, other: SqlTable, at: number, whole: boolean): void {
  const own = new Map(draft.attributes.map((attribute) => [attribute.name.text.toLowerCase(), attribute]));
  const columns = other.draft.attributes.filter(({ name }) => !own.has(name.text.toLowerCase()));
  draft.attributes.splice(at, 0, ...columns.map((column) => ({ ...column })));
  draft.checks.push(...other.draft.checks);
  if (!whole) return;
  draft.keys.push(...other.draft.keys);
  draft.indexes.push(...other.draft.indexes);
}
